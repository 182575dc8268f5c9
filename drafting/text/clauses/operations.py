"""Operations: what an amendment can do to whole clauses, each on ids that never change."""

from dataclasses import dataclass

from drafting.text.clauses.outline import Place
from drafting.text.deciding import relation
from drafting.text.edits import Edits
from drafting.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Amend:
    """Change the words of one clause; ``edits`` are in normal form on its tokens."""

    clause: str
    edits: Edits


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a new clause at a place; ``clause`` is the id it has had since it was submitted."""

    clause: str
    place: Place
    tokens: Tokens
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete a clause and all that stands under it; tombstones keep their places."""

    clause: str


@dataclass(frozen=True, slots=True)
class Move:
    """Put a clause, with all that stands under it, at another place; no word changes.

    Other decisions may bring it there first; then it still stands, and does nothing.
    """

    clause: str
    place: Place


@dataclass(frozen=True, slots=True)
class Split:
    """Cut a clause before token ``gap``.

    The left part keeps the id; the right part stands right after it as ``new``, and what stood under
    the clause goes on standing under the words that led to it: the right part's.
    """

    clause: str
    gap: int
    new: str


@dataclass(frozen=True, slots=True)
class Join:
    """Put the words of the ``next`` sibling at the end of a clause that has nothing under it.

    The clause keeps its id, the next one's goes out of use, and what stood under that stands under the clause.
    """

    clause: str
    next: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """A decision: insertions and moves to one place, put there in this order; each keeps its id.

    Only a decision is ordered, never an amendment. ``placing.in_order`` makes it.
    """

    placed: tuple[Insert | Move, ...]


Operation = Amend | Insert | Delete | Move | Split | Join
Decision = Operation | Ordered


def same(ours: Operation, theirs: Operation) -> bool:
    """Tell whether two operations on one outline do the same, whatever ids they bring for what is new."""
    match ours, theirs:
        case Insert(), Insert():
            return (ours.place, ours.tokens, ours.kind) == (theirs.place, theirs.tokens, theirs.kind)
        case Split(), Split():
            return (ours.clause, ours.gap) == (theirs.clause, theirs.gap)
        case Amend(), Amend():
            return ours.clause == theirs.clause and relation.same(ours.edits, theirs.edits)
        case _:
            return ours == theirs
