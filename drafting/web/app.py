"""The application factory: joins the pages, the guards and the room."""

from flask import Flask

from drafting.service.text_view import DocumentLine, documents
from drafting.web import guard, pages
from drafting.web.acts import guard_acts
from drafting.web.errors import handle_errors
from drafting.web.headers import set_headers
from drafting.web.marks import install_filters
from drafting.web.room import Room, room, visitor

Application = Flask
LARGEST_REQUEST = 6 * 1024 * 1024


def create_app(given: Room) -> Flask:
    """Return the application for one room."""
    app = Flask("drafting", template_folder=str(given.templates), static_folder=str(given.static))
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_REQUEST, MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["drafting"] = given
    for page in pages.ALL:
        app.register_blueprint(page)
    guard_acts(app)
    guard.guard_requests(app)
    set_headers(app)
    handle_errors(app)
    install_filters(app)
    app.context_processor(_always)
    return app


def _always() -> dict[str, object]:
    return {
        "visitor": visitor(),
        "token": guard.form_token(),
        "new_key": room().new_id,
        "sole_document": _sole_document,
    }


def _sole_document() -> DocumentLine | None:
    """The one text there is, for the links of a page that is about none."""
    with room().store.read() as session:
        found = documents(session)
    return found[0] if len(found) == 1 else None
