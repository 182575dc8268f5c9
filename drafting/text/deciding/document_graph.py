"""The conflict graph of a document: the graphs of its clauses, and what amendments of whole clauses add to them."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from drafting.text.deciding.graph import ConflictGraph, Names, connected


class Act(StrEnum):
    """What is asked for a whole clause."""

    DELETE = "delete"
    JOIN = "join"
    SPLIT = "split"
    MOVE = "move"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class OnClause:
    """An amendment of a whole clause, as far as its place among the others goes.

    ``clause`` is the one it stands at: deleted, joined with the next, split, moved, or the one a new clause
    follows. ``detail`` tells two acts of one kind on one clause apart (where to, which words); equal
    operations with different names ask for the same.
    """

    name: str
    clause: str
    act: Act
    detail: Hashable = None

    @property
    def asks(self) -> tuple[str, Act, Hashable]:
        """What is asked, whoever asks it."""
        return self.clause, self.act, self.detail


@dataclass(frozen=True, slots=True)
class FurtherPair:
    """Two amendments that cannot both be accepted for a reason that is not within one clause's text.

    ``reason`` is a word for it: "delete-against-modify".
    """

    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """All open amendments of a document, and beside each those it cannot be accepted with.

    Make one with ``DocumentGraph.of``. A decision on a clause gives a new value with that clause's graph in it
    (``with_clause``); the graphs of the other clauses are the very same objects.
    """

    clauses: Mapping[str, ConflictGraph]
    operations: tuple[OnClause, ...]
    further: tuple[FurtherPair, ...]
    rows: Mapping[str, Names]
    """The neighbours that the further pairs give, by name."""
    homes: Mapping[str, str]
    """The clause whose text an amendment amends, by name of the amendment."""

    @classmethod
    def of(
        cls,
        clauses: Mapping[str, ConflictGraph],
        operations: Iterable[OnClause] = (),
        further: Iterable[FurtherPair] = (),
    ) -> "DocumentGraph":
        """Return the graph of a document.

        Args:
            clauses: The graph of each clause's text by the clause's id, in document order.
            operations: The amendments of whole clauses; their names are not in any clause's graph.
            further: Pairs of names, of which at least one is an operation's or the two lie in different clauses.
        """
        homes = {name: clause for clause, graph in clauses.items() for name in graph.proposals}
        further = tuple(further)
        return cls(dict(clauses), tuple(operations), further, _rows(further), homes)

    @property
    def names(self) -> tuple[str, ...]:
        """All amendments: those of the clauses' texts in document order, then those of whole clauses."""
        return (
            *chain.from_iterable(graph.proposals for graph in self.clauses.values()),
            *(operation.name for operation in self.operations),
        )

    def neighbours(self, name: str) -> Names:
        """Return the amendments that fall when this one is accepted."""
        further = self.rows.get(name, frozenset())
        home = self.homes.get(name)
        return further if home is None else self.clauses[home].neighbours(name) | further

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return each two neighbours once: those of the clauses' texts in document order, then the further ones."""
        within = (graph.pairs() for graph in self.clauses.values())
        return (*chain.from_iterable(within), *((pair.one, pair.other) for pair in self.further))

    def connected(self) -> tuple[tuple[str, ...], ...]:
        """Return the connected parts, in the order of ``names``."""
        return connected({name: self.neighbours(name) for name in self.names})

    def identical(self) -> tuple[tuple[str, ...], ...]:
        """Return the amendments in groups that ask for the same, in the order of ``names``."""
        groups: dict[tuple[str, Act, Hashable], list[str]] = {}
        for each in self.operations:
            groups.setdefault(each.asks, []).append(each.name)
        within = (graph.identical() for graph in self.clauses.values())
        return (*chain.from_iterable(within), *map(tuple, groups.values()))

    def with_clause(self, clause: str, graph: ConflictGraph) -> "DocumentGraph":
        """Return the document with another graph for one clause: after a decision, or with an amendment more.

        Further pairs of amendments that were in the clause's graph and no longer are go with them. A clause
        that was not there comes last.
        """
        before = self.clauses[clause].proposals if clause in self.clauses else {}
        gone = before.keys() - graph.proposals.keys()
        homes = {**self.homes, **dict.fromkeys(graph.proposals, clause)}
        for name in gone:
            del homes[name]
        further = _without(self.further, gone)
        rows = self.rows if further is self.further else _rows(further)
        return DocumentGraph({**self.clauses, clause: graph}, self.operations, further, rows, homes)

    def with_operations(self, operations: Iterable[OnClause], further: Iterable[FurtherPair]) -> "DocumentGraph":
        """Return the document with other amendments of whole clauses; the graphs of the clauses stay."""
        further = tuple(further)
        return DocumentGraph(self.clauses, tuple(operations), further, _rows(further), self.homes)


def _rows(further: tuple[FurtherPair, ...]) -> dict[str, Names]:
    rows: dict[str, set[str]] = {}
    for pair in further:
        rows.setdefault(pair.one, set()).add(pair.other)
        rows.setdefault(pair.other, set()).add(pair.one)
    return {name: frozenset(row) for name, row in rows.items()}


def _without(further: tuple[FurtherPair, ...], gone: Iterable[str]) -> tuple[FurtherPair, ...]:
    gone = frozenset(gone)
    touched = any(pair.one in gone or pair.other in gone for pair in further)
    if not touched:
        return further
    return tuple(pair for pair in further if pair.one not in gone and pair.other not in gone)
