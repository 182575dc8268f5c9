"""The outline: every clause of a document in order, with its parent, its words, and the tombstones of deleted ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.errors import NotFoundError, RuleError
from drafting.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: under ``parent`` (None: at the top), right ``after`` a child of it (None: first)."""

    parent: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause; a deleted one keeps its place, its children and its words, so that all can still be read.

    ``kind`` is what the rooms above call it; here it is only compared.
    """

    id: str
    tokens: Tokens
    parent: str | None = None
    kind: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Clauses in document order, each after its parent and before the parent's next sibling.

    Raises:
        RuleError: An id comes twice, or a clause does not stand under its parent, or a living one under a deleted one.
    """

    clauses: tuple[Clause, ...]
    _at: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        at: dict[str, int] = {}
        path: list[Clause] = []
        for position, clause in enumerate(self.clauses):
            while path and path[-1].id != clause.parent:
                path.pop()
            if clause.id in at or (clause.parent is not None and not path):
                raise RuleError("The clauses are not in order. Reload the page and try again.")
            if path and path[-1].deleted and not clause.deleted:
                raise RuleError("A clause cannot stand under a deleted one. Move it, or delete it too.")
            at[clause.id] = position
            path.append(clause)
        object.__setattr__(self, "_at", at)

    def __contains__(self, clause: object) -> bool:
        return clause in self._at

    def clause(self, clause: str) -> Clause:
        """Return a clause by its id.

        Raises:
            NotFoundError: The outline has no such clause.
        """
        return self.clauses[self.position(clause)]

    def position(self, clause: str) -> int:
        """Return how many clauses stand before this one.

        Raises:
            NotFoundError: The outline has no such clause.
        """
        if clause not in self._at:
            raise NotFoundError("clause")
        return self._at[clause]

    def living(self, clause: str) -> bool:
        """Tell whether there is such a clause and it is not deleted."""
        return clause in self._at and not self.clause(clause).deleted

    def block(self, clause: str) -> slice:
        """Return where the clause and all that stands under it is found in ``clauses``."""
        start = self.position(clause)
        inside = {clause}
        stop = start + 1
        while stop < len(self.clauses) and self.clauses[stop].parent in inside:
            inside.add(self.clauses[stop].id)
            stop += 1
        return slice(start, stop)

    def within(self, clause: str) -> tuple[Clause, ...]:
        """Return the clause and all that stands under it, in document order."""
        return self.clauses[self.block(clause)]

    def above(self, clause: str | None) -> tuple[str, ...]:
        """Return the ids of the clause, its parent, the parent's parent, and so on; of None: nothing."""
        out: list[str] = []
        while clause is not None:
            out.append(clause)
            clause = self.clause(clause).parent
        return tuple(out)

    def children(self, parent: str | None) -> tuple[str, ...]:
        """Return the ids of the clauses right under a parent, in order, deleted ones too."""
        among: Sequence[Clause] = self.clauses if parent is None else self.within(parent)
        return tuple(clause.id for clause in among if clause.parent == parent)

    def place_of(self, clause: str) -> Place:
        """Return where the clause stands."""
        parent = self.clause(clause).parent
        siblings = self.children(parent)
        at = siblings.index(clause)
        return Place(parent, siblings[at - 1] if at else None)

    def gap(self, place: Place) -> int:
        """Return the position that a clause put at a place takes."""
        if place.after is not None:
            return self.position(place.after) + len(self.within(place.after))
        return 0 if place.parent is None else self.position(place.parent) + 1
