"""Who sits in which seat: people are entered, moved, and their seats taken away and given back.

Rights are read from the seat at every request; a seat that changes ends its sessions in the same transaction.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError, RuleError
from drafting.records.conference import Participant
from drafting.records.ids import new_id
from drafting.records.writing import Writing
from drafting.rules.roles import OF_A_DELEGATION, Role
from drafting.service.actor import Actor
from drafting.service.delegations import entered_by, find_delegation
from drafting.service.links import void_links
from drafting.service.names import admit_address, admit_name
from drafting.service.sessions import end_sessions_of


@dataclass(frozen=True, slots=True)
class PersonLines:
    """What the secretariat enters of a person; heads of delegation and delegates have a delegation, others none."""

    name: str
    email: str
    role: Role
    delegation_id: str | None = None


def add_person(session: Writing, actor: Actor | None, lines: PersonLines) -> str:
    """Give a person a seat and return the person's id.

    Args:
        session: The open write transaction.
        actor: Who enters the person; None for the command line.
        lines: What is entered.

    Raises:
        NotAllowedError: The actor is not the secretariat.
        NotFoundError: There is no such delegation.
        InvalidTextError: The name or the address cannot be kept.
        RuleError: The address has a seat already, or the seat and the delegation do not go together.
    """
    who = entered_by(actor)
    person = Participant(id=new_id(), active=True, seated_at=session.moment)
    write_person(session, person, lines)
    session.record("seat-given", who, participant=person.id)
    return person.id


def edit_person(session: Writing, actor: Actor | None, participant_id: str, lines: PersonLines) -> None:
    """Change what was entered of a person.

    Raises:
        NotFoundError: There is no such person.
        NotAllowedError, InvalidTextError: See ``add_person``.
        RuleError: See ``add_person``; or nobody would be left in the secretariat.
    """
    who = entered_by(actor)
    write_person(session, find_person(session, participant_id), lines)
    keep_a_secretariat(session)
    session.record("seat-edited", who, participant=participant_id)


def take_seat_away(session: Writing, actor: Actor | None, participant_id: str) -> None:
    """Take a person's seat away: sessions and links end at once; what was submitted stays the delegation's.

    Raises:
        NotAllowedError: The actor is not the secretariat.
        NotFoundError: There is no such person.
        RuleError: The seat was taken away already, or nobody would be left in the secretariat.
    """
    who = entered_by(actor)
    person = find_person(session, participant_id)
    if not person.active:
        raise RuleError(f"The seat of {person.name} was taken away already.")
    person.active = False
    _unseat(session, person)
    keep_a_secretariat(session)
    session.record("seat-taken-away", who, participant=participant_id)


def give_seat_back(session: Writing, actor: Actor | None, participant_id: str) -> None:
    """Give a person the seat back; the old password holds, sessions and links stay ended.

    Raises:
        NotAllowedError: The actor is not the secretariat.
        NotFoundError: There is no such person.
        RuleError: The person has the seat.
    """
    who = entered_by(actor)
    person = find_person(session, participant_id)
    if person.active:
        raise RuleError(f"{person.name} has the seat already.")
    person.active = True
    person.seated_at = session.moment
    session.record("seat-given-back", who, participant=participant_id)


def write_person(session: Writing, person: Participant, lines: PersonLines) -> None:
    """Write the lines into a row, new or kept; whoever calls records the event.

    A person who changes role, delegation or address is signed out, and their open link is void.

    Raises:
        InvalidTextError, NotFoundError, RuleError: See ``add_person``.
    """
    name, email = admit_name(lines.name), admit_address(lines.email)
    _must_go_together(session, lines)
    _must_be_free(session, email, person.id)
    before = (person.role, person.delegation_id, person.email)
    person.name, person.email = name, email
    person.role, person.delegation_id = lines.role, lines.delegation_id
    session.add(person)
    session.flush()
    if before != (person.role, person.delegation_id, person.email):
        _unseat(session, person)


def find_person(session: Session, participant_id: str) -> Participant:
    """Return a person.

    Raises:
        NotFoundError: There is none of this id.
    """
    person = session.get(Participant, participant_id)
    if person is None:
        raise NotFoundError("person")
    return person


def keep_a_secretariat(session: Writing) -> None:
    """Refuse a change after which nobody could enter people any more.

    Raises:
        RuleError: No seat of the secretariat would be left.
    """
    session.flush()
    secretariat = select(Participant.active).where(Participant.role == Role.SECRETARIAT)
    if not session.scalar(secretariat.where(Participant.active).limit(1)):
        raise RuleError("This is the last seat of the secretariat. Give another person such a seat first.")


def _unseat(session: Writing, person: Participant) -> None:
    end_sessions_of(session, person.id)
    void_links(session, person.id)


def _must_go_together(session: Session, lines: PersonLines) -> None:
    if lines.role in OF_A_DELEGATION:
        if lines.delegation_id is None:
            raise RuleError(f"A {lines.role} needs a delegation. Choose one.")
        find_delegation(session, lines.delegation_id)
    elif lines.delegation_id is not None:
        raise RuleError(f"The seat “{lines.role}” belongs to no delegation. Leave the delegation out.")


def _must_be_free(session: Session, email: str, own_id: str) -> None:
    other = session.scalars(select(Participant).where(Participant.email == email)).one_or_none()
    if other is not None and other.id != own_id:
        raise RuleError(f"{other.name} has a seat with the address {email} already. Each person has their own address.")
