"""The first page: the seats of the demonstration, or the documents and what to do next."""

import unicodedata

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from drafting.errors import NotFoundError
from drafting.rules.access import Act
from drafting.rules.roles import Role
from drafting.service.conference import conference_view, is_demo, is_founded
from drafting.service.seat_views import DemoSeats, delegation_seats, demo_seats
from drafting.service.seats import find_person
from drafting.service.sessions import open_session
from drafting.service.text_view import documents
from drafting.web.acts import declares
from drafting.web.cookie import end_own_session, seated
from drafting.web.once import notice
from drafting.web.room import room, visitor

page = Blueprint("first_page", __name__)


@page.get("/")
@declares(Act.VISIT)
def show() -> str | Response:
    """Show the seats of the demonstration; of a real conference the way in, or what is open to the seat.

    Who negotiates the only text there is goes straight to it.
    """
    sought = request.args.get("q", "").strip()
    who = visitor()
    with room().store.read() as session:
        if not is_founded(session):
            return render_template("first_page/unfounded.html")
        demo = is_demo(session)
        secretariat = who is not None and who.role is Role.SECRETARIAT
        found = documents(session) if who else ()
        if who and not demo and not secretariat and len(found) == 1:
            return redirect(url_for("document.show", document_id=found[0].id), 303)
        return render_template(
            "first_page/page.html",
            conference=conference_view(session),
            demo=demo,
            sought=sought,
            seats=matching(demo_seats(session), sought) if demo else (),
            documents=found,
            lacks_people=secretariat and not delegation_seats(session, now=room().store.clock()),
            notice=notice(session) if who else "",
        )


@page.post("/enter/<participant_id>")
@declares(Act.VISIT)
def enter(participant_id: str) -> Response:
    """Sit down in a seat of the demonstration; there is no such page in a real conference."""
    with room().store.write() as session:
        if not is_demo(session) or not find_person(session, participant_id).active:
            raise NotFoundError("seat")
        end_own_session(session)
        cookie = open_session(session, participant_id)
        found = documents(session)
    location = f"/documents/{found[0].id}" if len(found) == 1 else url_for("first_page.show")
    return seated(cookie, location)


def matching(seats: tuple[DemoSeats, ...], sought: str) -> tuple[DemoSeats, ...]:
    """Return the seats whose names hold every word that is sought, whatever its case and accents."""
    words = _plain(sought).split()
    found = (
        DemoSeats(group.name, tuple(seat for seat in group.seats if all(word in _plain(seat.called) for word in words)))
        for group in seats
    )
    return tuple(group for group in found if group.seats)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
