"""Builds the view "All amendments": every open amendment in place, attributed."""

from collections import defaultdict

from sqlalchemy.orm import Session

from drafting.rules.life import OPEN_STATES, AmendmentKind, AmendmentState
from drafting.service.amendment_view import Row, rows, views
from drafting.service.text_view import clause_views, read_text
from drafting.text import Edits, combined, redline, tokenise, union
from drafting.text.reading.combined import AttributedSegment
from drafting.view.amendment import AmendmentView
from drafting.view.desk import CombinedClause
from drafting.view.document import ClauseView


def combined_text(session: Session, document_id: str) -> tuple[CombinedClause, ...]:
    """Return every standing clause with its open amendments in one redline, notes last.

    Raises:
        NotFoundError: There is no such document.
    """
    text = read_text(session, document_id)
    read = [row for row in rows(session, text) if row.amendment.state in OPEN_STATES]
    shown: defaultdict[str, list[tuple[Row, AmendmentView]]] = defaultdict(list)
    for row, view in zip(read, views(session, text, read), strict=True):
        shown[row.amendment.clause_id].append((row, view))
    return tuple(
        CombinedClause(view, _segments(view, shown[view.id]), tuple(each for _, each in shown[view.id]))
        for view in clause_views(session, text)
        if not view.deleted or shown[view.id]
    )


def _segments(view: ClauseView, shown: list[tuple[Row, AmendmentView]]) -> tuple[AttributedSegment, ...]:
    base = tokenise(view.runs)
    changes: dict[str, Edits] = {}
    for row, each in shown:
        if row.amendment.kind is AmendmentKind.REPLACE and row.amendment.state is AmendmentState.SUBMITTED:
            # A delegation's open amendments on one clause fit together, so they are one here.
            changes[each.delegation] = union(changes.get(each.delegation, ()), row.edits)
    if not changes:
        return tuple(AttributedSegment(segment.change, segment.runs, ()) for segment in redline(base, base))
    return combined(base, changes)
