"""The one table from errors to status codes, and the page that says what is wrong and what to do."""

import json
import logging
import re
from typing import Any

from flask import Flask, g, jsonify, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from drafting.errors import (
    DraftingError,
    InvalidTextError,
    NotAllowedError,
    NotFoundError,
    RuleError,
    StaleVersionError,
    UnreadableFileError,
)
from drafting.text.runs import from_wire, to_wire

logger = logging.getLogger(__name__)
STATUS: dict[type[DraftingError], int] = {
    NotFoundError: 404,
    NotAllowedError: 403,
    RuleError: 409,
    StaleVersionError: 409,
    InvalidTextError: 422,
    UnreadableFileError: 422,
}
_SENTENCES = {
    404: "There is no such page, or it is not open to you.",
    405: "This page cannot be used that way. Go back and try again.",
    413: "What you sent is too large. A file may have up to 4 MB, a text up to 64 kB.",
}
_HALF_SIGNS = re.compile("[\ud800-\udfff]")
_TYPED = ("proposed", "reason", "decision_reason")


def handle_errors(app: Flask) -> None:
    """Answer every error with a sentence; what a person typed comes back with it."""
    app.register_error_handler(DraftingError, _drafting)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def status_of(error: DraftingError) -> int:
    """Return the status code of an error."""
    return next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)


def _drafting(error: DraftingError) -> tuple[Response | str, int]:
    status = status_of(error)
    return _answer(str(error), status)


def _http(error: HTTPException) -> tuple[Response | str, int] | Response:
    if error.code is None or error.code < 400:
        return error.get_response()
    given = error.description if error.code == 403 else None
    sentence = _SENTENCES.get(error.code) or given or "The request could not be carried out. Go back and try again."
    return _answer(sentence, error.code)


def _unforeseen(error: Exception) -> tuple[Response | str, int]:
    # The path may name a draft; it and the message stay out of the log, the place in the code does not.
    where = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where else "?"
    logger.error("Unforeseen %s at %s for endpoint %s.", type(error).__name__, place, request.endpoint)
    return _answer("Something went wrong on our side. Nothing was changed. Go back and try again.", 500)


def _answer(sentence: str, status: int) -> tuple[Response | str, int]:
    if request.is_json:
        return jsonify(message=sentence), status
    read = _TYPED[1:] if "runs" in request.form else _TYPED  # the runs are read in the place of the plain field
    typed = [(name, value) for name in read if (value := request.form.get(name, "").strip())]
    return render_template(
        "errors/page.html",
        sentence=sentence,
        status=status,
        typed=typed,
        runs=_typed_runs(),
        note_numbers=g.get("note_numbers", {}),
        document_id=g.get("document_id"),
    ), status


def _typed_runs() -> list[Any]:
    """What the editor's script sent as the proposed text, on the wire; what cannot be read is given back as it came."""
    sent = request.form.get("runs", "")
    try:
        # Half a sign, which is refused, can be put on no page either.
        wire = to_wire(from_wire(json.loads(sent))) if sent else []
        return [run | {"t": _HALF_SIGNS.sub("\ufffd", run["t"])} if "t" in run else run for run in wire]
    except (ValueError, InvalidTextError):
        return [{"t": sent}]
