"""What accepting one amendment does to every other pending on its clause.

Nothing is lost: each is carried over, already reflected, or overtaken with the words that say why.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.records.amendment import Amendment, AmendmentVersion
from drafting.records.conference import Delegation
from drafting.records.document import Clause
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind, AmendmentState
from drafting.service.finding import last_wording
from drafting.service.insertion import parent_of
from drafting.service.text_view import Text, read_text
from drafting.service.wording import base_runs
from drafting.text import (
    Blocked,
    CarriedOver,
    Edits,
    Satisfied,
    Tokens,
    apply,
    edits_from_wire,
    rebase,
    runs_of,
    tokenise,
)
from drafting.text.runs import NoteReference, Runs, from_wire
from drafting.view.sentences import sides, touching_all


@dataclass(frozen=True, slots=True)
class Stands:
    """It is carried over; ``edits`` are against the new text, None where there is nothing to shift."""

    edits: Edits | None


@dataclass(frozen=True, slots=True)
class Reflected:
    """All that it asks for is in the new text already."""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The decision leaves no place for it; ``why`` names the words."""

    why: str


@dataclass(frozen=True, slots=True)
class Consequence:
    """What happens to one pending amendment; ``wording`` is the one it had before."""

    amendment: Amendment
    wording: AmendmentVersion
    fate: Stands | Reflected | Overtaken


def consequences(session: Session, accepted: Amendment) -> tuple[Consequence, ...]:
    """Return what accepting an amendment does to the others, by their numbers."""
    match accepted.kind:
        case AmendmentKind.REPLACE:
            found = _of_replacement(session, accepted)
        case AmendmentKind.DELETE:
            found = _of_deletion(session, accepted)
        case AmendmentKind.INSERT:
            found = _of_insertion(session, accepted)
    return tuple(sorted(found, key=lambda each: each.amendment.number))


def _of_replacement(session: Session, accepted: Amendment) -> Iterator[Consequence]:
    clause = session.get_one(Clause, accepted.clause_id)
    base_text = base_runs(session, clause.id, clause.version)
    base = tokenise(base_text)
    edits = edits_from_wire(last_wording(session, accepted).edits)
    for amendment, wording in _pending(session, accepted, [clause.id]):
        fate = _beside_replacement(base, edits, amendment, wording, clause)
        if isinstance(fate, Blocked):
            fate = Overtaken(touching_all(fate.conflicts, *sides(_side(session, amendment), _side(session, accepted))))
        if fate is not None:
            yield Consequence(amendment, wording, fate)
    lost = _notes(base_text) - _notes(runs_of(apply(base, edits)))
    if lost:
        yield from _on_lost_notes(session, accepted, read_text(session, clause.document_id), [clause.id], lost)


def _beside_replacement(
    base: Tokens, edits: Edits, amendment: Amendment, wording: AmendmentVersion, clause: Clause
) -> Stands | Reflected | Overtaken | Blocked | None:
    if amendment.kind is AmendmentKind.INSERT:
        return None
    if amendment.kind is AmendmentKind.DELETE:
        return Overtaken(f"it deletes {clause.label}, whose words the decision changed")
    pending = edits_from_wire(wording.edits)
    if apply(base, pending) == apply(base, edits):
        # The same text can be written by edits of other extents, where one was carried over and one was not.
        return Reflected()
    match rebase(base, pending, edits):
        case CarriedOver(edits=carried):
            return Stands(carried)
        case Satisfied():
            return Reflected()
        case Blocked() as blocked:
            return blocked


def _side(session: Session, amendment: Amendment) -> tuple[int, str]:
    return amendment.number, session.get_one(Delegation, amendment.delegation_id).name


def _of_deletion(session: Session, accepted: Amendment) -> Iterator[Consequence]:
    text = read_text(session, accepted.document_id)
    gone = [accepted.clause_id, *descendants(text, accepted.clause_id)]
    for amendment, wording in _pending(session, accepted, gone):
        label = text.by_id[amendment.clause_id].label
        if amendment.kind is AmendmentKind.DELETE:
            yield Consequence(amendment, wording, Reflected())
        elif amendment.kind is AmendmentKind.REPLACE:
            yield Consequence(amendment, wording, Overtaken(f"it changes words of {label}, which the decision deleted"))
        elif amendment.clause_id != accepted.clause_id:
            why = f"it inserts a clause after {label}, which the decision deleted with its paragraph"
            yield Consequence(amendment, wording, Overtaken(why))
        elif parent_of(amendment.new_kind or ClauseKind.OPERATIVE, text.by_id[amendment.clause_id]) in gone:
            why = f"it inserts a subparagraph under {label}, which the decision deleted"
            yield Consequence(amendment, wording, Overtaken(why))
    lost = frozenset[str]().union(*(_notes(text.runs[clause_id]) for clause_id in gone))
    yield from _on_lost_notes(session, accepted, text, gone, lost)


def _of_insertion(session: Session, accepted: Amendment) -> Iterator[Consequence]:
    words = last_wording(session, accepted)
    for amendment, wording in _pending(session, accepted, [accepted.clause_id]):
        if (
            amendment.kind is AmendmentKind.INSERT
            and amendment.new_kind is accepted.new_kind
            and from_wire(wording.runs) == from_wire(words.runs)
        ):
            yield Consequence(amendment, wording, Reflected())


def descendants(text: Text, clause_id: str) -> tuple[str, ...]:
    """Return the ids of the clauses under one, in document order, those already deleted left out."""
    under = {clause_id}
    for clause in text.clauses:
        if clause.parent_id in under:
            under.add(clause.id)
    return tuple(clause.id for clause in text.clauses if clause.id in under - {clause_id} and not clause.deleted)


def _on_lost_notes(
    session: Session, accepted: Amendment, text: Text, changed: Sequence[str], lost: frozenset[str]
) -> Iterator[Consequence]:
    """Amendments to a note fall when the decision takes away the last place that calls it."""
    elsewhere = (
        _notes(text.runs[clause.id]) for clause in text.clauses if clause.id not in changed and not clause.deleted
    )
    orphaned = lost - frozenset[str]().union(*elsewhere)
    for amendment, wording in _pending(session, accepted, list(orphaned)):
        label = text.by_id[amendment.clause_id].label
        yield Consequence(
            amendment, wording, Overtaken(f"it changes {label}, whose last reference the decision deleted")
        )


def _notes(runs: Runs) -> frozenset[str]:
    return frozenset(piece.note for piece in runs if isinstance(piece, NoteReference))


def _pending(
    session: Session, accepted: Amendment, clauses: Sequence[str]
) -> Sequence[tuple[Amendment, AmendmentVersion]]:
    rows = session.execute(
        select(Amendment, AmendmentVersion)
        .join(
            AmendmentVersion,
            (AmendmentVersion.amendment_id == Amendment.id) & (AmendmentVersion.number == Amendment.version),
        )
        .where(
            Amendment.clause_id.in_(clauses),
            Amendment.state == AmendmentState.SUBMITTED,
            Amendment.id != accepted.id,
        )
    )
    return [(amendment, wording) for amendment, wording in rows]
