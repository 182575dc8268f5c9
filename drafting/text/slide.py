"""Sliding: how far a pure insertion or deletion can move and give the same text, and where it reads best."""

from drafting.text.classes import CLOSERS, STOPS
from drafting.text.tokens import Tokens


def extent(base: Tokens, start: int, stop: int, new: Tokens, *, floor: int, ceiling: int) -> tuple[int, int]:
    """Return the closed interval of gaps over which the same change can be made with equal effect.

    Args:
        base: The tokens changed.
        start: The first base token replaced.
        stop: The base token after the last one replaced.
        new: What replaces them. A replacement of tokens by tokens cannot slide.
        floor: Do not look left of this gap.
        ceiling: Do not look right of this gap.
    """
    if (start < stop) == bool(new):
        return start, stop
    pattern = new or base[start:stop]
    size = len(pattern)
    left = right = 0
    while start - left > floor and base[start - left - 1] == pattern[(-1 - left) % size]:
        left += 1
    while stop + right < ceiling and base[stop + right] == pattern[right % size]:
        right += 1
    return start - left, stop + right


def slid(new: Tokens, by: int) -> Tokens:
    """Return what is inserted when the same insertion is made ``by`` gaps further right."""
    turn = by % len(new) if new else 0
    return new[turn:] + new[:turn]


def best_shift(base: Tokens, start: int, stop: int, low: int, high: int) -> int:
    """Return by how much to slide so that the change begins and ends where a reader would cut.

    Of equally good places the leftmost is taken.
    """
    if low == start and high == stop:
        return 0
    shifts = range(low - start, high - stop + 1)
    return max(shifts, key=lambda by: (_reads(base, start + by) + _reads(base, stop + by), -by))


def _reads(base: Tokens, gap: int) -> int:
    if gap == 0 or gap == len(base):
        return 4
    before = base[gap - 1].word
    if before in STOPS:
        return 3
    if base[gap].word in CLOSERS:
        return 2
    return 1 if before in CLOSERS else 0
