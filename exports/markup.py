"""Words as HTML: escaped, with their italics and bold, their note calls linked, and whole words kept on one line.

What keeps a word whole is the word joiner, which is neither seen nor written into the file. (Of a box with
``white-space: nowrap`` WeasyPrint sometimes leaves the line before it almost empty.)
"""

from collections.abc import Set
from dataclasses import replace
from itertools import groupby

from markupsafe import Markup

from drafting.text.runs import Mark, Runs
from exports.words import Piece, Word, words

JOINER = "\u2060"
_TAGS = {Mark.EMPHASIS: "em", Mark.STRONG: "strong"}


class Setter:
    """Sets the clauses of one document; remembers which notes were called, for the links back.

    Args:
        numbers: The printed notes' numbers by the id of the note's clause.
    """

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers
        self._called: set[str] = set()

    @property
    def called(self) -> Set[str]:
        """The notes called so far."""
        return self._called

    def words(self, runs: Runs) -> Markup:
        """Return the clause's words as HTML."""
        pieces: list[Piece] = []
        for word in words(runs, self._numbers):
            pieces += [word.blank] if word.blank else []
            pieces += _kept_whole(word) if word.may_break else word.pieces
        out = Markup("")
        for (marks, note), group in groupby(pieces, key=lambda piece: (piece.marks, piece.note)):
            text = "".join(piece.text for piece in group)
            out += self._call(note, text) if note is not None else _marked(text, marks)
        return out

    def _call(self, note: str, number: str) -> Markup:
        first = note not in self._called
        self._called.add(note)
        anchor = Markup(' id="call-{}"').format(number) if first else Markup("")
        return Markup('<a class="call" href="#note-{}"{}>{}</a>').format(number, anchor, number)


def _kept_whole(word: Word) -> list[Piece]:
    last = len(word.pieces) - 1
    return [
        # A note's number links to the note: the joiners stand outside it.
        piece
        if piece.note
        else replace(piece, text=JOINER * (place > 0) + _joined(piece.text) + JOINER * (place < last))
        for place, piece in enumerate(word.pieces)
    ]


def _joined(text: str) -> str:
    return "".join(
        JOINER + character if place and not (character.isalnum() and text[place - 1].isalnum()) else character
        for place, character in enumerate(text)
    )


def _marked(text: str, marks: frozenset[Mark]) -> Markup:
    out = Markup.escape(text)
    for mark in sorted(marks):
        out = Markup("<{0}>{1}</{0}>").format(Markup(_TAGS[mark]), out)  # noqa: S704
    return out
