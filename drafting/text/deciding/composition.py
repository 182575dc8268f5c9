"""Composition: two changes, one made on what the other left, as edits of the first text in normal form."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from drafting.text.edits import Edit, Edits, apply, edits_between, invert
from drafting.text.tokens import Tokens

Extent = tuple[int, int]
"""A closed interval of gaps of a text."""


def composed(base: Tokens, first: Edits, then: Edits) -> Edits:
    """Return the edits of ``base`` that do what ``first``, and ``then`` on its result, do.

    They are those a diff finds, so that whoever asks for the same words asks for the same edits; where the diff
    would reach beyond what the two changed, they are those of ``followed``.

    Law: what is free of ``first``, and carried over it free of ``then``, is free of both together.
    """
    steps = list(_steps(base, first, then))
    return diffed_within(base, _edits(steps), [step.extent for step in steps])


def followed(base: Tokens, first: Edits, then: Edits) -> Edits:
    """Return edits that do the same as ``composed``; nothing is diffed but words that both change."""
    return _edits(list(_steps(base, first, then)))


def diffed_within(base: Tokens, edits: Edits, extents: Sequence[Extent]) -> Edits:
    """Return the edits that a diff finds for what ``edits`` do, or ``edits`` where it would leave their places.

    Args:
        base: The text changed.
        edits: What is to be done, in normal form.
        extents: The places that may be touched.
    """
    found = edits_between(base, apply(base, edits))
    lows = sorted(low for low, _ in extents)
    highs = [-1, *accumulate((high for _, high in sorted(extents)), max)]
    inside = all(edit.high <= highs[bisect_right(lows, edit.low)] for edit in found)
    return found if inside else edits


@dataclass(frozen=True, slots=True)
class _Step:
    """What is done at one place of the base: the gaps it may be done in, and the edits."""

    extent: Extent
    edits: Edits


@dataclass(slots=True)
class _Place:
    """What meets in the middle text: edits of the first, by what would undo them, and edits made then."""

    low: int
    high: int
    first: list[Edit]
    then: list[Edit]


def _edits(steps: list[_Step]) -> Edits:
    return tuple(edit for step in steps for edit in step.edits)


def _steps(base: Tokens, first: Edits, then: Edits) -> Iterator[_Step]:
    middle = apply(base, first)
    grown = 0
    for place in _places(base, first, then):
        before, grown = grown, grown + sum(edit.growth for edit in place.first)
        low, high = place.low - before, place.high - grown
        if not place.first:
            edits = tuple(edit.shift(-before) for edit in place.then)
        elif not place.then:
            edits = tuple(place.first)
        else:
            new = apply(middle[place.low : place.high], tuple(edit.shift(-place.low) for edit in place.then))
            edits = tuple(edit.shift(low) for edit in edits_between(base[low:high], new))
        yield _Step((low, high), edits)


def _places(base: Tokens, first: Edits, then: Edits) -> list[_Place]:
    made = [_Place(undo.low, undo.high, [edit], []) for undo, edit in zip(invert(base, first), first, strict=True)]
    made += [_Place(edit.low, edit.high, [], [edit]) for edit in then]
    out: list[_Place] = []
    for place in sorted(made, key=lambda each: each.low):
        if out and place.low <= out[-1].high:
            out[-1].high = max(out[-1].high, place.high)
            out[-1].first += place.first
            out[-1].then += place.then
        else:
            out.append(place)
    return out
