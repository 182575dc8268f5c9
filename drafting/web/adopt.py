"""The declaration of adoption: names what lapses, asks for place and day, and closes the text for good."""

from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from drafting.errors import DraftingError, InvalidTextError, RuleError, StaleVersionError
from drafting.records.store import Reading
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.life import OPEN_STATES
from drafting.service.adopt import adopt
from drafting.service.amendment_view import amendments_of
from drafting.service.text_view import document_view
from drafting.view.document import DocumentView
from drafting.web.acts import declares
from drafting.web.once import Done, notice, once
from drafting.web.room import actor, room

page = Blueprint("adopt", __name__)


@page.get("/documents/<document_id>/adopt")
@declares(Act.ADOPT)
def show(document_id: str) -> str:
    """Ask for the declaration."""
    with room().store.read() as session:
        return _page(session, document_id)


@page.post("/documents/<document_id>/adopt")
@declares(Act.ADOPT)
def declare(document_id: str) -> Response | tuple[str, int]:
    """Declare the document adopted."""
    try:
        return once(lambda session: _adopt(session, document_id))
    except (StaleVersionError, RuleError, InvalidTextError) as refusal:
        with room().store.read() as session:
            return _page(session, document_id, refusal), 409


def _page(session: Reading, document_id: str, refusal: DraftingError | None = None) -> str:
    document = document_view(session, document_id)
    lapsing = [each for each in amendments_of(session, document_id) if each.state in OPEN_STATES]
    return render_template(
        "adopt/page.html",
        document=document,
        lapsing=lapsing,
        lapsing_by_clause=[
            (label, list(group)) for label, group in groupby(lapsing, key=lambda each: each.clause.label)
        ],
        place=request.form.get("place", document.conference.place),
        on=request.form.get("on", _today(document).isoformat()),
        refusal=refusal,
        canonical=url_for("adopt.show", document_id=document_id) if refusal else "",
        notice=notice(session),
        here="Chair's desk",
    )


def _today(document: DocumentView) -> date:
    return room().store.clock().astimezone(ZoneInfo(document.conference.time_zone)).date()


def _adopt(session: Writing, document_id: str) -> Done:
    if "sure" not in request.form:
        raise RuleError("Tick that the text is adopted for good, then declare adoption.")
    place, on = request.form.get("place", ""), _day(request.form.get("on", ""))
    adopt(session, actor(), document_id, read=_read(), place=place, on=on)
    return Done(url_for("document.show", document_id=document_id), "The text is adopted.")


def _read() -> int:
    try:
        return int(request.form.get("read", ""))
    except ValueError as error:
        raise RuleError("The form came without the text it was made for. Read the text again, then adopt.") from error


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise RuleError(f"“{written}” is no day. Write it as 2027-05-19.") from error
