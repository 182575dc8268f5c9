"""The redline: what was kept, deleted and inserted between two texts, in pieces a reader can follow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from drafting.text.diff import Hunk, local_hunks
from drafting.text.reading.kept import heavier_kept
from drafting.text.reading.moved import Move, moves
from drafting.text.runs import Runs
from drafting.text.slide import best_shift, extent
from drafting.text.tokens import Token, Tokens, in_place


class Change(StrEnum):
    """What became of the words of a segment."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring words with one fate; a blank before them belongs to them.

    ``move`` is the number of the move that the words are part of, from 1 in reading order: one deleted and one inserted
    segment of a redline bear it, with the same words. It is 0 where nothing moved.
    """

    change: Change
    runs: Runs
    move: int = 0


Redline = tuple[Segment, ...]


def redline(base: Tokens, proposed: Tokens) -> Redline:
    """Return the segments in reading order, a deletion before the insertion that replaces it.

    Words set otherwise are shown as deleted and inserted. Kept words too short to part two
    replacements are shown as part of them. No edge falls inside a word. Words that moved are segments of their own.

    Laws: ``tokenise`` of kept and inserted segments gives ``proposed``, of kept and deleted ones ``base``.
    """
    fine = list(_settled(base, proposed, heavier_kept(base, proposed, local_hunks(base, proposed))))
    moved = moves(base, proposed, fine)
    left, right = {move.start: move for move in moved}, {move.new_start: move for move in moved}
    line = _Line()
    at = 0
    for start, stop, new_start, new_stop in _coarse(base, proposed, fine, moved):
        line.append(Change.KEPT, base, at, start, {})
        line.append(Change.DELETED, base, start, stop, left)
        line.append(Change.INSERTED, proposed, new_start, new_stop, right)
        at = stop
    line.append(Change.KEPT, base, at, len(base), {})
    return tuple(line.segments)


class _Line:
    """A redline in the making; moves are numbered as a reader meets them."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._numbers: dict[Move, int] = {}

    def append(self, change: Change, tokens: Tokens, start: int, stop: int, moved: Mapping[int, Move]) -> None:
        """Append tokens with one fate; ``moved`` are the moves by the place where their words stand."""
        at = start
        for place in sorted(place for place in moved if start <= place < stop):
            move = moved[place]
            self._append(change, tokens, at, place, 0)
            at = place + move.size
            self._append(change, tokens, place, at, self._numbers.setdefault(move, len(self._numbers) + 1))
        self._append(change, tokens, at, stop, 0)

    def _append(self, change: Change, tokens: Tokens, start: int, stop: int, move: int) -> None:
        if start < stop:
            before = tokens[start - 1] if start else (_START if self.segments else None)
            self.segments.append(Segment(change, in_place(tokens[start:stop], before), move))


_START = Token("")


def _settled(base: Tokens, proposed: Tokens, found: Sequence[Hunk]) -> Iterator[Hunk]:
    """Slide each pure insertion or deletion to where it reads best, within the kept tokens around it."""
    ceilings = [*(hunk[0] for hunk in found[1:]), len(base)]
    floor = 0
    for (start, stop, new_start, new_stop), ceiling in zip(found, ceilings, strict=False):
        low, high = extent(base, start, stop, proposed[new_start:new_stop], floor=floor, ceiling=ceiling)
        by = best_shift(base, start, stop, low, high)
        floor = stop + by
        yield start + by, stop + by, new_start + by, new_stop + by


def _coarse(base: Tokens, proposed: Tokens, found: Sequence[Hunk], moved: Sequence[Move]) -> list[Hunk]:
    """Join two replacements across kept words that are not longer, in letters, than either.

    Beside a mere insertion or deletion the kept words stay kept: nobody proposes to take them out.
    Words that moved count for nothing: they were neither replaced nor do they replace.
    """
    old = _lengths(base, [(move.start, move.size) for move in moved])
    new = _lengths(proposed, [(move.new_start, move.size) for move in moved])
    out: list[Hunk] = []

    def size(hunk: Hunk) -> int:
        return max(old[hunk[1]] - old[hunk[0]], new[hunk[3]] - new[hunk[2]])

    def joins(last: Hunk, hunk: Hunk) -> bool:
        if hunk[0] == last[1]:  # Slid against its neighbour.
            return True
        near = old[hunk[0]] - old[last[1]] <= min(size(last), size(hunk))
        return near and _replaces(last, moved) and _replaces(hunk, moved)

    for hunk in found:
        while out and joins(out[-1], hunk):
            last = out.pop()
            hunk = (last[0], hunk[1], last[2], hunk[3])
        out.append(hunk)
    return out


def _replaces(hunk: Hunk, moved: Sequence[Move]) -> bool:
    start, stop, new_start, new_stop = hunk
    gone = sum(move.size for move in moved if start <= move.start < stop)
    come = sum(move.size for move in moved if new_start <= move.new_start < new_stop)
    return start + gone < stop and new_start + come < new_stop


def _lengths(tokens: Tokens, moved: Iterable[tuple[int, int]]) -> list[int]:
    sizes = [len(text) - (text[:1] == " ") for text, _, _ in tokens]
    for start, size in moved:
        sizes[start : start + size] = [0] * size
    return list(accumulate(sizes, initial=0))
