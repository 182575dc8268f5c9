"""Refuses requests that another site makes a browser send, and forms without their token.

Sec-Fetch-Site decides where the browser sends it; over plain http on a local network it
does not, and Origin decides. A signed-in person's form also carries their session's token.
Source: OWASP, Cross-Site Request Forgery Prevention (Fetch Metadata, with Origin as fall-back).
"""

import hmac

from flask import Flask, abort, g, request

_SAFE = {"GET", "HEAD", "OPTIONS"}


def guard_requests(app: Flask) -> None:
    """Check every request that may change something."""
    app.before_request(_check)


def form_token() -> str:
    """Return the token that this session's forms carry."""
    return str(g.get("form_token", ""))


def _check() -> None:
    if request.method in _SAFE:
        return
    if not _from_our_pages():
        abort(403, "This request came from another site and was not carried out.")
    sent = request.headers.get("X-Form-Token") or _sent_token()
    if form_token() and not hmac.compare_digest(sent.encode(errors="replace"), form_token().encode()):
        abort(403, "This page is from an earlier sign-in. Reload it; copy what you typed first.")


def _from_our_pages() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == request.host_url.rstrip("/")
    return not request.cookies


def _sent_token() -> str:
    if request.is_json:
        body = request.get_json(silent=True)
        return str(body.get("token", "")) if isinstance(body, dict) else ""
    return request.form.get("token", "")
