"""The kinds of generated cases: how the changes of two sides stand to each other, and what has to come of them."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.bench.case import Expect
from tests.bench.generated.changes import (
    Change,
    Span,
    Spans,
    cleaned,
    distance,
    hull,
    made,
    move_sentence,
    punctuate,
    reach,
    repeat,
    several,
    swap_items,
)
from tests.bench.generated.clashes import CLASHES, Pair, clash
from tests.bench.generated.clauses import Clause, Style, phrase, written


@dataclass(frozen=True, slots=True)
class Drawn:
    """Both sides' changes, what has to come of them, and what else is right."""

    ours: Spans
    theirs: Spans
    expect: Expect
    also: tuple[str, ...] = ()


Kind = Callable[[Random, Clause, Style], Drawn | None]


def apart(low: int, high: int) -> Kind:
    """Two sides with ``low`` to ``high`` kept words between their nearest changes: they must merge."""

    def kind(rng: Random, clause: Clause, style: Style) -> Drawn | None:
        ours = several(rng, clause, style, rng.choice((1, 1, 2, 3)))
        for _ in range(30):
            theirs = several(rng, clause, style, rng.choice((1, 1, 2, 3)))
            if ours and theirs and low <= distance(clause.words, ours, theirs) <= high:
                return Drawn(ours, theirs, Expect.MERGE)
        return None

    return kind


def one_is(change: Change) -> Kind:
    """One side makes this change; the other's are outside of it, also where it is a move."""

    def kind(rng: Random, clause: Clause, style: Style) -> Drawn | None:
        ours = cleaned(clause.words, change(rng, clause, style))
        theirs = several(rng, clause, style, rng.choice((1, 2)))
        if not ours or not theirs:
            return None
        low, high = hull(clause.words, ours)
        if any(at - 1 < high and low - 1 < to for at, to in (reach(clause.words, span) for span in theirs)):
            return None
        return Drawn(ours, theirs, Expect.MERGE)

    return kind


def moved_past(change: Change) -> Kind:
    """One side moves words, the other changes what they were moved past, or them: both answers are right."""

    def kind(rng: Random, clause: Clause, style: Style) -> Drawn | None:
        ours = cleaned(clause.words, change(rng, clause, style))
        theirs = several(rng, clause, style, rng.choice((1, 2)))
        if len(ours) != 2 or not theirs or distance(clause.words, ours, theirs) < 1:
            return None
        low, high = hull(clause.words, ours)
        if not any(low < span.start < high for span in theirs):
            return None
        return Drawn(ours, theirs, Expect.MERGE, ("conflict",))

    return kind


def same_plus(rng: Random, clause: Clause, style: Style) -> Drawn | None:
    """Both sides make some equal changes, and others of their own."""
    shared = several(rng, clause, style, rng.choice((1, 1, 2)))
    ours, theirs = several(rng, clause, style, rng.choice((0, 1, 2))), several(rng, clause, style, rng.choice((1, 2)))
    pairs = ((shared, ours), (shared, theirs), (ours, theirs))
    if not shared or min(distance(clause.words, *pair) for pair in pairs) < 1:
        return None
    return Drawn(ordered(shared + ours), ordered(shared + theirs), Expect.MERGE)


def identical(rng: Random, clause: Clause, style: Style) -> Drawn | None:
    """Both sides make the same changes."""
    ours = several(rng, clause, style, rng.choice((1, 2, 3)))
    return Drawn(ours, ours, Expect.SAME) if ours else None


def alone(rng: Random, clause: Clause, style: Style) -> Drawn | None:
    """One side changes nothing."""
    ours = several(rng, clause, style, rng.choice((1, 2, 3)))
    return Drawn(ours, (), Expect.MERGE) if ours else None


def touching(rng: Random, clause: Clause, style: Style) -> Drawn | None:
    """The changes stand side by side without a kept word between them: a merge and a conflict are both right."""
    ours = several(rng, clause, style, 1)
    if len(ours) != 1 or ours[0].start == ours[0].stop:
        return None
    stop = ours[0].stop
    until = rng.choice((stop, min(len(clause.words), stop + rng.randint(1, 4))))
    theirs = cleaned(clause.words, (Span(stop, until, phrase(rng, style, rng.choice(("qualifiers", "adverbs")))),))
    # What can slide over the other's place would leave two right texts.
    if not theirs or (ours[0].start, stop) != reach(clause.words, ours[0]) or reach(clause.words, theirs[0])[0] != stop:
        return None
    return Drawn(ours, theirs, Expect.MERGE, ("conflict",))


def ambiguous(rng: Random, clause: Clause, style: Style) -> Drawn | None:
    """One side repeats words near the other's change, so that it could be read at the other's place: both are right."""
    ours = cleaned(clause.words, repeat(rng, clause, style))
    for _ in range(30):
        theirs = several(rng, clause, style, 1)
        if ours and theirs and distance(clause.words, ours, theirs) <= 0:
            apart_as_made = theirs[0].stop < ours[0].start or ours[0].stop < theirs[0].start
            return Drawn(ours, theirs, Expect.MERGE, ("conflict",)) if apart_as_made else None
    return None


def swap_and_edit(rng: Random, clause: Clause, style: Style) -> Drawn | None:
    """One side swaps two items, the other puts another in the place of one: the new one moves, or it is a conflict."""
    ours = cleaned(clause.words, swap_items(rng, clause, style))
    if len(ours) != 2:
        return None
    new = phrase(rng, style, "items")
    one, other = ours
    if new in (one.new, other.new):
        return None
    moved = written(made(clause.words, (one, Span(other.start, other.stop, new))))
    return Drawn(ours, (Span(one.start, one.stop, new),), Expect.CONFLICT, (moved,))


def clashing(draw: Pair, *, more: bool = False) -> Kind:
    """Two changes that claim the same words; with ``more``, free changes besides."""

    def kind(rng: Random, clause: Clause, style: Style) -> Drawn | None:
        drawn = draw(rng, clause, style)
        if drawn is None:
            return None
        ours, theirs = (cleaned(clause.words, (span,)) for span in drawn)
        if not ours or not theirs or ours == theirs or not clash(clause.words, ours[0], theirs[0]):
            return None
        if more:
            ours_too, theirs_too = (several(rng, clause, style, 1) for _ in range(2))
            pairs = ((ours_too, ours + theirs), (theirs_too, ours + theirs), (ours_too, theirs_too))
            if min(distance(clause.words, *pair) for pair in pairs) < 3:
                return None
            ours, theirs = ordered(ours + ours_too), ordered(theirs + theirs_too)
        return Drawn(ours, theirs, Expect.CONFLICT)

    return kind


def ordered(spans: Spans) -> Spans:
    """Return the spans in the order of the text."""
    return tuple(sorted(spans, key=lambda span: (span.start, span.stop)))


KINDS: dict[str, tuple[Kind, int]] = {
    "apart-far": (apart(9, 999), 18),
    "apart-mid": (apart(3, 8), 12),
    "apart-near": (apart(1, 2), 14),
    "punctuation": (one_is(punctuate), 6),
    "swap": (one_is(swap_items), 6),
    "move-sentence": (one_is(move_sentence), 3),
    "moved-past": (moved_past(move_sentence), 4),
    "swapped-past": (moved_past(swap_items), 2),
    "repeat": (one_is(repeat), 5),
    "same-plus": (same_plus, 10),
    "same": (identical, 4),
    "alone": (alone, 2),
    "touching": (touching, 5),
    "ambiguous": (ambiguous, 4),
    "swap-and-edit": (swap_and_edit, 2),
    **{name: (clashing(draw), 5) for name, draw in CLASHES.items()},
    "clash-and-more": (clashing(CLASHES["two-replacements"], more=True), 5),
}
"""Every kind with its weight among the others."""
