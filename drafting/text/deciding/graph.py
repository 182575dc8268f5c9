"""The conflict graph of a clause: which amendments of one text cannot both be accepted, kept up as they come and go."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from drafting.text.deciding.rebase import CarriedOver, Rebased
from drafting.text.deciding.relation import REACH, excludes, in_conflict
from drafting.text.edits import Edit, Edits
from drafting.text.tokens import Tokens

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class ConflictGraph:
    """The amendments of one text by name, and beside each the names of those it cannot be accepted with.

    Make one with ``ConflictGraph.of``. It is a value: each change gives a new one, and costs one row at most.
    A set of amendments fits together exactly when no two of it are neighbours.
    """

    base: Tokens
    proposals: Mapping[str, Edits]
    rows: Mapping[str, Names]
    gaps: Mapping[str, int]
    """The gaps that an amendment's extents cover, as bits."""
    compared: int = field(default=0, compare=False)
    """How many pairs of amendments were looked at to come here from the graph before, or from nothing."""

    @classmethod
    def of(cls, base: Tokens, proposals: Mapping[str, Edits]) -> "ConflictGraph":
        """Return the graph of amendments of one text; their order is kept.

        Args:
            base: The clause.
            proposals: Edits of ``base`` in normal form by name.
        """
        names = list(proposals)
        rows: list[set[str]] = [set() for _ in names]
        compared = 0
        for one, ours, other, theirs in _met(proposals.values()):
            if names[other] not in rows[one]:
                compared += 1
                if excludes(base, ours, theirs):
                    rows[one].add(names[other])
                    rows[other].add(names[one])
        gaps = {name: _gaps(edits) for name, edits in proposals.items()}
        return cls(base, dict(proposals), dict(zip(names, map(frozenset, rows), strict=True)), gaps, compared)

    def neighbours(self, name: str) -> Names:
        """Return the amendments that fall when this one is accepted."""
        return self.rows[name]

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return each two neighbours once, in the order of the amendments."""
        return tuple(_pairs(self.rows))

    def connected(self) -> tuple[tuple[str, ...], ...]:
        """Return the connected parts, each in the order of the amendments and by the first of each."""
        return connected(self.rows)

    def identical(self) -> tuple[tuple[str, ...], ...]:
        """Return the amendments in groups that ask for the same, by the first of each."""
        groups: dict[object, list[str]] = {}
        for name, edits in self.proposals.items():
            groups.setdefault(tuple(edit.key for edit in edits), []).append(name)
        return tuple(map(tuple, groups.values()))

    def with_amendment(self, name: str, edits: Edits) -> "ConflictGraph":
        """Return the graph with one more amendment, or with a new text of one that is there already."""
        rows = self._rows_without(name)
        ours = _gaps(edits)
        # One look at all gaps at once settles almost every pair.
        meets = [other for other, gaps in self.gaps.items() if gaps & ours and other != name]
        rows[name] = frozenset(other for other in meets if in_conflict(self.base, edits, self.proposals[other]))
        for other in rows[name]:
            rows[other] |= {name}
        proposals, gaps = {**self.proposals, name: edits}, {**self.gaps, name: ours}
        return ConflictGraph(self.base, proposals, rows, gaps, compared=len(meets))

    def without(self, name: str) -> "ConflictGraph":
        """Return the graph without one amendment."""
        rows, left, gaps = self._rows_without(name), dict(self.proposals), dict(self.gaps)
        del rows[name], left[name], gaps[name]
        return ConflictGraph(self.base, left, rows, gaps)

    def after(self, base: Tokens, outcomes: Mapping[str, Rebased]) -> "ConflictGraph":
        """Return the graph of what is carried over, when something was accepted.

        Nothing is compared: of those carried over, who was in conflict stays so and nobody comes into one. (Whatever
        was in conflict with an edit that is now in the text was in conflict with what was accepted, and is blocked.)

        Laws: equals the graph made from nothing on the new text.

        Args:
            base: The text with what was accepted.
            outcomes: What ``rebase`` made of the amendments of this graph, by name. Those not named, blocked
                or satisfied are no longer in the graph.
        """
        proposals = {
            name: outcome.edits for name in self.proposals if isinstance(outcome := outcomes.get(name), CarriedOver)
        }
        rows = {name: self.rows[name] & proposals.keys() for name in proposals}
        return ConflictGraph(base, proposals, rows, {name: _gaps(edits) for name, edits in proposals.items()})

    def _rows_without(self, name: str) -> dict[str, Names]:
        """The rows in none of which the name stands; its own is there still, so that it keeps its place."""
        rows = dict(self.rows)
        for other in rows.get(name, ()):
            rows[other] -= {name}
        return rows


def conflict_graph(base: Tokens, proposals: Mapping[str, Edits]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names whose amendments are in conflict, in the order of ``proposals``.

    Laws: a set of amendments fits together exactly when no two of it are a pair; accepting an
    amendment adds no pair among the others.

    Args:
        base: The clause.
        proposals: Edits of ``base`` in normal form by name.
    """
    return ConflictGraph.of(base, proposals).pairs()


def connected(rows: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the connected parts of any graph, given as neighbours by name; order as in ``rows``."""
    place = {name: at for at, name in enumerate(rows)}
    seen: set[str] = set()
    out: list[tuple[str, ...]] = []
    for name in rows:
        if name not in seen:
            part = _reached(rows, name)
            seen |= part
            out.append(tuple(sorted(part, key=place.__getitem__)))
    return tuple(out)


def _reached(rows: Mapping[str, Iterable[str]], name: str) -> set[str]:
    found, ahead = {name}, [name]
    while ahead:
        new = set(rows[ahead.pop()]) - found
        found |= new
        ahead += new
    return found


def _pairs(rows: Mapping[str, Names]) -> Iterator[tuple[str, str]]:
    place = {name: at for at, name in enumerate(rows)}
    for name, row in rows.items():
        at = place[name]
        for other in sorted(row, key=place.__getitem__):
            if place[other] > at:
                yield name, other


def _met(proposals: Iterable[Edits]) -> Iterator[tuple[int, Edit, int, Edit]]:
    """Yield the edits of different amendments within ``REACH`` of each other, left to right."""
    spans = sorted((edit.low, edit.high, at, edit) for at, edits in enumerate(proposals) for edit in edits)
    open_: list[tuple[int, int, Edit]] = []
    for low, high, at, edit in spans:
        open_ = [span for span in open_ if span[0] >= low]
        for _, other, their in open_:
            if other != at:
                yield other, their, at, edit
        open_.append((high + REACH, at, edit))


def _gaps(edits: Edits) -> int:
    """The gaps of all extents as bits, as much wider as a conflict can reach."""
    mask = 0
    for edit in edits:
        mask |= ((1 << (edit.high + REACH - edit.low + 1)) - 1) << edit.low
    return mask
