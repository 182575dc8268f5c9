"""The diff of two token sequences: hunks, and hunks that do not depend on what else changed."""

from collections.abc import Hashable, Sequence

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from drafting.text.tokens import Tokens

Hunk = tuple[int, int, int, int]
"""``(start, stop, new_start, new_stop)``: base tokens from start to stop became the new ones."""

NEAR = 3
"""Hunks with fewer kept tokens than this between them are diffed again together, alone."""

LARGEST_MIDDLE = 100
"""Above this many tokens diff-match-patch takes milliseconds, then seconds; size alone chooses, never time."""

LARGEST_WINDOW = 40
"""The same for a window, of which a long text has many: 100 of 97 shuffled words took 0.6 s, 230 of 40 take 0.2."""

# Private use, in one UTF-16 unit: U+E000 to U+F8FF name 6,400 tokens, ten times what diff-match-patch is ever given.
# rapidfuzz counts code points, of which 20,000 follow without a surrogate among them.
_FIRST_CODE = 0xE000

_PATCHER = diff_match_patch()
_PATCHER.Diff_Timeout = 0


def hunks(base: Sequence[Hashable], proposed: Sequence[Hashable], largest: int = LARGEST_MIDDLE) -> list[Hunk]:
    """Return the fewest changed stretches, in order; neighbours have a kept token between them.

    Args:
        base: The tokens changed.
        proposed: What they became.
        largest: How many tokens diff-match-patch is given at most; rapidfuzz takes what is larger.
    """
    head, tail = common_ends(base, proposed)
    middle, new_middle = base[head : len(base) - tail], proposed[head : len(proposed) - tail]
    if not middle and not new_middle:
        return []
    if not middle or not new_middle:
        return [(head, len(base) - tail, head, len(proposed) - tail)]
    return [moved(hunk, head, head) for hunk in _diffed(middle, new_middle, largest)]


def local_hunks(base: Tokens, proposed: Tokens) -> list[Hunk]:
    """Return hunks such that the same local change gives the same hunks whatever else changed."""
    out: list[Hunk] = []
    for group in windows(hunks(base, proposed), NEAR):
        if len(group) == 1:
            out += group
            continue
        start, new_start = group[0][0], group[0][2]
        stop, new_stop = group[-1][1], group[-1][3]
        again = hunks(base[start:stop], proposed[new_start:new_stop], LARGEST_WINDOW)
        out += [moved(hunk, start, new_start) for hunk in again]
    return out


def moved(hunk: Hunk, by: int, new_by: int) -> Hunk:
    """Return a hunk of a part of two texts as a hunk of the whole, or the other way round."""
    start, stop, new_start, new_stop = hunk
    return start + by, stop + by, new_start + new_by, new_stop + new_by


def common_ends(base: Sequence[Hashable], proposed: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many tokens both begin with, and how many of the others both end with."""
    shorter = min(len(base), len(proposed))
    head = 0
    while head < shorter and base[head] == proposed[head]:
        head += 1
    tail = 0
    while tail < shorter - head and base[-1 - tail] == proposed[-1 - tail]:
        tail += 1
    return head, tail


def windows(found: list[Hunk], apart: int) -> list[list[Hunk]]:
    """Return the hunks in groups that have at least ``apart`` kept tokens between them."""
    groups: list[list[Hunk]] = []
    for hunk in found:
        if groups and hunk[0] - groups[-1][-1][1] < apart:
            groups[-1].append(hunk)
        else:
            groups.append([hunk])
    return groups


def _diffed(base: Sequence[Hashable], proposed: Sequence[Hashable], largest: int) -> list[Hunk]:
    old, new = encoded(base, proposed)
    out: list[Hunk] = []
    at = new_at = 0
    for kept, size, new_size in _steps(old, new, largest):
        if not kept:
            joins = bool(out) and out[-1][1] == at and out[-1][3] == new_at
            start, _, new_start, _ = out.pop() if joins else (at, at, new_at, new_at)
            out.append((start, at + size, new_start, new_at + new_size))
        at, new_at = at + size, new_at + new_size
    return out


def _steps(old: str, new: str, largest: int) -> list[tuple[bool, int, int]]:
    """The diff as (kept, tokens of the base, new tokens)."""
    if max(len(old), len(new)) > largest:
        return [
            (step.tag == "equal", step.src_end - step.src_start, step.dest_end - step.dest_start)
            for step in Indel.opcodes(old, new)
        ]
    return [
        (sign == 0, 0 if sign > 0 else len(part), 0 if sign < 0 else len(part))
        for sign, part in _PATCHER.diff_main(old, new, checklines=False)
    ]


def encoded(*sequences: Sequence[Hashable]) -> list[str]:
    """Return the sequences as texts in which equal items are the same character."""
    codes: dict[object, str] = {}
    return ["".join([codes.setdefault(item, chr(_FIRST_CODE + len(codes))) for item in items]) for items in sequences]
