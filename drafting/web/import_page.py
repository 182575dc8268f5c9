"""The secretariat's import of a zero draft: what was understood is shown and corrected before anything is kept.

Until it is kept nothing is on the server: the file travels in the form.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from drafting import intake
from drafting.errors import DraftingError, InvalidTextError, RuleError, UnreadableFileError
from drafting.intake import ReadDraft
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.kinds import ClauseKind, Form
from drafting.service.conference import conference_view
from drafting.service.import_draft import keep as keep_draft
from drafting.text import admit_line
from drafting.text.runs import Run, Runs
from drafting.web.acts import declares
from drafting.web.once import Done, notice, once
from drafting.web.room import actor, room

page = Blueprint("import_page", __name__)
LARGEST_FILE = 4 * 1024 * 1024
LANGUAGES = {
    "en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese", "tg": "Tajik",
}  # fmt: skip
KINDS = [kind for kind in ClauseKind if kind is not ClauseKind.NOTE]
MASTHEAD = "masthead"
_SYMBOL = re.compile(r"\b[A-Z][A-Z0-9.-]*(?:/[A-Z0-9](?:[\w.-]*\w)?)+")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A paragraph of the file as the preview shows it; ``kind`` is "masthead" or a clause's kind."""

    key: str
    kind: str
    label: str
    depth: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Sent:
    """What the form carries: the file, how it is to be read, and what the secretariat chose."""

    data: bytes
    filename: str
    form: Form | None
    symbol: str
    language: str


@page.get("/import")
@declares(Act.IMPORT)
def show() -> str:
    """Ask for the file."""
    return _upload_page()


@page.post("/import")
@declares(Act.IMPORT)
def preview() -> str | tuple[str, int]:
    """Show what was understood, with the corrections so far; nothing is kept."""
    try:
        sent = _sent()
        original = intake.read(sent.data, sent.filename, sent.form)
        draft = _corrected(original)
    except DraftingError as refusal:
        return _upload_page(str(refusal)), 422
    return _preview_page(sent, original, draft)


@page.post("/import/keep")
@declares(Act.IMPORT)
def keep() -> Response | str | tuple[str, int]:
    """Keep the text as it was corrected, or show it again where the form was changed after it was shown."""
    try:
        sent = _sent()
        original = intake.read(sent.data, sent.filename, sent.form)
        draft, symbol = _corrected(original), admit_line(sent.symbol)
    except DraftingError as refusal:
        return _upload_page(str(refusal)), 422
    if request.form.get("read_as") != draft.form:
        return _preview_page(sent, original, draft)

    def perform(session: Writing) -> Done:
        document = keep_draft(session, actor(), draft, symbol=symbol, language=sent.language)
        return Done(f"/documents/{document}", f"The text is kept: {_counted(len(draft.clauses), 'clause')}.")

    return once(perform)


def symbol_in(masthead: tuple[str, ...]) -> str:
    """Return what looks like a document's symbol in the masthead ("HLC/2027/L.1"), or nothing."""
    return next((found[0] for line in masthead if (found := _SYMBOL.search(line))), "")


def _sent() -> Sent:
    upload = request.files.get("file")
    form = request.form
    data = _read(upload) if upload else _unpacked(form.get("data", ""))
    if len(data) > LARGEST_FILE:
        raise UnreadableFileError(
            "This page takes files up to 4 MB. Take out the pictures, or use the command drafting import (up to 5 MB)."
        )
    name = (upload.filename if upload else form.get("filename")) or ""
    if not name:
        raise UnreadableFileError("No file was chosen. Choose the file that holds the draft.")
    wanted, language = form.get("form", ""), form.get("language", "en")
    if language not in LANGUAGES or wanted not in {"", *Form}:
        raise InvalidTextError("Choose one of the offered forms and languages.")
    return Sent(data, name, Form(wanted) if wanted else None, form.get("symbol", ""), language)


def _read(upload: FileStorage) -> bytes:
    with closing(upload):
        data: bytes = upload.read(LARGEST_FILE + 1)
    return data


def _unpacked(data: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError) as refusal:
        raise UnreadableFileError("The file did not arrive whole. Choose it again.") from refusal


def _corrected(original: ReadDraft) -> ReadDraft:
    # A file that is read in another form has other paragraphs: corrections made before do not fit them.
    if request.form.get("read_as") != original.form:
        return original
    given = {name.removeprefix("kind-"): _kind(word) for name, word in request.form.items() if name.startswith("kind-")}
    return intake.with_kinds(original, given)


def _kind(word: str) -> ClauseKind | None:
    if word == MASTHEAD:
        return None
    if word not in KINDS:
        raise RuleError("Choose one of the offered kinds.")
    return ClauseKind(word)


def _lines(original: ReadDraft, draft: ReadDraft) -> Iterator[ReadLine]:
    labels = intake.labelled(draft)
    depths: dict[str, int] = {}
    for clause in draft.clauses:
        depths[clause.key] = 0 if clause.parent is None else depths[clause.parent] + 1
    kinds = {clause.key: str(clause.kind) for clause in draft.clauses}
    texts: list[tuple[str, Runs]] = [
        (intake.masthead_key(index), (Run(line),)) for index, line in enumerate(original.masthead)
    ]
    texts += [(clause.key, clause.runs) for clause in original.clauses]
    for key, runs in texts:
        yield ReadLine(key, kinds.get(key, MASTHEAD), labels.get(key, ""), depths.get(key, 0), runs)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _upload_page(refusal: str = "") -> str:
    with room().store.read() as session:
        return render_template(
            "import_page/page.html",
            conference=conference_view(session),
            forms=list(Form),
            refusal=refusal,
            notice=notice(session),
            here="Import",
        )


def _preview_page(sent: Sent, original: ReadDraft, draft: ReadDraft) -> str:
    with room().store.read() as session:
        return render_template(
            "import_page/preview.html",
            conference=conference_view(session),
            sent=sent,
            data=base64.b64encode(sent.data).decode(),
            draft=draft,
            counted=f"{_counted(len(draft.clauses), 'clause')}, {_counted(len(draft.notes), 'footnote')}",
            lines=tuple(_lines(original, draft)),
            notes=draft.notes,
            numbers={note.number: note.number for note in draft.notes},
            symbol=request.form.get("symbol", symbol_in(original.masthead)),
            kinds=[MASTHEAD, *KINDS],
            forms=list(Form),
            languages=LANGUAGES,
            here="Import",
        )
