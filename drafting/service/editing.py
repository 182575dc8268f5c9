"""Builds the editor's page: a draft begun, gone on with, or made of an amendment that is to be revised.

A draft written on an older text of its clause is carried over to the present one, or its conflict is named.
"""

from dataclasses import dataclass, replace
from itertools import takewhile

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from drafting.errors import RuleError
from drafting.records.amendment import Amendment, Decision
from drafting.records.document import Clause
from drafting.records.draft import Draft
from drafting.records.ids import new_id
from drafting.rules.access import Act
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import REVISABLE_STATES, AmendmentKind, DraftState, Outcome
from drafting.service.actor import Actor
from drafting.service.drafts import Content, Superseded, Target, own_draft_on
from drafting.service.finding import find_clause, last_wording, named, open_clause, own_amendment, own_draft
from drafting.service.insertion import kinds_at
from drafting.service.look_alikes import remarks
from drafting.service.text_view import document_view, read_text
from drafting.service.wording import Carried, Overtaken, base_runs, carry, proposed, wording
from drafting.text import CarriedOver, apply, runs_of, tokenise
from drafting.text.runs import Runs, from_wire
from drafting.view.document import ClauseView, DocumentView
from drafting.view.editor import EditorView, ElsewhereView
from drafting.view.sentences import as_sentence, touching


@dataclass(frozen=True, slots=True)
class _Written:
    """What the editor opens with, before it is held against the present text of the clause."""

    draft_id: str
    target: Target
    runs: Runs
    reason: str
    base_version: int
    version: int
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Present:
    """How written words stand to the clause as it is now; ``by`` names the decision that changed it."""

    base: Runs
    version: int
    proposed: Runs
    by: str
    clashes: tuple[str, ...]


def begin(session: Session, actor: Actor, target: Target) -> EditorView:
    """Return the editor for a target: the draft that the actor has begun on it, or a new one.

    Raises:
        NotFoundError: There is no such clause, or the amendment is another delegation's.
        RuleError: The clause or the text takes no amendments.
    """
    actor.must(Act.DRAFT)
    if target.amendment_id is not None:
        amendment = own_amendment(session, actor, target.amendment_id)
        target = Target(amendment.clause_id, amendment.kind, amendment.new_kind, amendment.id)
    clause = find_clause(session, target.clause_id)
    if target.kind is not AmendmentKind.INSERT:
        open_clause(session, clause.id)
    begun = own_draft_on(session, actor, target)
    return _editor(session, clause, _of_draft(begun) if begun else _anew(session, clause, target))


def resume(session: Session, actor: Actor, draft_id: str) -> EditorView:
    """Return the editor for a draft of the actor's delegation.

    Raises:
        NotFoundError: It is another delegation's, or there is none.
    """
    actor.must(Act.DRAFT)
    draft = own_draft(session, actor, draft_id)
    return _editor(session, find_clause(session, draft.clause_id), _of_draft(draft))


def retyped(session: Session, actor: Actor, theirs: Superseded, target: Target, content: Content) -> EditorView:
    """Return the editor of a draft with what was typed over an older saving of it, and what is stored beside.

    Raises:
        NotFoundError: It is another delegation's, or there is none.
    """
    draft = own_draft(session, actor, theirs.draft_id)
    stored = _of_draft(draft)
    written = replace(
        stored,
        target=replace(stored.target, new_kind=target.new_kind or draft.new_kind),
        runs=content.runs,
        reason=content.reason,
        base_version=content.base_version,
    )
    view = _editor(session, find_clause(session, draft.clause_id), written)
    return replace(view, elsewhere=ElsewhereView(theirs.author, from_wire(draft.runs), draft.reason))


def present(session: Session, clause: Clause, base_version: int, runs: Runs) -> Present:
    """Hold words written on an older text of a clause against its present text."""
    now = base_runs(session, clause.id, clause.version)
    by = _changed_by(session, clause)
    if clause.deleted:
        return Present(now, clause.version, runs, by, (f"{clause.label} was deleted.",))
    words = wording(session, clause.id, base_version, runs)
    outcome: Carried = carry(session, clause, base_version, words.edits)
    if isinstance(outcome, Overtaken):
        decided = f"Amendment {outcome.amendment.number}"
        clashes = [as_sentence(touching(each, "your text", decided)) for each in outcome.blocked.conflicts]
        return Present(now, clause.version, runs, by, tuple(clashes))
    edits = outcome.edits if isinstance(outcome, CarriedOver) else ()
    return Present(now, clause.version, runs_of(apply(tokenise(now), edits)), by, ())


def _of_draft(draft: Draft) -> _Written:
    target = Target(draft.clause_id, draft.kind, draft.new_kind, draft.amendment_id)
    waits = draft.state is DraftState.WAITING
    return _Written(draft.id, target, from_wire(draft.runs), draft.reason, draft.base_version, draft.version, waits)


def _anew(session: Session, clause: Clause, target: Target) -> _Written:
    if target.amendment_id is not None:
        return _of_amendment(session, clause, target)
    runs = base_runs(session, clause.id, clause.version) if target.kind is AmendmentKind.REPLACE else ()
    return _Written(new_id(), target, runs, "", clause.version, 0)


def _of_amendment(session: Session, clause: Clause, target: Target) -> _Written:
    amendment = session.get_one(Amendment, target.amendment_id)
    if amendment.state not in REVISABLE_STATES:
        raise RuleError(f"Amendment {amendment.number} is {amendment.state} and takes no other wording.")
    last = last_wording(session, amendment)
    runs = () if amendment.kind is AmendmentKind.DELETE else proposed(session, clause, last)
    return _Written(new_id(), target, runs, last.reason, last.base_version or clause.version, 0)


def _editor(session: Session, clause: Clause, written: _Written) -> EditorView:
    document = document_view(session, clause.document_id)
    if document.adoption is not None:
        raise RuleError("The text has been adopted. Nothing in it can be changed any more.")
    views = {view.id: view for view in (*document.clauses, *(note.clause for note in document.notes))}
    target = written.target
    view = EditorView(
        draft_id=written.draft_id,
        document=document,
        clause=views[clause.id],
        kind=target.kind,
        new_kind=target.new_kind,
        kinds=_kinds(session, clause) if target.kind is AmendmentKind.INSERT else (),
        amendment_id=target.amendment_id,
        revises=_number(session, target.amendment_id),
        base=() if target.kind is AmendmentKind.INSERT else base_runs(session, clause.id, written.base_version),
        base_version=written.base_version,
        proposed=written.runs,
        reason=written.reason,
        draft_version=written.version,
        news="",
        clashes=(),
        beneath=_beneath(document, clause.id) if target.kind is AmendmentKind.DELETE else (),
        waiting=written.waiting,
    )
    view = replace(view, remarks=remarks(view.base, view.proposed))
    if target.kind is AmendmentKind.REPLACE and (clause.deleted or written.base_version != clause.version):
        return _brought_up(view, present(session, clause, written.base_version, written.runs))
    return view


def _beneath(document: DocumentView, clause_id: str) -> tuple[ClauseView, ...]:
    """The clauses that stand under one and still stand, in document order."""
    places = iter(document.clauses)
    above = next((view for view in places if view.id == clause_id), None)
    if above is None:
        return ()
    return tuple(view for view in takewhile(lambda view: view.depth > above.depth, places) if not view.deleted)


def _brought_up(view: EditorView, now: Present) -> EditorView:
    fate = "Your words touch the same words" if now.clashes else "Your draft was carried over to the new text"
    return replace(
        view,
        base=now.base,
        base_version=now.version,
        proposed=now.proposed,
        news=f"{view.clause.label} changed since this was written, by {now.by}. {fate}.",
        clashes=now.clashes,
    )


def _kinds(session: Session, clause: Clause) -> tuple[ClauseKind, ...]:
    kinds = kinds_at(read_text(session, clause.document_id), clause)
    if not kinds:
        raise RuleError(f"No clause can be inserted after {clause.label}.")
    return kinds


def _number(session: Session, amendment_id: str | None) -> int | None:
    return session.get_one(Amendment, amendment_id).number if amendment_id else None


def _changed_by(session: Session, clause: Clause) -> str:
    """Name what deleted the clause or made its present text; insertions after it did neither."""
    made = (
        Amendment.kind == AmendmentKind.DELETE
        if clause.deleted
        else and_(Amendment.kind == AmendmentKind.REPLACE, Decision.clause_version == clause.version)
    )
    amendment = session.scalars(
        select(Amendment)
        .join(Decision, Decision.amendment_id == Amendment.id)
        .where(Amendment.clause_id == clause.id, Decision.outcome == Outcome.ACCEPTED, made)
    ).first()
    return named(session, amendment) if amendment else "a decision"
