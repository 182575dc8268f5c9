"""Generated cases whose truth is known because the changes are: spans apart must merge, spans that overlap must not."""

from collections.abc import Iterator
from random import Random

from rapidfuzz.distance import LCSseq

from tests.bench.case import Case, Expect
from tests.bench.generated.changes import Spans, made
from tests.bench.generated.clauses import Clause, Style, Words, build, written
from tests.bench.generated.kinds import KINDS, Drawn

STYLES = (
    Style("plain"),
    Style("plain"),
    Style("repetitive", phrases=3, qualifiers=0.9),
    Style("enumerations", phrases=9, lists=0.95, sentences=(1, 3)),
    Style("short", sentences=(1, 2), lists=0.2),
    *(Style(language, language) for language in ("fr", "es", "ru", "ar", "zh", "tg")),
)


def generate(seed: int, count: int, styles: tuple[Style, ...] = STYLES) -> Iterator[Case]:
    """Yield cases of every kind and style by chance; the same seed gives the same ones."""
    rng = Random(seed)
    names, weights = list(KINDS), [weight for _, weight in KINDS.values()]
    made_so_far = 0
    while made_so_far < count:
        name, style = rng.choices(names, weights)[0], rng.choice(styles)
        draw, _ = KINDS[name]
        # A kind that needs luck is tried again, so that the weights hold.
        for _ in range(200):
            clause = build(rng, style)
            drawn = draw(rng, clause, style)
            case = drawn and _case(f"{name}-{style.name}-{seed}-{made_so_far + 1}", name, clause, drawn)
            if case:
                made_so_far += 1
                yield case
                break


def _case(id_: str, kind: str, clause: Clause, drawn: Drawn) -> Case | None:
    base, a, b = (written(made(clause.words, spans)) for spans in ((), drawn.ours, drawn.theirs))
    if base == a or not (a and b) or (a == b) != (drawn.ours == drawn.theirs):
        return None
    clear = _least(clause.words, drawn.ours) and _least(clause.words, drawn.theirs)
    if drawn.expect is Expect.CONFLICT:
        return Case(id_, kind, base, a, b, drawn.expect, None, drawn.also) if clear else None
    both = written(made(clause.words, _union(drawn.ours, drawn.theirs)))
    also = drawn.also if clear else (*drawn.also, "conflict")
    return Case(id_, kind, base, a, b, drawn.expect, both, also)


def _union(ours: Spans, theirs: Spans) -> Spans:
    return tuple(sorted({*ours, *theirs}, key=lambda span: (span.start, span.stop)))


def _least(words: Words, spans: Spans) -> bool:
    """Tell whether no smaller change gives the same text; with one, it cannot be known which was meant."""
    each = sum(LCSseq.similarity(words[span.start : span.stop], span.new) - (span.stop - span.start) for span in spans)
    return LCSseq.similarity(words, made(words, spans)) == len(words) + each
