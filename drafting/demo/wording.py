"""From a delegation's few words to the whole clause as it proposes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from drafting.errors import InvalidTextError
from drafting.text.runs import Mark, NoteReference, Piece, Run, Runs, joined, plain


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Replace the words ``old``, which stand once in the clause, by ``new``."""

    old: str
    new: str


def proposed(runs: Runs, edits: Iterable[WordEdit]) -> Runs:
    """Return the clause with all edits made; what is kept keeps its marks and its note references.

    New words are set as the words they replace, or as the word before them. A note called within
    replaced words goes with them.

    Raises:
        InvalidTextError: The old words of an edit do not stand exactly once in the clause.
    """
    pieces = _spread(runs)
    for edit in edits:
        pieces = _replaced(pieces, edit)
    return joined(pieces)


def written(text: str) -> Runs:
    """Return runs for a text in which stars set words in italics.

    >>> written("*Urges* all")
    (Run(text='Urges', marks=frozenset({<Mark.EMPHASIS: 'em'>})), Run(text=' all', marks=frozenset()))
    """
    italic = frozenset({Mark.EMPHASIS})
    return joined([Run(part, italic if index % 2 else frozenset()) for index, part in enumerate(text.split("*"))])


def _spread(runs: Runs) -> list[Piece]:
    """Return the runs with one piece a character."""
    out: list[Piece] = []
    for piece in runs:
        out += [piece] if isinstance(piece, NoteReference) else [Run(sign, piece.marks) for sign in piece.text]
    return out


def _replaced(pieces: Sequence[Piece], edit: WordEdit) -> list[Piece]:
    text = plain(tuple(pieces))
    if text.count(edit.old) != 1:
        raise InvalidTextError(
            f"The words “{edit.old}” stand {text.count(edit.old)} times in the clause “{text[:60]}…”. "
            "Quote words that stand in it once."
        )
    head = _shared(edit.old, edit.new)
    tail = _shared(edit.old[head:][::-1], edit.new[head:][::-1])
    start = text.index(edit.old) + head
    stop = start + len(edit.old) - head - tail
    new = edit.new[head : len(edit.new) - tail]
    return _with_new(pieces, start, stop, new)


def _shared(one: str, other: str) -> int:
    """Return how many characters the two texts open with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _with_new(pieces: Sequence[Piece], start: int, stop: int, new: str) -> list[Piece]:
    """Return the pieces with the characters from ``start`` to ``stop`` replaced, note references not counted."""
    places = [place for place, piece in enumerate(pieces) if isinstance(piece, Run)]
    like = pieces[places[start if stop > start or not start else start - 1]]
    marks = like.marks if isinstance(like, Run) else frozenset()
    first = places[start - 1] + 1 if start and stop == start else places[start]
    last = places[stop - 1] + 1 if stop > start else first
    return [*pieces[:first], *_spread((Run(new, marks),)), *pieces[last:]]
