"""The wire form of operations and decisions: JSON objects, as they are stored and sent."""

from typing import Any

from drafting.errors import InvalidTextError
from drafting.text import runs
from drafting.text.clauses.operations import Amend, Decision, Delete, Insert, Join, Move, Ordered, Split
from drafting.text.clauses.outline import Place
from drafting.text.edits import edits_from_wire, edits_to_wire
from drafting.text.tokens import runs_of, tokenise


def to_wire(operation: Decision) -> dict[str, Any]:
    """Return an operation as JSON: ``do`` names it, ``clause`` is the id it is about."""
    match operation:
        case Amend(clause, edits):
            return {"do": "amend", "clause": clause, "edits": edits_to_wire(edits)}
        case Insert(clause, place, tokens, kind):
            words = runs.to_wire(runs_of(tokens))
            return {"do": "insert", "clause": clause, **_place_to_wire(place), "kind": kind, "runs": words}
        case Delete(clause):
            return {"do": "delete", "clause": clause}
        case Move(clause, place):
            return {"do": "move", "clause": clause, **_place_to_wire(place)}
        case Split(clause, gap, new):
            return {"do": "split", "clause": clause, "gap": gap, "new": new}
        case Join(clause, following):
            return {"do": "join", "clause": clause, "next": following}
        case _:
            return {"do": "order", "placed": [to_wire(each) for each in operation.placed]}


def from_wire(wire: object) -> Decision:
    """Read an operation from JSON made by ``to_wire``.

    Raises:
        InvalidTextError: The JSON is not such an operation.
    """
    match wire:
        case {"do": "amend", "clause": str(clause), "edits": edits}:
            return Amend(clause, edits_from_wire(edits))
        case {"do": "delete", "clause": str(clause)}:
            return Delete(clause)
        case {"do": "split", "clause": str(clause), "gap": int(gap), "new": str(new)}:
            return Split(clause, gap, new)
        case {"do": "join", "clause": str(clause), "next": str(following)}:
            return Join(clause, following)
        case {"do": "order", "placed": list(placed)}:
            return Ordered(tuple(_placed_from_wire(each) for each in placed))
        case _:
            return _placed_from_wire(wire)


def _placed_from_wire(wire: object) -> Insert | Move:
    match wire:
        case {"do": "insert", "clause": str(clause), "kind": str(kind), "runs": words}:
            return Insert(clause, _place_from_wire(wire), tokenise(runs.from_wire(words)), kind)
        case {"do": "move", "clause": str(clause)}:
            return Move(clause, _place_from_wire(wire))
        case _:
            raise _unreadable()


def _place_to_wire(place: Place) -> dict[str, str | None]:
    return {"parent": place.parent, "after": place.after}


def _place_from_wire(wire: object) -> Place:
    match wire:
        case {"parent": (None | str()) as parent, "after": (None | str()) as after}:
            return Place(parent, after)
        case _:
            raise _unreadable()


def _unreadable() -> InvalidTextError:
    return InvalidTextError("A change to whole clauses was not kept in a form that can be read.")
