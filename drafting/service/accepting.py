"""Makes the new text of an accepted amendment: changed words, a tombstone, or a new clause."""

from drafting.records.amendment import Amendment, Decision
from drafting.records.document import Clause, ClauseVersion
from drafting.records.ids import new_id
from drafting.records.writing import Writing
from drafting.rules.kinds import ClauseKind
from drafting.rules.labels import inserted_after
from drafting.rules.life import Agreement, AmendmentKind
from drafting.service.consequences import descendants
from drafting.service.finding import last_wording
from drafting.service.insertion import place_of
from drafting.service.text_view import read_text
from drafting.service.wording import base_runs
from drafting.text import apply, edits_from_wire, edits_to_wire, runs_of, tokenise
from drafting.text.runs import to_wire


def accept(session: Writing, amendment: Amendment, decision: Decision, place: str | None) -> None:
    """Carry an accepted amendment into the text; ``place`` is the clause to put an insertion directly after."""
    match amendment.kind:
        case AmendmentKind.REPLACE:
            _replace(session, amendment, decision)
        case AmendmentKind.DELETE:
            _delete(session, amendment)
        case AmendmentKind.INSERT:
            _insert(session, amendment, decision, place)


def _delete(session: Writing, amendment: Amendment) -> None:
    text = read_text(session, amendment.document_id)
    for clause_id in (amendment.clause_id, *descendants(text, amendment.clause_id)):
        text.by_id[clause_id].deleted = True


def _replace(session: Writing, amendment: Amendment, decision: Decision) -> None:
    clause = session.get_one(Clause, amendment.clause_id)
    edits = edits_from_wire(last_wording(session, amendment).edits)
    runs = runs_of(apply(tokenise(base_runs(session, clause.id, clause.version)), edits))
    clause.version += 1
    decision.clause_version = clause.version
    session.add(
        ClauseVersion(
            id=new_id(),
            clause_id=clause.id,
            number=clause.version,
            runs=to_wire(runs),
            edits=edits_to_wire(edits),
            decision_id=decision.id,
            made_at=session.moment,
        )
    )


def _insert(session: Writing, amendment: Amendment, decision: Decision, place: str | None) -> None:
    text = read_text(session, amendment.document_id)
    kind = amendment.new_kind or ClauseKind.OPERATIVE
    spot = place_of(text, kind, asked_id=amendment.clause_id, place_id=place)
    clause = Clause(
        id=amendment.new_clause_id or new_id(),
        document_id=amendment.document_id,
        parent_id=spot.parent_id,
        kind=kind,
        rank=spot.rank,
        label=inserted_after(spot.label, (each.label for each in text.clauses)) if spot.follows else spot.label,
        agreement=Agreement.OPEN,
        version=1,
        deleted=False,
    )
    wire = last_wording(session, amendment).runs
    decision.clause_version = 1
    session.add(clause)
    session.add(
        ClauseVersion(
            id=new_id(),
            clause_id=clause.id,
            number=1,
            runs=wire or [],
            edits=[],
            decision_id=decision.id,
            made_at=session.moment,
        )
    )
