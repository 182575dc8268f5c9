"""Generated clauses with many amendments, for measuring time."""

from collections.abc import Iterator
from random import Random

from tests.bench.asking import Question
from tests.bench.generated.changes import made, several
from tests.bench.generated.clauses import Clause, Style, Words, build, phrase, written

LONG = Style("long", sentences=(4, 9))


def long_clause(rng: Random, least: int = 280) -> Clause:
    """Return a clause of about 300 words."""
    while True:
        clause = build(rng, LONG)
        if len(clause.words) >= least:
            return clause


def with_some_words_changed(count: int) -> Iterator[Question]:
    """Yield clauses of about 300 words and a text of each with 1 to 30 words changed, here and there."""
    rng = Random(11)
    for _ in range(count):
        clause = long_clause(rng)
        words = list(clause.words)
        for at in rng.sample(range(len(words)), rng.randint(1, 30)):
            words[at] = rng.choice((phrase(rng, LONG, "items")[-1], phrase(rng, LONG, "verbs")[0], ""))
        yield written(clause.words), written(tuple(words)), ""


def written_anew(count: int) -> Iterator[Question]:
    """Yield clauses of about 300 words and another clause in the place of each, in new words mostly."""
    rng = Random(12)
    for _ in range(count):
        clause, other = long_clause(rng), long_clause(rng)
        yield written(clause.words), written(_in_new_words(rng, other.words)), ""


def amended_clause(seed: int, amendments: int, least: int = 280) -> tuple[str, list[str]]:
    """Return a clause and texts of it with one to three changes each."""
    rng = Random(seed)
    clause = long_clause(rng, least)
    out: list[str] = []
    while len(out) < amendments:
        spans = several(rng, clause, LONG, rng.choice((1, 1, 2, 3)))
        if spans:
            out.append(written(made(clause.words, spans)))
    return written(clause.words), out


def _in_new_words(rng: Random, words: Words) -> Words:
    return tuple(
        f"{word}{rng.randrange(9)}" if word.strip().isalpha() and rng.random() < 0.7 else word for word in words
    )
