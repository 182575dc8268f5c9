"""The conflict graph: which amendments of one clause cannot both be accepted."""

from collections.abc import Mapping

from drafting.text.deciding.relation import in_conflict
from drafting.text.edits import Edits
from drafting.text.tokens import Tokens


def conflict_graph(base: Tokens, proposals: Mapping[str, Edits]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names whose amendments are in conflict, in the order of ``proposals``.

    Laws: a set of amendments fits together exactly when no two of it are a pair; accepting an
    amendment adds no pair among the others.

    Args:
        base: The clause.
        proposals: Edits of ``base`` in normal form by name.
    """
    names = list(proposals)
    masks = [_mask(proposals[name]) for name in names]
    out: list[tuple[str, str]] = []
    for at, one in enumerate(names):
        mask, ours = masks[at], proposals[one]
        for further, other in enumerate(names[at + 1 :], at + 1):
            # One look at all gaps at once settles almost every pair.
            if mask & masks[further] and in_conflict(base, ours, proposals[other]):
                out.append((one, other))
    return tuple(out)


def _mask(edits: Edits) -> int:
    """The gaps of all extents as bits; one gap wider, since a word can form across one kept token."""
    mask = 0
    for edit in edits:
        mask |= ((1 << (edit.high - edit.low + 2)) - 1) << edit.low
    return mask
