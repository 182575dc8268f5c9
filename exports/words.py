"""Runs cut into words: what stands between two blanks, whatever its setting, and the notes called in it.

A word is set so that a line never ends inside it: the text that a reader copies
out of the file, or a program takes from it, has the words of the rolling text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.text.runs import Mark, NoteReference, Run, Runs

LONGEST_KEPT_WHOLE = 56
_BREAKS_ANYWHERE_FROM = "\u0e00"
_BREAKS_ANYWHERE_TO = "\u109f"
_CJK_FROM = "\u2e80"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word in one setting; or, with ``note``, the number of a note called there."""

    text: str
    marks: frozenset[Mark]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """The pieces between two blanks; ``blank`` is what stands before them, with its setting."""

    blank: Piece | None
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The word as printed, note numbers included."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def may_break(self) -> bool:
        """Say whether a line could end inside the word, and the word is short enough to forbid that."""
        text = self.text
        if len(text) > LONGEST_KEPT_WHOLE or any(_breaks_anywhere(character) for character in text):
            return False
        return len(self.pieces) > 1 or not text.isalnum()


def words(runs: Runs, numbers: dict[str, int]) -> tuple[Word, ...]:
    """Return the words of ``runs``; ``numbers`` holds the printed notes' numbers by id, other calls are dropped."""
    out: list[Word] = []
    blank: Piece | None = None
    pieces: list[Piece] = []
    for piece in _pieces(runs, numbers):
        if not piece.text.isspace():
            pieces.append(piece)
            continue
        if pieces:
            out.append(Word(blank, tuple(pieces)))
        blank, pieces = piece, []
    return (*out, Word(blank, tuple(pieces))) if pieces else tuple(out)


def _pieces(runs: Runs, numbers: dict[str, int]) -> Iterator[Piece]:
    after_note = False
    for piece in runs:
        match piece:
            case NoteReference(note) if note in numbers:
                if after_note:
                    yield Piece(",", frozenset())
                yield Piece(str(numbers[note]), frozenset(), note)
                after_note = True
            case Run():
                yield from _parts(piece)
                after_note = False


def _parts(run: Run) -> Iterator[Piece]:
    for place, part in enumerate(run.text.split(" ")):
        if place:
            yield Piece(" ", run.marks)
        if part:
            yield Piece(part, run.marks)


def _breaks_anywhere(character: str) -> bool:
    return character >= _CJK_FROM or _BREAKS_ANYWHERE_FROM <= character <= _BREAKS_ANYWHERE_TO
