"""A delegation's private drafts: saved while typing, handed to the head of delegation, discarded.

Drafts are in no log. Text is kept as it was typed; what the tool lets in is asked at submission.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import InvalidTextError, NotFoundError, RuleError
from drafting.records.amendment import Amendment, AmendmentVersion
from drafting.records.conference import Participant
from drafting.records.document import Clause
from drafting.records.draft import Draft
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import REVISABLE_STATES, AmendmentKind, DraftState, Stage
from drafting.service.actor import Actor
from drafting.service.finding import find_clause, find_document, open_clause, own_amendment, own_draft
from drafting.service.submit import must_be_ready
from drafting.text.runs import Runs, from_wire, plain, to_wire

LARGEST_DRAFT = 256 * 1024
"""Characters of text and reason together; what may be submitted is less."""
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Target:
    """What a draft is about: a clause, or the place after it; ``amendment_id`` is the one it revises."""

    clause_id: str
    kind: AmendmentKind
    new_kind: ClauseKind | None = None
    amendment_id: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What was typed, on which text of the clause, over which saving of the draft (0: none yet)."""

    runs: Runs
    reason: str
    base_version: int
    seen_version: int


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft as it is stored now."""

    version: int
    runs: Runs
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Superseded:
    """The draft was saved elsewhere meanwhile; nothing was overwritten, ``theirs`` is what is stored.

    ``draft_id`` is another one where the author began two drafts on one target.
    """

    draft_id: str
    theirs: Saved
    author: str


def own_draft_on(session: Session, actor: Actor, target: Target) -> Draft | None:
    """Return the draft that the actor has begun on a target, if there is one."""
    return session.scalars(
        select(Draft)
        .where(
            Draft.author_id == actor.id,
            Draft.delegation_id == actor.delegation_id,
            Draft.clause_id == target.clause_id,
            Draft.kind == target.kind,
            Draft.amendment_id.is_(None) if target.amendment_id is None else Draft.amendment_id == target.amendment_id,
        )
        .order_by(Draft.updated_at.desc())
    ).first()


def save(session: Writing, actor: Actor, draft_id: str, target: Target, content: Content) -> Saved | Superseded:
    """Keep what was typed; the first saving makes the draft.

    A draft that waits for clearance is being written again when one who may not submit changes it.

    Raises:
        NotAllowedError: The actor is of no delegation.
        NotFoundError: The draft is another delegation's, or the clause is not there.
        RuleError: The document is adopted.
        InvalidTextError: The draft is larger than can be kept, or written on a text that its clause never had.
    """
    actor.must(Act.DRAFT)
    if len(plain(content.runs)) + len(content.reason) > LARGEST_DRAFT:
        raise InvalidTextError(
            f"A draft may have {LARGEST_DRAFT:,} characters. Make it shorter; nothing you typed is lost."
        )
    _must_be_storable(content)
    draft = session.get(Draft, draft_id)
    if draft is None:
        _must_not_be_adopted(session, find_clause(session, target.clause_id).document_id)
        _must_not_be_gone(session, actor, draft_id, content)
        if other := own_draft_on(session, actor, target):
            _must_be_on_a_text(find_clause(session, target.clause_id), target.kind, content)
            return _superseded(session, other)
        draft = _begun(session, actor, draft_id, target, content)
    else:
        draft = own_draft(session, actor, draft_id)
        _must_not_be_adopted(session, draft.document_id)
        if _is_stored(draft, content):
            return stored(draft)  # an answer that was lost on its way is asked for again
        _must_be_on_a_text(find_clause(session, draft.clause_id), draft.kind, content)
        if draft.version != content.seen_version:
            return _superseded(session, draft)
        draft.version += 1
        if not actor.may_submit and not _says(draft, content):
            draft.state = DraftState.WRITING
    draft.runs, draft.reason = to_wire(content.runs), content.reason
    draft.base_version, draft.updated_at = content.base_version, session.moment
    if target.kind is AmendmentKind.INSERT:
        draft.new_kind = target.new_kind
    return stored(draft)


def stored(draft: Draft) -> Saved:
    """Return a draft as it is stored."""
    return Saved(draft.version, from_wire(draft.runs), draft.reason, draft.updated_at)


def hand_over(session: Writing, actor: Actor, draft_id: str) -> Draft:
    """Hand a finished draft to the head of delegation, who clears and submits it.

    Raises:
        NotFoundError: The draft is another delegation's, or there is none.
        RuleError: The document is adopted, or there is nothing to submit.
        InvalidTextError: The text holds what the tool does not let in.
        StaleVersionError: A decision left its words no place.
    """
    actor.must(Act.DRAFT)
    draft = own_draft(session, actor, draft_id)
    _must_not_be_adopted(session, draft.document_id)
    must_be_ready(session, draft)
    draft.state = DraftState.WAITING
    draft.version += 1
    draft.updated_at = session.moment
    return draft


def propose_anew(session: Writing, actor: Actor, draft_id: str) -> Draft:
    """Turn the revision of an amendment that takes no other wording into a draft of a new amendment.

    Raises:
        NotFoundError: The draft is another delegation's, or there is none.
        RuleError: The document is adopted, or the amendment can still be revised.
    """
    actor.must(Act.DRAFT)
    draft = own_draft(session, actor, draft_id)
    _must_not_be_adopted(session, draft.document_id)
    revised = session.get(Amendment, draft.amendment_id) if draft.amendment_id else None
    if revised is None or revised.state in REVISABLE_STATES:
        raise RuleError("This draft can be submitted as it is. Open it, then submit.")
    draft.amendment_id = None
    draft.state = DraftState.WRITING
    draft.version += 1
    draft.updated_at = session.moment
    return draft


def discard(session: Writing, actor: Actor, draft_id: str) -> None:
    """Throw a draft away; only the delegation's own."""
    actor.must(Act.DRAFT)
    session.delete(own_draft(session, actor, draft_id))


def _begun(session: Writing, actor: Actor, draft_id: str, target: Target, content: Content) -> Draft:
    if actor.delegation_id is None:
        raise NotFoundError("draft")
    clause = find_clause(session, target.clause_id)
    if target.amendment_id is not None:
        own_amendment(session, actor, target.amendment_id)
    elif target.kind is not AmendmentKind.INSERT:
        open_clause(session, clause.id)
    _must_be_on_a_text(clause, target.kind, content)
    draft = Draft(
        id=draft_id,
        document_id=clause.document_id,
        delegation_id=actor.delegation_id,
        author_id=actor.id,
        clause_id=clause.id,
        amendment_id=target.amendment_id,
        kind=target.kind,
        new_kind=target.new_kind,
        base_version=content.base_version,
        state=DraftState.WRITING,
        version=1,
        created_at=session.moment,
    )
    session.add(draft)
    return draft


def _must_not_be_adopted(session: Session, document_id: str) -> None:
    if find_document(session, document_id).stage is Stage.ADOPTED:
        raise RuleError("The text has been adopted. Nothing in it can be changed any more.")


def _must_not_be_gone(session: Session, actor: Actor, draft_id: str, content: Content) -> None:
    """An old tab does not begin a draft again; a wording has the id of the draft that it was submitted from."""
    wording = session.get(AmendmentVersion, draft_id)
    if wording is not None:
        number = own_amendment(session, actor, wording.amendment_id).number
        raise RuleError(f"Amendment {number} was submitted from this draft. Copy what you typed, then revise it there.")
    if content.seen_version:
        raise RuleError("This draft was discarded elsewhere. Copy what you typed, reload the page and begin anew.")


def _must_be_storable(content: Content) -> None:
    """Databases keep neither a zero sign nor half a sign; no keyboard makes them."""
    if _UNSTORABLE.search(plain(content.runs) + content.reason):
        raise InvalidTextError("The text holds a sign that cannot be kept. Delete what you pasted last and type it.")


def _must_be_on_a_text(clause: Clause, kind: AmendmentKind, content: Content) -> None:
    if kind is not AmendmentKind.INSERT and not 1 <= content.base_version <= clause.version:
        raise InvalidTextError(f"There is no such text of {clause.label}. Reload the page; copy what you typed first.")


def _is_stored(draft: Draft, content: Content) -> bool:
    return draft.version == content.seen_version + 1 and _says(draft, content)


def _says(draft: Draft, content: Content) -> bool:
    kept = (from_wire(draft.runs), draft.reason, draft.base_version)
    return kept == (content.runs, content.reason, content.base_version)


def _superseded(session: Session, draft: Draft) -> Superseded:
    return Superseded(draft.id, stored(draft), session.get_one(Participant, draft.author_id).name)
