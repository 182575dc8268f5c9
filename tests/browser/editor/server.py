"""A small server for the editor alone: the real page and build, and a draft that answers as the test wants."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

from flask import Flask, Response, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.serving import make_server

from drafting.text import from_wire, tokenise
from drafting.text.diff import local_hunks
from drafting.web.marks import install_filters

ROOT = Path(__file__).parents[3]

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

Wire = list[dict[str, Any]]

ENGLISH: Wire = [
    {"t": "Urges", "m": ["em"]},
    {"t": " all States to submit, not later than 31 March 2027, national reports on measures taken to "},
    {"t": "counter", "m": ["strong"]},
    {"t": " the financing of terrorism,"},
    {"fn": "n4"},
    {"t": " and requests the secretariat to publish a synthesis as appropriate;"},
]
ARABIC: Wire = [
    {"t": "يحث", "m": ["em"]},
    {"t": " جميع الدول على أن تقدم، في موعد لا يتجاوز 31 مارس 2027، تقارير وطنية عن التدابير المتخذة"},
    {"fn": "n4"},
    {"t": " ويطلب إلى الأمانة (Secretariat) نشر تقرير تجميعي؛"},
]
LONG: Wire = [{"t": " ".join(f"word{at}" for at in range(3200))}]
"""So many words that, rewritten from the first to the last, the server finds the changes."""

TEXTS = {"en": ENGLISH, "ar": ARABIC, "long": LONG}
SAVED_AT = "2027-05-12T09:41:00+00:00"

Answer = Callable[[dict[str, Any]], ResponseReturnValue]


@dataclass
class Draft:
    """What the server holds, and how it answers; a test changes both.

    The last save of a page that another test left open finds another ``id`` and goes nowhere.
    """

    id: str = field(default_factory=lambda: token_hex(8))
    runs: Wire = field(default_factory=lambda: list(ENGLISH))
    reason: str = ""
    version: int = 1
    saves: list[dict[str, Any]] = field(default_factory=list)
    carries: list[dict[str, Any]] = field(default_factory=list)
    submitted: dict[str, str] = field(default_factory=dict)
    on_save: Answer | None = None
    on_carry: Answer | None = None
    compared: list[dict[str, Any]] = field(default_factory=list)
    answers: bool = True
    held: bool = False
    token: str = "token-1"

    def save(self, sent: dict[str, Any]) -> ResponseReturnValue:
        """Keep what was sent, or answer as the test wants."""
        self.saves.append(sent)
        if self.on_save:
            return self.on_save(sent)
        return self.keep(sent)

    def keep(self, sent: dict[str, Any]) -> ResponseReturnValue:
        """Keep what was sent."""
        self.runs, self.reason = sent["runs"], sent["reason"]
        self.version += 1
        stored = {"runs": self.runs, "reason": self.reason}
        return {"stored": stored, "draft_version": self.version, "saved_at": SAVED_AT}


class EditorServer:
    """Serves the editor's page on a free port; ``draft`` is new for each test."""

    def __init__(self) -> None:
        self.draft = Draft()
        self._released = Event()
        self._server = make_server("127.0.0.1", 0, self._app(), threaded=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def start(self) -> None:
        """Serve until ``stop``."""
        Thread(target=self._server.serve_forever, daemon=True).start()

    def release(self) -> None:
        """Answer what is held."""
        self._released.set()

    def stop(self) -> None:
        """Stop serving."""
        self.release()
        self._server.shutdown()

    def _app(self) -> Flask:
        app = Flask("editor", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
        app.jinja_env.globals["new_key"] = lambda: "key"
        install_filters(app)
        app.add_url_rule("/", "page", self._page)
        app.add_url_rule("/drafts/<draft_id>", "save", self._save, methods=["POST"])
        app.add_url_rule("/carry", "carry", self._carry, methods=["POST"])
        app.add_url_rule("/redline", "redline", self._redline, methods=["POST"])
        app.add_url_rule("/submit", "submit", self._submit, methods=["POST"])
        app.after_request(_guarded)
        return app

    def _page(self) -> str:
        language, kind = request.args.get("language", "en"), request.args.get("kind", "replace")
        language = "en" if (text := language) == "long" else language
        base = [] if kind == "insert" else TEXTS[text]
        proposed = {"replace": self.draft.runs if text == "en" else base, "insert": [], "delete": []}[kind]
        elsewhere = SimpleNamespace(author="Sana Rahimi", reason="") if "unsaved" in request.args else None
        return render_template(
            "amend/page.html",
            document=_document(language),
            clause=SimpleNamespace(id="c5", label="OP5", kind="operative"),
            kind=kind,
            editor=SimpleNamespace(
                kinds=("operative", "subparagraph"), news="", clashes=(), revises=None, elsewhere=elsewhere
            ),
            redline_elsewhere=(),
            draft=self._draft(base, proposed),
            may_submit="delegate" not in request.args,
            token=self.draft.token,
            key="key-of-the-form",
        )

    def _draft(self, base: Wire, proposed: Wire) -> dict[str, Any]:
        return {
            "base_runs": base,
            "proposed": proposed,
            "reason": self.draft.reason,
            "base_version": 7,
            "draft_version": self.draft.version,
            "clause_kind": "operative",
            "urls": {"save": f"/drafts/{self.draft.id}", "carry": "/carry", "redline": "/redline", "submit": "/submit"},
            "notes": [{"id": "n4", "number": 4, "label": "Note 4"}],
        }

    def _save(self, draft_id: str) -> ResponseReturnValue:
        return self.draft.save(request.get_json()) if draft_id == self.draft.id else ({}, 404)

    def _carry(self) -> ResponseReturnValue:
        sent = request.get_json()
        self.draft.carries.append(sent)
        assert self.draft.on_carry is not None
        return self.draft.on_carry(sent)

    def _redline(self) -> ResponseReturnValue:
        sent = request.get_json()
        self.draft.compared.append(sent)
        if not self.draft.answers:
            return {}, 503
        if self.draft.held:
            self._released.wait(20)
        return {"hunks": local_hunks(tokenise(from_wire(LONG)), tokenise(from_wire(sent["runs"])))}

    def _submit(self) -> Response:
        self.draft.submitted = request.form.to_dict()
        return jsonify(self.draft.submitted)


def _document(language: str) -> SimpleNamespace:
    conference = SimpleNamespace(short_name="Dushanbe 2027", time_zone="Asia/Dushanbe")
    return SimpleNamespace(
        id="d",
        symbol="A/CONF.1/L.1",
        language=language,
        title="Declaration",
        conference=conference,
        note_numbers={"n4": 4},
    )


def _guarded(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = CSP
    return response
