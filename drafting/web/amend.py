"""The editor's page: propose, insert, delete, revise; a draft is kept while it is written."""

import json
from typing import Any

from flask import Blueprint, g, jsonify, render_template, request, url_for
from werkzeug.wrappers import Response

from drafting.errors import DraftingError, InvalidTextError, NotFoundError
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind
from drafting.service import drafts, editing
from drafting.service.drafts import Content, Saved, Superseded, Target
from drafting.service.finding import find_clause
from drafting.service.text_view import document_view
from drafting.service.wording import base_runs
from drafting.text import admit, redline, tokenise
from drafting.text.diff import local_hunks
from drafting.text.runs import Runs, from_wire, to_wire
from drafting.view.editor import EditorView
from drafting.web.acts import declares
from drafting.web.errors import status_of
from drafting.web.notation import runs_of_notation
from drafting.web.once import Done, notice, once, repeated
from drafting.web.room import actor, room
from drafting.web.submitting import submitted

page = Blueprint("amend", __name__)
_KINDS = {"amend": AmendmentKind.REPLACE, "insert-after": AmendmentKind.INSERT, "delete": AmendmentKind.DELETE}


@page.get("/documents/<document_id>/clauses/<clause_id>/<any('amend', 'insert-after', 'delete'):way>")
@declares(Act.DRAFT)
def write(document_id: str, clause_id: str, way: str) -> str:
    """Show the editor for a clause."""
    with room().store.read() as session:
        find_clause(session, clause_id, document_id=document_id)
        return _page(editing.begin(session, actor(), Target(clause_id, _KINDS[way])))


@page.get("/documents/<document_id>/amendments/<amendment_id>/revise")
@declares(Act.DRAFT)
def revise(document_id: str, amendment_id: str) -> str:
    """Show the editor with the delegation's own words, to revise them or to repair what was overtaken."""
    with room().store.read() as session:
        target = Target("", AmendmentKind.REPLACE, amendment_id=amendment_id)
        view = editing.begin(session, actor(), target)
        if view.document.id != document_id:
            raise NotFoundError("amendment")
        return _page(view)


@page.get("/drafts/<draft_id>")
@declares(Act.DRAFT)
def resume(draft_id: str) -> str:
    """Show the editor for a draft of the delegation."""
    with room().store.read() as session:
        return _page(editing.resume(session, actor(), draft_id), notice(session))


@page.post("/drafts/<draft_id>")
@declares(Act.DRAFT)
def save(draft_id: str) -> tuple[Response, int] | Response:
    """Keep what was typed, and answer with what is kept."""
    sent = _json()
    content = Content(
        from_wire(sent.get("runs")),
        str(sent.get("reason", "")),
        _number(sent, "base_version"),
        _number(sent, "draft_version"),
    )
    with room().store.write() as session:
        kept = drafts.save(session, actor(), draft_id, _target(sent.get("clause_kind")), content)
    match kept:
        case Saved():
            return jsonify(stored=_stored(kept), draft_version=kept.version, saved_at=kept.at.isoformat())
        case Superseded(draft_id=other, theirs=theirs, author=author):
            said = _stored(theirs) | {"draft_version": theirs.version, "by": author}
            if other != draft_id:
                said["urls"] = _urls(request.args.to_dict() | {"draft_id": other})
            return jsonify(message="This draft was changed elsewhere.", theirs=said), 409


@page.post("/drafts/<draft_id>/carry")
@declares(Act.DRAFT)
def carry(draft_id: str) -> Response:  # noqa: ARG001 (the address names the draft; nothing of it is read)
    """Say how what is written stands to the clause as it is now; nothing is kept."""
    sent = _json()
    with room().store.read() as session:
        clause = find_clause(session, _target(None).clause_id)
        label = clause.label
        now = editing.present(session, clause, _number(sent, "base_version"), from_wire(sent.get("runs")))
    return jsonify(
        clause_label=label,
        current=to_wire(now.base),
        version=now.version,
        by=now.by,
        outcome="conflict" if now.clashes else "carried",
        proposed=to_wire(now.proposed),
        conflicts=list(now.clashes),
    )


@page.post("/drafts/<draft_id>/redline")
@declares(Act.DRAFT)
def compare(draft_id: str) -> Response:  # noqa: ARG001 (the address names the draft; nothing of it is read)
    """Say where what is written differs from its base, for a text too long for the browser; nothing is kept."""
    sent = _json()
    runs = from_wire(sent.get("runs"))
    admit(runs)
    with room().store.read() as session:
        clause = find_clause(session, _target(None).clause_id)
        base = base_runs(session, clause.id, _number(sent, "base_version"))
    return jsonify(hunks=local_hunks(tokenise(base), tokenise(runs)))


@page.post("/drafts/<draft_id>/form")
@declares(Act.DRAFT)
def send(draft_id: str) -> Response | tuple[str, int]:
    """Save the form's draft, then submit it or hand it to the head of delegation if that was asked.

    What was typed over another saving comes back in the editor, what cannot be kept at all on the page of errors.
    """
    answer = repeated()
    if answer is not None:
        return answer
    target = _target(request.form.get("clause_kind"))
    with room().store.read() as session:
        document = document_view(session, find_clause(session, target.clause_id).document_id)
    numbers = {note.number: note.clause.id for note in document.notes}
    content = Content(
        _runs(numbers), _reason(), _number(request.form, "base_version"), _number(request.form, "draft_version")
    )
    g.document_id, g.note_numbers = document.id, document.note_numbers
    with room().store.write() as session:
        kept = drafts.save(session, actor(), draft_id, target, content)
    if isinstance(kept, Superseded):
        return _superseded(kept, target, content)
    if request.form.get("act") != "submit":
        return once(
            lambda _session: Done(
                url_for("amend.resume", draft_id=draft_id), "Draft saved. Only your delegation sees it."
            )
        )
    try:
        if actor().may_submit:
            return submitted(document.id, draft_id, read_version=kept.version)
        return once(lambda session: _hand_over(session, draft_id, document.id))
    except DraftingError as refusal:
        return _refused(draft_id, refusal)


def _hand_over(session: Writing, draft_id: str, document_id: str) -> Done:
    drafts.hand_over(session, actor(), draft_id)
    ours = url_for("ours.show", document_id=document_id)
    return Done(ours, "Your draft waits for clearance by your head of delegation.")


def _refused(draft_id: str, refusal: DraftingError) -> tuple[str, int]:
    with room().store.read() as session:
        return _page(editing.resume(session, actor(), draft_id), refusal=str(refusal)), status_of(refusal)


def _superseded(kept: Superseded, target: Target, content: Content) -> tuple[str, int]:
    said = f"This draft was changed elsewhere by {kept.author}. Your text is in the editor below and is not saved."
    with room().store.read() as session:
        return _page(editing.retyped(session, actor(), kept, target, content), refusal=said), 409


def _urls(where: dict[str, Any]) -> dict[str, str]:
    return {
        "save": url_for("amend.save", **where),
        "carry": url_for("amend.carry", **where),
        "redline": url_for("amend.compare", **where),
        "submit": url_for("amend.send", **where),
    }


def _page(view: EditorView, said: str = "", refusal: str = "") -> str:
    where: dict[str, Any] = {"draft_id": view.draft_id, "clause": view.clause.id, "kind": view.kind}
    if view.amendment_id:
        where["amendment"] = view.amendment_id
    draft = {
        "base_runs": to_wire(view.base),
        "proposed": to_wire(view.proposed),
        "reason": view.reason,
        "base_version": view.base_version,
        "draft_version": view.draft_version,
        "clause_kind": view.new_kind,
        "urls": _urls(where),
        "notes": [
            {"id": note.clause.id, "number": note.number, "label": note.clause.label} for note in view.document.notes
        ],
    }
    return render_template(
        "amend/page.html",
        editor=view,
        document=view.document,
        clause=view.clause,
        kind=view.kind,
        draft=draft,
        redline=redline(tokenise(view.base), tokenise(view.proposed))
        if view.draft_version and not view.elsewhere
        else (),
        redline_elsewhere=redline(tokenise(view.base), tokenise(view.elsewhere.runs)) if view.elsewhere else (),
        may_submit=actor().may_submit,
        key=room().new_id(),
        notice=said,
        refusal=refusal,
    )


def _target(new_kind: object) -> Target:
    given = request.args
    try:
        kind = AmendmentKind(given.get("kind", ""))
        inserted = ClauseKind(str(new_kind)) if kind is AmendmentKind.INSERT and new_kind else None
    except ValueError as error:
        raise InvalidTextError(
            "The form does not say what is proposed. Reload the page; copy what you typed first."
        ) from error
    return Target(given.get("clause", ""), kind, inserted, given.get("amendment") or None)


def _runs(notes: dict[int, str]) -> Runs:
    if "runs" in request.form:
        try:
            return from_wire(json.loads(request.form["runs"]))
        except ValueError as error:
            raise InvalidTextError("The text was not sent as a list of runs. Reload the page and try again.") from error
    return runs_of_notation(request.form.get("proposed", ""), notes)


def _reason() -> str:
    return request.form.get("reason", "").replace("\r\n", "\n")


def _json() -> dict[str, Any]:
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise InvalidTextError(
            "The draft was not sent in a form that can be read. Reload the page; copy what you typed first."
        )
    return sent


def _number(sent: Any, name: str) -> int:
    try:
        return int(sent.get(name, 0))
    except (TypeError, ValueError) as error:
        raise InvalidTextError("The form does not say which text it was written on. Reload the page.") from error


def _stored(kept: Saved) -> dict[str, Any]:
    return {"runs": to_wire(kept.runs), "reason": kept.reason}
