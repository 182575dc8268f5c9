"""Where a new clause may stand, and how the clauses of one parent are kept in order."""

from collections.abc import Iterable

from drafting.rules.kinds import ClauseKind

_BODY = (ClauseKind.PREAMBULAR, ClauseKind.OPERATIVE, ClauseKind.HEADING)
_AFTER: dict[ClauseKind, tuple[ClauseKind, ...]] = {
    ClauseKind.TITLE: (ClauseKind.CHAPEAU, *_BODY),
    ClauseKind.HEADING: (*_BODY, ClauseKind.CHAPEAU),
    ClauseKind.CHAPEAU: _BODY,
    ClauseKind.PREAMBULAR: _BODY,
    ClauseKind.OPERATIVE: (ClauseKind.OPERATIVE, ClauseKind.HEADING),
    ClauseKind.SUBPARAGRAPH: (ClauseKind.SUBPARAGRAPH,),
    ClauseKind.NOTE: (),
}
RANK_DIGITS = 4
_MIDDLE = 5000  # Where insertions begin to count: others may come to stand before and after.


def kinds_after(anchor: ClauseKind, *, has_children: bool) -> tuple[ClauseKind, ...]:
    """Return the kinds of clause that may be inserted after one of ``anchor``'s kind, the usual one first.

    A first subparagraph is inserted after its paragraph; further ones after a subparagraph.
    """
    kinds = _AFTER[anchor]
    if anchor is ClauseKind.OPERATIVE and not has_children:
        return (*kinds, ClauseKind.SUBPARAGRAPH)
    return kinds


def first_rank(position: int) -> str:
    """Return the rank of the ``position``-th clause of an imported text, counted from 1."""
    return f"{position:0{RANK_DIGITS}d}"


def rank_after(anchor: str, taken: Iterable[str]) -> str:
    """Return a rank that follows ``anchor`` and all that was inserted after it, and nothing else.

    >>> rank_after("0005", ["0005", "0006"])
    '0005.5000'
    >>> rank_after("0005", ["0005", "0005.5000", "0006"])
    '0005.5001'
    """
    return f"{anchor}.{first_rank(max(_inserted_after(anchor, taken), default=_MIDDLE - 1) + 1)}"


def rank_directly_after(anchor: str, taken: Iterable[str]) -> str:
    """Return a rank that follows ``anchor`` and stands before all that was inserted after it.

    >>> rank_directly_after("0005", ["0005", "0005.5000", "0006"])
    '0005.4999'
    """
    return f"{anchor}.{first_rank(min(_inserted_after(anchor, taken), default=_MIDDLE + 1) - 1)}"


def _inserted_after(anchor: str, taken: Iterable[str]) -> list[int]:
    depth = anchor.count(".") + 1
    own = (rank for rank in taken if rank.startswith(f"{anchor}.") and rank.count(".") == depth)
    return [int(rank.rpartition(".")[2]) for rank in own]
