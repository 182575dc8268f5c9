"""What each paragraph of a file is: the rules by which a zero draft becomes clauses."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.intake import front, openings
from drafting.intake.blocks import Block
from drafting.intake.draft import ReadClause
from drafting.intake.markers import Family, understood
from drafting.intake.nesting import Outline
from drafting.rules.kinds import ClauseKind, Form
from drafting.text.runs import Mark, Piece, Run, Runs, joined, plain

_PARAGRAPHS = (ClauseKind.PREAMBULAR, ClauseKind.OPERATIVE)
_NUMBERS = (Family.NUMBER, Family.LABEL)
_FEW = 7
_NARRATIVE = 25


@dataclass(frozen=True, slots=True)
class Recognised:
    """The form of a draft, its masthead, its clauses, and what the secretariat should look at."""

    form: Form
    masthead: tuple[Runs, ...]
    clauses: tuple[ReadClause, ...]
    warnings: tuple[str, ...]


def recognised(blocks: Sequence[Block], form: Form | None) -> Recognised:
    """Make clauses of the blocks of a file.

    Args:
        blocks: The blocks in the file's order.
        form: The form, where it is known; otherwise it is told from the text.
    """
    parts = front.parted(blocks)
    form = form or _form(parts.rest)
    reading = _Reading(parts.rest)
    if parts.title:
        reading.keep(parts.title, ClauseKind.TITLE)
    else:
        reading.warnings.append("No title was found. If a line of the masthead is the title, say so.")
    for block in parts.headings:
        reading.keep(block, ClauseKind.HEADING)
    for index, block in enumerate(parts.rest):
        reading.read(block, parts.rest[index + 1 :])
    reading.look_back(form)
    masthead = tuple(_with_marker(block).runs for block in parts.masthead)
    return Recognised(form, masthead, tuple(reading.clauses), tuple(reading.warnings))


def _form(blocks: Sequence[Block]) -> Form:
    numbers = [block.indent for block in blocks if understood(block.marker).family in _NUMBERS]
    dashes = [block.indent for block in blocks if understood(block.marker).family is Family.DASH]
    if dashes and all(indent > min(dashes) for indent in numbers):
        return Form.DASHES
    if any(openings.is_we(plain(block.runs)) and not block.marker for block in blocks):
        return Form.DECLARATION
    spoken = any(
        front.is_organ(block) or openings.ends_with(plain(block.runs), ",") for block in blocks if not block.marker
    )
    return Form.RESOLUTION if spoken else Form.DECLARATION


class _Reading:
    """One pass through the text; what was read so far decides what the next paragraph can be."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        families = [understood(block.marker).family for block in blocks]
        self.clauses: list[ReadClause] = []
        self.warnings: list[str] = []
        self._outline = Outline()
        self._numbered = any(family in _NUMBERS for family in families)
        self._listed = self._numbered or Family.DASH in families
        self._turns = any(_turns(block) for block in blocks)
        self._spoken = False
        self._operative = False

    def read(self, block: Block, following: Sequence[Block]) -> None:
        """Read one block, knowing those after it."""
        kind = self._marked(block, following) if block.marker else self._unmarked(block, following)
        if kind is not None:
            self.keep(block, kind)

    def keep(self, block: Block, kind: ClauseKind) -> None:
        """Keep a block as an outermost clause."""
        key = self._add(block, None, kind)
        if kind in _PARAGRAPHS:
            self._outline.open(key, block)
        else:
            self._outline.close()
        self._spoken = self._spoken or kind is ClauseKind.CHAPEAU
        self._operative = self._operative or kind is ClauseKind.OPERATIVE or _turns(block)

    def look_back(self, form: Form) -> None:
        """Warn of what a draft of this form should have and this one has not."""
        kinds = {clause.kind for clause in self.clauses}
        if ClauseKind.CHAPEAU not in kinds:
            self.warnings.append("No chapeau was found: no line names who speaks.")
        if form is Form.DASHES and ClauseKind.OPERATIVE not in kinds:
            self.warnings.append("No agreeing verb was found, so every dash item was read as preambular.")
        elif ClauseKind.OPERATIVE not in kinds:
            self.warnings.append("No operative paragraph was found.")

    def _add(self, block: Block, parent: str | None, kind: ClauseKind) -> str:
        key = f"c{len(self.clauses) + 1}"
        marker = block.marker
        if kind not in (*_PARAGRAPHS, ClauseKind.SUBPARAGRAPH):
            block, marker = _with_marker(block), ""
        runs = _plainly(block.runs) if kind in (ClauseKind.TITLE, ClauseKind.HEADING) else block.runs
        self.clauses.append(ReadClause(key, parent, kind, runs, marker))
        return key

    def _marked(self, block: Block, following: Sequence[Block]) -> ClauseKind | None:
        text, marker = plain(block.runs), understood(block.marker)
        if marker.family is Family.LABEL:
            return ClauseKind.PREAMBULAR if marker.core.startswith("PP") else ClauseKind.OPERATIVE
        if self._is_heading(block, marker.family, following):
            return ClauseKind.HEADING
        parent = self._outline.add(f"c{len(self.clauses) + 1}", block, following)
        if parent is not None:
            self._add(block, parent, ClauseKind.SUBPARAGRAPH)
            return None
        if marker.family is Family.DASH:
            return self._dash(text)
        if not self._operative and openings.is_participial(text) and openings.ends_with(text, ","):
            return ClauseKind.PREAMBULAR
        return ClauseKind.OPERATIVE

    def _is_heading(self, block: Block, family: Family, following: Sequence[Block]) -> bool:
        text = plain(block.runs)
        if not openings.is_heading_like(text) or family is Family.DASH:
            return False
        if block.heading or family is Family.UPPER:
            return True
        leads = bool(following) and (following[0].marker != "" or openings.is_closed(plain(following[0].runs)))
        return family is Family.NUMBER and leads and (_is_strong(block.runs) or openings.is_capitals(text))

    def _dash(self, text: str) -> ClauseKind:
        if openings.agrees(text) and not openings.is_participial(text):
            return ClauseKind.OPERATIVE
        if self._turns or self._operative:
            return ClauseKind.OPERATIVE if self._operative else ClauseKind.PREAMBULAR
        return ClauseKind.PREAMBULAR if openings.is_participial(text) else ClauseKind.OPERATIVE

    def _unmarked(self, block: Block, following: Sequence[Block]) -> ClauseKind:
        text = plain(block.runs)
        if block.row and openings.is_heading_like(text):
            return ClauseKind.CHAPEAU
        if self._is_closing(text, following):
            self._warn(block, "closes the document and was kept as a chapeau")
            return ClauseKind.CHAPEAU
        if front.is_organ(block) and not openings.is_participial(text):
            return ClauseKind.CHAPEAU
        if openings.is_heading_like(text) or (block.heading and not openings.is_we(text)):
            return ClauseKind.HEADING
        if openings.ends_with(text, ":"):
            return self._colon(text, following)
        return self._paragraph(block, text)

    def _is_closing(self, text: str, following: Sequence[Block]) -> bool:
        rest = [other for other in following if other.marker or len(plain(other.runs).split()) > _NARRATIVE]
        return self._operative and not rest and openings.is_closing_line(text)

    def _colon(self, text: str, following: Sequence[Block]) -> ClauseKind:
        if openings.is_participial(text) and not openings.agrees(text):
            return ClauseKind.PREAMBULAR
        if openings.agrees(text) or openings.is_we(text) or len(text.split()) >= _FEW:
            return ClauseKind.CHAPEAU
        return ClauseKind.HEADING if following and self._spoken else ClauseKind.CHAPEAU

    def _paragraph(self, block: Block, text: str) -> ClauseKind:
        participial, comma = openings.is_participial(text), openings.ends_with(text, ",")
        if openings.is_we(text) and (comma or not self._spoken):
            return ClauseKind.CHAPEAU
        if participial and (comma or not self._operative):
            return ClauseKind.PREAMBULAR
        if comma and not self._operative:
            return ClauseKind.PREAMBULAR if self._spoken or len(text.split()) > _NARRATIVE else ClauseKind.CHAPEAU
        if self._spoken and not self._listed:
            return ClauseKind.OPERATIVE
        self._warn(block, "has no number or dash and was kept as a chapeau")
        return ClauseKind.CHAPEAU

    def _warn(self, block: Block, what: str) -> None:
        words = plain(block.runs).split()
        self.warnings.append(
            f"The paragraph “{' '.join(words[:8])}{' …' if len(words) > 8 else ''}” {what}. "
            "Correct it if that is wrong."
        )


def _turns(block: Block) -> bool:
    """Say whether the operative part begins after this block."""
    return understood(block.marker).family in (Family.NONE, Family.DASH) and openings.agrees(plain(block.runs))


def _with_marker(block: Block) -> Block:
    """Return the block with its marker among its words, where its kind prints none: "I. Prevention"."""
    if not block.marker:
        return block
    first = block.runs[0] if block.runs else Run("")
    marks = first.marks if isinstance(first, Run) else frozenset[Mark]()
    return Block(joined([Run(f"{block.marker} ", marks), *block.runs]), "", block.indent, block.heading, block.adjacent)


def _is_strong(runs: Runs) -> bool:
    return all(Mark.STRONG in piece.marks for piece in runs if isinstance(piece, Run) and piece.text.strip())


def _plainly(runs: Runs) -> Runs:
    """Return a title's or heading's runs without bold where all of it is bold: its kind sets it so."""
    if not _is_strong(runs):
        return runs
    pieces: list[Piece] = [
        Run(piece.text, piece.marks - {Mark.STRONG}) if isinstance(piece, Run) else piece for piece in runs
    ]
    return joined(pieces)
