"""The sign-in cookie: no script reads it, no other site's form carries it."""

from flask import redirect, request
from werkzeug.wrappers import Response

from drafting.records.writing import Writing
from drafting.service.sessions import end_session
from drafting.web.acts import COOKIE
from drafting.web.room import room


def seated(cookie: str, location: str) -> Response:
    """Answer with a new session's cookie and go on to a page of ours."""
    response = redirect(location, 303)
    response.set_cookie(COOKIE, cookie, httponly=True, samesite="Lax", secure=room().secure_cookies, path="/")
    return response


def unseated(location: str) -> Response:
    """Answer without the cookie and go on to a page of ours."""
    response = redirect(location, 303)
    response.delete_cookie(COOKIE, httponly=True, samesite="Lax", secure=room().secure_cookies, path="/")
    return response


def end_own_session(session: Writing) -> None:
    """End the session that this browser came with, if any: its id changes at every sign-in."""
    end_session(session, request.cookies.get(COOKIE, ""))
