"""Which words of a redline moved: deleted at one place and inserted at another, to the letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from drafting.text.diff import Hunk
from drafting.text.tokens import Token, Tokens

FEWEST = 3
"""Fewer tokens than this were not moved, they are just there too."""

FEWEST_LETTERS = 12
"""The same in letters: "of the and" stands everywhere."""

MOST = 9
"""More moves than this nobody follows, and each of them costs a search; further words are deleted and inserted."""

_WIDE = "\u2e80"  # From here on a sign (Chinese, kana, Hangul) says as much as two letters.

_Codes = list[int]
_Triple = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Move:
    """As many tokens of the base from ``start`` as now stand from ``new_start``: ``size``."""

    start: int
    new_start: int
    size: int


def moves(base: Tokens, proposed: Tokens, found: Sequence[Hunk]) -> tuple[Move, ...]:
    """Return the moves among the changes, that of most letters first; of equals the first in ``proposed``.

    Each token is part of one move at most, and none that a hunk leaves out is part of any: kept words do not move.

    Args:
        base: The tokens changed.
        proposed: What they became.
        found: The hunks between them.
    """
    out: list[Move] = []
    old, new = _changed(base, proposed, found)
    letters = _letters(proposed, new)
    while len(out) < MOST and (move := _heaviest(old, new, letters)):
        out.append(move)
        nothing = [0] * move.size
        old[move.start : move.start + move.size] = nothing
        new[move.new_start : move.new_start + move.size] = nothing
    return tuple(out)


def _changed(base: Tokens, proposed: Tokens, found: Sequence[Hunk]) -> tuple[_Codes, _Codes]:
    """A number for each token that may have moved, the same for the same token; 0 for the others. Empty if none may."""
    codes: dict[Token, int] = {}
    old = _coded(base, [(start, stop) for start, stop, _, _ in found if stop - start >= FEWEST], codes)
    if not codes:
        return [], []
    new = _coded(proposed, [(start, stop) for _, _, start, stop in found if stop - start >= FEWEST], codes)
    shared = _triples(old) & _triples(new)
    shared = {triple for triple in shared if 0 not in triple}
    return (_only(old, shared), _only(new, shared)) if shared else ([], [])


def _coded(tokens: Tokens, stretches: Iterable[tuple[int, int]], codes: dict[Token, int]) -> _Codes:
    out = [0] * len(tokens)
    for start, stop in stretches:
        out[start:stop] = [codes.setdefault(token, len(codes) + 1) for token in tokens[start:stop]]
    return out


def _triples(codes: _Codes) -> set[_Triple]:
    return set(zip(codes, codes[1:], codes[2:], strict=False))


def _only(codes: _Codes, shared: set[_Triple]) -> _Codes:
    out = [0] * len(codes)
    for at, triple in enumerate(zip(codes, codes[1:], codes[2:], strict=False)):
        if triple in shared:
            out[at : at + FEWEST] = triple
    return out


def _letters(tokens: Tokens, codes: _Codes) -> list[int]:
    """How many letters stand before each token, those that cannot have moved left out."""
    sizes = (sum(2 if sign >= _WIDE else 1 for sign in tokens[at].word) if code else 0 for at, code in enumerate(codes))
    return list(accumulate(sizes, initial=0))


def _heaviest(old: _Codes, new: _Codes, letters: list[int]) -> Move | None:
    runs = _RunsOf(old)
    best, most = None, FEWEST_LETTERS - 1
    state = size = 0
    for at, code in enumerate(new, 1):
        state, size = runs.longer(state, size, code)
        if size >= FEWEST and letters[at] - letters[at - size] > most:
            most = letters[at] - letters[at - size]
            best = Move(runs.first[state] - size, at - size, size)
    return best


class _RunsOf:
    """All runs within a sequence, as its suffix automaton: one step a token, whatever repeats.

    A state stands for the runs that end at the same places; ``first`` is the first such place. After Blumer et al.,
    "The smallest automaton recognizing the subwords of a text", Theoretical Computer Science 40 (1985).
    """

    def __init__(self, codes: _Codes) -> None:
        self.first, self._size, self._shorter = [0], [0], [-1]
        self._next: list[dict[int, int]] = [{}]
        self._last = 0
        for end, code in enumerate(codes, 1):
            if code or codes[end - 2 : end - 1] != [0]:
                self._append(code or -end, end)

    def longer(self, state: int, size: int, code: int) -> tuple[int, int]:
        """Return state and size of the longest run that ends with ``code``, from those of the one before it."""
        while state and code not in self._next[state]:
            state = self._shorter[state]
            size = self._size[state]
        following = self._next[state].get(code)
        return (0, 0) if following is None else (following, size + 1)

    def _append(self, code: int, end: int) -> None:
        before, self._last = self._last, self._new(self._size[self._last] + 1, end, {})
        while before >= 0 and code not in self._next[before]:
            self._next[before][code] = self._last
            before = self._shorter[before]
        if before >= 0:
            self._shorter[self._last] = self._ending(before, code)
        else:
            self._shorter[self._last] = 0

    def _ending(self, before: int, code: int) -> int:
        """The state of the run that ``code`` makes after ``before``, parted from longer runs that end elsewhere."""
        state = self._next[before][code]
        if self._size[state] == self._size[before] + 1:
            return state
        part = self._new(self._size[before] + 1, self.first[state], dict(self._next[state]))
        self._shorter[part], self._shorter[state] = self._shorter[state], part
        while before >= 0 and self._next[before].get(code) == state:
            self._next[before][code] = part
            before = self._shorter[before]
        return part

    def _new(self, size: int, end: int, following: dict[int, int]) -> int:
        self.first.append(end)
        self._size.append(size)
        self._shorter.append(0)
        self._next.append(following)
        return len(self.first) - 1
