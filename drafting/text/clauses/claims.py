"""Claims: what an operation needs, takes and closes. All that it is to another operation follows from these."""

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.text.clauses.operations import Amend, Delete, Insert, Move, Operation, Split
from drafting.text.clauses.outline import Outline, Place
from drafting.text.edits import Edits
from drafting.text.tokens import Token, Tokens


@dataclass(frozen=True, slots=True)
class Claims:
    """What an operation on an outline lays hands on.

    ``needs``: clauses that must not be deleted. ``ends``: clauses it deletes, and notes whose reference
    it deletes. ``place``: where it puts a clause. ``closes``: places where nothing may be put.
    ``moves``: the clause it moves. ``under``: the new parent of that and all above it, where the parent
    changes. ``holds``: clauses that must stay where they are.
    """

    needs: tuple[str, ...] = ()
    ends: frozenset[str] = frozenset()
    place: Place | None = None
    closes: frozenset[Place] = frozenset()
    moves: str | None = None
    under: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


def claims(outline: Outline, operation: Operation) -> Claims:
    """Return the claims of an operation that fits the outline."""
    match operation:
        case Amend(clause, edits):
            return Claims(needs=(clause,), ends=_notes_dropped(outline.clause(clause).tokens, edits))
        case Insert(_, place):
            return Claims(needs=_parent(place), place=place)
        case Delete(clause):
            return Claims(ends=frozenset(_ended(outline, clause)))
        case Move(clause, place):
            stays = outline.clause(clause).parent == place.parent
            under = () if stays else outline.above(place.parent)
            return Claims(needs=(clause, *_parent(place)), place=place, moves=clause, under=under)
        case Split(clause):
            return Claims(needs=(clause,), holds=(clause,))
        case _:
            both = operation.clause, operation.next
            return Claims(needs=both, closes=frozenset(_closed(outline, *both)), holds=both)


def between(outline: Outline, clause: str, following: str) -> tuple[str, ...]:
    """Return the clause and the siblings after it that stand before the following one."""
    siblings = outline.children(outline.clause(clause).parent)
    return siblings[siblings.index(clause) : siblings.index(following)]


def _parent(place: Place) -> tuple[str, ...]:
    return () if place.parent is None else (place.parent,)


def _ended(outline: Outline, clause: str) -> Iterator[str]:
    for each in outline.within(clause):
        yield each.id
        if not each.deleted:
            yield from _notes(each.tokens)


def _notes_dropped(tokens: Tokens, edits: Edits) -> frozenset[str]:
    """Edit by edit, so that a reference moved within the clause counts too: who amends its note should look."""
    return frozenset(note for edit in edits for note in _notes(tokens[edit.start : edit.stop]) - _notes(edit.new))


def _notes(tokens: tuple[Token, ...]) -> set[str]:
    return {token.note for token in tokens if token.note}


def _closed(outline: Outline, clause: str, following: str) -> Iterator[Place]:
    """The places between the two, and those under the first, which would come to stand behind the second's words."""
    parent = outline.clause(clause).parent
    for sibling in between(outline, clause, following):
        yield Place(parent, sibling)
    for child in (None, *outline.children(clause)):
        yield Place(clause, child)
