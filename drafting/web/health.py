"""Whether the tool is well, for whoever watches over it; it says nothing about the negotiation."""

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

from drafting.rules.access import Act
from drafting.service.conference import is_founded
from drafting.web.acts import declares
from drafting.web.room import room

page = Blueprint("health", __name__)


@page.get("/healthz")
@declares(Act.VISIT)
def show() -> Response:
    """Answer once the database has answered."""
    with room().store.read() as session:
        is_founded(session)
    return jsonify(database="answers", pdf=room().pdf_problem() or "ready")
