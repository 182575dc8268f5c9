"""Delegations and people from two CSV files: all or nothing, and bringing them in again doubles nothing.

A delegation is known by its name, a person by the e-mail address. The order of the rows is the host's order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import UnreadableFileError
from drafting.records.conference import Delegation, Participant
from drafting.records.ids import new_id
from drafting.records.writing import Writing
from drafting.rules.roles import DelegationKind, Role
from drafting.service.actor import Actor
from drafting.service.csv_table import Fault
from drafting.service.delegations import DelegationLines, entered_by, groups_by_delegation, write_delegation
from drafting.service.names import folded
from drafting.service.people_rows import PEOPLE, DelegationRow, PersonRow, read_delegations, read_people
from drafting.service.seats import PersonLines, keep_a_secretariat, write_person

_SECRETARIAT = select(Participant.id).where(Participant.role == Role.SECRETARIAT, Participant.active).limit(1)


class PeopleFileError(UnreadableFileError):
    """The files hold faults; nothing of them was kept. ``faults`` names each with its line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import does; ``changes`` and ``notes`` are sentences, in the order of the files."""

    delegations_added: int
    delegations_changed: int
    people_added: int
    people_changed: int
    changes: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Delegation:
    lines: DelegationLines
    kept: Delegation | None
    change: str


@dataclass(frozen=True, slots=True)
class _Person:
    row: PersonRow
    kept: Participant | None
    change: str


@dataclass(frozen=True, slots=True)
class _Plan:
    delegations: tuple[_Delegation, ...]
    people: tuple[_Person, ...]


def preview_people(session: Session, delegations: str | bytes, people: str | bytes) -> Imported:
    """Say what ``import_people`` would do, and change nothing.

    Raises:
        PeopleFileError: The files hold faults.
    """
    return _summary(_plan(session, delegations, people))


def import_people(session: Writing, actor: Actor | None, delegations: str | bytes, people: str | bytes) -> Imported:
    """Bring in delegations and people.

    A seat that was taken away stays so; a person who changes seat is signed out. Who is not in the files is left alone.

    Args:
        session: The open write transaction.
        actor: Who brings them in; None for the command line.
        delegations: The file with name, code, kind, groups and "delegates may submit"; may be blank.
        people: The file with name, email, delegation and role; may be blank.

    Raises:
        NotAllowedError: The actor is not the secretariat.
        PeopleFileError: The files hold faults.
        RuleError: Nobody would be left in the secretariat.
    """
    who = entered_by(actor)
    plan = _plan(session, delegations, people)
    had_secretariat = session.scalar(_SECRETARIAT) is not None
    _write_delegations(session, plan)
    _write_people(session, plan)
    if had_secretariat:
        keep_a_secretariat(session)
    done = _summary(plan)
    session.record("people-imported", who, changes=len(done.changes))
    return done


def _plan(session: Session, delegations: str | bytes, people: str | bytes) -> _Plan:
    rows, faults = read_delegations(delegations)
    persons, faults_of_people = read_people(people)
    kept = {folded(found.name): found for found in session.scalars(select(Delegation).order_by(Delegation.position))}
    named = kept.keys() | {folded(row.name) for row in rows}
    faults += faults_of_people
    faults = faults or tuple(_homeless(persons, named))
    if faults:
        raise PeopleFileError(faults)
    if not rows and not persons:
        raise UnreadableFileError("The files have no rows. Fill in delegations.csv or people.csv and try again.")
    groups = groups_by_delegation(session)
    return _Plan(
        tuple(_planned_delegation(row, kept.get(folded(row.name)), groups) for row in rows),
        tuple(_planned_people(session, persons)),
    )


def _homeless(persons: tuple[PersonRow, ...], named: set[str]) -> Iterator[Fault]:
    for row in persons:
        if row.delegation and folded(row.delegation) not in named:
            sentence = f"There is no delegation “{row.delegation}”. Enter it in delegations.csv, or mend the name."
            yield Fault(PEOPLE, row.line, sentence)


def _planned_delegation(
    row: DelegationRow, kept: Delegation | None, groups: Mapping[str, tuple[str, ...]]
) -> _Delegation:
    before = _lines_of(kept, groups) if kept else DelegationLines(row.name, DelegationKind.STATE)
    lines = DelegationLines(
        name=row.name,
        kind=before.kind if row.kind is None else row.kind,
        code=before.code if row.code is None else row.code,
        groups=before.groups if row.groups is None else tuple(sorted(row.groups)),
        delegates_may_submit=(
            before.delegates_may_submit if row.delegates_may_submit is None else row.delegates_may_submit
        ),
    )
    if kept is None:
        return _Delegation(lines, None, f"{row.name} is a new delegation.")
    return _Delegation(lines, kept, _change(row.name, _told(before), _told(lines)))


def _planned_people(session: Session, persons: tuple[PersonRow, ...]) -> Iterator[_Person]:
    found = session.execute(
        select(Participant, Delegation.name).outerjoin(Delegation, Delegation.id == Participant.delegation_id)
    )
    known = {person.email: (person, delegation or "") for person, delegation in found}
    for row in persons:
        if row.email not in known:
            seat = f"{row.role} of {row.delegation}" if row.delegation else str(row.role)
            yield _Person(row, None, f"{row.name} is new: {seat}.")
            continue
        person, delegation = known[row.email]
        before = {"name": person.name, "role": str(person.role), "delegation": delegation}
        same_place = folded(delegation) == folded(row.delegation)
        after = {"name": row.name, "role": str(row.role), "delegation": delegation if same_place else row.delegation}
        yield _Person(row, person, _change(row.name, before, after))


def _lines_of(kept: Delegation, groups: Mapping[str, tuple[str, ...]]) -> DelegationLines:
    own = tuple(sorted(groups.get(kept.id, ())))
    return DelegationLines(kept.name, kept.kind, kept.code, own, kept.delegates_may_submit)


def _told(lines: DelegationLines) -> dict[str, str]:
    return {
        "name": lines.name,
        "code": lines.code,
        "kind": str(lines.kind),
        "groups": ", ".join(lines.groups),
        "delegates may submit": "yes" if lines.delegates_may_submit else "no",
    }


def _change(name: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    parts = [
        f"{what} “{before[what]}” becomes “{value}”" if before[what] else f"{what} “{value}” is added"
        for what, value in after.items()
        if before[what] != value
    ]
    return f"{name}: {'; '.join(parts)}." if parts else ""


def _summary(plan: _Plan) -> Imported:
    changes = [planned.change for planned in plan.delegations] + [planned.change for planned in plan.people]
    return Imported(
        delegations_added=sum(planned.kept is None for planned in plan.delegations),
        delegations_changed=sum(bool(planned.kept and planned.change) for planned in plan.delegations),
        people_added=sum(planned.kept is None for planned in plan.people),
        people_changed=sum(bool(planned.kept and planned.change) for planned in plan.people),
        changes=tuple(filter(None, changes)),
        notes=tuple(_note(planned.kept) for planned in plan.people if planned.kept and not planned.kept.active),
    )


def _note(person: Participant) -> str:
    return f"The seat of {person.name} was taken away and stays so. Give it back on the page People if that is meant."


def _write_delegations(session: Writing, plan: _Plan) -> None:
    rows = [planned.kept or Delegation(id=new_id()) for planned in plan.delegations]
    mentioned = {row.id for row in rows}
    others = [
        other
        for other in session.scalars(select(Delegation).order_by(Delegation.position))
        if other.id not in mentioned
    ]
    for position, row in enumerate([*rows, *others] if rows else [], start=1):
        row.position = position
    for row, planned in zip(rows, plan.delegations, strict=True):
        if planned.change:
            write_delegation(session, row, planned.lines)


def _write_people(session: Writing, plan: _Plan) -> None:
    ids = {folded(name): own for own, name in session.execute(select(Delegation.id, Delegation.name))}
    for planned in plan.people:
        if planned.change:
            person = planned.kept or Participant(id=new_id(), active=True, seated_at=session.moment)
            row = planned.row
            lines = PersonLines(row.name, row.email, row.role, ids[folded(row.delegation)] if row.delegation else None)
            write_person(session, person, lines)
