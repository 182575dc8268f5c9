"""Texts within the limits that are made to cost much."""

from collections.abc import Iterator
from random import Random

from tests.bench.asking import Question

LIMIT = 10_000
"""Tokens a clause may have; 64 KiB is the other limit."""


def hostile() -> Iterator[tuple[str, Question]]:
    """Yield what each is, a clause, and two texts of it."""
    rng = Random(7)
    yield "one letter 10,000 times in one word", ("a" * LIMIT, "a" * (LIMIT - 1), "b" + "a" * (LIMIT - 1))
    yield "one word 10,000 times", (_said(["a"] * LIMIT), _said(["a"] * 9_000), _said(["a"] * 5_000 + ["b"] * 5_000))
    yield "two words in turn", (_said(["a", "b"] * 5_000), _said(["b", "a"] * 5_000), _said(["a", "b"] * 4_000))
    yield (
        "two words by chance, 10,000 of them",
        (_chance(rng, "ab", LIMIT), _chance(rng, "ab", LIMIT), _chance(rng, "ab", LIMIT)),
    )
    yield (
        "ten words by chance, 10,000 of them",
        (
            _chance(rng, "abcdefghij", LIMIT),
            _chance(rng, "abcdefghij", LIMIT),
            _chance(rng, "abcdefghij", LIMIT),
        ),
    )
    yield (
        "two words by chance, 300 of them",
        (_chance(rng, "ab", 300), _chance(rng, "ab", 300), _chance(rng, "ab", 300)),
    )
    yield "nothing in common, 10,000 words", (_numbers("a", LIMIT), _numbers("b", LIMIT), _numbers("c", LIMIT))
    yield "nothing in common, 300 words", (_numbers("a", 300), _numbers("b", 300), _numbers("c", 300))
    yield (
        "every second word gone",
        (
            _numbers("", LIMIT),
            _said(str(at) for at in range(0, LIMIT, 2)),
            _said(str(at) for at in range(1, LIMIT, 2)),
        ),
    )
    yield "100 words anew, four kept, and again", (_islands("a"), _islands("b"), _islands("c"))
    yield (
        "words said twice",
        (_said(["a", "a", "b", "b"] * 2_500), _said(["a", "b", "b", "a"] * 2_500), _said(["b"] * LIMIT)),
    )
    yield "10,000 commas", ("," * LIMIT, "," * 9_999, ";" + "," * 9_998)
    yield "10,000 Han characters", ("约" * LIMIT, "约" * 9_000, "定" + "约" * 9_000)
    yield (
        "30,000 combining marks on a letter",
        ("a" + "\u0323" * 30_000, "a" + "\u0323" * 29_999, "b" + "\u0323" * 30_000),
    )


def _said(words: object) -> str:
    return " ".join(words)  # type: ignore[arg-type]


def _chance(rng: Random, words: str, count: int) -> str:
    return _said(rng.choice(words) for _ in range(count))


def _numbers(letter: str, count: int) -> str:
    return _said(f"{letter}{at}" for at in range(count))


def _islands(letter: str) -> str:
    return _said(word for part in range(95) for word in [f"{letter}{part}"] * 50 + ["it", "is", "so", f"s{part}"])
