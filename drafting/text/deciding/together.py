"""Which amendments can be accepted together with the most support.

Amendments fit together when no two are neighbours in the conflict graph, so this is the heaviest set of vertices
without an edge. Finding it can take time that doubles with every amendment: up to ``LARGEST_EXACT`` in a connected
part it is found exactly, above that well enough and marked so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import chain, islice

from drafting.text.deciding.document_graph import DocumentGraph
from drafting.text.deciding.graph import ConflictGraph, Names, connected

LARGEST_EXACT = 30
"""Up to so many different proposals in a connected part the best sets are found exactly."""

MOST_SHOWN = 8
"""Of equally good sets at most so many are given."""


@dataclass(frozen=True, slots=True)
class BestSets:
    """The sets with the most support among amendments that hang together.

    ``sets`` have equal support, each in the order of the graph; ``is_exact`` says that no set has more, and
    ``has_more`` that further sets have as much.
    """

    sets: tuple[tuple[str, ...], ...]
    support: int
    is_exact: bool
    has_more: bool


@dataclass(frozen=True, slots=True)
class Together:
    """The best sets of each connected part. One of each part, whichever, makes a best set of the whole."""

    parts: tuple[BestSets, ...]

    @property
    def support(self) -> int:
        """The support of a best set of the whole."""
        return sum(part.support for part in self.parts)

    @property
    def is_exact(self) -> bool:
        """Whether no set has more support."""
        return all(part.is_exact for part in self.parts)

    @property
    def first(self) -> tuple[str, ...]:
        """One best set of the whole."""
        return tuple(chain.from_iterable(part.sets[0] for part in self.parts))


def together(graph: ConflictGraph | DocumentGraph, support: Mapping[str, int]) -> Together:
    """Return the largest sets of amendments that can be accepted together, weighted by support.

    Identical proposals stand or fall as one, with the support of all. Every set is complete: no amendment
    outside it fits all of it.

    Args:
        graph: The open amendments and which of them cannot both be accepted.
        support: How many stand behind each amendment, at least 1; an amendment not named counts 1.
    """
    alike = {names[0]: names for names in graph.identical()}
    rows = {name: graph.neighbours(name) & alike.keys() for name in alike}
    weights = {name: sum(support.get(each, 1) for each in names) for name, names in alike.items()}
    return Together(tuple(_of_part(part, rows, weights, alike) for part in connected(rows)))


def _of_part(
    part: tuple[str, ...],
    rows: Mapping[str, Names],
    weights: Mapping[str, int],
    alike: Mapping[str, tuple[str, ...]],
) -> BestSets:
    is_exact = len(part) <= LARGEST_EXACT
    found = _exact(part, rows, weights) if is_exact else [_greedy(part, rows, weights)]
    sets = tuple(tuple(chain.from_iterable(alike[name] for name in part if name in best)) for best in found)
    return BestSets(sets[:MOST_SHOWN], sum(weights[name] for name in found[0]), is_exact, len(sets) > MOST_SHOWN)


def _exact(part: tuple[str, ...], rows: Mapping[str, Names], weights: Mapping[str, int]) -> list[Names]:
    """At most one more than ``MOST_SHOWN`` of the heaviest sets."""
    bit = {name: at for at, name in enumerate(part)}
    masks = tuple(sum(1 << bit[other] for other in rows[name]) for name in part)
    search = _Search(masks, tuple(weights[name] for name in part))
    found = islice(search.sets((1 << len(part)) - 1), MOST_SHOWN + 1)
    return [frozenset(name for name in part if best >> bit[name] & 1) for best in found]


class _Search:
    """The heaviest sets among vertices given as bits.

    With or without the vertex that has the most neighbours left; what comes apart is searched apart, what was
    searched is remembered. A vertex that has three neighbours or more takes four away when it is taken, and what
    has only smaller ones are paths and rings: so at most some 16,000 steps for 30 vertices.
    """

    def __init__(self, neighbours: Sequence[int], weights: Sequence[int]) -> None:
        self._neighbours = neighbours
        self._weights = weights
        self._known: dict[int, int] = {0: 0}

    def most(self, left: int) -> int:
        """Return the weight of the heaviest sets among the vertices left."""
        if left not in self._known:
            apart = self._reached(left)
            if apart != left:
                found = self.most(apart) + self.most(left & ~apart)
            else:
                at = self._busiest(left)
                found = max(self._with(left, at), self.most(left & ~(1 << at)))
            self._known[left] = found
        return self._known[left]

    def sets(self, left: int) -> Iterator[int]:
        """Yield each of the heaviest sets among the vertices left, once."""
        if not left:
            yield 0
            return
        apart = self._reached(left)
        if apart != left:
            for one in self.sets(apart):
                yield from (one | other for other in self.sets(left & ~apart))
            return
        at = self._busiest(left)
        if self._with(left, at) == self.most(left):
            yield from (1 << at | rest for rest in self.sets(left & ~(1 << at | self._neighbours[at])))
        if self.most(left & ~(1 << at)) == self.most(left):
            yield from self.sets(left & ~(1 << at))

    def _with(self, left: int, at: int) -> int:
        return self._weights[at] + self.most(left & ~(1 << at | self._neighbours[at]))

    def _busiest(self, left: int) -> int:
        return max(_bits(left), key=lambda at: (self._neighbours[at] & left).bit_count())

    def _reached(self, left: int) -> int:
        """The vertices that hang together with the first one left."""
        found = ahead = left & -left
        while ahead:
            new = 0
            for at in _bits(ahead):
                new |= self._neighbours[at]
            ahead = new & left & ~found
            found |= ahead
        return found


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _greedy(part: tuple[str, ...], rows: Mapping[str, Names], weights: Mapping[str, int]) -> Names:
    """Take again and again what has the most weight for the neighbours, and itself, that it takes away."""
    left = {name: len(rows[name]) for name in part}
    place = {name: at for at, name in enumerate(part)}
    ahead = [(-weights[name] / (number + 1), place[name], name) for name, number in left.items()]
    heapify(ahead)
    taken: set[str] = set()
    while ahead:
        _, _, name = heappop(ahead)
        # One that lost neighbours since is in the heap again, further up.
        if name in left:
            taken.add(name)
            fallen = [other for other in rows[name] if other in left]
            for gone in (name, *fallen):
                del left[gone]
            for gone in fallen:
                for other in rows[gone] & left.keys():
                    left[other] -= 1
                    heappush(ahead, (-weights[other] / (left[other] + 1), place[other], other))
    return frozenset(taken)
