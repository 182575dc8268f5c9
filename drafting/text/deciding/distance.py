"""How far an amendment is removed from the present text: what kind of change, and how many words."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from drafting.text.deciding.document_graph import Act
from drafting.text.edits import Edits
from drafting.text.tokens import Tokens

Word = tuple[str, str]


class Removal(StrEnum):
    """What an amendment does to the present text; the first member is furthest removed from it."""

    DELETES_CLAUSE = "deletes-clause"
    DELETES = "deletes"
    REPLACES = "replaces"
    INSERTS = "inserts"
    KEEPS_WORDS = "keeps-words"
    JOINS_CLAUSES = "joins-clauses"
    SPLITS_CLAUSE = "splits-clause"
    MOVES_CLAUSE = "moves-clause"
    INSERTS_CLAUSE = "inserts-clause"

    @classmethod
    def of(cls, act: Act) -> "Removal":
        """Return what an operation on a whole clause does."""
        return _OF_ACT[act]

    @property
    def is_of_clauses(self) -> bool:
        """Whether it leaves the words of the present text as they are and changes whole clauses."""
        return self.rank > self.KEEPS_WORDS.rank

    @property
    def rank(self) -> int:
        """The place among the members."""
        return _RANKS[self]


_RANKS = {removal: rank for rank, removal in enumerate(Removal)}
_OF_ACT = {
    Act.DELETE: Removal.DELETES_CLAUSE,
    Act.JOIN: Removal.JOINS_CLAUSES,
    Act.SPLIT: Removal.SPLITS_CLAUSE,
    Act.MOVE: Removal.MOVES_CLAUSE,
    Act.INSERT: Removal.INSERTS_CLAUSE,
}


@dataclass(frozen=True, slots=True)
class Distance:
    """What an amendment does, and to how many words; punctuation marks are not counted."""

    removal: Removal
    taken_away: int = 0
    put_in: int = 0


def distance(base: Tokens, edits: Edits) -> Distance:
    """Return how far an amendment of ``base`` is removed from it.

    A word that comes back in the same edit is neither taken away nor put in.
    """
    gone: list[Word] = []
    come: list[Word] = []
    for edit in edits:
        old, new = _words_of(base[edit.start : edit.stop]), _words_of(edit.new)
        if not set(old).isdisjoint(new):
            old, new = list((Counter(old) - Counter(new)).elements()), list((Counter(new) - Counter(old)).elements())
        gone += old
        come += new
    return Distance(_removal(base, edits, gone, come), _number(gone), _number(come))


def in_plain_words(distance: Distance) -> str:
    """Return what the amendment does, as the end of a sentence: "takes 2 words of the present text away"."""
    taken, put = distance.taken_away, distance.put_in
    match distance.removal:
        case Removal.DELETES:
            return f"takes {_words(taken)} of the present text away" if taken else "takes punctuation away"
        case Removal.REPLACES if taken and put:
            return f"replaces {_words(taken)} of the present text with {put}"
        case Removal.REPLACES if taken:
            return f"takes {_words(taken)} of the present text away and changes punctuation"
        case Removal.REPLACES:
            return f"changes punctuation and puts {_words(put)} in" if put else "changes punctuation only"
        case Removal.INSERTS:
            return f"takes nothing away and puts {_words(put) if put else 'punctuation'} in"
        case other:
            return _SAID[other]


_SAID = {
    Removal.DELETES_CLAUSE: "deletes the whole clause",
    Removal.KEEPS_WORDS: "changes no word",
    Removal.JOINS_CLAUSES: "makes one clause of two",
    Removal.SPLITS_CLAUSE: "makes two clauses of one",
    Removal.MOVES_CLAUSE: "moves the clause",
    Removal.INSERTS_CLAUSE: "inserts a new clause",
}


def _removal(base: Tokens, edits: Edits, gone: list[Word], come: list[Word]) -> Removal:
    if len(edits) == 1 and edits[0].deletes and len(base) == edits[0].stop - edits[0].start:
        return Removal.DELETES_CLAUSE
    if gone:
        return Removal.REPLACES if come else Removal.DELETES
    return Removal.INSERTS if come else Removal.KEEPS_WORDS


def _words_of(tokens: Tokens) -> list[Word]:
    return [(token.word, token.note) for token in tokens]


def _number(found: list[Word]) -> int:
    return sum(any(map(str.isalnum, word)) for word, _ in found)


def _words(number: int) -> str:
    return "1 word" if number == 1 else f"{number} words"
