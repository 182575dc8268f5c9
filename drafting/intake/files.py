"""What a file is before it is read: its size, its kind, its encoding. Refuses what it is not."""

import codecs
import re
from pathlib import PurePath

from drafting.errors import UnreadableFileError

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes of a file that may be imported."""

KINDS = (".md", ".markdown", ".txt", ".docx")
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_OTHERS = (
    (b"%PDF-", "a PDF file. Save the draft as .docx, .md or .txt"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc) or one with a password. Save it as .docx without a password"),
    (b"{\\rtf", "a file in Rich Text Format. Save it as .docx"),
)


def kind_of(data: bytes, filename: str) -> str:
    """Return what the file is by its name: ".md", ".txt" or ".docx".

    Raises:
        UnreadableFileError: It is too large or empty, or its name or its bytes say that it is something else.
    """
    kind = PurePath(filename).suffix.lower()
    if kind not in KINDS:
        named = f"A file of the kind “{kind[:12]}”" if kind else "A file without an ending to its name"
        raise UnreadableFileError(f"{named} cannot be imported. Give it as .docx, .md or .txt.")
    if len(data) > LARGEST_FILE:
        raise UnreadableFileError(
            f"The file has {len(data):,} bytes; it may have {LARGEST_FILE:,}. Divide it or take out its pictures."
        )
    if not data.strip():
        raise UnreadableFileError("The file is empty. Choose the file that holds the draft.")
    for start, what in _OTHERS:
        if data.startswith(start):
            raise UnreadableFileError(f"This is {what} and import that.")
    if data.startswith(b"PK\x03\x04") != (kind == ".docx"):
        raise UnreadableFileError(_mistaken(kind))
    return ".md" if kind == ".markdown" else kind


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with its byte order mark.

    Raises:
        UnreadableFileError: It is in another encoding, holds control characters, or only blanks.
    """
    if data.startswith(_UTF_32):
        raise UnreadableFileError("The file is in UTF-32. Save it as UTF-8 and import it again.")
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"The file is not in UTF-8 (byte {error.start + 1:,} is no part of it). "
            "Save it as UTF-8 and import it again."
        ) from error
    text = text.replace("\x0c", "\n")
    if found := _CONTROLS.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise UnreadableFileError(
            f"Line {line:,} of the file holds the control character U+{ord(found[0]):04X}. "
            "Save the draft as plain text in UTF-8 and import it again."
        )
    if not text.strip():
        raise UnreadableFileError("The file holds only blanks. Choose the file that holds the draft.")
    return text


def _mistaken(kind: str) -> str:
    if kind == ".docx":
        return (
            "This is no Word file, although its name ends in .docx. "
            "Open it in Word and save it as .docx, or give it as .txt."
        )
    return (
        f"This is a packed file (perhaps from Word), although its name ends in {kind}. "
        "Give it the ending .docx or save it as plain text."
    )
