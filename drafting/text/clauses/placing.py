"""Placing: one decision that puts several clauses at one place in an order."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from drafting.errors import RuleError
from drafting.text.clauses.operations import Insert, Move, Ordered
from drafting.text.clauses.outline import Outline, Place
from drafting.text.clauses.relation import ClauseReason, clause_conflicts


def in_order(outline: Outline, placed: Sequence[Insert | Move]) -> Ordered:
    """Return the decision that puts these clauses at their one place, the first of them first.

    Raises:
        RuleError: They are not all at one place, two are the same, or two conflict in another way too.
    """
    for ours, theirs in combinations(placed, 2):
        if [conflict.reason for conflict in clause_conflicts(outline, ours, theirs)] != [ClauseReason.SAME_PLACE]:
            raise RuleError("Only different clauses that go to one place can be put in an order. Choose them again.")
    return Ordered(tuple(placed))


def one_after_another(decision: Ordered) -> tuple[Insert | Move, ...]:
    """Return what to accept, one after the other: each clause goes right after the one before it."""
    first, *_ = decision.placed
    follow = [
        replace(each, place=Place(each.place.parent, before.clause)) for before, each in pairwise(decision.placed)
    ]
    return (first, *follow)
