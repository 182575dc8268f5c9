"""How two operations on one outline stand to each other: whether both can be accepted, and if not, why."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafting.text.clauses.acts import act_on
from drafting.text.clauses.claims import Claims, claims
from drafting.text.clauses.operations import Amend, Join, Operation, Split, same
from drafting.text.clauses.outline import Outline
from drafting.text.clauses.seams import begins_after, ends_before
from drafting.text.deciding.relation import Conflict, conflicts


class ClauseReason(StrEnum):
    """Why two operations cannot both be accepted as they are.

    ``WORDS``: both change words of one clause; the conflicts of the words say which.
    ``DELETE_AGAINST_MODIFY``: one deletes what the other changes, moves, or puts something under; or the
    reference to a note that the other changes. ``SAME_PLACE``: both put a clause at one place, so that
    somebody must order them. ``TWO_PLACES``: both move one clause. ``CYCLE``: each moves a clause under
    the other's. ``ACROSS``: words are changed at the very place where the other splits or joins.
    ``SPLIT_AGAINST_JOIN``: one makes the clause shorter, the other longer. ``MOVE_AGAINST_SPLIT``,
    ``MOVE_AGAINST_JOIN``: which part should move, and whether what is joined should, only a person
    knows. ``ANCHOR_MOVES``: one puts something after a clause that the other moves away.
    ``PARENT_MOVES``: one moves a clause under one that itself comes to stand under another.
    ``BETWEEN``: one puts a clause between two that the other joins.
    """

    WORDS = "words"
    DELETE_AGAINST_MODIFY = "delete-against-modify"
    SAME_PLACE = "same-place"
    TWO_PLACES = "two-places"
    CYCLE = "cycle"
    ACROSS = "across"
    SPLIT_AGAINST_JOIN = "split-against-join"
    MOVE_AGAINST_SPLIT = "move-against-split"
    MOVE_AGAINST_JOIN = "move-against-join"
    ANCHOR_MOVES = "anchor-moves"
    PARENT_MOVES = "parent-moves"
    BETWEEN = "between"

    @property
    def needs_a_look(self) -> bool:
        """Whether the two may well go together, one of them said again in another way."""
        return self in _SOFT


_SOFT = frozenset({
    ClauseReason.ACROSS,
    ClauseReason.MOVE_AGAINST_SPLIT,
    ClauseReason.MOVE_AGAINST_JOIN,
    ClauseReason.ANCHOR_MOVES,
    ClauseReason.PARENT_MOVES,
    ClauseReason.BETWEEN,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClauseConflict:
    """Two operations on one outline that cannot both be accepted as they are.

    ``clause`` is where they meet, None the beginning of the document. ``…_act`` is what each does to it:
    "deletes it". ``words`` are the conflicts of two amendments to its words, else nothing.
    """

    reason: ClauseReason
    clause: str | None
    ours: Operation
    theirs: Operation
    our_act: str
    their_act: str
    words: tuple[Conflict, ...] = ()


Found = tuple[ClauseReason, str | None]


def clause_conflicts(outline: Outline, ours: Operation, theirs: Operation) -> tuple[ClauseConflict, ...]:
    """Return why two operations that fit the outline cannot both be accepted; nothing: they can.

    Laws: ``theirs`` against ``ours`` gives the same with the sides changed; operations of which no two
    conflict can all be accepted, in any order, with one result; accepting one adds no conflict among others.
    """
    if same(ours, theirs):
        return ()
    if isinstance(ours, Amend) and isinstance(theirs, Amend) and ours.clause == theirs.clause:
        words = conflicts(outline.clause(ours.clause).tokens, ours.edits, theirs.edits)
        return (_conflict((ClauseReason.WORDS, ours.clause), ours, theirs, words),) if words else ()
    our, their = claims(outline, ours), claims(outline, theirs)
    found = [*_either(our, their), *_across(outline, ours, theirs), *_across(outline, theirs, ours)]
    found += [*_one_way(our, their, theirs), *_one_way(their, our, ours)]
    return tuple(_conflict(each, ours, theirs) for each in dict.fromkeys(found))


def _conflict(found: Found, ours: Operation, theirs: Operation, words: tuple[Conflict, ...] = ()) -> ClauseConflict:
    reason, clause = found
    return ClauseConflict(reason, clause, ours, theirs, act_on(ours, clause), act_on(theirs, clause), words)


def _either(our: Claims, their: Claims) -> Iterator[Found]:
    if our.place and our.place == their.place:
        yield ClauseReason.SAME_PLACE, our.place.after or our.place.parent
    if our.moves and our.moves == their.moves:
        yield ClauseReason.TWO_PLACES, our.moves


def _one_way(our: Claims, their: Claims, theirs: Operation) -> Iterator[Found]:
    """Yield what the others' operation does to what ours needs."""
    if ended := next((clause for clause in our.needs if clause in their.ends), None):
        yield ClauseReason.DELETE_AGAINST_MODIFY, ended
    if our.place in their.closes:
        yield ClauseReason.BETWEEN, theirs.clause
    if their.moves is None:
        return
    if our.place and our.place.after == their.moves:
        yield ClauseReason.ANCHOR_MOVES, their.moves
    if their.under and their.moves in our.under:
        cycle = our.moves in their.under
        yield ClauseReason.CYCLE if cycle else ClauseReason.PARENT_MOVES, their.moves
    if their.moves in our.holds:
        yield ClauseReason.MOVE_AGAINST_JOIN if our.closes else ClauseReason.MOVE_AGAINST_SPLIT, their.moves


def _across(outline: Outline, ours: Operation, theirs: Operation) -> Iterator[Found]:
    """Yield where our edits or our cut meet the others' cut or seam."""
    match ours, theirs:
        case Amend(clause, edits), Split(cut, gap) if clause == cut:
            if not ends_before(edits, gap) and not begins_after(edits, gap):
                yield ClauseReason.ACROSS, clause
        case Amend(clause, edits), Join(first, second):
            at_end = clause == first and not ends_before(edits, len(outline.clause(first).tokens))
            if at_end or (clause == second and not begins_after(edits, 0)):
                yield ClauseReason.ACROSS, clause
        case Split(clause), Join(first, second) if clause in (first, second):
            yield ClauseReason.SPLIT_AGAINST_JOIN, clause
