"""The words of a Word paragraph: insertions taken, deletions dropped, hidden text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from drafting.intake.word_styles import Styles
from drafting.text.runs import Mark, NoteReference, Piece, Run, Runs, joined

_DROPPED = frozenset(
    (
        "w-del",
        "w-moveFrom",
        "w-rPr",
        "w-pPr",
        "w-sectPr",
        "w-tblPr",
        "w-trPr",
        "w-tcPr",
        "w-sdtPr",
        "w-instrText",
        "w-delText",
        "w-rt",
    )
)
_BLANKS = frozenset(("w-tab", "w-br", "w-cr", "w-ptab"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CALLS = {"w-footnoteReference": "footnote ", "w-endnoteReference": "endnote "}


@dataclass(slots=True)
class Seen:
    """What was met on the way that the secretariat should know."""

    inserted: bool = False
    deleted: bool = False
    hidden: list[str] = field(default_factory=list)
    symbols: int = 0


class WordText:
    """Reads paragraphs with the styles of their file, and remembers what it met."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.seen = Seen()

    def runs_of(self, paragraph: Element) -> Runs:
        """Return the runs of a paragraph; a note reference carries "footnote " or "endnote " and Word's own id."""
        return joined(list(self._pieces(paragraph)))

    def _pieces(self, element: Element) -> Iterator[Piece]:
        for child in element:
            if child.tag == "w-r":
                yield from self._run(child)
            elif child.tag in ("w-del", "w-moveFrom"):
                self.seen.deleted = True
            elif child.tag not in _DROPPED and child.tag != _FALLBACK and child.tag != "w-p":
                self.seen.inserted = self.seen.inserted or child.tag in ("w-ins", "w-moveTo")
                yield from self._pieces(child)

    def _run(self, run: Element) -> Iterator[Piece]:
        properties = run.find("w-rPr")
        marks = frozenset(
            mark
            for mark, name in ((Mark.EMPHASIS, "w-i"), (Mark.STRONG, "w-b"))
            if self._styles.run_is(properties, name)
        )
        hidden = self._styles.run_is(properties, "w-vanish")
        for child in run:
            if (call := _CALLS.get(str(child.tag))) is not None:
                yield NoteReference(call + child.get("w-id", ""))
            elif hidden:
                self.seen.hidden.append(_text(child))
            elif text := _text(child):
                yield Run(text, marks)
            elif child.tag == "w-sym":
                self.seen.symbols += 1


def raw_text(root: Element) -> str:
    """Return all the text of a part, hidden text too, deleted text aside, without understanding it."""
    pieces: list[str] = []
    _collect(root, pieces)
    return "".join(pieces)


def _collect(element: Element, pieces: list[str]) -> None:
    for child in element:
        if child.tag in _DROPPED or child.tag == _FALLBACK:
            continue
        is_foreign = str(child.tag).endswith("}t")
        pieces.append((child.text or "") if is_foreign else _text(child))
        _collect(child, pieces)
        if child.tag in ("w-p", "w-tc"):
            pieces.append("\n")


def _text(element: Element) -> str:
    if element.tag == "w-t":
        return element.text or ""
    if element.tag in _BLANKS:
        return " "
    return "-" if element.tag == "w-noBreakHyphen" else ""
