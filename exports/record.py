"""The record attached to every print: which document, which state of the log, which clauses."""

import hashlib
import json

from drafting.view.document import AdoptionView, ClauseView, DocumentView
from exports import printed
from exports.text import plain_text

FILE_NAME = "record.json"


def record(view: DocumentView) -> bytes:
    """Return the record as JSON, UTF-8; ``text_sha256`` is of the plain text, UTF-8.

    ``fingerprint`` is the hash of the log's event number ``event``; ``masthead`` holds the lines that stood
    above the text in the imported file, which the print replaces by the conference's own.
    """
    content = {
        "document": view.id,
        "symbol": view.symbol,
        "title": view.title,
        "form": str(view.form),
        "language": view.language,
        "stage": "draft" if view.adoption is None else "adopted",
        "adopted": _adopted(view.adoption),
        "event": view.event,
        "fingerprint": view.fingerprint,
        "as_of": view.as_of.isoformat(),
        "text_sha256": hashlib.sha256(plain_text(view).encode()).hexdigest(),
        "masthead": list(view.masthead),
        "clauses": [_clause(clause) for clause in printed.in_order(printed.paragraphs(view))],
        "notes": [{"number": note.number, **_clause(note.clause)} for note in printed.notes(view)],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _adopted(adoption: AdoptionView | None) -> dict[str, str] | None:
    return None if adoption is None else {"place": adoption.place, "on": adoption.on.isoformat()}


def _clause(clause: ClauseView) -> dict[str, object]:
    return {
        "id": clause.id,
        "kind": str(clause.kind),
        "label": clause.label,
        "marker": clause.marker,
        "version": clause.version,
    }
