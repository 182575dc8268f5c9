"""Signing in with a password: failures are counted by account, never by network address.

A whole conference sits behind one address. An unknown account gets the same answer for the same work.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from drafting.records.conference import Participant
from drafting.records.sign_in import Credential, SignInFailure
from drafting.records.store import Store
from drafting.records.writing import Writing
from drafting.service.names import folded
from drafting.service.passwords import is_outdated, is_password, password_hash
from drafting.service.sessions import hashed, open_session

TRIES = 10
WINDOW = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The session is open; ``cookie`` is kept nowhere else."""

    cookie: str


@dataclass(frozen=True, slots=True)
class Refused:
    """No such account, or not its password, or its seat was taken away: the answer is the same."""


@dataclass(frozen=True, slots=True)
class Throttled:
    """Too many failures on this account; the next try is open in ``minutes``, rounded up."""

    minutes: int


SignIn = SignedIn | Refused | Throttled


def sign_in(store: Store, email: str, password: str) -> SignIn:
    """Sign a person in with their address and password.

    The try is counted before the password is looked at, so that many at once cannot slip past the limit.
    """
    account = hashed(folded(email.strip()))
    with store.write() as session:
        wait = _wait(session, account)
        if wait is not None:
            return Throttled(wait)
        session.add(SignInFailure(account=account, at=session.moment))
    with store.read() as session:
        seen = _credential(session, email)
        kept = seen.password_hash if seen else None
    if not is_password(kept, password) or kept is None:
        return Refused()
    renewed = password_hash(password) if is_outdated(kept) else kept
    with store.write() as session:
        return _admit(session, account, email, kept=kept, renewed=renewed)


def _admit(session: Writing, account: str, email: str, *, kept: str, renewed: str) -> SignIn:
    credential = _credential(session, email)
    if credential is None or credential.password_hash != kept:
        return Refused()
    credential.password_hash = renewed
    session.execute(delete(SignInFailure).where(SignInFailure.account == account))
    return SignedIn(open_session(session, credential.participant_id))


def _credential(session: Session, email: str) -> Credential | None:
    return session.scalars(
        select(Credential)
        .join(Participant, Participant.id == Credential.participant_id)
        .where(Participant.email == folded(email.strip()), Participant.active)
    ).one_or_none()


def _wait(session: Writing, account: str) -> int | None:
    start = session.moment - WINDOW
    session.execute(delete(SignInFailure).where(SignInFailure.at <= start))
    times = session.scalars(
        select(SignInFailure.at).where(SignInFailure.account == account).order_by(SignInFailure.at.desc()).limit(TRIES)
    ).all()
    return _minutes(times[-1] - start) if len(times) == TRIES else None


def _minutes(left: timedelta) -> int:
    return max(1, -(-left // timedelta(minutes=1)))
