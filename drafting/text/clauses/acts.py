"""What an operation does to one clause, as a phrase that follows the name of a delegation."""

from drafting.text.clauses.operations import Amend, Delete, Insert, Move, Operation, Split


def act_on(operation: Operation, clause: str | None) -> str:
    """Say what an operation does to a clause; None stands for the beginning of the document.

    >>> act_on(Delete("op5"), "op5")
    'deletes it'
    """
    match operation:
        case Amend(amended):
            return "changes its words" if amended == clause else "deletes a reference to it"
        case Insert(_, place):
            return f"puts a new clause {_where(place.after, clause)}"
        case Delete(deleted):
            return "deletes it" if deleted == clause else "deletes what it belongs to"
        case Move(moved, place):
            return "moves it" if moved == clause else f"moves a clause {_where(place.after, clause)}"
        case Split():
            return "splits it"
        case _:
            return f"joins it with the clause {'after' if operation.clause == clause else 'before'} it"


def _where(after: str | None, clause: str | None) -> str:
    if clause is None:
        return "before all others"
    return "right after it" if after == clause else "under it"
