"""Opens a .docx file safely: sizes before contents, no document types, no deep or endless XML.

A packed file of half a megabyte can unpack to gigabytes; the sizes it declares are read first, and
what is unpacked is counted while it is unpacked.
"""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from drafting.errors import UnreadableFileError

MOST_ENTRIES = 2_000
LARGEST_UNPACKED = 60 * 1024 * 1024
LARGEST_PART = 12 * 1024 * 1024
LARGEST_RATIO = 200
"""Of the unpacked to the packed size of a part larger than one megabyte; Word's own XML stays under 60."""

MOST_ELEMENTS = 200_000
DEEPEST = 120
_TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MEGABYTE = 1024 * 1024
_DAMAGED = "The Word file is damaged. Open it in Word, save it anew and import it again."


class Package:
    """A .docx file whose sizes were found harmless."""

    def __init__(self, data: bytes) -> None:
        """Open the file.

        Raises:
            UnreadableFileError: It is no .docx, is damaged, has a password, or unpacks to too much.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableFileError(_DAMAGED) from error
        _check(self._zip.infolist())
        self.names = tuple(self._zip.namelist())
        if "word/document.xml" not in self.names:
            raise UnreadableFileError(
                "This is a packed file but no Word document. Save the draft in Word as .docx and import that."
            )

    def part(self, name: str) -> Element | None:
        """Return the root of an XML part, its tags of Word written "w-p"; None where the file has no such part.

        Raises:
            UnreadableFileError: The part is damaged, too large, or declares a document type.
        """
        return _parsed(self._bytes(name)) if name in self.names else None

    def parts(self, start: str) -> tuple[Element, ...]:
        """Return the roots of all XML parts whose names begin so, in the order of their names."""
        names = sorted(name for name in self.names if name.startswith(start) and name.endswith(".xml"))
        return tuple(_parsed(self._bytes(name)) for name in names)

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnreadableFileError(_DAMAGED) from error
        if len(data) > LARGEST_PART:
            raise UnreadableFileError(_too_large(len(data)))
        return data


class _Counting(TreeBuilder):
    """Builds a tree, counting: stops at too many elements or too deep a one."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Begin an element, its names shortened."""
        self._count += 1
        self._depth += 1
        if self._count > MOST_ELEMENTS or self._depth > DEEPEST:
            raise UnreadableFileError(
                "The Word file is built as no draft is (too many parts, or parts too deep in one another). "
                "Save its text as .txt and import that."
            )
        return super().start(_short(tag), {_short(name): value for name, value in attrs.items()})

    def end(self, tag: str, /) -> Element:
        """End an element."""
        self._depth -= 1
        return super().end(_short(tag))


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFileError(
            f"The Word file holds {len(entries):,} parts; it may hold {MOST_ENTRIES:,}. "
            "Save the draft anew without its pictures."
        )
    if len({entry.filename for entry in entries}) < len(entries):
        raise UnreadableFileError(_DAMAGED)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFileError("The Word file has a password. Save it without one and import it again.")
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise UnreadableFileError("The Word file holds macros. Save it as .docx without macros and import it again.")
    total = sum(entry.file_size for entry in entries)
    packed_tight = any(
        entry.file_size > _MEGABYTE and entry.file_size > LARGEST_RATIO * entry.compress_size for entry in entries
    )
    if total > LARGEST_UNPACKED or packed_tight:
        raise UnreadableFileError(_too_large(total))


def _too_large(size: int) -> str:
    return (
        f"The Word file unpacks to {size / _MEGABYTE:,.0f} MB or more, which no draft does. "
        "Save the draft anew without its pictures, or as .txt, and import that."
    )


def _parsed(data: bytes) -> Element:
    parser = DefusedXMLParser(target=_Counting(), forbid_dtd=True)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise UnreadableFileError(
            "The Word file declares a document type, which Word itself never writes. It was not read."
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFileError(_DAMAGED) from error
    return root


def _short(name: str) -> str:
    for namespace in (_TRANSITIONAL, _STRICT):
        if name.startswith(namespace):
            return "w-" + name[len(namespace) :]
    return name.rpartition("}")[2] if name.startswith("{http://www.w3.org/XML") else name
