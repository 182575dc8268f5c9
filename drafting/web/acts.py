"""Every route declares its act; one that declares none does not start, one not carried is refused."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from drafting.rules.access import Act, may
from drafting.service.sessions import seat_of, see_session
from drafting.web.room import room, visitor

COOKIE = "drafting"
_View = TypeVar("_View", bound=Callable[..., object])
_ACT = "drafting_act"


def declares(act: Act) -> Callable[[_View], _View]:
    """Declare the act that a view is for; it goes under the route."""

    def mark(view: _View) -> _View:
        setattr(view, _ACT, act)
        return view

    return mark


def guard_acts(app: Flask) -> None:
    """Refuse to start with an undeclared route, and let nobody past an act their seat does not carry.

    Raises:
        RuntimeError: A route declares no act.
    """
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static" and not hasattr(app.view_functions[rule.endpoint], _ACT):
            raise RuntimeError(f"The route {rule.rule} declares no act.")
    app.before_request(_take_seat)
    app.before_request(_admit)


def _take_seat() -> None:
    cookie = request.cookies.get(COOKIE, "")
    g.actor, g.form_token = None, ""
    if cookie and request.endpoint != "static":
        with room().store.read() as session:
            seat = seat_of(session, cookie, now=room().store.clock())
        if seat is not None:
            g.actor, g.form_token = seat.actor, seat.form_token
            if seat.is_ageing:
                with room().store.write() as writing:
                    see_session(writing, seat.cookie_hash)


def _admit() -> Response | None:
    if request.endpoint is None or request.endpoint == "static":
        return None
    act: Act = getattr(current_app.view_functions[request.endpoint], _ACT)
    who = visitor()
    if may(who.role if who else None, act):
        return None
    if who is not None:
        who.must(act)
    if request.method == "GET":
        return redirect(url_for("sign_in.page", next=request.full_path.rstrip("?")), 303)
    sentence = "You are signed out. Sign in in another tab; what you typed stays here."
    return Response(sentence, 401, mimetype="text/plain")
