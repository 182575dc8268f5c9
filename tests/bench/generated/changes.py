"""Changes that a delegation makes to a generated clause, each as the spans of words it replaces."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.bench.generated.clauses import Clause, Slot, Style, Words, build, cut, phrase
from tests.bench.generated.vocabulary import VOCABULARIES


@dataclass(frozen=True, slots=True)
class Span:
    """Replace the words from ``start`` up to, not including, ``stop`` by ``new``."""

    start: int
    stop: int
    new: Words


Spans = tuple[Span, ...]
Change = Callable[[Random, Clause, Style], Spans]


def made(words: Words, spans: Spans) -> Words:
    """Return the words with the spans replaced; the spans are in order and apart."""
    out: list[str] = []
    at = 0
    for span in spans:
        out += words[at : span.start] + span.new
        at = span.stop
    return (*out, *words[at:])


def trimmed(words: Words, span: Span) -> Span:
    """Return the span without the words it leaves as they are at its ends."""
    start, stop, new = span.start, span.stop, span.new
    while start < stop and new and words[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < stop and new and words[stop - 1] == new[-1]:
        stop, new = stop - 1, new[:-1]
    return Span(start, stop, new)


def reach(words: Words, span: Span) -> tuple[int, int]:
    """Return the leftmost and the rightmost gap at which the same insertion or deletion gives the same text."""
    low, high = span.start, span.stop
    if (low < high) == bool(span.new):
        return low, high
    turning = span.new or words[low:high]
    size = len(turning)
    # Sliding by one word turns the pattern by one: its last word comes first.
    while low > 0 and words[low - 1] == turning[(low - 1 - span.start) % size]:
        low -= 1
    while high < len(words) and words[high] == turning[(high - span.stop) % size]:
        high += 1
    return low, high


def hull(words: Words, spans: Spans) -> tuple[int, int]:
    """Return the first and the last gap of the spans' reaches: what was moved can also be read as the rest moved."""
    reaches = [reach(words, span) for span in spans]
    return min(low for low, _ in reaches), max(high for _, high in reaches)


def of_part(rng: Random, clause: Clause, *parts: str) -> Slot | None:
    """Return a phrase that is one of these parts."""
    found = [slot for slot in clause.slots if slot.part in parts]
    return rng.choice(found) if found else None


def replace_phrase(rng: Random, clause: Clause, style: Style) -> Spans:
    """Put another phrase in a phrase's place, mostly one of the same part."""
    slot = of_part(
        rng, clause, "actors", "modals", "verbs", "objects", "qualifiers", "links", "openers", "items", "joins"
    )
    if slot is None:
        return ()
    part = slot.part if rng.random() < 0.75 else rng.choice(("objects", "qualifiers", "verbs"))
    return (Span(slot.start, slot.stop, phrase(rng, style, part)),)


def replace_word(rng: Random, clause: Clause, style: Style) -> Spans:
    """Put another word in any word's place."""
    at = rng.randrange(len(clause.words))
    return (Span(at, at + 1, phrase(rng, style, rng.choice(("verbs", "adverbs", "items", "modals")))[:1]),)


def replace_number(rng: Random, clause: Clause, style: Style) -> Spans:
    """Change a number."""
    found = [at for at, word in enumerate(clause.words) if any(letter.isdigit() for letter in word)]
    if not found:
        return ()
    at = rng.choice(found)
    blank = " " if clause.words[at].startswith(" ") else ""
    return (Span(at, at + 1, (f"{blank}{rng.randrange(100, 999)}",)),)


def insert(rng: Random, clause: Clause, style: Style) -> Spans:
    """Insert an adverb, a qualifier with or without its commas, or any phrase anywhere."""
    comma = cut(_comma(clause))
    kind = rng.random()
    if kind < 0.3:
        slot = of_part(rng, clause, "verbs")
        return (Span(slot.start, slot.start, phrase(rng, style, "adverbs")),) if slot else ()
    if kind < 0.85:
        slot = of_part(rng, clause, "objects", "qualifiers", "items", "actors")
        if slot is None:
            return ()
        words = phrase(rng, style, rng.choice(("qualifiers", "qualifiers", "objects")))
        before, after = rng.choice(((comma, ()), (comma, comma), ((), ()), (_conjunction(clause), ())))
        return (Span(slot.stop, slot.stop, (*before, *words, *after)),)
    at = rng.randrange(len(clause.words) + 1)
    return (Span(at, at, phrase(rng, style, rng.choice(("qualifiers", "adverbs", "objects", "joins")))),)


def insert_sentence(rng: Random, clause: Clause, style: Style) -> Spans:
    """Insert a whole sentence behind another."""
    slot = of_part(rng, clause, "sentences")
    if slot is None:
        return ()
    one = Style(style.name, style.language, style.phrases, style.lists, style.qualifiers, (1, 1))
    return (Span(slot.stop, slot.stop, build(rng, one).words),)


def delete(rng: Random, clause: Clause, style: Style) -> Spans:
    """Delete a phrase, a few words or many."""
    slot = of_part(rng, clause, "adverbs", "qualifiers", "objects", "joins", "numbers")
    if slot and rng.random() < 0.5:
        comma = slot.start > 0 and clause.words[slot.start - 1] == _comma(clause) and rng.random() < 0.6
        return (Span(slot.start - comma, slot.stop, ()),)
    start = rng.randrange(len(clause.words))
    return (Span(start, min(len(clause.words), start + rng.choice((1, 1, 2, 4, 9, 18))), ()),)


def add_item(rng: Random, clause: Clause, style: Style) -> Spans:
    """Add an item to a list: before or behind another, with a comma or the conjunction."""
    slot = of_part(rng, clause, "items")
    if slot is None:
        return ()
    item, comma = phrase(rng, style, "items"), cut(_comma(clause))
    kind = rng.randrange(3)
    if kind == 0:
        return (Span(slot.start, slot.start, (*item, *comma)),)
    return (Span(slot.stop, slot.stop, (*(comma if kind == 1 else _conjunction(clause)), *item)),)


def remove_item(rng: Random, clause: Clause, style: Style) -> Spans:
    """Take an item out of a list, with the mark before or behind it."""
    slot = of_part(rng, clause, "items")
    if slot is None:
        return ()
    if rng.random() < 0.5 and clause.words[slot.stop : slot.stop + 1] == cut(_comma(clause)):
        return (Span(slot.start, slot.stop + 1, ()),)
    return (Span(slot.start - 1, slot.stop, ()),)


def swap_items(rng: Random, clause: Clause, style: Style) -> Spans:
    """Let two items of one list change places."""
    slot = of_part(rng, clause, "items")
    if slot is None:
        return ()
    near = [each for each in clause.slots if each.part == "items" and 0 < each.start - slot.stop < 14]
    if not near:
        return ()
    other = rng.choice(near)
    first, second = clause.words[slot.start : slot.stop], clause.words[other.start : other.stop]
    return (Span(slot.start, slot.stop, second), Span(other.start, other.stop, first))


def punctuate(rng: Random, clause: Clause, style: Style) -> Spans:
    """Change punctuation only: a comma more or less, or another stop."""
    slot = of_part(rng, clause, "marks")
    kind = rng.random()
    if slot is None or kind < 0.4:
        where = of_part(rng, clause, "objects", "items", "qualifiers", "actors")
        return (Span(where.stop, where.stop, cut(_comma(clause))),) if where else ()
    if clause.words[slot.start].strip() in ".。":
        return (Span(slot.start, slot.stop, (rng.choice(";:"),)),)
    return (Span(slot.start, slot.stop, ()),)


def rewrite(rng: Random, clause: Clause, style: Style) -> Spans:
    """Put new phrases in the place of several, wherever they begin and end."""
    start = rng.randrange(len(clause.words))
    stop = min(len(clause.words), start + rng.randrange(3, 16))
    new: Words = ()
    for _ in range(rng.randint(1, 3)):
        new += phrase(rng, style, rng.choice(("verbs", "objects", "qualifiers", "joins", "actors")))
    return (Span(start, stop, new),)


def repeat(rng: Random, clause: Clause, style: Style) -> Spans:
    """Insert again the words that stand before or behind a place, so that it cannot be told which ones are new."""
    at = rng.randrange(1, len(clause.words))
    size = rng.randint(1, 3)
    near = clause.words[max(0, at - size) : at] if rng.random() < 0.5 else clause.words[at : at + size]
    return (Span(at, at, near),)


def move_sentence(rng: Random, clause: Clause, style: Style) -> Spans:
    """Let a sentence stand elsewhere."""
    sentences = [slot for slot in clause.slots if slot.part == "sentences"]
    if len(sentences) < 3:
        return ()
    one, other = rng.sample(range(len(sentences)), 2)
    if other in (one, one - 1):
        return ()
    taken, place = sentences[one], sentences[other].stop
    cutting = Span(taken.start, taken.stop, ())
    putting = Span(place, place, clause.words[taken.start : taken.stop])
    return (cutting, putting) if taken.start < place else (putting, cutting)


COMMON: tuple[Change, ...] = (
    replace_phrase, replace_phrase, replace_word, replace_number, insert, insert, insert_sentence, delete, delete,
    add_item, remove_item, punctuate, rewrite,
)  # fmt: skip
"""What a delegation does mostly; moves are drawn by themselves, since they reach over what they pass."""


def several(rng: Random, clause: Clause, style: Style, count: int) -> Spans:
    """Return up to ``count`` changes of one delegation, in order, with a kept word between each two."""
    out: Spans = ()
    for _ in range(count * 6):
        new = cleaned(clause.words, rng.choice(COMMON)(rng, clause, style))
        if new and distance(clause.words, out, new) >= 1:
            out = tuple(sorted(out + new, key=lambda span: span.start))
            count -= 1
            if count <= 0:
                break
    return out


def cleaned(words: Words, spans: Spans) -> Spans:
    """Return the spans without what they leave as it is; nothing where one changes nothing."""
    out = tuple(trimmed(words, span) for span in spans)
    return () if any(span.start == span.stop and not span.new for span in out) else out


def distance(words: Words, ours: Spans, theirs: Spans) -> int:
    """Return how many words at least are kept between the reaches of two sides; 0 or less where they meet."""
    ends = [(reach(words, our), reach(words, their)) for our in ours for their in theirs]
    return min((max(one[0] - other[1], other[0] - one[1]) for one, other in ends), default=len(words))


def _comma(clause: Clause) -> str:
    return {"ar": "،", "zh": "，"}.get(clause.language, ",")


def _conjunction(clause: Clause) -> Words:
    return cut(VOCABULARIES[clause.language].conjunction)
