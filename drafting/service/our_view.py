"""Builds what one delegation alone sees: its drafts, its amendments, and its own text."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError
from drafting.records.amendment import Amendment
from drafting.records.conference import Participant
from drafting.records.draft import Draft
from drafting.rules.life import REVISABLE_STATES, AmendmentKind, AmendmentState
from drafting.service.actor import Actor
from drafting.service.amendment_view import Row, rows, texts_of, views
from drafting.service.text_view import Text, clause_views, read_text
from drafting.text import Tokens, apply, redline, tokenise, union
from drafting.text.runs import from_wire
from drafting.view.amendment import DraftView
from drafting.view.desk import OurClause, OurView
from drafting.view.document import ClauseView


def our_amendments(session: Session, actor: Actor, document_id: str) -> OurView:
    """Return the delegation's private drafts and its submitted amendments.

    Raises:
        NotFoundError: The actor is of no delegation, or there is no such document.
    """
    delegation = _delegation(actor)
    text = read_text(session, document_id)
    numbers = {row.amendment.number for row in rows(session, text, delegation_id=delegation)}
    # All of the document's are read: which others touch the same words is part of the picture.
    everyone = views(session, text, rows(session, text))
    ours = tuple(view for view in everyone if view.number in numbers)
    return OurView(_drafts(session, delegation, text), ours)


def our_text(session: Session, actor: Actor, document_id: str) -> tuple[OurClause, ...]:
    """Return the rolling text with the delegation's open amendments in it, clause by clause, notes last.

    Raises:
        NotFoundError: The actor is of no delegation, or there is no such document.
    """
    text = read_text(session, document_id)
    by_clause: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(session, text, delegation_id=_delegation(actor)):
        if row.amendment.state is AmendmentState.SUBMITTED:
            by_clause[row.amendment.clause_id].append(row)
    return tuple(
        each
        for view in clause_views(session, text)
        if not view.deleted
        for each in (_our_clause(view, by_clause[view.id]), *_our_insertions(view, by_clause[view.id]))
    )


def _delegation(actor: Actor) -> str:
    if actor.delegation_id is None:
        raise NotFoundError("delegation")
    return actor.delegation_id


def _our_clause(view: ClauseView, own: list[Row]) -> OurClause:
    base = tokenise(view.runs)
    deleted = any(row.amendment.kind is AmendmentKind.DELETE for row in own)
    edits = union(*(row.edits for row in own if row.amendment.kind is AmendmentKind.REPLACE))
    proposed = () if deleted else apply(base, edits)
    return OurClause(view, redline(base, proposed), view.label, deleted, new=False)


def _our_insertions(view: ClauseView, own: list[Row]) -> tuple[OurClause, ...]:
    return tuple(
        OurClause(view, redline((), row.proposed), f"New clause after {view.label}", deleted=False, new=True)
        for row in own
        if row.amendment.kind is AmendmentKind.INSERT
    )


def _drafts(session: Session, delegation: str, text: Text) -> tuple[DraftView, ...]:
    found = session.execute(
        select(Draft, Participant.name, Amendment)
        .join(Participant, Participant.id == Draft.author_id)
        .outerjoin(Amendment, Amendment.id == Draft.amendment_id)
        .where(Draft.delegation_id == delegation, Draft.document_id == text.document.id)
        .order_by(Draft.updated_at.desc())
    ).all()
    clauses = {view.id: view for view in clause_views(session, text)}
    written_on = [
        (draft.clause_id, draft.base_version) for draft, _, _ in found if draft.kind is not AmendmentKind.INSERT
    ]
    bases = texts_of(session, text, written_on)
    return tuple(
        _draft(draft, clauses[draft.clause_id], bases.get((draft.clause_id, draft.base_version), ()), author, revised)
        for draft, author, revised in found
    )


def _draft(draft: Draft, clause: ClauseView, base: Tokens, author: str, revised: Amendment | None) -> DraftView:
    runs = () if draft.kind is AmendmentKind.DELETE else from_wire(draft.runs)
    return DraftView(
        id=draft.id,
        state=draft.state,
        kind=draft.kind,
        clause=clause,
        redline=redline(() if draft.kind is AmendmentKind.INSERT else base, tokenise(runs)),
        proposed=runs,
        reason=draft.reason,
        author=author,
        updated_at=draft.updated_at,
        version=draft.version,
        revises=revised.number if revised else None,
        closed=revised.state if revised and revised.state not in REVISABLE_STATES else None,
    )
