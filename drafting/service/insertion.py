"""Where an inserted clause stands: under which parent, with which rank, called what."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from drafting.errors import RuleError
from drafting.records.document import Clause
from drafting.rules.kinds import ClauseKind
from drafting.rules.placing import first_rank, kinds_after, rank_after, rank_directly_after
from drafting.service.text_view import Text

_FIRST_CHILD = "(a)"
_AHEAD = first_rank(0)
_NOTE = ClauseKind.NOTE


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


def place_of(text: Text, kind: ClauseKind, *, asked_id: str, place_id: str | None = None) -> Spot:
    """Return the place of a new clause.

    Args:
        text: The document.
        kind: What is inserted.
        asked_id: The clause that the amendment names.
        place_id: The clause that the chair puts the new one directly after: the named one, or one that was
            inserted there before. None: after all that was inserted there.

    Raises:
        RuleError: The chair's place is none of these.
    """
    asked, there = text.by_id[asked_id], inserted_at(text, kind, text.by_id[asked_id])
    if place_id is not None and place_id not in {asked_id, *(clause.id for clause in there)}:
        raise RuleError(f"A clause proposed after {asked.label} cannot be put there. Reload the page and choose again.")
    ranked = rank_after if place_id is None else rank_directly_after
    parent_id = parent_of(kind, asked)
    taken = [clause.rank for clause in text.clauses if clause.parent_id == parent_id and clause.kind is not _NOTE]
    if parent_id == asked.id:
        return _as_child(asked, there, ranked, taken, place_id)
    anchor = text.by_id[place_id or asked_id]
    before = _last_of_kind(text, kind, anchor)
    label = before.label if before is not None else _ahead_of_all(text, kind)
    return Spot(parent_id, ranked(anchor.rank, taken), label, follows=before is not None)


def parent_of(kind: ClauseKind, asked: Clause) -> str | None:
    """Return the id of the clause under which an insertion after ``asked`` stands, None for the top level."""
    first = kind is ClauseKind.SUBPARAGRAPH and asked.kind is not ClauseKind.SUBPARAGRAPH
    return asked.id if first else asked.parent_id


def inserted_at(text: Text, kind: ClauseKind, asked: Clause) -> tuple[Clause, ...]:
    """Return the clauses beside which an insertion after ``asked`` would stand, in their order."""
    parent_id = parent_of(kind, asked)
    return tuple(
        clause
        for clause in text.clauses
        if clause.parent_id == parent_id
        and clause.kind is not _NOTE
        and (parent_id == asked.id or clause.rank.startswith(f"{asked.rank}."))
    )


_Ranked = Callable[[str, Iterable[str]], str]


def _as_child(asked: Clause, there: Sequence[Clause], ranked: _Ranked, taken: list[str], place_id: str | None) -> Spot:
    """The place of a subparagraph of a paragraph that had none when it was proposed."""
    if not there:
        return Spot(asked.id, first_rank(1), f"{asked.label} {_FIRST_CHILD}", follows=False)
    if place_id == asked.id:
        return Spot(asked.id, ranked(_AHEAD, taken), there[0].label, follows=True)
    anchor = next((clause for clause in there if clause.id == place_id), there[-1])
    return Spot(asked.id, ranked(anchor.rank, taken), anchor.label, follows=True)


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
