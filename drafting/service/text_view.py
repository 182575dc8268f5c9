"""Builds the rolling text as pages and exports show it; a constant number of queries a document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError
from drafting.records.amendment import Amendment
from drafting.records.document import Clause, ClauseVersion, Document
from drafting.records.event import Event
from drafting.rules.kinds import ClauseKind
from drafting.rules.labels import marker
from drafting.rules.life import OPEN_STATES, Stage
from drafting.service.conference import conference_view, is_founded
from drafting.text.runs import NoteReference, Runs, from_wire, plain
from drafting.view.document import AdoptionView, ClauseView, ConferenceView, DocumentView, NoteView

_IS_CURRENT = (ClauseVersion.clause_id == Clause.id) & (ClauseVersion.number == Clause.version)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list of documents."""

    id: str
    symbol: str
    title: str
    stage: Stage


@dataclass(frozen=True)
class Text:
    """A document's rows, read once: ``clauses`` in document order, notes last; ``runs`` by clause id."""

    document: Document
    clauses: tuple[Clause, ...]
    runs: Mapping[str, Runs]

    @cached_property
    def by_id(self) -> Mapping[str, Clause]:
        """The clauses by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def depths(self) -> Mapping[str, int]:
        """How many clauses stand above each, by id."""
        depths: dict[str, int] = {}
        for clause in self.clauses:
            depths[clause.id] = 0 if clause.parent_id is None else depths[clause.parent_id] + 1
        return depths

    @cached_property
    def note_order(self) -> tuple[str, ...]:
        """The notes' clause ids in the order in which the standing text first calls them, uncalled ones last."""
        called = [
            piece.note
            for clause in self.clauses
            if not clause.deleted and clause.kind is not ClauseKind.NOTE
            for piece in self.runs[clause.id]
            if isinstance(piece, NoteReference)
        ]
        notes = [clause.id for clause in self.clauses if clause.kind is ClauseKind.NOTE]
        return tuple(dict.fromkeys([note for note in called if note in self.by_id] + notes))

    @property
    def title(self) -> str:
        """The words of the title, or the symbol where there is none."""
        titles = (plain(self.runs[clause.id]) for clause in self.clauses if clause.kind is ClauseKind.TITLE)
        return _called(next(titles, ""), self.document)


def read_text(session: Session, document_id: str) -> Text:
    """Read a document and its current clauses.

    Raises:
        NotFoundError: There is no such document.
    """
    document = session.get(Document, document_id)
    if document is None:
        raise NotFoundError("document")
    rows = session.execute(
        select(Clause, ClauseVersion.runs).join(ClauseVersion, _IS_CURRENT).where(Clause.document_id == document_id)
    ).all()
    runs = {clause.id: from_wire(wire) for clause, wire in rows}
    return Text(document, in_order([clause for clause, _ in rows]), runs)


def in_order(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Return clauses in document order: each before its children, by rank; notes last."""
    children: dict[str | None, list[Clause]] = {}
    for clause in sorted(clauses, key=lambda clause: (clause.kind is ClauseKind.NOTE, clause.rank)):
        children.setdefault(clause.parent_id, []).append(clause)
    ordered: list[Clause] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        clause = waiting.pop()
        ordered.append(clause)
        waiting += reversed(children.get(clause.id, []))
    return tuple(ordered)


def document_view(session: Session, document_id: str) -> DocumentView:
    """Return the rolling text at the last event that is about this document.

    Raises:
        NotFoundError: There is no such document.
    """
    text = read_text(session, document_id)
    last = _last_event(session, document_id)
    views = {view.id: view for view in clause_views(session, text)}
    document = text.document
    return DocumentView(
        id=document.id,
        form=document.form,
        symbol=document.symbol,
        language=document.language,
        title=text.title,
        masthead=tuple(document.masthead),
        conference=_conference(session),
        clauses=tuple(view for view in views.values() if view.kind is not ClauseKind.NOTE),
        notes=tuple(NoteView(number, views[note]) for number, note in enumerate(text.note_order, start=1)),
        adoption=_adoption(document),
        event=last.seq,
        fingerprint=last.hash,
        as_of=last.at,
    )


def clause_views(session: Session, text: Text) -> tuple[ClauseView, ...]:
    """Return every clause of a text, notes last, with the number of its open amendments."""
    counts = _open_amendments(session, text.document.id)
    return tuple(_clause_view(text, clause, counts.get(clause.id, 0)) for clause in text.clauses)


def documents(session: Session) -> tuple[DocumentLine, ...]:
    """Return every document, in the order in which they came in; one query, whatever their number."""
    title = (Clause.document_id == Document.id) & (Clause.kind == ClauseKind.TITLE)
    rows = session.execute(
        select(Document, ClauseVersion.runs)
        .outerjoin(Clause, title)
        .outerjoin(ClauseVersion, _IS_CURRENT)
        .order_by(Document.imported_at, Document.id, Clause.rank)
    )
    lines: dict[str, DocumentLine] = {}
    for document, wire in rows:
        words = plain(from_wire(wire)) if wire is not None else ""
        line = DocumentLine(document.id, document.symbol, _called(words, document), document.stage)
        lines.setdefault(document.id, line)
    return tuple(lines.values())


def _called(title: str, document: Document) -> str:
    return title or document.symbol or "Untitled text"


def _clause_view(text: Text, clause: Clause, open_amendments: int) -> ClauseView:
    return ClauseView(
        id=clause.id,
        kind=clause.kind,
        label=clause.label,
        marker=marker(clause.kind, clause.label, text.document.form),
        depth=text.depths[clause.id],
        runs=text.runs[clause.id],
        version=clause.version,
        agreement=clause.agreement,
        open_amendments=open_amendments,
        deleted=clause.deleted,
    )


def _open_amendments(session: Session, document_id: str) -> Mapping[str, int]:
    rows = session.execute(
        select(Amendment.clause_id, func.count())
        .where(Amendment.document_id == document_id, Amendment.state.in_(OPEN_STATES))
        .group_by(Amendment.clause_id)
    )
    return {clause: count for clause, count in rows}  # noqa: C416 (a row is no pair to mypy)


def _conference(session: Session) -> ConferenceView:
    """The conference, or blank lines where a text was brought in before it was founded."""
    return conference_view(session) if is_founded(session) else ConferenceView("", "", "", (), "", "", "UTC")


def _last_event(session: Session, document_id: str) -> Event:
    return session.scalars(
        select(Event).where(Event.document_id == document_id).order_by(Event.seq.desc()).limit(1)
    ).one()


def _adoption(document: Document) -> AdoptionView | None:
    if document.stage is not Stage.ADOPTED or document.adopted_on is None:
        return None
    return AdoptionView(document.adopted_place or "", document.adopted_on)
