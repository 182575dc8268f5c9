"""Which words a reader takes for kept where the diff had a choice."""

from drafting.text.diff import Hunk
from drafting.text.tokens import Tokens

LARGEST = 40
"""Above this many tokens on a side the diff's own choice stands: a reader sees no single kept word there."""


def heavier_kept(base: Tokens, proposed: Tokens, found: list[Hunk]) -> list[Hunk]:
    """Return the hunks with the longest common words kept between each two neighbours, rather than the most tokens.

    Of "and academia" become ", academia and civil society" the diff may keep "and"; a reader keeps "academia".
    """
    out: list[Hunk] = []
    for hunk in found:
        pair = _parted(base, proposed, out.pop(), hunk) if out else [hunk]
        out += pair
    return out


def _parted(base: Tokens, proposed: Tokens, left: Hunk, right: Hunk) -> list[Hunk]:
    start, new_start, stop, new_stop = left[0], left[2], right[1], right[3]
    if max(stop - start, new_stop - new_start) > LARGEST:
        return [left, right]
    kept = sum(len(token.word) for token in base[left[1] : right[0]])
    weight, at, new_at, size = _heaviest(base[start:stop], proposed[new_start:new_stop])
    if weight <= kept:
        return [left, right]
    at, new_at = at + start, new_at + new_start
    parts = [(start, at, new_start, new_at), (at + size, stop, new_at + size, new_stop)]
    return [part for part in parts if part[0] < part[1] or part[2] < part[3]]


def _heaviest(old: Tokens, new: Tokens) -> tuple[int, int, int, int]:
    """The common stretch of most letters, the first of equals: letters, where in old, where in new, tokens."""
    best = (0, 0, 0, 0)
    above = [(0, 0)] * (len(new) + 1)
    for i, token in enumerate(old, 1):
        row = [(0, 0)]
        for j, other in enumerate(new, 1):
            letters, size = above[j - 1]
            row.append((letters + len(token.word), size + 1) if token == other else (0, 0))
            if row[j][0] > best[0]:
                letters, size = row[j]
                best = (letters, i - size, j - size, size)
        above = row
    return best
