"""What every reader makes of its file: blocks of text with their markers, notes, and the file's bare words."""

import unicodedata
from dataclasses import dataclass, field

import regex

from drafting.errors import UnreadableFileError
from drafting.intake.draft import ReadNote
from drafting.text.runs import NoteReference, Piece, Run, Runs

MOST_BLOCKS = 5_000
MOST_WORDS = 200_000
MOST_LINES = 100_000
MOST_CHARACTERS = 2_000_000
LONGEST_BLOCK = 64 * 1024
_UNSEEN = str.maketrans("", "", "\xad*_")
_RAISED = regex.compile(r"[⁰¹²³⁴-⁹]+")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line of the file.

    ``marker`` is the number, letter or dash taken from before the words; ``typed`` says that it
    stands in the file's own text and was not counted by Word. ``indent`` is in characters.
    ``heading`` is the level the file itself gives (1 is the highest), 0 where it gives none.
    ``adjacent`` says that no blank line stands between this block and the one before.
    ``row`` says that it is the row of a table.
    """

    runs: Runs
    marker: str = ""
    indent: int = 0
    heading: int = 0
    adjacent: bool = False
    typed: bool = True
    row: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file taken apart.

    ``words`` are all words of the file in order, taken without understanding it: what was read is
    held against them. ``markup`` are those that only call or number a note.
    """

    blocks: tuple[Block, ...]
    notes: tuple[ReadNote, ...]
    words: tuple[str, ...]
    markup: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in order: letters, marks and digits, NFC; stars and underscores part none."""
    apart = _RAISED.sub(lambda match: f" {match[0].translate(_LOWERED)} ", text.translate(_UNSEEN))
    return tuple(_WORD.findall(unicodedata.normalize("NFC", apart)))


def checked_words(text: str) -> tuple[str, ...]:
    """Return the words of a whole file as ``words_of`` does.

    Raises:
        UnreadableFileError: The file has more words, characters or lines than any draft.
    """
    if text.count("\n") > MOST_LINES:
        raise UnreadableFileError(f"The file has more than {MOST_LINES:,} lines. Divide it and import its parts.")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableFileError(
            f"The file has {len(text):,} characters; a draft may have {MOST_CHARACTERS:,}. "
            "Divide it and import its parts."
        )
    words = words_of(text)
    if len(words) > MOST_WORDS:
        raise UnreadableFileError(
            f"The file has {len(words):,} words; a draft may have {MOST_WORDS:,}. Divide it and import its parts."
        )
    return words


def without_start(runs: Runs, count: int) -> Runs:
    """Return the runs without their first ``count`` characters and the blanks after them."""
    out: list[Piece] = []
    for piece in runs:
        if out or not isinstance(piece, Run):
            out.append(piece)
            continue
        rest = piece.text[count:].lstrip()
        count = max(0, count - len(piece.text))
        if rest:
            out.append(Run(rest, piece.marks))
    return tuple(out)


def called(runs: Runs) -> tuple[str, ...]:
    """Return the numbers of the notes that the runs call, in order."""
    return tuple(piece.note for piece in runs if isinstance(piece, NoteReference))


def check_size(length: int, position: int) -> None:
    """Refuse a paragraph that no clause can hold.

    Args:
        length: Its length in bytes of UTF-8.
        position: Which paragraph of the file it is, counted from 1.

    Raises:
        UnreadableFileError: The paragraph is longer than 64 KiB, or it is one too many.
    """
    if length > LONGEST_BLOCK:
        raise UnreadableFileError(
            f"Paragraph {position} of the file is {length:,} bytes long; a clause can hold 64 KiB "
            f"({LONGEST_BLOCK:,} bytes). Divide it and import the file again."
        )
    if position > MOST_BLOCKS:
        raise UnreadableFileError(f"The file has more than {MOST_BLOCKS:,} paragraphs. Divide it and import its parts.")
