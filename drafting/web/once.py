"""Carries out a form once: its key is kept with the answer, so a lost answer can be asked for again."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from flask import redirect, request
from werkzeug.wrappers import Response

from drafting.errors import RuleError
from drafting.records.base import canonical
from drafting.records.sign_in import Answer
from drafting.records.store import Reading
from drafting.records.writing import Writing
from drafting.web.room import actor, room

KEY_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Done:
    """Where the page goes after an act, and the sentence it says there."""

    location: str
    notice: str = ""


def once(perform: Callable[[Writing], Done]) -> Response:
    """Carry out the posted form in one transaction, or repeat the answer its key already has.

    Raises:
        RuleError: The same key came with another content.
    """
    key = request.form.get("key", "")[:KEY_LENGTH] or room().new_id()
    with room().store.write() as session:
        known = session.get(Answer, (key, actor().id))
        if known is not None:
            _must_match(known)
            return _see(known)
        done = perform(session)
        answer = Answer(
            key=key,
            participant_id=actor().id,
            request_hash=_request_hash(),
            location=done.location,
            notice=done.notice,
            at=session.moment,
        )
        session.add(answer)
    return _see(answer)


def repeated() -> Response | None:
    """Return the answer that the posted form's key already has, if it has one.

    Raises:
        RuleError: The same key came with another content.
    """
    with room().store.read() as session:
        known = session.get(Answer, (request.form.get("key", "")[:KEY_LENGTH], actor().id))
        if known is None:
            return None
        _must_match(known)
        return _see(known)


def notice(session: Reading) -> str:
    """Return the sentence that the last act left for this page ("Amendment 7 is submitted."), or nothing."""
    key = request.args.get("done", "")[:KEY_LENGTH]
    found = session.get(Answer, (key, actor().id)) if key else None
    return found.notice if found else ""


def _see(answer: Answer) -> Response:
    path, hash_mark, fragment = answer.location.partition("#")
    joint = "&" if "?" in path else "?"
    return redirect(f"{path}{joint}done={answer.key}{hash_mark}{fragment}", 303)


def _must_match(known: Answer) -> None:
    if known.request_hash != _request_hash():
        raise RuleError("This form was already sent with another content. Reload the page and fill it in again.")


def _request_hash() -> str:
    fields = sorted((name, value) for name, value in request.form.items(multi=True) if name not in {"key", "token"})
    return hashlib.sha256(canonical([request.path, fields]).encode()).hexdigest()
