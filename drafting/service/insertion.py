"""Where an inserted clause stands: under which parent, with which rank, called what."""

from dataclasses import dataclass

from drafting.errors import RuleError
from drafting.records.document import Clause
from drafting.rules.kinds import ClauseKind
from drafting.rules.placing import first_rank, kinds_after, rank_after
from drafting.service.text_view import Text

_FIRST_CHILD = "(a)"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text; ``label`` is that of the clause it ``follows``, or its own where it follows none."""

    parent_id: str | None
    rank: str
    label: str
    follows: bool


def kinds_at(text: Text, anchor: Clause) -> tuple[ClauseKind, ...]:
    """Return the kinds of clause that may be inserted after a clause, the usual one first."""
    has_children = any(clause.parent_id == anchor.id for clause in text.clauses)
    return kinds_after(anchor.kind, has_children=has_children)


def place_of(text: Text, kind: ClauseKind, *, anchor_id: str, asked_id: str) -> Spot:
    """Return the place of a new clause.

    Args:
        text: The document.
        kind: What is inserted.
        anchor_id: The clause that it follows.
        asked_id: The clause that the amendment names; where the two differ, the chair put the
            insertion after another one that already stands there.

    Raises:
        RuleError: The chair's place is not one of those inserted after the named clause.
    """
    anchor, asked = text.by_id[anchor_id], text.by_id[asked_id]
    if anchor_id != asked_id and anchor_id not in {clause.id for clause in inserted_at(text, asked)}:
        raise RuleError(f"A clause proposed after {asked.label} cannot be put there. Reload the page and choose again.")
    if kind is ClauseKind.SUBPARAGRAPH and anchor.kind is not ClauseKind.SUBPARAGRAPH:
        return Spot(anchor.id, first_rank(1), f"{anchor.label} {_FIRST_CHILD}", follows=False)
    taken = [
        clause.rank
        for clause in text.clauses
        if clause.parent_id == anchor.parent_id and clause.kind is not ClauseKind.NOTE
    ]
    before = _last_of_kind(text, kind, anchor)
    if before is not None:
        return Spot(anchor.parent_id, rank_after(anchor.rank, taken), before.label, follows=True)
    return Spot(anchor.parent_id, rank_after(anchor.rank, taken), _ahead_of_all(text, kind), follows=False)


def inserted_at(text: Text, asked: Clause) -> tuple[Clause, ...]:
    """Return the clauses that were inserted after a clause before, in their order."""
    return tuple(
        clause
        for clause in text.clauses
        if clause.parent_id == asked.parent_id
        and clause.rank.startswith(f"{asked.rank}.")
        and clause.kind is not ClauseKind.NOTE
    )


def _last_of_kind(text: Text, kind: ClauseKind, anchor: Clause) -> Clause | None:
    until = text.clauses[: text.clauses.index(anchor) + 1]
    return next((clause for clause in reversed(until) if clause.kind is kind), None)


def _ahead_of_all(text: Text, kind: ClauseKind) -> str:
    """The label of what stands before the first of its kind: "PP1 ante"."""
    stem = {ClauseKind.PREAMBULAR: "PP", ClauseKind.OPERATIVE: "OP"}.get(kind)
    name = f"{stem}1 ante" if stem else kind.capitalize()
    taken = {clause.label for clause in text.clauses}
    number = 2
    free = name
    while free in taken:
        free, number = f"{name} {number}", number + 1
    return free
