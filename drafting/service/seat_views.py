"""The seats as pages show them: delegations in the host's order with their people, and the seats that have none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from drafting.records.conference import Delegation, Participant
from drafting.records.sign_in import Credential, SignInLink
from drafting.rules.roles import DelegationKind, Role
from drafting.service.delegations import groups_by_delegation

_ORDER = {role: place for place, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class SeatView:
    """A person in a seat; ``link_until`` is aware UTC, None where no one-time link is open."""

    id: str
    name: str
    email: str
    role: Role
    delegation_id: str | None
    active: bool
    has_password: bool
    link_until: datetime | None


@dataclass(frozen=True, slots=True)
class DelegationSeats:
    """A delegation and its people, heads first."""

    id: str
    name: str
    code: str
    kind: DelegationKind
    groups: tuple[str, ...]
    delegates_may_submit: bool
    people: tuple[SeatView, ...]


@dataclass(frozen=True, slots=True)
class DemoSeat:
    """A seat of the demonstration that anybody may enter: "Pakistan (delegate)", "Chair 2"."""

    participant_id: str
    called: str


@dataclass(frozen=True, slots=True)
class DemoSeats:
    """The seats of one delegation, or of the podium where ``name`` is empty."""

    name: str
    seats: tuple[DemoSeat, ...]


def delegation_seats(session: Session, *, now: datetime) -> tuple[DelegationSeats, ...]:
    """Return every delegation with its people, in the host's order; three queries."""
    groups = groups_by_delegation(session)
    people = _people(session, now)
    found = session.scalars(select(Delegation).order_by(Delegation.position, Delegation.name))
    return tuple(
        DelegationSeats(
            id=delegation.id,
            name=delegation.name,
            code=delegation.code,
            kind=delegation.kind,
            groups=groups.get(delegation.id, ()),
            delegates_may_submit=delegation.delegates_may_submit,
            people=tuple(person for person in people if person.delegation_id == delegation.id),
        )
        for delegation in found
    )


def other_seats(session: Session, *, now: datetime) -> tuple[SeatView, ...]:
    """Return the people who belong to no delegation: chairs, secretariat, observers."""
    return tuple(person for person in _people(session, now) if person.delegation_id is None)


def demo_seats(session: Session) -> tuple[DemoSeats, ...]:
    """Return every seat that is held, the podium's first, then the delegations' in the host's order."""
    rows = session.execute(
        select(Participant.id, Participant.name, Participant.role, Delegation.name.label("delegation"))
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .where(Participant.active)
        .order_by(Delegation.position, Participant.seated_at, Participant.email)
    ).all()
    seats: dict[str, list[Row[str, str, Role, str]]] = {"": []}
    for row in rows:
        seats.setdefault(row.delegation or "", []).append(row)
    return tuple(DemoSeats(name, _called(name, rows)) for name, rows in seats.items() if rows)


def _called(delegation: str, rows: Iterable[Row[str, str, Role, str]]) -> tuple[DemoSeat, ...]:
    by_role: dict[Role, list[Row[str, str, Role, str]]] = {}
    for row in sorted(rows, key=lambda row: _ORDER[row.role]):
        by_role.setdefault(row.role, []).append(row)
    return tuple(
        DemoSeat(row.id, _seat_name(delegation, role, number, len(same)))
        for role, same in by_role.items()
        for number, row in enumerate(same, start=1)
    )


def _seat_name(delegation: str, role: Role, number: int, of: int) -> str:
    counted = f" {number}" if of > 1 or role is Role.CHAIR else ""
    return f"{delegation} ({role}{counted if of > 1 else ''})" if delegation else f"{str(role).capitalize()}{counted}"


def _people(session: Session, now: datetime) -> tuple[SeatView, ...]:
    open_link = (
        (SignInLink.participant_id == Participant.id) & SignInLink.used_at.is_(None) & (SignInLink.expires_at > now)
    )
    rows = session.execute(
        select(Participant, Credential.set_at, SignInLink.expires_at)
        .outerjoin(Credential, Credential.participant_id == Participant.id)
        .outerjoin(SignInLink, open_link)
        .order_by(Participant.seated_at, Participant.email)
    ).all()
    views = [
        SeatView(
            id=person.id,
            name=person.name,
            email=person.email,
            role=person.role,
            delegation_id=person.delegation_id,
            active=person.active,
            has_password=set_at is not None,
            link_until=expires_at,
        )
        for person, set_at, expires_at in rows
    ]
    return tuple(sorted(views, key=lambda view: _ORDER[view.role]))
