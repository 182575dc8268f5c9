"""Ordering: different words that several amendments insert at one place, put in an order by one decision."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, permutations

from drafting.text.deciding.composition import Extent, diffed_within
from drafting.text.deciding.credits import Contribution, Names, leftmost
from drafting.text.deciding.lists import as_one_list, item
from drafting.text.deciding.relation import Conflict, conflicts
from drafting.text.edits import Edit, Edits, Key, apply, edits_between
from drafting.text.tokens import Tokens, runs_of, tokenise

MOST_PERMUTED = 3
"""Of more amendments than this ``orders`` offers one order for each that may come first."""


class Hindrance(StrEnum):
    """Why amendments cannot be put in an order.

    ``CONFLICT``: they are in conflict in another way, too. ``JOINED``: words that stand side by side would be read as
    one. ``NO_LIST``: what one inserts does not begin as an addition to a list does, or "and" stands against "or".
    """

    CONFLICT = "conflict"
    JOINED = "joined"
    NO_LIST = "no-list"


@dataclass(frozen=True, slots=True)
class NotOrdered:
    """The amendments cannot be put in an order; ``conflicts`` are those that no order settles."""

    hindrance: Hindrance
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Ordered:
    """One decision that accepts several amendments in an order.

    ``edits`` are edits of the base in normal form, ``parts`` the amendments' own edits, to give ``rebase`` their keys;
    ``contributions`` say who put which words where, in order of place, for ``written``.
    """

    names: tuple[str, ...]
    text: Tokens
    edits: Edits
    parts: Edits
    contributions: tuple[Contribution, ...]
    one_list: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """An edit, and all who ask for it in their order."""

    edit: Edit
    names: tuple[str, ...]


def orders(base: Tokens, proposals: Mapping[str, Edits]) -> tuple[Ordered, ...] | NotOrdered:
    """Return the orders to choose from, and one list of each where the amendments are additions to a list.

    Each different text is offered once. Of more than three amendments each is offered as the first, the others
    following as they stand in ``proposals``; ``in_order`` makes any other order.

    Args:
        base: The text.
        proposals: Edits of it in normal form, by name.
    """
    offered: dict[Tokens, Ordered] = {}
    hindered: list[NotOrdered] = []
    for names in _sequences(tuple(proposals)):
        inorder = {name: proposals[name] for name in names}
        for made in (in_order(base, inorder), in_one_list(base, inorder)):
            if isinstance(made, Ordered):
                offered.setdefault(made.text, made)
            elif made.hindrance is not Hindrance.NO_LIST:
                hindered.append(made)
    return tuple(offered.values()) or hindered[0]


def in_order(
    base: Tokens, proposals: Mapping[str, Edits], names: Mapping[Key, Names] | None = None
) -> Ordered | NotOrdered:
    """Accept amendments together; what they insert at one place stands in the order of ``proposals``.

    Law: every word of every amendment is in the text, with its name; compatible amendments give their union.

    Args:
        base: The text.
        proposals: Edits of it in normal form, by name, in the order chosen.
        names: For the key of an edit all who ask for it, where others than those of ``proposals`` do.
    """
    places = _places(proposals, names or {})
    return _made(base, proposals, [[(each, each.edit.new) for each in place] for place in places])


def in_one_list(
    base: Tokens, proposals: Mapping[str, Edits], names: Mapping[Key, Names] | None = None
) -> Ordered | NotOrdered:
    """Accept amendments together that add to a list at one place; commas and conjunction are written anew.

    The arguments are those of ``in_order``.
    """
    places: list[list[tuple[_Asked, Tokens]]] = []
    for place in _places(proposals, names or {}):
        joined = _joined(base, place)
        if joined is None:
            return NotOrdered(Hindrance.NO_LIST)
        places.append(list(zip(place, joined, strict=True)))
    return _made(base, proposals, places, one_list=True)


def _sequences(names: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    if len(names) <= MOST_PERMUTED:
        return permutations(names)
    return [(name, *(other for other in names if other != name)) for name in names]


def _places(proposals: Mapping[str, Edits], names: Mapping[Key, Names]) -> list[list[_Asked]]:
    """All different edits with those who ask for them, by the place where they begin."""
    asked: dict[Key, _Asked] = {}
    for name, edits in proposals.items():
        for edit in edits:
            first = asked.get(edit.key)
            asked[edit.key] = _Asked(first.edit, (*first.names, name)) if first else _Asked(edit, (name,))
    places: dict[int, list[_Asked]] = {}
    for key, each in asked.items():
        place = places.setdefault(each.edit.start, [])
        place.append(_Asked(each.edit, names.get(key, each.names)))
    return [places[start] for start in sorted(places)]


def _joined(base: Tokens, place: Sequence[_Asked]) -> Sequence[Tokens] | None:
    if len(place) == 1:
        return [place[0].edit.new]
    items = [item(each.edit.new) for each in place]
    start = place[0].edit.start
    return as_one_list([each for each in items if each], base[start:]) if all(items) else None


def _made(
    base: Tokens,
    proposals: Mapping[str, Edits],
    places: Sequence[Sequence[tuple[_Asked, Tokens]]],
    one_list: bool = False,
) -> Ordered | NotOrdered:
    found = tuple(_unsettled(base, proposals))
    if found:
        return NotOrdered(Hindrance.CONFLICT, found)
    made = tuple(contribution for place in places for contribution in _contributions(place))
    text = apply(base, tuple(each.edit for each in made))
    if tokenise(runs_of(text)) != text:
        return NotOrdered(Hindrance.JOINED)
    edits = tuple(edit for place in places for edit in _at_one_place(base, place))
    extents = [_extent([asked.edit for asked, _ in place]) for place in places]
    parts = tuple(asked.edit for place in places for asked, _ in place)
    return Ordered(tuple(proposals), text, diffed_within(base, edits, extents), parts, made, one_list)


def _unsettled(base: Tokens, proposals: Mapping[str, Edits]) -> Iterator[Conflict]:
    for ours, theirs in combinations(proposals.values(), 2):
        for conflict in conflicts(base, ours, theirs):
            one, other = conflict.ours, conflict.theirs
            if not (one.inserts and other.inserts and one.start == other.start):
                yield conflict


def _contributions(place: Sequence[tuple[_Asked, Tokens]]) -> Iterator[Contribution]:
    if len(place) == 1:
        ((asked, new),) = place
        yield Contribution(leftmost(asked.edit), (asked.names,) * len(new))
        return
    for asked, new in place:
        start = asked.edit.start
        yield Contribution(Edit(start, start, new, start, start), (asked.names,) * len(new))


def _at_one_place(base: Tokens, place: Sequence[tuple[_Asked, Tokens]]) -> Edits:
    """What is done at one place as edits in normal form; its extent is that of all edits there together."""
    if len(place) == 1:
        return (place[0][0].edit,)
    low, high = _extent([asked.edit for asked, _ in place])
    start = place[0][0].edit.start
    together = base[low:start] + tuple(token for _, new in place for token in new) + base[start:high]
    return tuple(edit.shift(low) for edit in edits_between(base[low:high], together))


def _extent(edits: Sequence[Edit]) -> Extent:
    return min(edit.low for edit in edits), max(edit.high for edit in edits)
