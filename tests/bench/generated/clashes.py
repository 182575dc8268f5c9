"""Two changes that claim the same words, however each is aligned: so that no tool can merge them by luck."""

from collections.abc import Callable
from random import Random

from rapidfuzz.distance import LCSseq

from tests.bench.generated.changes import Span, insert, insert_sentence, rewrite
from tests.bench.generated.clauses import Clause, Style, Words, phrase

Pair = Callable[[Random, Clause, Style], tuple[Span, Span] | None]


def clash(words: Words, one: Span, other: Span) -> bool:
    """Tell whether the least changes that make the same of the base still claim the same words, or the same place.

    Where one side's new words hold the other's, it may be the other's change and one more.
    """
    if LCSseq.similarity(one.new, other.new) == min(len(one.new), len(other.new)) > 0:
        return False
    return any(_meet(ours, theirs) for ours in least(words, one) for theirs in least(words, other) if ours != theirs)


def least(words: Words, span: Span) -> list[Span]:
    """Return the span as the fewest words changed: a longest common subsequence of it is kept."""
    old, new = words[span.start : span.stop], span.new
    longest = _lengths(old, new)
    out: list[Span] = []
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        start, new_start = i, j
        while (i < len(old) or j < len(new)) and not (i < len(old) and j < len(new) and old[i] == new[j]):
            if j == len(new) or (i < len(old) and longest[i + 1][j] >= longest[i][j + 1]):
                i += 1
            else:
                j += 1
        out.append(Span(span.start + start, span.start + i, new[new_start:j]))
    return out


def _lengths(old: Words, new: Words) -> list[list[int]]:
    out = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            out[i][j] = out[i + 1][j + 1] + 1 if old[i] == new[j] else max(out[i + 1][j], out[i][j + 1])
    return out


def _meet(one: Span, other: Span) -> bool:
    if one.start == one.stop and other.start == other.stop:
        return one.start == other.start
    if one.start == one.stop:
        return other.start < one.start < other.stop
    if other.start == other.stop:
        return one.start < other.start < one.stop
    return max(one.start, other.start) < min(one.stop, other.stop)


def two_replacements(rng: Random, clause: Clause, style: Style) -> tuple[Span, Span] | None:
    """Both put something else in a phrase's place, or one in the place of a word of it."""
    slots = [slot for slot in clause.slots if slot.part not in ("marks", "sentences", "numbers")]
    slot = rng.choice(slots)
    ours, theirs = phrase(rng, style, slot.part), phrase(rng, style, rng.choice((slot.part, "objects", "verbs")))
    if rng.random() < 0.4:
        at = rng.randrange(slot.start, slot.stop)
        return Span(slot.start, slot.stop, ours), Span(at, at + 1, theirs[:1])
    return Span(slot.start, slot.stop, ours), Span(slot.start, slot.stop, theirs)


def two_insertions(rng: Random, clause: Clause, style: Style) -> tuple[Span, Span] | None:
    """Both insert something else at one place: phrases or whole sentences."""
    change = insert if rng.random() < 0.8 else insert_sentence
    one, other = change(rng, clause, style), change(rng, clause, style)
    return (one[0], Span(one[0].start, one[0].start, other[0].new)) if one and other else None


def deleted_and_modified(rng: Random, clause: Clause, style: Style) -> tuple[Span, Span] | None:
    """One deletes some words, the other replaces a few of them."""
    start, stop = _some(rng, clause)
    at = rng.randrange(start + 1, stop - 1)
    new = phrase(rng, style, rng.choice(("objects", "verbs", "items")))
    return Span(start, stop, ()), Span(at, min(stop - 1, at + rng.randint(1, 4)), new)


def deleted_and_inserted(rng: Random, clause: Clause, style: Style) -> tuple[Span, Span] | None:
    """One deletes some words, the other inserts among them."""
    start, stop = _some(rng, clause)
    at = rng.randrange(start + 1, stop)
    return Span(start, stop, ()), Span(at, at, phrase(rng, style, rng.choice(("qualifiers", "adverbs", "items"))))


def deleted_within(rng: Random, clause: Clause, style: Style) -> tuple[Span, Span] | None:
    """One deletes some words, the other some of these."""
    start, stop = _some(rng, clause)
    at = rng.randrange(start + 1, stop - 1)
    return Span(start, stop, ()), Span(at, rng.randrange(at + 1, stop), ())


def partly(rng: Random, clause: Clause, style: Style) -> tuple[Span, Span] | None:
    """One deletes words, the other changes some of these and some behind them."""
    start = rng.randrange(len(clause.words) - 6)
    stop = start + rng.randint(3, 6)
    further = min(len(clause.words), stop + rng.randint(1, 6))
    new = phrase(rng, style, "qualifiers") if rng.random() < 0.7 else ()
    return Span(start, stop, ()), Span(rng.randrange(start + 1, stop), further, new)


def two_rewritings(rng: Random, clause: Clause, style: Style) -> tuple[Span, Span] | None:
    """Both write some phrases anew, beginning at different words."""
    one, other = rewrite(rng, clause, style)[0], rewrite(rng, clause, style)[0]
    start = rng.randrange(one.start, one.stop)
    return one, Span(start, min(len(clause.words), start + other.stop - other.start), other.new)


def _some(rng: Random, clause: Clause) -> tuple[int, int]:
    start = rng.randrange(len(clause.words) - 4)
    return start, min(len(clause.words), start + rng.randint(4, 20))


CLASHES: dict[str, Pair] = {
    "two-replacements": two_replacements,
    "two-insertions": two_insertions,
    "deleted-and-modified": deleted_and_modified,
    "deleted-and-inserted": deleted_and_inserted,
    "deleted-within": deleted_within,
    "partly": partly,
    "two-rewritings": two_rewritings,
}
