"""Acceptance: the outline after a decision on whole clauses."""

from dataclasses import replace
from functools import reduce

from drafting.text.clauses.fitting import check
from drafting.text.clauses.operations import Amend, Decision, Delete, Insert, Join, Move, Operation, Ordered, Split
from drafting.text.clauses.outline import Clause, Outline, Place
from drafting.text.clauses.placing import one_after_another
from drafting.text.clauses.seams import cut
from drafting.text.edits import Edits, apply


def accept(outline: Outline, operation: Decision) -> Outline:
    """Return the outline with the operation made; the given one stays as it is.

    Raises:
        RuleError: The operation does not fit this outline.
        NotFoundError: It names a clause that the outline does not have.
        InvalidTextError: Its edits do not fit the clause.
    """
    check(outline, operation)
    if isinstance(operation, Ordered):
        return reduce(accept, one_after_another(operation), outline)
    return _made(outline, operation)


def _made(outline: Outline, operation: Operation) -> Outline:
    match operation:
        case Amend(clause, edits):
            return _amended(outline, clause, edits)
        case Insert(clause, place, tokens, kind):
            return _put(outline, (Clause(clause, tokens, place.parent, kind),), place)
        case Delete(clause):
            return _deleted(outline, clause)
        case Move(clause, place):
            return _moved(outline, clause, place)
        case Split():
            return _split(outline, operation)
        case _:
            return _joined(outline, operation)


def _amended(outline: Outline, clause: str, edits: Edits) -> Outline:
    at, old = outline.position(clause), outline.clause(clause)
    new = replace(old, tokens=apply(old.tokens, edits))
    return Outline((*outline.clauses[:at], new, *outline.clauses[at + 1 :]))


def _put(outline: Outline, block: tuple[Clause, ...], place: Place) -> Outline:
    gap = outline.gap(place)
    return Outline(outline.clauses[:gap] + block + outline.clauses[gap:])


def _deleted(outline: Outline, clause: str) -> Outline:
    block = outline.block(clause)
    tombstones = tuple(replace(each, deleted=True) for each in outline.clauses[block])
    return Outline(outline.clauses[: block.start] + tombstones + outline.clauses[block.stop :])


def _moved(outline: Outline, clause: str, place: Place) -> Outline:
    block = outline.block(clause)
    first, *below = outline.clauses[block]
    rest = Outline(outline.clauses[: block.start] + outline.clauses[block.stop :])
    return _put(rest, (replace(first, parent=place.parent), *below), place)


def _split(outline: Outline, split: Split) -> Outline:
    block = outline.block(split.clause)
    whole, *below = outline.clauses[block]
    left, right = cut(whole.tokens, split.gap)
    parts = replace(whole, tokens=left), replace(whole, id=split.new, tokens=right)
    below = _under(below, split.clause, split.new)
    return Outline((*outline.clauses[: block.start], *parts, *below, *outline.clauses[block.stop :]))


def _joined(outline: Outline, join: Join) -> Outline:
    first, second = outline.block(join.clause), outline.block(join.next)
    left, *under_left = outline.clauses[first]
    right, *under_right = outline.clauses[second]
    whole = replace(left, tokens=left.tokens + right.tokens)
    below = [*under_left, *_under(under_right, join.next, join.clause)]
    tombstones = outline.clauses[first.stop : second.start]
    return Outline(
        (*outline.clauses[: first.start], whole, *below, *tombstones, *outline.clauses[second.stop :]),
    )


def _under(clauses: list[Clause], old: str, new: str) -> list[Clause]:
    return [replace(each, parent=new) if each.parent == old else each for each in clauses]
