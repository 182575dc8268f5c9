"""Which words a reader takes for kept where the diff had a choice."""

from drafting.text.diff import Hunk
from drafting.text.tokens import Token, Tokens

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
    places: dict[Token, list[int]] = {}
    for j, token in enumerate(new):
        places.setdefault(token, []).append(j)
    above: dict[int, tuple[int, int]] = {}
    for i, token in enumerate(old):
        row: dict[int, tuple[int, int]] = {}
        for j in places.get(token, ()):
            letters, size = above.get(j - 1, (0, 0))
            row[j] = letters, size = letters + len(token.word), size + 1
            if letters > best[0]:
                best = (letters, i + 1 - size, j + 1 - size, size)
        above = row
    return best
