"""The chair's desk: every submitted amendment clause by clause, what accepting would do, and the decision."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from drafting.errors import DraftingError, InvalidTextError, NotFoundError, RuleError, StaleVersionError
from drafting.records.store import Reading
from drafting.records.writing import Writing
from drafting.rules.access import Act, may
from drafting.rules.life import Outcome
from drafting.service.amendment_view import amendments_of
from drafting.service.decide import Decided, Ruling, Seen, decide
from drafting.service.desk_view import desk, preview
from drafting.service.finding import find_amendment
from drafting.service.text_view import document_view
from drafting.web.acts import declares
from drafting.web.desk_views import VIEWS, sifted
from drafting.web.once import Done, notice, once
from drafting.web.room import actor, room

page = Blueprint("desk", __name__)


@page.get("/documents/<document_id>/desk")
@declares(Act.READ_DESK)
def show(document_id: str) -> str:
    """Show the desk: what is still to be decided, what of it is in conflict (``?show=conflict``), or all."""
    with room().store.read() as session:
        return _desk(session, document_id)


@page.get("/documents/<document_id>/amendments/<amendment_id>/preview")
@declares(Act.READ_DESK)
def show_preview(document_id: str, amendment_id: str) -> str:
    """Show what accepting one amendment would do; the part alone where a script asks for it."""
    template = "desk/preview.html" if "part" in request.args else "desk/preview_page.html"
    with room().store.read() as session:
        amendments = amendments_of(session, document_id)
        amendment = next((each for each in amendments if each.id == amendment_id), None)
        if amendment is None:
            raise NotFoundError("amendment")
        return render_template(
            template,
            document=document_view(session, document_id),
            amendment=amendment,
            preview=preview(session, amendment_id),
            names={each.number: each.delegation for each in amendments},
            here="Chair's desk",
        )


@page.post("/documents/<document_id>/amendments/<amendment_id>/decision")
@declares(Act.DECIDE)
def take(document_id: str, amendment_id: str) -> Response | tuple[str, int]:
    """Take the chair's decision down; a refused one comes back with its reason as it was typed."""
    try:
        return once(lambda session: _decide(session, document_id, amendment_id))
    except (StaleVersionError, RuleError, InvalidTextError) as refusal:
        with room().store.read() as session:
            return _desk(session, document_id, refused=amendment_id, refusal=refusal), _status(refusal)


def _desk(session: Reading, document_id: str, *, refused: str = "", refusal: DraftingError | None = None) -> str:
    view = desk(session, document_id)
    shown = _shown()
    every = {each.id: each for clause in view.clauses for each in (*clause.open, *clause.decided)}
    return render_template(
        "desk/page.html",
        document=view.document,
        desk=sifted(view, shown, request.args.get("just", "")),
        names={each.number: each.delegation for each in every.values()},
        shown=shown,
        views=VIEWS,
        may_decide=view.document.adoption is None and may(actor().role, Act.DECIDE),
        refused=every.get(refused),
        refusal=refusal,
        typed=request.form.get("decision_reason", "") if refused else "",
        canonical=_address(document_id) if refusal else "",
        notice=notice(session),
        here="Chair's desk",
        live=True,
    )


def _shown() -> str:
    shown = request.args.get("show", "open")
    return shown if shown in VIEWS else "open"


def _address(document_id: str, just: str | None = None) -> str:
    return url_for("desk.show", document_id=document_id, show=None if _shown() == "open" else _shown(), just=just)


def _decide(session: Writing, document_id: str, amendment_id: str) -> Done:
    decided = decide(
        session,
        actor(),
        Seen(amendment_id, _number("clause_version"), _number("amendment_version")),
        Ruling(
            _outcome(),
            request.form.get("decision_reason", ""),
            request.form.get("place") or None,
            seen_look_alikes=bool(request.form.get("seen_look_alikes")),
        ),
    )
    clause = find_amendment(session, amendment_id).clause_id
    return Done(f"{_address(document_id, just=clause)}#clause-{clause}", _sentence(decided))


def _outcome() -> Outcome:
    try:
        return Outcome(request.form.get("outcome", ""))
    except ValueError as error:
        raise RuleError("Say whether the amendment is accepted or rejected.") from error


def _number(field: str) -> int:
    try:
        return int(request.form.get(field, ""))
    except ValueError as error:
        raise RuleError("The form came without the versions it was made for. Reload the page.") from error


def _sentence(decided: Decided) -> str:
    said = [f"Amendment {decided.number} on {decided.label} is {decided.outcome}."]
    said += [f"Carried over: {_list(decided.carried)}."] if decided.carried else []
    said += [f"Overtaken: {_list(decided.overtaken)}."] if decided.overtaken else []
    said += [f"Already reflected: {_list(decided.reflected)}."] if decided.reflected else []
    return " ".join(said)


def _list(numbers: tuple[int, ...]) -> str:
    return ", ".join(f"Amendment {number}" for number in numbers)


def _status(refusal: DraftingError) -> int:
    return 422 if isinstance(refusal, InvalidTextError) else 409
