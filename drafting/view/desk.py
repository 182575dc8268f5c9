"""The chair's desk, a delegation's own page and the combined text, as pages show them."""

from dataclasses import dataclass

from drafting.text.reading.combined import AttributedSegment
from drafting.text.reading.redline import Redline
from drafting.text.runs import Runs
from drafting.view.amendment import AmendmentView, DraftView
from drafting.view.document import ClauseView, DocumentView


@dataclass(frozen=True, slots=True)
class DeskClause:
    """A clause with its amendments: those open (submitted or overtaken), and those done with."""

    clause: ClauseView
    open: tuple[AmendmentView, ...]
    decided: tuple[AmendmentView, ...]


@dataclass(frozen=True, slots=True)
class DeskView:
    """The whole desk, clauses in document order, notes last."""

    document: DocumentView
    clauses: tuple[DeskClause, ...]


@dataclass(frozen=True, slots=True)
class FateView:
    """An amendment that would be overtaken, and by which words."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What accepting an amendment would do.

    ``before`` and ``after`` are the clause's texts (``after`` empty: the clause goes). The others by number.
    ``places`` are, for an insertion where others stand already, (clause id, "directly after OP5 bis").
    """

    before: Runs
    after: Runs
    carried: tuple[int, ...]
    overtaken: tuple[FateView, ...]
    reflected: tuple[int, ...]
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OurView:
    """A delegation's own: private drafts, newest first, and its amendments in document order."""

    drafts: tuple[DraftView, ...]
    amendments: tuple[AmendmentView, ...]


@dataclass(frozen=True, slots=True)
class OurClause:
    """A clause as the delegation would have it, against the rolling text.

    ``deleted`` where it asks for the deletion; ``new`` for a clause that it proposes to insert.
    """

    clause: ClauseView
    redline: Redline
    label: str
    deleted: bool
    new: bool


@dataclass(frozen=True, slots=True)
class CombinedClause:
    """A clause with every open amendment in one redline, attributed; ``amendments`` include its insertions."""

    clause: ClauseView
    segments: tuple[AttributedSegment, ...]
    amendments: tuple[AmendmentView, ...]
