"""Whether an operation fits the outline it is made on; refusals are sentences for the delegate who made it."""

from drafting.errors import RuleError
from drafting.text.clauses.claims import between
from drafting.text.clauses.operations import Amend, Decision, Delete, Insert, Move, Operation, Ordered, Split
from drafting.text.clauses.outline import Outline, Place


def check(outline: Outline, operation: Decision) -> None:
    """Do nothing where the operation can be made on this outline.

    Raises:
        RuleError: It cannot; the message says why and what to do.
        NotFoundError: It names a clause that the outline does not have.
    """
    if isinstance(operation, Ordered):
        _require(len(operation.placed) > 1, "An order needs two clauses or more. Choose what goes first, what follows.")
        for each in operation.placed:
            check(outline, each)
    else:
        _check(outline, operation)


def _check(outline: Outline, operation: Operation) -> None:
    match operation:
        case Amend(clause, edits):
            _living(outline, clause)
            _require(bool(edits), "The amendment changes nothing. Change the words first.")
        case Insert(clause, place):
            _new(outline, clause)
            _open(outline, place)
        case Delete(clause):
            _living(outline, clause)
        case Move(clause, place):
            _movable(outline, clause, place)
        case Split(clause, gap, new):
            _living(outline, clause)
            _new(outline, new)
            inside = 0 < gap < len(outline.clause(clause).tokens)
            _require(inside, "A clause is split between two of its words. Choose a place within the clause.")
        case _:
            _joinable(outline, operation.clause, operation.next)


def _movable(outline: Outline, clause: str, place: Place) -> None:
    _living(outline, clause)
    _open(outline, place)
    loop = clause == place.after or clause in outline.above(place.parent)
    _require(not loop, "A clause cannot be moved under or after itself. Choose another place.")


def _joinable(outline: Outline, clause: str, following: str) -> None:
    _living(outline, clause)
    _living(outline, following)
    siblings = outline.children(outline.clause(clause).parent)
    after = following in siblings and siblings.index(clause) < siblings.index(following)
    neighbours = after and not any(map(outline.living, between(outline, clause, following)[1:]))
    _require(neighbours, "Only a clause and the next one at the same level can be joined. Move one beside the other.")
    bare = not any(map(outline.living, outline.children(clause)))
    _require(bare, "A clause that has others under it cannot be joined with the next one. Move those first.")


def _open(outline: Outline, place: Place) -> None:
    if place.parent is not None:
        _living(outline, place.parent)
    fits = place.after is None or outline.clause(place.after).parent == place.parent
    _require(fits, "The clause before this place is at another level now. Reload the page and choose the place again.")


def _living(outline: Outline, clause: str) -> None:
    _require(not outline.clause(clause).deleted, "The clause is deleted. Propose a new clause at its place instead.")


def _new(outline: Outline, clause: str) -> None:
    _require(clause not in outline, "There is such a clause already. Reload the page and try again.")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RuleError(otherwise)
