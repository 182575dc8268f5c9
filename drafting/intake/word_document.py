"""Reads the blocks of a Word file: paragraphs, tables row by row, footnotes and endnotes."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from drafting.intake import tables
from drafting.intake.blocks import Block, Source, called, check_size, checked_words
from drafting.intake.draft import ReadNote
from drafting.intake.text_file import marked
from drafting.intake.word_numbering import Numbering
from drafting.intake.word_package import Package
from drafting.intake.word_styles import Styles
from drafting.intake.word_text import WordText, raw_text
from drafting.text.runs import NoteReference, Piece, Run, Runs, joined, plain

_NOTE_PARTS = (("word/footnotes.xml", "w-footnote"), ("word/endnotes.xml", "w-endnote"))
_WITHIN = ("word/embeddings/", "word/afchunk")
_LONGEST_QUOTE = 300


def read_word(data: bytes) -> Source:
    """Take a .docx file apart.

    Raises:
        UnreadableFileError: The file is damaged, locked, unpacks to too much, or is no Word document.
    """
    package = Package(data)
    return _WordFile(package).source()


class _WordFile:
    """One Word file while it is read."""

    def __init__(self, package: Package) -> None:
        self._package = package
        styles = Styles(package.part("word/styles.xml"))
        self._styles = styles
        self._numbering = Numbering(package.part("word/numbering.xml"), styles)
        self._text = WordText(styles)
        self._tables = 0

    def source(self) -> Source:
        """Return the blocks, notes, words and warnings of the file."""
        root = self._package.part("word/document.xml")
        body = root.find("w-body") if root is not None else None
        blocks = [] if body is None else [block for block in self._blocks(body) if block.runs]
        for position, block in enumerate(blocks, start=1):
            check_size(len(plain(block.runs).encode()), position)
        texts, raw = self._notes()
        numbers = _numbers([block.runs for block in blocks], texts)
        blocks = [replace(block, runs=_renumbered(block.runs, numbers)) for block in blocks]
        notes = tuple(
            ReadNote(numbers[name], texts[name]) for name in sorted(texts, key=lambda name: int(numbers[name]))
        )
        words = checked_words("\n".join([raw_text(body) if body is not None else "", *raw]))
        return Source(tuple(blocks), notes, words, warnings=tuple(self._warnings()))

    def _blocks(self, element: Element) -> Iterator[Block]:
        before: Runs = ()
        for child in element:
            if child.tag == "w-p":
                runs = (*before, *self._text.runs_of(child))
                before = runs if child.find("w-pPr/w-rPr/w-del") is not None else ()
                if not before:
                    yield self._block(child, joined(runs))
                yield from self._boxes(child)
            elif child.tag == "w-tbl":
                self._tables += 1
                yield from self._rows(child)
            elif child.tag in ("w-sdt", "w-sdtContent", "w-ins", "w-moveTo", "w-customXml", "w-smartTag"):
                yield from self._blocks(child)
        if before:
            yield marked(Block(_stripped(joined(before))))

    def _block(self, paragraph: Element, runs: Runs) -> Block:
        properties = paragraph.find("w-pPr")
        heading = self._styles.heading_of(properties)
        trimmed = marked(Block(_stripped(runs), heading=heading, indent=self._styles.indent_of(properties) or 0))
        if not runs or trimmed.marker:
            return trimmed
        marker, indent = self._numbering.marker_of(properties)
        return replace(trimmed, marker=marker, indent=indent, typed=False)

    def _boxes(self, paragraph: Element) -> Iterator[Block]:
        """Yield the paragraphs of the text boxes that hang on a paragraph, once each."""
        stack = list(paragraph)
        while stack:
            element = stack.pop(0)
            if element.tag == "w-txbxContent":
                yield from self._blocks(element)
            elif not str(element.tag).endswith("}Fallback"):
                stack = [*element, *stack]

    def _rows(self, table: Element) -> Iterator[Block]:
        for row in table.iter("w-tr"):
            if row.find("w-trPr/w-del") is not None:
                continue
            pieces: list[Piece] = []
            for paragraph in row.iter("w-p"):
                pieces += [Run(" "), *self._text.runs_of(paragraph)]
            yield replace(marked(Block(_stripped(joined(pieces)))), row=True)

    def _notes(self) -> tuple[dict[str, Runs], list[str]]:
        texts: dict[str, Runs] = {}
        raw: list[str] = []
        for part, tag in _NOTE_PARTS:
            root = self._package.part(part)
            for note in root.iterfind(tag) if root is not None else ():
                if note.get("w-type", "normal") == "normal":
                    texts[f"{tag[2:]} {note.get('w-id', '')}"] = self._note(note)
                    raw.append(raw_text(note))
        return texts, raw

    def _note(self, note: Element) -> Runs:
        pieces: list[Piece] = []
        for paragraph in note.iter("w-p"):
            pieces += [Run(" "), *self._text.runs_of(paragraph)]
        return _stripped(joined([piece for piece in pieces if isinstance(piece, Run)]))

    def _warnings(self) -> Iterator[str]:
        seen, names = self._text.seen, self._package.names
        hidden = " ".join("".join(seen.hidden).split())[:_LONGEST_QUOTE]
        met = {
            "The file holds tracked changes: insertions were taken, deletions were left out.": seen.inserted
            or seen.deleted,
            "The file holds comments; they were not read.": any(name.startswith("word/comments") for name in names),
            f"The file holds hidden text, which was left out: “{hidden}”.": bool(hidden),
            tables.WARNING: self._tables,
            "The file holds signs of a symbol font, which were left out. Look for them in the text.": seen.symbols,
            "The file holds another file within it, which was not read.": any(
                name.startswith(_WITHIN) for name in names
            ),
        }
        yield from (sentence for sentence, is_met in met.items() if is_met)
        for what in ("header", "footer"):
            text = " ".join(" ".join(map(raw_text, self._package.parts(f"word/{what}"))).split())
            if text:
                yield f"The {what} of the pages was not read as part of the text: “{text[:_LONGEST_QUOTE]}”."


def _numbers(texts: list[Runs], notes: dict[str, Runs]) -> dict[str, str]:
    """Return the printed number of every note: in the order of the first calls, those never called last."""
    order = dict.fromkeys([name for runs in texts for name in called(runs)] + list(notes))
    return {name: str(number) for number, name in enumerate(order, start=1)}


def _renumbered(runs: Runs, numbers: dict[str, str]) -> Runs:
    return tuple(NoteReference(numbers[piece.note]) if isinstance(piece, NoteReference) else piece for piece in runs)


def _stripped(runs: Runs) -> Runs:
    """Return the runs without the blanks that they begin with."""
    first = runs[0] if runs else None
    if not isinstance(first, Run):
        return runs
    text = first.text.lstrip()
    return (Run(text, first.marks), *runs[1:]) if text else _stripped(runs[1:])
