"""Words as HTML: escaped, with their italics and bold, their note calls linked, and whole words kept on one line."""

from collections.abc import Iterable, Set
from itertools import groupby

from markupsafe import Markup

from drafting.text.runs import Mark, Runs
from exports.words import Piece, Word, words

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
        out = Markup("")
        loose: list[Piece] = []
        for word in words(runs, self._numbers):
            loose += [word.blank] if word.blank else []
            if word.may_break:
                out += self._settings(loose) + self._whole(word)
                loose = []
            else:
                loose += word.pieces
        return out + self._settings(loose)

    def _whole(self, word: Word) -> Markup:
        return Markup('<span class="word">{}</span>').format(self._settings(word.pieces))

    def _settings(self, pieces: Iterable[Piece]) -> Markup:
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


def _marked(text: str, marks: frozenset[Mark]) -> Markup:
    out = Markup.escape(text)
    for mark in sorted(marks):
        out = Markup("<{0}>{1}</{0}>").format(Markup(_TAGS[mark]), out)  # noqa: S704
    return out
