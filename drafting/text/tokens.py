"""Tokens: a clause cut into words and punctuation marks, each carrying its own leading blank and its marks."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from drafting.text.classes import BLANK, EXTEND, INNER, LETTER, SOLO
from drafting.text.runs import Mark, NoteReference, Piece, Run, Runs, joined

Setting = tuple[int, frozenset[Mark]]

PLAIN: frozenset[Mark] = frozenset()

_INNER = "".join(map(re.escape, sorted(INNER)))
_TOKEN = re.compile(rf"[{SOLO}][{EXTEND}]*|[{LETTER}]+(?:[{_INNER}][{LETTER}]+)*|[^{BLANK}][{EXTEND}]*")
_BEGINS_SOLO = re.compile(rf"[{SOLO}]")
_CHUNK = re.compile(rf"[^{BLANK}]+")


class Token(NamedTuple):
    """A word, a punctuation mark or a note reference.

    ``text`` begins with a blank where one stands before the word; of a note reference it is that
    blank or nothing, and ``note`` is the note's id. ``settings`` gives length in code points and
    marks of each piece of the word, blank left out; it is empty where the whole word is plain.
    A named tuple, not a dataclass: a diff hashes and compares thousands of them.
    """

    text: str
    settings: tuple[Setting, ...] = ()
    note: str = ""

    @property
    def word(self) -> str:
        """The text without its leading blank."""
        return self.text.removeprefix(" ")


Tokens = tuple[Token, ...]


def tokenise(runs: Runs) -> Tokens:
    """Cut runs into tokens; any stretch of white space counts as one blank.

    The first token carries a blank, as if words stood before it, unless it is a note reference or
    belongs to a script written without blanks: so a word put before it does not change it.

    Laws: ``tokenise(runs_of(tokens)) == tokens`` for tokens made here, and the marks of a blank
    do not matter.
    """
    out: list[Token] = []
    blank = False
    for is_note, pieces in groupby(runs, key=lambda piece: isinstance(piece, NoteReference)):
        if is_note:
            for piece in pieces:
                out.append(Token(" " if blank and out else "", (), piece.note))  # type: ignore[union-attr]
                blank = False
        else:
            blank = _append_words(out, list(pieces), blank)  # type: ignore[arg-type]
    return tuple(out)


def runs_of(tokens: Sequence[Token]) -> Runs:
    """Return the runs in normal form; a blank bears the marks that both its neighbours share."""
    return in_place(tokens, None)


def in_place(tokens: Sequence[Token], before: Token | None) -> Runs:
    """Return the runs of tokens that follow ``before``, or that begin the text where it is None."""
    if not any(token.settings or token.note for token in tokens):
        words = "".join([token.text for token in tokens])
        return joined([Run(words.removeprefix(" ") if before is None else words)])
    out: list[Piece] = []
    plain: list[str] = []
    for token in tokens:
        text, settings, note = token
        if before is None:
            text = token.word
        elif text[:1] == " " and (settings or before.settings):
            out += [Run("".join(plain)), Run(" ", _marks_at(before, -1) & _marks_at(token, 0))]
            plain, text = [], token.word
        if settings:
            out += [Run("".join(plain)), *_pieces(text, settings)]
            plain = []
        else:
            plain.append(text)
        if note:
            out += [Run("".join(plain)), NoteReference(note)]
            plain = []
        before = token
    return joined([*out, Run("".join(plain))])


def plain_words(tokens: Sequence[Token]) -> str:
    """Return the words of some tokens without marks, note references and outer blanks."""
    return "".join(token.text for token in tokens).strip()


def fuses(left: Token, middle: Token, right: Token) -> bool:
    """Tell whether three neighbouring tokens would be read again as fewer ("a", "-", "b": "a-b")."""
    if left.note or right.note or right.text[:1] == " " or middle.text not in INNER:
        return False
    return len(_cut(left.word + middle.text + right.text)) < len((left, middle, right))


def _append_words(out: list[Token], runs: list[Run], blank: bool) -> bool:
    text = "".join(run.text for run in runs)
    settings = _Settings(runs) if any(run.marks for run in runs) else None
    end = 0
    for chunk in _CHUNK.finditer(text):
        start, end = chunk.span()
        begins = blank or start > 0 if out else not _BEGINS_SOLO.match(chunk[0])
        if settings:
            for word in _cut(chunk[0]):
                out.append(Token(" " + word if begins else word, settings.of(start, len(word))))
                start += len(word)
                begins = False
        else:
            out += _plain_tokens(chunk[0], begins)
        blank = False
    return blank or end < len(text)


class _Settings:
    """Reads the settings of words from left to right."""

    def __init__(self, runs: list[Run]) -> None:
        self._spans: list[tuple[int, frozenset[Mark]]] = []
        stop = 0
        for run in runs:
            stop += len(run.text)
            self._spans.append((stop, run.marks))
        self._next = 0

    def of(self, start: int, length: int) -> tuple[Setting, ...]:
        pieces: list[Setting] = []
        stop = start + length
        while start < stop:
            while self._spans[self._next][0] <= start:
                self._next += 1
            end, marks = self._spans[self._next]
            size = min(end, stop) - start
            if pieces and pieces[-1][1] == marks:
                pieces[-1] = (pieces[-1][0] + size, marks)
            else:
                pieces.append((size, marks))
            start += size
        return () if pieces == [(length, PLAIN)] else tuple(pieces)


@lru_cache(maxsize=20_000)
def _cut(chunk: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(chunk))


@lru_cache(maxsize=20_000)
def _plain_tokens(chunk: str, begins: bool) -> tuple[Token, ...]:
    first, *others = _cut(chunk)
    return Token(" " + first if begins else first), *map(Token, others)


def _pieces(word: str, settings: tuple[Setting, ...]) -> Iterator[Run]:
    for size, marks in settings:
        yield Run(word[:size], marks)
        word = word[size:]


def _marks_at(token: Token, end: int) -> frozenset[Mark]:
    return token.settings[end][1] if token.settings else PLAIN
