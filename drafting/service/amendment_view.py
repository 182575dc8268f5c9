"""Builds submitted amendments as pages show them; a constant number of queries a document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.records.amendment import Amendment, AmendmentVersion, Decision
from drafting.records.conference import Delegation, Participant
from drafting.records.document import ClauseVersion
from drafting.rules.life import AmendmentKind, Cause
from drafting.service.relations import Standing, identical, touches
from drafting.service.text_view import Text, clause_views, read_text
from drafting.text import Edits, Runs, Tokens, apply, edits_from_wire, redline, runs_of, tokenise
from drafting.text.look_alikes import brought_in
from drafting.text.runs import from_wire
from drafting.view.amendment import AmendmentView, BlockedView, DecisionView, TouchView
from drafting.view.document import ClauseView


@dataclass(frozen=True, slots=True)
class Row:
    """An amendment with its last wording, the text that is based on, and the result."""

    amendment: Amendment
    wording: AmendmentVersion
    base: Tokens
    edits: Edits
    proposed: Tokens


@dataclass(frozen=True, slots=True)
class Names:
    """Who is meant by the ids in rows: names of delegations and of people, decisions and numbers.

    ``decided`` holds the decisions by the amendment that they are on.
    """

    delegations: Mapping[str, str]
    people: Mapping[str, str]
    decisions: Mapping[str, Decision]
    decided: Mapping[str, Decision]
    amendments: Mapping[str, Amendment]


def amendments_of(session: Session, document_id: str) -> tuple[AmendmentView, ...]:
    """Return every submitted amendment of a document, in document order, then by number."""
    text = read_text(session, document_id)
    return views(session, text, rows(session, text))


def rows(session: Session, text: Text, *, delegation_id: str | None = None) -> tuple[Row, ...]:
    """Read the amendments of a document, or of one delegation to it, in document order, then by number."""
    query = (
        select(Amendment, AmendmentVersion)
        .join(AmendmentVersion, AmendmentVersion.amendment_id == Amendment.id)
        .where(Amendment.document_id == text.document.id, AmendmentVersion.number == Amendment.version)
    )
    if delegation_id is not None:
        query = query.where(Amendment.delegation_id == delegation_id)
    found = [(amendment, wording) for amendment, wording in session.execute(query)]
    bases = texts_of(session, text, ((amendment.clause_id, wording.base_version) for amendment, wording in found))
    place = {clause.id: position for position, clause in enumerate(text.clauses)}
    ordered = sorted(found, key=lambda pair: (place[pair[0].clause_id], pair[0].number))
    return tuple(_row(amendment, wording, bases) for amendment, wording in ordered)


def views(session: Session, text: Text, read: Iterable[Row]) -> tuple[AmendmentView, ...]:
    """Return rows as pages show them, each with the amendments it touches and those identical to it."""
    read = tuple(read)
    clauses = {view.id: view for view in clause_views(session, text)}
    names = _names(session, text.document.id)
    standings = [_standing(row, names) for row in read]
    twins, touched = identical(standings), touches(standings, text)
    return tuple(
        _view(row, clauses[row.amendment.clause_id], names, standing, twins, touched)
        for row, standing in zip(read, standings, strict=True)
    )


def texts_of(session: Session, text: Text, wanted: Iterable[tuple[str, int]]) -> Mapping[tuple[str, int], Tokens]:
    """Return clauses' texts, present or older, by clause id and version; at most one query."""
    current = {(clause.id, clause.version): text.runs[clause.id] for clause in text.clauses}
    wanted = set(wanted)
    older = wanted - current.keys()
    runs: dict[tuple[str, int], Runs] = {key: current[key] for key in wanted & current.keys()}
    if older:
        clauses = {clause for clause, _ in older}
        for version in session.scalars(select(ClauseVersion).where(ClauseVersion.clause_id.in_(clauses))):
            if (version.clause_id, version.number) in older:
                runs[version.clause_id, version.number] = from_wire(version.runs)
    return {key: tokenise(value) for key, value in runs.items()}


def _row(amendment: Amendment, wording: AmendmentVersion, bases: Mapping[tuple[str, int], Tokens]) -> Row:
    base = bases.get((amendment.clause_id, wording.base_version), ())
    edits = edits_from_wire(wording.edits)
    proposed = () if amendment.kind is AmendmentKind.DELETE else apply(base, edits)
    return Row(amendment, wording, base, edits, proposed)


def _names(session: Session, document_id: str) -> Names:
    amendments = session.scalars(select(Amendment).where(Amendment.document_id == document_id)).all()
    decisions = session.scalars(
        select(Decision)
        .join(Amendment, Amendment.id == Decision.amendment_id)
        .where(Amendment.document_id == document_id)
    ).all()
    return Names(
        delegations={found.id: found.name for found in session.scalars(select(Delegation))},
        people={found.id: found.name for found in session.scalars(select(Participant))},
        decisions={decision.id: decision for decision in decisions},
        decided={decision.amendment_id: decision for decision in decisions},
        amendments={amendment.id: amendment for amendment in amendments},
    )


def _standing(row: Row, names: Names) -> Standing:
    amendment = row.amendment
    return Standing(
        number=amendment.number,
        delegation=names.delegations[amendment.delegation_id],
        kind=amendment.kind,
        state=amendment.state,
        clause_id=amendment.clause_id,
        new_kind=amendment.new_kind,
        base=row.base,
        edits=row.edits,
        proposed=row.proposed,
    )


def _view(
    row: Row,
    clause: ClauseView,
    names: Names,
    standing: Standing,
    twins: Mapping[int, tuple[int, ...]],
    touched: Mapping[int, tuple[TouchView, ...]],
) -> AmendmentView:
    amendment, wording = row.amendment, row.wording
    return AmendmentView(
        id=amendment.id,
        number=amendment.number,
        kind=amendment.kind,
        state=amendment.state,
        delegation_id=amendment.delegation_id,
        delegation=standing.delegation,
        clause=clause,
        redline=redline(row.base, row.proposed),
        proposed=runs_of(row.proposed),
        reason=wording.reason,
        version=amendment.version,
        carried_over=wording.cause is Cause.CARRIED_OVER,
        submitted_at=amendment.submitted_at,
        identical_to=twins.get(amendment.number, ()),
        touches=touched.get(amendment.number, ()),
        blocked=_blocked(amendment, names),
        decision=_decision(amendment, names),
        look_alikes=brought_in(row.base, row.proposed),
    )


def _blocked(amendment: Amendment, names: Names) -> BlockedView | None:
    if amendment.blocked_by is None:
        return None
    decision = names.decisions[amendment.blocked_by]
    by = names.amendments[decision.amendment_id]
    return BlockedView(by.number, names.delegations[by.delegation_id], amendment.blocked_why or "", decision.decided_at)


def _decision(amendment: Amendment, names: Names) -> DecisionView | None:
    decision = names.decided.get(amendment.id)
    if decision is None:
        return None
    return DecisionView(decision.outcome, names.people[decision.decided_by], decision.reason, decision.decided_at)
