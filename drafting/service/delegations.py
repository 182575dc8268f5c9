"""Delegations in the host's order, their groups, and whether their delegates submit."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError, RuleError
from drafting.records.amendment import Amendment
from drafting.records.conference import Delegation, Group, GroupMember, Participant
from drafting.records.draft import Draft
from drafting.records.ids import new_id
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.roles import DelegationKind
from drafting.service.actor import SYSTEM, Actor
from drafting.service.names import admit_code, admit_name, folded


@dataclass(frozen=True, slots=True)
class DelegationLines:
    """What the secretariat enters of a delegation; ``groups`` by name."""

    name: str
    kind: DelegationKind
    code: str = ""
    groups: tuple[str, ...] = ()
    delegates_may_submit: bool = False


def add_delegation(session: Writing, actor: Actor | None, lines: DelegationLines) -> str:
    """Add a delegation at the end of the host's list and return its id.

    Args:
        session: The open write transaction.
        actor: Who enters it; None for the command line.
        lines: What is entered.

    Raises:
        NotAllowedError: The actor is not the secretariat.
        InvalidTextError: A name or the code cannot be kept.
        RuleError: Another delegation has this name.
    """
    who = entered_by(actor)
    last = session.scalar(select(func.max(Delegation.position))) or 0
    delegation = Delegation(id=new_id(), position=last + 1)
    write_delegation(session, delegation, lines)
    session.record("delegation-added", who, delegation=delegation.id)
    return delegation.id


def edit_delegation(session: Writing, actor: Actor | None, delegation_id: str, lines: DelegationLines) -> None:
    """Change what was entered of a delegation; it keeps its place in the host's list.

    Raises:
        NotFoundError: There is no such delegation.
        NotAllowedError, InvalidTextError, RuleError: See ``add_delegation``.
    """
    who = entered_by(actor)
    write_delegation(session, find_delegation(session, delegation_id), lines)
    session.record("delegation-edited", who, delegation=delegation_id)


def remove_delegation(session: Writing, actor: Actor | None, delegation_id: str) -> None:
    """Remove a delegation that was entered by mistake, with any private drafts that nobody can reach.

    Raises:
        NotAllowedError: The actor is not the secretariat.
        NotFoundError: There is no such delegation.
        RuleError: It has people, or it submitted amendments: it belongs to the record.
    """
    who = entered_by(actor)
    delegation = find_delegation(session, delegation_id)
    if session.scalar(select(Participant.id).where(Participant.delegation_id == delegation_id).limit(1)):
        raise RuleError(f"{delegation.name} has people. Move them to another delegation, or take their seats away.")
    if session.scalar(select(Amendment.id).where(Amendment.delegation_id == delegation_id).limit(1)):
        raise RuleError(f"{delegation.name} has submitted amendments and stays in the record.")
    session.execute(delete(Draft).where(Draft.delegation_id == delegation_id))
    _set_groups(session, delegation, ())
    session.delete(delegation)
    session.record("delegation-removed", who, delegation=delegation_id)


def write_delegation(session: Writing, delegation: Delegation, lines: DelegationLines) -> None:
    """Write the lines into a row, new or kept; whoever calls records the event.

    Raises:
        InvalidTextError: A name or the code cannot be kept.
        RuleError: Another delegation has this name.
    """
    name = admit_name(lines.name)
    _must_be_free(session, name, delegation.id)
    delegation.name = name
    delegation.code = admit_code(lines.code)
    delegation.kind = lines.kind
    delegation.delegates_may_submit = lines.delegates_may_submit
    session.add(delegation)
    session.flush()
    _set_groups(session, delegation, lines.groups)


def find_delegation(session: Session, delegation_id: str | None) -> Delegation:
    """Return a delegation.

    Raises:
        NotFoundError: There is none of this id.
    """
    delegation = session.get(Delegation, delegation_id) if delegation_id else None
    if delegation is None:
        raise NotFoundError("delegation")
    return delegation


def groups_by_delegation(session: Session) -> dict[str, tuple[str, ...]]:
    """Return the names of the groups of every delegation that has any, by its id, in alphabetical order."""
    rows = session.execute(
        select(GroupMember.delegation_id, Group.name).join(Group, Group.id == GroupMember.group_id).order_by(Group.name)
    )
    found: dict[str, tuple[str, ...]] = {}
    for delegation, group in rows:
        found[delegation] = (*found.get(delegation, ()), group)
    return found


def entered_by(actor: Actor | None) -> str:
    """Return who is named in the log for entering delegations and people; None is the command line.

    Raises:
        NotAllowedError: The actor is not the secretariat.
    """
    if actor is None:
        return SYSTEM
    actor.must(Act.MANAGE_SEATS)
    return actor.id


def split_names(given: str) -> tuple[str, ...]:
    """Return names that stand in one line, separated by semicolons or commas."""
    return tuple(name.strip() for name in given.replace(",", ";").split(";") if name.strip())


def _must_be_free(session: Session, name: str, own_id: str) -> None:
    taken = session.execute(select(Delegation.id, Delegation.name))
    for other_id, other in taken:
        if other_id != own_id and folded(other) == folded(name):
            raise RuleError(f"There is a delegation {other} already. Names of delegations must differ.")


def _set_groups(session: Writing, delegation: Delegation, names: Iterable[str]) -> None:
    wanted = {folded(name): name for name in map(admit_name, names)}
    kept = {folded(group.name): group for group in session.scalars(select(Group))}
    members = session.scalars(select(GroupMember).where(GroupMember.delegation_id == delegation.id)).all()
    for member in members:
        if member.group_id not in {kept[key].id for key in wanted if key in kept}:
            session.delete(member)
    present = {member.group_id for member in members}
    for key, name in wanted.items():
        group = kept.get(key) or _new_group(session, name)
        if group.id not in present:
            session.add(GroupMember(id=new_id(), group_id=group.id, delegation_id=delegation.id))
    session.flush()
    _drop_empty_groups(session)


def _new_group(session: Writing, name: str) -> Group:
    group = Group(id=new_id(), name=name)
    session.add(group)
    return group


def _drop_empty_groups(session: Writing) -> None:
    members = select(GroupMember.group_id)
    for group in session.scalars(select(Group).where(Group.id.not_in(members))):
        session.delete(group)
    session.flush()
