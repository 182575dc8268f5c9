"""Generated clauses: tokens, and the stretches of them that were put in as one phrase."""

import re
from dataclasses import dataclass
from random import Random

from tests.bench.generated.vocabulary import VOCABULARIES, Vocabulary

Words = tuple[str, ...]
"""Words and punctuation marks, each with its leading blank."""

_WORD = re.compile(r" ?(?:[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])\w)+(?:['’-](?:(?![\u3400-\u9fff])\w)+)*|[^\w\s])")


@dataclass(frozen=True, slots=True)
class Slot:
    """One phrase: what part of the clause it is, and the words from ``start`` up to, not including, ``stop``."""

    part: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and its phrases in order."""

    words: Words
    slots: tuple[Slot, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Style:
    """How clauses are built: fewer ``phrases`` a part means more repetition; ``lists`` is how often one is put in."""

    name: str
    language: str = "en"
    phrases: int = 99
    lists: float = 0.35
    qualifiers: float = 0.6
    sentences: tuple[int, int] = (1, 5)


def cut(text: str) -> Words:
    """Cut a text into words and punctuation marks with their leading blanks."""
    return tuple(_WORD.findall(text))


def written(words: Words) -> str:
    """Return the text of the words."""
    return "".join(words).strip()


def phrase(rng: Random, style: Style, part: str) -> Words:
    """Return one of the phrases for a part of a clause, as it stands after another word."""
    vocabulary = VOCABULARIES[style.language]
    found: str = rng.choice(getattr(vocabulary, part)[: style.phrases])
    text = found.format(rng.randrange(2, 99)) if "{}" in found else found
    blank = "" if style.language == "zh" or text[0] in ",،，" else " "
    return cut(blank + text)


def build(rng: Random, style: Style) -> Clause:
    """Return a clause of 20 to 330 words in this style."""
    while True:
        clause = _Builder(rng, style).built()
        if 20 <= len(clause.words) <= 330:
            return clause


class _Builder:
    def __init__(self, rng: Random, style: Style) -> None:
        self.rng, self.style = rng, style
        self.vocabulary: Vocabulary = VOCABULARIES[style.language]
        self.words: list[str] = []
        self.slots: list[Slot] = []

    def built(self) -> Clause:
        for number in range(self.rng.randint(*self.style.sentences)):
            start = len(self.words)
            self.sentence(first=number == 0)
            self.slots.append(Slot("sentences", start, len(self.words)))
        return Clause(tuple(self.words), tuple(self.slots), self.style.language)

    def sentence(self, *, first: bool) -> None:
        self.part("openers" if first else "links")
        if not first:
            self.mark(self.vocabulary.comma)
        self.part("actors")
        self.part("modals")
        for further in range(self.rng.choice((1, 1, 2, 3))):
            if further:
                self.part("joins")
            self.predicate()
        self.mark(self.vocabulary.stop)

    def predicate(self) -> None:
        if self.rng.random() < 0.3:
            self.part("adverbs")
        self.part("verbs")
        self.part("objects")
        if self.rng.random() < self.style.lists:
            self.part("introductions")
            self.enumeration()
        for _ in range(2):
            if self.rng.random() < self.style.qualifiers:
                if self.rng.random() < 0.7:
                    self.mark(self.vocabulary.comma)
                self.part("qualifiers" if self.rng.random() < 0.8 else "numbers")

    def enumeration(self) -> None:
        items = self.vocabulary.items[: max(8, self.style.phrases)]
        chosen = self.rng.sample(items, self.rng.randint(2, 6))
        for at, _ in enumerate(chosen):
            if at == len(chosen) - 1:
                self.mark(self.vocabulary.conjunction)
            elif at:
                self.mark(self.vocabulary.comma)
            blank = "" if self.style.language == "zh" else " "
            self.slot("items", cut(blank + chosen[at]))

    def part(self, name: str) -> None:
        self.slot(name, phrase(self.rng, self.style, name))

    def mark(self, text: str) -> None:
        self.slot("marks", cut(text))

    def slot(self, part: str, words: Words) -> None:
        self.slots.append(Slot(part, len(self.words), len(self.words) + len(words)))
        self.words += words
