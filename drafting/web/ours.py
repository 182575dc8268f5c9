"""A delegation's own amendments: the drafts that it alone sees, and what became of those submitted."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from drafting.errors import (
    DraftingError,
    InvalidTextError,
    NotAllowedError,
    RuleError,
    StaleVersionError,
)
from drafting.records.store import Reading
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.service.drafts import discard, propose_anew
from drafting.service.our_view import our_amendments
from drafting.service.text_view import document_view
from drafting.service.withdraw import withdraw
from drafting.web.acts import declares
from drafting.web.once import Done, notice, once, repeated
from drafting.web.room import actor, room
from drafting.web.submitting import submitted

page = Blueprint("ours", __name__)


@page.get("/documents/<document_id>/our-amendments")
@declares(Act.DRAFT)
def show(document_id: str) -> str:
    """Show the delegation's drafts and amendments."""
    with room().store.read() as session:
        return _page(session, document_id)


@page.post("/documents/<document_id>/our-amendments/<draft_id>/submit")
@declares(Act.SUBMIT)
def take_draft(document_id: str, draft_id: str) -> Response | tuple[str, int]:
    """Submit a draft as it was read on this page."""
    answer = repeated()
    if answer is not None:
        return answer
    try:
        return submitted(document_id, draft_id, read_version=_read_version())
    except (StaleVersionError, RuleError, InvalidTextError, NotAllowedError) as refusal:
        return _refused(document_id, refusal)


@page.post("/documents/<document_id>/our-amendments/<draft_id>/anew")
@declares(Act.DRAFT)
def begin_anew(document_id: str, draft_id: str) -> Response | tuple[str, int]:
    """Turn the revision of a decided amendment into a draft of a new one."""
    try:
        return once(lambda session: _propose_anew(session, document_id, draft_id))
    except RuleError as refusal:
        return _refused(document_id, refusal)


@page.post("/documents/<document_id>/our-amendments/<draft_id>/discard")
@declares(Act.DRAFT)
def throw_away(document_id: str, draft_id: str) -> Response:
    """Discard a draft."""
    return once(lambda session: _discard(session, document_id, draft_id))


@page.post("/documents/<document_id>/amendments/<amendment_id>/withdraw")
@declares(Act.SUBMIT)
def take_back(document_id: str, amendment_id: str) -> Response | tuple[str, int]:
    """Withdraw a submitted amendment."""
    try:
        return once(lambda session: _withdraw(session, document_id, amendment_id))
    except (RuleError, NotAllowedError) as refusal:
        return _refused(document_id, refusal)


def _page(session: Reading, document_id: str, refusal: DraftingError | None = None) -> str:
    return render_template(
        "ours/page.html",
        document=document_view(session, document_id),
        ours=our_amendments(session, actor(), document_id),
        refusal=refusal,
        # A refused page stands at the address it was posted to, which cannot be read.
        canonical=url_for("ours.show", document_id=document_id) if refusal else None,
        notice=notice(session),
        here="Our amendments",
        live=True,
    )


def _refused(document_id: str, refusal: DraftingError) -> tuple[str, int]:
    with room().store.read() as session:
        return _page(session, document_id, refusal), 403 if isinstance(refusal, NotAllowedError) else 409


def _read_version() -> int:
    """The saving of the draft that was shown; a form that does not say so has shown none."""
    version = request.form.get("version", "")
    return int(version) if version.isdecimal() else 0


def _propose_anew(session: Writing, document_id: str, draft_id: str) -> Done:
    propose_anew(session, actor(), draft_id)
    return Done(
        f"{url_for('ours.show', document_id=document_id)}#draft-{draft_id}",
        "The draft is now one of a new amendment. It is not submitted yet.",
    )


def _discard(session: Writing, document_id: str, draft_id: str) -> Done:
    discard(session, actor(), draft_id)
    return Done(url_for("ours.show", document_id=document_id), "The draft is discarded.")


def _withdraw(session: Writing, document_id: str, amendment_id: str) -> Done:
    amendment = withdraw(session, actor(), amendment_id)
    return _done(document_id, amendment.number, f"Amendment {amendment.number} is withdrawn.")


def _done(document_id: str, number: int, sentence: str) -> Done:
    return Done(f"{url_for('ours.show', document_id=document_id)}#amendment-{number}", sentence)
