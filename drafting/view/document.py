"""The rolling text as pages and exports show it."""

from dataclasses import dataclass
from datetime import date, datetime

from drafting.rules.kinds import ClauseKind, Form
from drafting.rules.life import Agreement
from drafting.text.runs import Runs


@dataclass(frozen=True, slots=True)
class ConferenceView:
    """The conference, as its masthead names it.

    ``host`` is the inviting State, ``partners`` those it is organised with, in the host's order;
    ``dates`` is printed as given ("12–13 May 2027"); ``time_zone`` is an IANA name.
    """

    name: str
    short_name: str
    host: str
    partners: tuple[str, ...]
    place: str
    dates: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause of the text.

    ``label`` is full and unique in the document ("OP5 (a)"); ``marker`` is printed before the
    words ("5.", "(a)", "–" or nothing); ``depth`` counts the clauses above it; ``deleted``
    clauses keep their place; ``open_amendments`` counts submitted ones not yet decided.
    """

    id: str
    kind: ClauseKind
    label: str
    marker: str
    depth: int
    runs: Runs
    version: int
    agreement: Agreement
    open_amendments: int
    deleted: bool


@dataclass(frozen=True, slots=True)
class NoteView:
    """A footnote: ``number`` is printed, in the order in which the text first calls it."""

    number: int
    clause: ClauseView


@dataclass(frozen=True, slots=True)
class AdoptionView:
    """Where and when the document was adopted."""

    place: str
    on: date


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document at one event of the log.

    ``clauses`` are in document order, without notes; ``notes`` by number. ``masthead`` holds the
    lines that stood above the text in the imported file. ``event`` and ``fingerprint`` are the
    number and the hash of the last event about this document; ``as_of`` is its time, UTC, aware.
    """

    id: str
    form: Form
    symbol: str
    language: str
    title: str
    masthead: tuple[str, ...]
    conference: ConferenceView
    clauses: tuple[ClauseView, ...]
    notes: tuple[NoteView, ...]
    adoption: AdoptionView | None
    event: int
    fingerprint: str
    as_of: datetime

    @property
    def note_numbers(self) -> dict[str, int]:
        """The printed number of each note, by the id of the note's clause."""
        return {note.clause.id: note.number for note in self.notes}
