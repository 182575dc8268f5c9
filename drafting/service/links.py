"""One-time links: how a person gets into their seat the first time, and again after a lost password."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError, RuleError
from drafting.records.conference import Delegation, Participant
from drafting.records.sign_in import Credential, SignInFailure, SignInLink
from drafting.records.store import Store
from drafting.records.writing import Writing
from drafting.service.actor import Actor
from drafting.service.delegations import entered_by
from drafting.service.passwords import password_hash, weakness
from drafting.service.sessions import actor_of, end_sessions_of, hashed, open_session

VALID = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Link:
    """A new link; ``token`` is kept nowhere. ``expires_at`` is aware UTC."""

    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that can still be used, and whose it is; ``seat`` as pages say it ("Pakistan, delegate")."""

    participant_id: str
    name: str
    email: str
    seat: str


@dataclass(frozen=True, slots=True)
class PasswordSet:
    """The password is set and a session is open; ``cookie`` is kept nowhere else."""

    cookie: str


@dataclass(frozen=True, slots=True)
class WeakPassword:
    """The link is still good; ``sentence`` says what is wrong with the password."""

    sentence: str


@dataclass(frozen=True, slots=True)
class SpentLink:
    """The link was used, replaced or has run out, or there never was one."""


LinkUse = PasswordSet | WeakPassword | SpentLink


def make_link(session: Writing, actor: Actor | None, participant_id: str) -> Link:
    """Make a one-time link for a person; an older one is void, the old password holds until a new one is set.

    Args:
        session: The open write transaction.
        actor: Who makes it; None for the command line. The log names them.
        participant_id: Whose it is.

    Raises:
        NotAllowedError: The actor is not the secretariat.
        NotFoundError: There is no such person.
        RuleError: The person's seat was taken away.
    """
    who = entered_by(actor)
    person = session.get(Participant, participant_id)
    if person is None:
        raise NotFoundError("person")
    if not person.active:
        raise RuleError(f"The seat of {person.name} was taken away. Give it back first.")
    link = add_link(session, participant_id)
    session.record("sign-in-link-made", who, participant=participant_id)
    return link


def add_link(session: Writing, participant_id: str) -> Link:
    """Add the link's row; whoever calls records the event."""
    void_links(session, participant_id)
    link = Link(secrets.token_urlsafe(32), session.moment + VALID)
    session.add(SignInLink(token_hash=hashed(link.token), participant_id=participant_id, expires_at=link.expires_at))
    return link


def void_links(session: Writing, participant_id: str) -> None:
    """Make a person's open links worthless."""
    session.execute(delete(SignInLink).where(SignInLink.participant_id == participant_id))


def read_link(session: Session, token: str, *, now: datetime) -> OpenLink | None:
    """Return whose link this is, or None: used, replaced, run out, or never made."""
    row = session.execute(
        select(Participant, Delegation)
        .join(SignInLink, SignInLink.participant_id == Participant.id)
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .where(
            SignInLink.token_hash == hashed(token),
            SignInLink.used_at.is_(None),
            SignInLink.expires_at > now,
            Participant.active,
        )
    ).one_or_none()
    if row is None:
        return None
    actor = actor_of(*row)
    seat = f"{actor.delegation}, {actor.role}" if actor.delegation else str(actor.role)
    return OpenLink(actor.id, actor.name, row[0].email, seat)


def use_link(store: Store, token: str, password: str) -> LinkUse:
    """Set the password of the link's person, end their other sessions and open one.

    The password is hashed outside the write gate.
    """
    with store.read() as session:
        link = read_link(session, token, now=store.clock())
    if link is None:
        return SpentLink()
    weak = weakness(password, name=link.name, email=link.email)
    if weak is not None:
        return WeakPassword(weak)
    new_hash = password_hash(password)
    with store.write() as session:
        if read_link(session, token, now=session.moment) is None:
            return SpentLink()
        session.get_one(SignInLink, hashed(token)).used_at = session.moment
        return PasswordSet(_set_password(session, link, new_hash))


def _set_password(session: Writing, link: OpenLink, new_hash: str) -> str:
    credential = session.get(Credential, link.participant_id)
    if credential is None:
        credential = Credential(participant_id=link.participant_id)
        session.add(credential)
    credential.password_hash, credential.set_at = new_hash, session.moment
    session.execute(delete(SignInFailure).where(SignInFailure.account == hashed(link.email)))
    end_sessions_of(session, link.participant_id)
    return open_session(session, link.participant_id)
