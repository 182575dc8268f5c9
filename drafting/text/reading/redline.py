"""The redline: what was kept, deleted and inserted between two texts, in pieces a reader can follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from drafting.text.diff import Hunk, local_hunks
from drafting.text.reading.kept import heavier_kept
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
    """Neighbouring words with one fate; a blank before them belongs to them."""

    change: Change
    runs: Runs


Redline = tuple[Segment, ...]


def redline(base: Tokens, proposed: Tokens) -> Redline:
    """Return the segments in reading order, a deletion before the insertion that replaces it.

    Words set otherwise are shown as deleted and inserted. Kept words too short to part two
    replacements are shown as part of them. No edge falls inside a word.

    Laws: ``tokenise`` of kept and inserted segments gives ``proposed``, of kept and deleted ones ``base``.
    """
    out: list[Segment] = []
    at = 0
    fine = _settled(base, proposed, heavier_kept(base, proposed, local_hunks(base, proposed)))
    for start, stop, new_start, new_stop in _coarse(base, proposed, fine):
        _append(out, Change.KEPT, base, at, start)
        _append(out, Change.DELETED, base, start, stop)
        _append(out, Change.INSERTED, proposed, new_start, new_stop)
        at = stop
    _append(out, Change.KEPT, base, at, len(base))
    return tuple(out)


def _append(out: list[Segment], change: Change, tokens: Tokens, start: int, stop: int) -> None:
    if start < stop:
        before = tokens[start - 1] if start else (_START if out else None)
        out.append(Segment(change, in_place(tokens[start:stop], before)))


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


def _coarse(base: Tokens, proposed: Tokens, found: Iterator[Hunk]) -> list[Hunk]:
    """Join two replacements across kept words that are not longer, in letters, than either.

    Beside a mere insertion or deletion the kept words stay kept: nobody proposes to take them out.
    """
    old, new = _lengths(base), _lengths(proposed)
    out: list[Hunk] = []

    def size(hunk: Hunk) -> int:
        return max(old[hunk[1]] - old[hunk[0]], new[hunk[3]] - new[hunk[2]])

    def joins(last: Hunk, hunk: Hunk) -> bool:
        return _replaces(last) and _replaces(hunk) and old[hunk[0]] - old[last[1]] <= min(size(last), size(hunk))

    for hunk in found:
        while out and joins(out[-1], hunk):
            last = out.pop()
            hunk = (last[0], hunk[1], last[2], hunk[3])
        out.append(hunk)
    return out


def _replaces(hunk: Hunk) -> bool:
    start, stop, new_start, new_stop = hunk
    return start < stop and new_start < new_stop


def _lengths(tokens: Tokens) -> list[int]:
    return list(accumulate((len(token.word) for token in tokens), initial=0))
