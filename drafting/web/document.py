"""The document page: the rolling text, the same with all amendments in it, and a delegation's own text."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from markupsafe import Markup

from drafting.errors import NotFoundError
from drafting.records.store import Reading
from drafting.rules.access import Act, may
from drafting.rules.kinds import ClauseKind
from drafting.service.combined_view import combined_text
from drafting.service.our_view import our_text
from drafting.service.text_view import document_view
from drafting.view.amendment import AmendmentView
from drafting.view.desk import OurClause
from drafting.view.document import ClauseView, DocumentView
from drafting.view.masthead import masthead
from drafting.web.acts import declares
from drafting.web.marks import attributed, redline, runs
from drafting.web.once import notice
from drafting.web.outline import outline
from drafting.web.room import actor, room

page = Blueprint("document", __name__)
VIEWS: Mapping[str, Act] = {"rolling": Act.READ_TEXT, "all": Act.READ_AMENDMENTS, "ours": Act.DRAFT}


@dataclass(frozen=True, slots=True)
class Line:
    """A clause as this page shows it.

    ``note`` is a note's printed number, 0 for any other clause; ``new`` is a clause that stands in no text yet.
    """

    clause: ClauseView
    words: Markup
    label: str
    note: int = 0
    new: bool = False
    amendments: tuple[AmendmentView, ...] = ()


@page.get("/documents/<document_id>")
@declares(Act.READ_TEXT)
def show(document_id: str) -> str:
    """Show the text as ``?view=`` asks: rolling, all or ours."""
    view = request.args.get("view", "rolling")
    if view not in VIEWS:
        raise NotFoundError("view of the text")
    actor().must(VIEWS[view])
    with room().store.read() as session:
        document = document_view(session, document_id)
        lines_of = _SHOWS[view](session, document)
        return render_template(
            "document/page.html",
            document=document,
            lines_above=masthead(document),
            lines=_lines(document, lines_of),
            note_lines=_note_lines(document, lines_of),
            outline_groups=outline(document),
            has_title=any(clause.kind is ClauseKind.TITLE for clause in document.clauses),
            amendable=document.adoption is None and may(actor().role, Act.DRAFT),
            view=view,
            views=[name for name, act in VIEWS.items() if may(actor().role, act)],
            notice=notice(session),
            here="Rolling text",
            live=True,
        )


_Show = Callable[[ClauseView, str, int], tuple[Line, ...]]


def _lines(document: DocumentView, lines_of: _Show) -> list[Line]:
    return [line for clause in document.clauses for line in lines_of(clause, clause.label, 0)]


def _note_lines(document: DocumentView, lines_of: _Show) -> list[Line]:
    return [line for note in document.notes for line in lines_of(note.clause, f"Note {note.number}", note.number)]


def _rolling(_session: Reading, document: DocumentView) -> _Show:
    numbers = document.note_numbers
    return lambda clause, label, note: (Line(clause, runs(clause.runs, numbers), label, note),)


def _ours(session: Reading, document: DocumentView) -> _Show:
    numbers = document.note_numbers
    texts: defaultdict[str, list[OurClause]] = defaultdict(list)
    for each in our_text(session, actor(), document.id):
        texts[each.clause.id].append(each)

    def lines(clause: ClauseView, label: str, note: int) -> tuple[Line, ...]:
        standing = () if clause.id in texts else (Line(clause, runs(clause.runs, numbers), label, note),)
        ours = texts.get(clause.id, [])
        return (*standing, *(_our_line(each, redline(each.redline, numbers), label, note) for each in ours))

    return lines


def _our_line(ours: OurClause, words: Markup, label: str, note: int) -> Line:
    if ours.new:
        return Line(ours.clause, words, ours.label, new=True)
    return Line(ours.clause, words, label, note)


def _all(session: Reading, document: DocumentView) -> _Show:
    numbers = document.note_numbers
    found = {combined.clause.id: combined for combined in combined_text(session, document.id)}

    def lines(clause: ClauseView, label: str, note: int) -> tuple[Line, ...]:
        if clause.id not in found:
            return (Line(clause, runs(clause.runs, numbers), label, note),)
        combined = found[clause.id]
        words = attributed(combined.segments, numbers)
        return (Line(clause, words, label, note, amendments=combined.amendments),)

    return lines


_SHOWS: Mapping[str, Callable[[Reading, DocumentView], _Show]] = {"rolling": _rolling, "all": _all, "ours": _ours}
