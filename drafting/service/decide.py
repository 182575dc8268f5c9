"""The chair accepts or rejects an amendment; every other on the clause is carried over or named as overtaken."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import StaleVersionError
from drafting.records.amendment import Amendment, AmendmentVersion, Decision
from drafting.records.conference import Participant
from drafting.records.document import Clause
from drafting.records.ids import new_id
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.life import DECIDABLE_STATES, AmendmentState, Cause, Outcome
from drafting.service.accepting import accept
from drafting.service.actor import Actor
from drafting.service.conference import clock_time
from drafting.service.consequences import (
    Consequence,
    Overtaken,
    Reflected,
    Stands,
    consequences,
)
from drafting.service.finding import find_amendment, find_document, named
from drafting.service.look_alikes import must_have_seen
from drafting.text import admit_prose, edits_to_wire


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision did: the public numbers of the others, by their fate."""

    number: int
    label: str
    outcome: Outcome
    carried: tuple[int, ...]
    overtaken: tuple[int, ...]
    reflected: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the chair had before them: an amendment, in the versions of its clause and of its wording."""

    amendment_id: str
    clause_version: int
    amendment_version: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the chair says; the reason may be empty.

    ``place`` is, for an insertion, the id of the clause to put it directly after where others stand
    already; without it, it stands after them. ``seen_look_alikes``: the chair has seen the words that look
    like others.
    """

    outcome: Outcome
    reason: str = ""
    place: str | None = None
    seen_look_alikes: bool = False


def decide(session: Writing, actor: Actor, seen: Seen, ruling: Ruling) -> Decided:
    """Decide on one amendment.

    Raises:
        NotFoundError: There is no such amendment.
        NotAllowedError: The actor is not the chair, or the text is adopted.
        StaleVersionError: The clause or the amendment changed meanwhile; says who decided what.
        RuleError: What is accepted brings in words that look like others, and the chair has not seen them.
    """
    amendment = find_amendment(session, seen.amendment_id)
    actor.must(Act.DECIDE, stage=find_document(session, amendment.document_id).stage)
    clause = session.get_one(Clause, amendment.clause_id)
    _must_be_as_seen(session, amendment, clause, seen)
    if ruling.outcome is Outcome.ACCEPTED:
        must_have_seen(session, amendment, seen=ruling.seen_look_alikes)
    found = consequences(session, amendment) if ruling.outcome is Outcome.ACCEPTED else ()
    decision = _decision(session, actor, amendment, ruling)
    if ruling.outcome is Outcome.ACCEPTED:
        amendment.state = AmendmentState.ACCEPTED
        accept(session, amendment, decision, ruling.place)
    else:
        amendment.state = AmendmentState.REJECTED
    for consequence in found:
        _follow(session, consequence, decision)
    decided = _summary(amendment, clause, ruling.outcome, found)
    session.record(
        f"amendment-{ruling.outcome}",
        actor.id,
        document=amendment.document_id,
        clauses=_touched(clause, amendment),
        amendment=amendment.id,
        number=amendment.number,
    )
    return decided


def _must_be_as_seen(session: Session, amendment: Amendment, clause: Clause, seen: Seen) -> None:
    if amendment.state not in DECIDABLE_STATES:
        raise StaleVersionError(_what_happened(session, amendment))
    if clause.version != seen.clause_version:
        raise StaleVersionError(_who_changed(session, clause))
    if amendment.version != seen.amendment_version:
        raise StaleVersionError(
            f"{named(session, amendment)} was revised by its delegation meanwhile. Read the new wording, then decide."
        )


def _what_happened(session: Session, amendment: Amendment) -> str:
    name = named(session, amendment)
    decision = session.scalar(select(Decision).where(Decision.amendment_id == amendment.id))
    if decision is not None:
        by = session.get_one(Participant, decision.decided_by).name
        when = clock_time(session, decision.decided_at)
        return f"{name} was {decision.outcome} by {by} at {when}. Your decision was not taken down."
    said = {
        AmendmentState.BLOCKED: "overtaken by another decision",
        AmendmentState.SATISFIED: "already reflected in the text",
    }
    return f"{name} is {said.get(amendment.state, str(amendment.state))}. Your decision was not taken down."


def _who_changed(session: Session, clause: Clause) -> str:
    made = session.scalars(
        select(Decision).where(Decision.clause_id == clause.id, Decision.clause_version == clause.version)
    ).first()
    if made is None:
        return f"{clause.label} changed meanwhile. Read it again, then decide."
    by = session.get_one(Participant, made.decided_by).name
    what = named(session, session.get_one(Amendment, made.amendment_id))
    return (
        f"{clause.label} changed meanwhile: {by} accepted {what} at {clock_time(session, made.decided_at)}. "
        "Your decision was not taken down. Read the clause again, then decide."
    )


def _decision(session: Writing, actor: Actor, amendment: Amendment, ruling: Ruling) -> Decision:
    decision = Decision(
        id=new_id(),
        amendment_id=amendment.id,
        clause_id=amendment.clause_id,
        outcome=ruling.outcome,
        reason=admit_prose(ruling.reason),
        clause_version=None,
        decided_by=actor.id,
        decided_at=session.moment,
    )
    session.add(decision)
    return decision


def _follow(session: Writing, consequence: Consequence, decision: Decision) -> None:
    amendment = consequence.amendment
    match consequence.fate:
        case Stands(edits=None):
            pass
        case Stands(edits=edits):
            amendment.version += 1
            session.add(_carried(session, consequence, edits_to_wire(edits or ())))
        case Reflected():
            amendment.state = AmendmentState.SATISFIED
            amendment.blocked_by = decision.id
        case Overtaken(why=why):
            amendment.state = AmendmentState.BLOCKED
            amendment.blocked_by, amendment.blocked_why = decision.id, why


def _carried(session: Writing, consequence: Consequence, edits: list[dict[str, object]]) -> AmendmentVersion:
    before = consequence.wording
    return AmendmentVersion(
        id=new_id(),
        amendment_id=consequence.amendment.id,
        number=consequence.amendment.version,
        cause=Cause.CARRIED_OVER,
        base_version=before.base_version + 1,
        runs=None,
        edits=edits,
        reason=before.reason,
        made_at=session.moment,
    )


def _summary(amendment: Amendment, clause: Clause, outcome: Outcome, found: tuple[Consequence, ...]) -> Decided:
    numbers = {
        fate: tuple(each.amendment.number for each in found if isinstance(each.fate, fate))
        for fate in (Stands, Overtaken, Reflected)
    }
    return Decided(amendment.number, clause.label, outcome, numbers[Stands], numbers[Overtaken], numbers[Reflected])


def _touched(clause: Clause, amendment: Amendment) -> list[str]:
    return [clause.id] + ([amendment.new_clause_id] if amendment.new_clause_id else [])
