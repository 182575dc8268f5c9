"""Signing in and out, and the one-time link that sets a password."""

import re

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from drafting.rules.access import Act
from drafting.service.conference import conference_view, is_demo
from drafting.service.links import PasswordSet, SpentLink, WeakPassword, read_link, use_link
from drafting.service.sign_in import Refused, SignedIn, Throttled, sign_in
from drafting.web.acts import declares
from drafting.web.cookie import end_own_session, seated, unseated
from drafting.web.room import room

page = Blueprint("sign_in", __name__)
# Browsers drop tabs and line breaks out of an address and take a backslash for a slash.
_OURS = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
_REFUSED = "The address and the password do not fit together. Try again, or ask the secretariat for a new link."
_DIFFERENT = "The two passwords are not the same. Type the same one twice."


@page.get("/sign-in", endpoint="page")
@declares(Act.VISIT)
def show() -> str:
    """Show the form."""
    return _form(next_page(request.args.get("next", "")))


@page.post("/sign-in")
@declares(Act.VISIT)
def enter() -> Response | tuple[str, int]:
    """Sign a person in; the browser's session gets a new id."""
    onward = next_page(request.form.get("next", ""))
    match sign_in(room().store, request.form.get("email", ""), request.form.get("password", "")):
        case SignedIn(cookie=cookie):
            _end_own()
            return seated(cookie, onward)
        case Refused():
            return _form(onward, _REFUSED), 422
        case Throttled(minutes=minutes):
            return _form(onward, _wait(minutes)), 429


@page.post("/sign-out")
@declares(Act.VISIT)
def leave() -> Response:
    """End the session of this browser."""
    _end_own()
    return unseated("/")


@page.get("/link/<token>")
@declares(Act.VISIT)
def link(token: str) -> tuple[str, int]:
    """Show whose link this is and ask for a password."""
    return _link_page(token)


@page.post("/link/<token>")
@declares(Act.VISIT)
def use(token: str) -> Response | tuple[str, int]:
    """Set the password; the link is used up and the person signed in."""
    password = request.form.get("password", "")
    if password != request.form.get("again", ""):
        return _link_page(token, _DIFFERENT)
    match use_link(room().store, token, password):
        case PasswordSet(cookie=cookie):
            _end_own()
            return seated(cookie, "/")
        case WeakPassword(sentence=sentence):
            return _link_page(token, sentence)
        case SpentLink():
            return _link_page(token)


def next_page(given: str) -> str:
    """Return where to go after signing in: the given path if it is on this host beyond doubt, else the first page."""
    return given if _OURS.fullmatch(given) else "/"


def _form(onward: str, refusal: str = "") -> str:
    with room().store.read() as session:
        return render_template(
            "sign_in/page.html",
            conference=conference_view(session),
            demo=is_demo(session),
            email=request.form.get("email", ""),
            onward=onward,
            refusal=refusal,
        )


def _link_page(token: str, refusal: str = "") -> tuple[str, int]:
    with room().store.read() as session:
        conference = conference_view(session)
        found = read_link(session, token, now=room().store.clock())
    if found is None:
        return render_template("sign_in/spent.html", conference=conference), 410
    shown = render_template("sign_in/link.html", conference=conference, link=found, refusal=refusal)
    return shown, 422 if refusal else 200


def _end_own() -> None:
    with room().store.write() as session:
        end_own_session(session)


def _wait(minutes: int) -> str:
    span = "one minute" if minutes == 1 else f"{minutes} minutes"
    return (
        f"There were too many tries for this address. Wait {span} and try again, or ask the secretariat for a new link."
    )
