"""A draft becomes an amendment that every delegation sees, or a new wording of one."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import RuleError, StaleVersionError
from drafting.records.amendment import Amendment, AmendmentVersion
from drafting.records.conference import Participant
from drafting.records.document import Clause, Document
from drafting.records.draft import Draft
from drafting.records.ids import new_id
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import REVISABLE_STATES, AmendmentKind, AmendmentState, Cause
from drafting.service.actor import Actor
from drafting.service.finding import (
    find_clause,
    find_document,
    last_wording,
    named,
    open_clause,
    own_amendment,
    own_draft,
)
from drafting.service.insertion import kinds_at, parent_of
from drafting.service.text_view import read_text
from drafting.service.wording import Overtaken, Wording, base_runs, carry, wording
from drafting.text import (
    CarriedOver,
    Edits,
    NoteReference,
    Satisfied,
    admit,
    admit_prose,
    conflicts,
    edits_from_wire,
    edits_to_wire,
    from_wire,
    to_wire,
    tokenise,
)
from drafting.view.sentences import touching_all


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft compared with its clause, outside the write gate; ``draft_version`` is what was compared."""

    draft_id: str
    draft_version: int
    wording: Wording
    reason: str


def prepare(session: Session, actor: Actor, draft_id: str, *, read_version: int | None = None) -> Prepared:
    """Check a draft's characters and compare it with the text it was written on.

    Args:
        session: An open reading.
        actor: Who submits.
        draft_id: The draft.
        read_version: The saving of the draft that the actor read; None: as it stands.

    Raises:
        NotAllowedError: The actor may not submit.
        NotFoundError: The draft is not the delegation's.
        StaleVersionError: The draft was changed since it was read.
        InvalidTextError: The text holds what the tool does not let in.
    """
    actor.must(Act.SUBMIT)
    draft = own_draft(session, actor, draft_id)
    actor.must_submit()
    if read_version not in (None, draft.version):
        raise _changed_since(session, actor, draft)
    return _compared(session, draft)


def must_be_ready(session: Session, draft: Draft) -> None:
    """Refuse a draft that could not be submitted however the delegation's other amendments stand.

    Raises:
        InvalidTextError: The text holds what the tool does not let in.
        StaleVersionError: A decision left its words no place.
        RuleError: There is nothing to submit.
    """
    _must_be_revisable(session.get(Amendment, draft.amendment_id) if draft.amendment_id else None)
    _fitted(session, draft, _compared(session, draft))


def _changed_since(session: Session, actor: Actor, draft: Draft) -> StaleVersionError:
    by = "" if draft.author_id == actor.id else f" by {session.get_one(Participant, draft.author_id).name}"
    return StaleVersionError(f"The draft was changed{by} since you read it. Read it again, then submit.")


def _compared(session: Session, draft: Draft) -> Prepared:
    runs = admit(from_wire(draft.runs))
    base_version = 0 if draft.kind is AmendmentKind.INSERT else draft.base_version
    return Prepared(
        draft.id, draft.version, wording(session, draft.clause_id, base_version, runs), admit_prose(draft.reason)
    )


def submit(session: Writing, actor: Actor, prepared: Prepared) -> Amendment:
    """Submit a prepared draft; the draft is gone, its words are the amendment's for ever.

    Raises:
        NotAllowedError: The text has been adopted.
        StaleVersionError: The draft or its clause changed meanwhile so that the words have no place.
        RuleError: There is nothing to submit, or the delegation's own open amendments stand in the way.
    """
    draft = own_draft(session, actor, prepared.draft_id)
    document = find_document(session, draft.document_id)
    actor.must(Act.SUBMIT, stage=document.stage)
    if draft.version != prepared.draft_version:
        raise _changed_since(session, actor, draft)
    amendment = own_amendment(session, actor, draft.amendment_id) if draft.amendment_id else None
    _must_be_revisable(amendment)
    edits, base_version = _fitted(session, draft, prepared)
    _must_fit_own(session, draft, edits, base_version)
    kept = prepared.wording.runs
    if amendment is None:
        amendment, cause = _new(session, actor, draft, document), Cause.SUBMITTED
    else:
        cause = Cause.REVISED
        amendment.version += 1
        amendment.state, amendment.blocked_by, amendment.blocked_why = AmendmentState.SUBMITTED, None, None
    session.add(
        AmendmentVersion(
            id=draft.id,  # so that an old tab can be told what became of its draft
            amendment_id=amendment.id,
            number=amendment.version,
            cause=cause,
            base_version=base_version,
            runs=to_wire(kept),
            edits=edits_to_wire(edits),
            reason=prepared.reason,
            made_at=session.moment,
        )
    )
    session.delete(draft)
    session.record(
        f"amendment-{cause}",
        actor.id,
        document=document.id,
        clauses=[amendment.clause_id],
        amendment=amendment.id,
        number=amendment.number,
    )
    return amendment


def _must_be_revisable(amendment: Amendment | None) -> None:
    if amendment is not None and amendment.state not in REVISABLE_STATES:
        raise RuleError(
            f"Amendment {amendment.number} is {amendment.state} and takes no other wording. Propose a new amendment."
        )


def _fitted(session: Session, draft: Draft, prepared: Prepared) -> tuple[Edits, int]:
    """The draft's edits on the clause as it stands now, and that version."""
    match draft.kind:
        case AmendmentKind.DELETE:
            return (), open_clause(session, draft.clause_id).version
        case AmendmentKind.INSERT:
            return _insertion(session, draft, prepared), 0
        case AmendmentKind.REPLACE:
            clause = open_clause(session, draft.clause_id)
            _must_know_notes(session, draft, prepared)
            return _replacement(session, clause, prepared), clause.version


def _insertion(session: Session, draft: Draft, prepared: Prepared) -> Edits:
    text = read_text(session, draft.document_id)
    anchor = find_clause(session, draft.clause_id)
    if not prepared.wording.edits:
        raise RuleError("The new clause has no words yet. Write its text, then submit.")
    if draft.new_kind is None or draft.new_kind not in kinds_at(text, anchor):
        raise RuleError(
            f"A {draft.new_kind or 'clause'} cannot stand after {anchor.label}. Choose another kind of clause."
        )
    parent_id = parent_of(draft.new_kind, anchor)
    if parent_id is not None:
        open_clause(session, parent_id)
    _must_know_notes(session, draft, prepared)
    return prepared.wording.edits


def _replacement(session: Session, clause: Clause, prepared: Prepared) -> Edits:
    words = prepared.wording
    if not words.edits:
        raise RuleError(f"Your text is the same as {clause.label}. Change some words, then submit.")
    if not tokenise(words.runs):
        raise RuleError(f"Your text is empty. To take {clause.label} out, use “Propose deletion”.")
    match carry(session, clause, words.base_version, words.edits):
        case CarriedOver(edits=edits):
            return edits
        case Satisfied():
            raise RuleError(f"{clause.label} already says all that you propose. There is nothing left to submit.")
        case Overtaken(amendment=other, blocked=blocked):
            why = touching_all(blocked.conflicts, "your text", f"Amendment {other.number}")
            raise StaleVersionError(
                f"{clause.label} changed while you were writing: {named(session, other)} was accepted, and {why}. "
                "Your draft is kept. Open it to see the new text beside yours."
            )


def _must_know_notes(session: Session, draft: Draft, prepared: Prepared) -> None:
    for piece in prepared.wording.runs:
        if isinstance(piece, NoteReference):
            clause = session.get(Clause, piece.note)
            if clause is None or clause.document_id != draft.document_id or clause.kind is not ClauseKind.NOTE:
                raise RuleError(
                    "Your text calls a note that this document does not have. Delete the reference, then submit."
                )


def _must_fit_own(session: Session, draft: Draft, edits: Edits, base_version: int) -> None:
    """A delegation's open amendments on one clause must fit together: it cannot ask for two things at once."""
    if draft.kind is AmendmentKind.INSERT:
        return
    clause = find_clause(session, draft.clause_id)
    base = tokenise(base_runs(session, clause.id, base_version))
    for other in _own_open(session, draft):
        if AmendmentKind.DELETE in (draft.kind, other.kind):
            raise RuleError(
                f"Your Amendment {other.number} on {clause.label} is still open. Withdraw or revise it first."
            )
        found = conflicts(base, edits, edits_from_wire(last_wording(session, other).edits))
        if found:
            why = touching_all(found, "your text", f"Amendment {other.number}")
            raise RuleError(
                f"Your own Amendment {other.number} touches the same words: {why}. Revise or withdraw it first."
            )


def _own_open(session: Session, draft: Draft) -> list[Amendment]:
    found = session.scalars(
        select(Amendment).where(
            Amendment.clause_id == draft.clause_id,
            Amendment.delegation_id == draft.delegation_id,
            Amendment.state == AmendmentState.SUBMITTED,
            Amendment.kind != AmendmentKind.INSERT,
        )
    )
    return [amendment for amendment in found if amendment.id != draft.amendment_id]


def _new(session: Writing, actor: Actor, draft: Draft, document: Document) -> Amendment:
    document.amendments += 1
    inserts = draft.kind is AmendmentKind.INSERT
    amendment = Amendment(
        id=new_id(),
        document_id=document.id,
        number=document.amendments,
        kind=draft.kind,
        clause_id=draft.clause_id,
        new_clause_id=new_id() if inserts else None,
        new_kind=draft.new_kind if inserts else None,
        delegation_id=draft.delegation_id,
        state=AmendmentState.SUBMITTED,
        version=1,
        submitted_at=session.moment,
        submitted_by=actor.id,
        blocked_by=None,
        blocked_why=None,
    )
    session.add(amendment)
    return amendment
