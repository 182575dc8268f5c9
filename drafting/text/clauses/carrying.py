"""Carrying over: what becomes of a pending operation when another is accepted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafting.text.clauses.acceptance import accept
from drafting.text.clauses.claims import between
from drafting.text.clauses.operations import (
    Amend,
    Decision,
    Delete,
    Insert,
    Join,
    Move,
    Operation,
    Ordered,
    Split,
    same,
)
from drafting.text.clauses.outline import Outline, Place
from drafting.text.clauses.relation import ClauseConflict, clause_conflicts
from drafting.text.clauses.seams import after_cut, begins_after, growth_before, shifted
from drafting.text.deciding import rebase as words
from drafting.text.deciding.rebase import Satisfied
from drafting.text.edits import Edits


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The operation as it stands on the new outline; ``reflected`` are edits of an amendment already in it."""

    operation: Operation
    reflected: Edits = ()


@dataclass(frozen=True, slots=True)
class Blocked:
    """The operation cannot live with what was accepted; ``ours`` in each conflict is the pending one.

    ``step`` counts from 0 which of several decisions blocked it.
    """

    conflicts: tuple[ClauseConflict, ...]
    step: int = 0


Carried = CarriedOver | Satisfied | Blocked


def carried(outline: Outline, pending: Operation, accepted: Decision) -> Carried:
    """Carry a pending operation over an accepted one; both fit ``outline``.

    The same is satisfied, what is in conflict is blocked, all else is said again in the ids of the new outline.
    """
    each = accepted.placed if isinstance(accepted, Ordered) else (accepted,)
    if any(same(pending, one) for one in each):
        return Satisfied()
    found = tuple(conflict for one in each for conflict in clause_conflicts(outline, pending, one))
    if found:
        return Blocked(found)
    return _over(outline, pending, accepted)


def carried_through(outline: Outline, pending: Operation, decisions: Sequence[Decision]) -> Carried:
    """Carry an operation over several decisions, each on the outline that the one before left."""
    for step, accepted in enumerate(decisions):
        outcome = carried(outline, pending, accepted)
        if isinstance(outcome, Blocked):
            return replace(outcome, step=step)
        if isinstance(outcome, Satisfied):
            return outcome
        pending, outline = outcome.operation, accept(outline, accepted)
    return CarriedOver(pending)


def _over(outline: Outline, pending: Operation, accepted: Decision) -> Carried:
    match accepted, pending:
        case Amend(clause), Amend() if pending.clause == clause:
            return _amendment_over(outline, pending, accepted)
        case Amend(clause, edits), Split() if pending.clause == clause:
            return CarriedOver(replace(pending, gap=pending.gap + growth_before(edits, pending.gap)))
        case Delete(clause), Delete() if clause in outline.above(pending.clause):
            return Satisfied()
        case Split(), _:
            return CarriedOver(_over_split(outline, pending, accepted))
        case Join(), _:
            return CarriedOver(_over_join(outline, pending, accepted))
        case _:
            return CarriedOver(pending)


def _amendment_over(outline: Outline, pending: Amend, accepted: Amend) -> CarriedOver | Satisfied:
    outcome = words.rebase(outline.clause(pending.clause).tokens, pending.edits, accepted.edits)
    assert not isinstance(outcome, words.Blocked), "conflicts of words are found before"
    if isinstance(outcome, Satisfied):
        return outcome
    return CarriedOver(replace(pending, edits=outcome.edits), outcome.reflected)


def _over_split(outline: Outline, pending: Operation, accepted: Split) -> Operation:
    clause, gap, new = accepted.clause, accepted.gap, accepted.new
    match pending:
        case Amend(amended, edits) if amended == clause and begins_after(edits, gap):
            return Amend(new, after_cut(outline.clause(clause).tokens, edits, gap))
        case Split(cut, further) if cut == clause and further > gap:
            return replace(pending, clause=new, gap=further - gap)
        case Insert(place=place) | Move(place=place):
            parent = new if place.parent == clause else place.parent
            return replace(pending, place=Place(parent, new if place.after == clause else place.after))
        case _:
            return pending


def _over_join(outline: Outline, pending: Operation, accepted: Join) -> Operation:
    clause, following = accepted.clause, accepted.next
    match pending:
        case Amend(amended, edits) if amended == following:
            return Amend(clause, shifted(edits, len(outline.clause(clause).tokens)))
        case Join(joined, further) if joined == following:
            return Join(clause, further)
        case Insert(place=place) | Move(place=place):
            return replace(pending, place=_place_over_join(outline, place, accepted))
        case _:
            return pending


def _place_over_join(outline: Outline, place: Place, accepted: Join) -> Place:
    if place.after == accepted.next:
        return Place(place.parent, between(outline, accepted.clause, accepted.next)[-1])
    if place.parent != accepted.next:
        return place
    before = outline.children(accepted.clause)[-1:] if place.after is None else (place.after,)
    return Place(accepted.clause, *before)
