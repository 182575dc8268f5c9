"""Builds the chair's desk: clause by clause what is open and what was decided, and what accepting would do."""

from collections import defaultdict

from sqlalchemy.orm import Session

from drafting.rules.life import OPEN_STATES, AmendmentKind
from drafting.service.amendment_view import amendments_of
from drafting.service.consequences import Overtaken, Reflected, Stands, consequences
from drafting.service.finding import find_amendment, last_wording
from drafting.service.insertion import inserted_at
from drafting.service.text_view import document_view, read_text
from drafting.service.wording import base_runs, proposed
from drafting.view.amendment import AmendmentView
from drafting.view.desk import DeskClause, DeskView, FateView, PreviewView


def desk(session: Session, document_id: str) -> DeskView:
    """Return every clause in document order with its amendments; an insertion stands under the clause it follows.

    Raises:
        NotFoundError: There is no such document.
    """
    document = document_view(session, document_id)
    by_clause: defaultdict[str, list[AmendmentView]] = defaultdict(list)
    for amendment in amendments_of(session, document_id):
        by_clause[amendment.clause.id].append(amendment)
    clauses = (*document.clauses, *(note.clause for note in document.notes))
    return DeskView(
        document,
        tuple(
            DeskClause(
                clause,
                tuple(each for each in by_clause[clause.id] if each.state in OPEN_STATES),
                tuple(each for each in by_clause[clause.id] if each.state not in OPEN_STATES),
            )
            for clause in clauses
        ),
    )


def preview(session: Session, amendment_id: str) -> PreviewView:
    """Return how the clause would read if an amendment were accepted, and what would become of the others.

    Raises:
        NotFoundError: There is no such amendment.
    """
    amendment = find_amendment(session, amendment_id)
    text = read_text(session, amendment.document_id)
    clause = text.by_id[amendment.clause_id]
    wording = last_wording(session, amendment)
    found = consequences(session, amendment)
    kind = amendment.new_kind if amendment.kind is AmendmentKind.INSERT else None
    standing = (clause, *inserted_at(text, kind, clause)) if kind else ()
    return PreviewView(
        before=base_runs(session, clause.id, wording.base_version),
        after=() if amendment.kind is AmendmentKind.DELETE else proposed(session, clause, wording),
        carried=tuple(each.amendment.number for each in found if isinstance(each.fate, Stands)),
        overtaken=tuple(
            FateView(each.amendment.number, each.fate.why) for each in found if isinstance(each.fate, Overtaken)
        ),
        reflected=tuple(each.amendment.number for each in found if isinstance(each.fate, Reflected)),
        places=tuple((each.id, f"directly after {each.label}") for each in standing) if len(standing) > 1 else (),
    )
