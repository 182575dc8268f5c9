"""Signed-in browsers: sessions live here on the server, so that they can be ended at once.

Rights are read from the present seat at every request; a session carries none of its own.
Source: OWASP Session Management Cheat Sheet (new id at sign-in, idle and absolute limits).
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from drafting.records.conference import Delegation, Participant
from drafting.records.sign_in import WebSession
from drafting.records.writing import Writing
from drafting.rules.roles import Role
from drafting.service.actor import Actor

IDLE = timedelta(hours=12)
ABSOLUTE = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Seat:
    """Who a cookie stands for; ``form_token`` goes into every form of the session.

    ``is_ageing`` says that the session's last sight should be written down anew (``see_session``).
    """

    actor: Actor
    form_token: str
    cookie_hash: str
    is_ageing: bool


def seat_of(session: Session, cookie: str, *, now: datetime) -> Seat | None:
    """Return the seat of a cookie, or None: ended, too old, unknown, or the seat was taken away.

    Args:
        session: Any open session; one query is made.
        cookie: The cookie's value as the browser sent it.
        now: Aware time.
    """
    row = session.execute(
        select(WebSession, Participant, Delegation)
        .join(Participant, Participant.id == WebSession.participant_id)
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .where(
            WebSession.cookie_hash == hashed(cookie),
            WebSession.ended_at.is_(None),
            WebSession.seen_at > now - IDLE,
            WebSession.started_at > now - ABSOLUTE,
            Participant.active,
        )
    ).one_or_none()
    if row is None:
        return None
    found, person, delegation = row
    return Seat(actor_of(person, delegation), found.form_token, found.cookie_hash, found.seen_at < now - _SEEN_EVERY)


def actor_of(person: Participant, delegation: Delegation | None) -> Actor:
    """Return a person as the services see them now.

    Args:
        person: The person.
        delegation: The person's own, None where the seat has none.
    """
    lets = delegation is not None and delegation.delegates_may_submit
    return Actor(
        id=person.id,
        name=person.name,
        role=person.role,
        delegation_id=person.delegation_id,
        delegation=delegation.name if delegation else "",
        may_submit=person.role is Role.HEAD or (person.role is Role.DELEGATE and lets),
    )


def open_session(session: Writing, participant_id: str) -> str:
    """Open a session and return its cookie, which is kept nowhere; what has run out is cleared away."""
    now = session.moment
    over = or_(
        WebSession.ended_at.is_not(None), WebSession.started_at <= now - ABSOLUTE, WebSession.seen_at <= now - IDLE
    )
    session.execute(delete(WebSession).where(WebSession.participant_id == participant_id, over))
    cookie = secrets.token_urlsafe(32)
    session.add(
        WebSession(
            cookie_hash=hashed(cookie),
            participant_id=participant_id,
            form_token=secrets.token_urlsafe(32),
            started_at=now,
            seen_at=now,
        )
    )
    return cookie


def see_session(session: Writing, cookie_hash: str) -> None:
    """Write down that a session is in use."""
    session.execute(update(WebSession).where(WebSession.cookie_hash == cookie_hash).values(seen_at=session.moment))


def end_session(session: Writing, cookie: str) -> None:
    """End the session of a cookie; nothing happens if there is none."""
    _end(session, WebSession.cookie_hash == hashed(cookie))


def end_sessions_of(session: Writing, participant_id: str) -> None:
    """End every session of a person, in this transaction."""
    _end(session, WebSession.participant_id == participant_id)


def hashed(secret: str) -> str:
    """Return the SHA-256 of a cookie or token; enough, since both are random and long."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _end(session: Writing, which: ColumnElement[bool]) -> None:
    session.execute(update(WebSession).where(which, WebSession.ended_at.is_(None)).values(ended_at=session.moment))
