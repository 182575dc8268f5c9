"""Wordings: a proposed text against one text of its clause, and its way over later decisions."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError
from drafting.records.amendment import Amendment, AmendmentVersion, Decision
from drafting.records.document import Clause, ClauseVersion
from drafting.text import (
    Blocked,
    CarriedOver,
    Edits,
    Satisfied,
    Tokens,
    apply,
    edits_between,
    edits_from_wire,
    rebase_through,
    runs_of,
    tokenise,
)
from drafting.text.runs import Runs, from_wire


@dataclass(frozen=True, slots=True)
class Wording:
    """A text proposed against version ``base_version`` of a clause; ``edits`` make it from that text."""

    base_version: int
    base: Tokens
    runs: Runs
    edits: Edits


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Edits that a later decision leaves no place for; ``amendment`` is what was decided."""

    decision: Decision
    amendment: Amendment
    blocked: Blocked


Carried = CarriedOver | Satisfied | Overtaken


def base_runs(session: Session, clause_id: str, version: int) -> Runs:
    """Return a clause's text of one version; version 0 is the empty text of an insertion.

    Raises:
        NotFoundError: The clause has no such version.
    """
    if version == 0:
        return ()
    wire = session.scalar(
        select(ClauseVersion.runs).where(ClauseVersion.clause_id == clause_id, ClauseVersion.number == version)
    )
    if wire is None:
        raise NotFoundError("text of this clause")
    return from_wire(wire)


def wording(session: Session, clause_id: str, base_version: int, runs: Runs) -> Wording:
    """Compare a proposed text with the text it was written on; done outside the write gate."""
    base = tokenise(base_runs(session, clause_id, base_version))
    return Wording(base_version, base, runs, edits_between(base, tokenise(runs)))


def carry(session: Session, clause: Clause, base_version: int, edits: Edits) -> Carried:
    """Carry edits made on an older text over every decision since, one by one, by shifting offsets."""
    later = session.scalars(
        select(ClauseVersion)
        .where(ClauseVersion.clause_id == clause.id, ClauseVersion.number > base_version)
        .order_by(ClauseVersion.number)
    ).all()
    if not later:
        return CarriedOver(edits)
    base = tokenise(base_runs(session, clause.id, base_version))
    outcome = rebase_through(base, edits, [edits_from_wire(version.edits) for version in later])
    return _overtaken(session, later[outcome.step], outcome) if isinstance(outcome, Blocked) else outcome


def proposed(session: Session, clause: Clause, version: AmendmentVersion) -> Runs:
    """Return the whole clause as an amendment's wording would have it."""
    base = tokenise(base_runs(session, clause.id, version.base_version))
    return runs_of(apply(base, edits_from_wire(version.edits)))


def _overtaken(session: Session, version: ClauseVersion, blocked: Blocked) -> Overtaken:
    decision = session.get_one(Decision, version.decision_id)
    return Overtaken(decision, session.get_one(Amendment, decision.amendment_id), blocked)
