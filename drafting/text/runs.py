"""Runs: the text of a clause as it is stored, shown and sent.

Offsets never leave a program: JavaScript counts UTF-16 units, Python code points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from drafting.errors import InvalidTextError


class Mark(StrEnum):
    """How a run is set: italic (``em``) or bold (``strong``)."""

    EMPHASIS = "em"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one setting; ``text`` is never empty in the normal form."""

    text: str
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The place where a note is called; ``note`` is the id of the note's clause."""

    note: str


Piece = Run | NoteReference
Runs = tuple[Piece, ...]


def plain(runs: Runs) -> str:
    """Return the words alone, without marks and note references."""
    return "".join(piece.text for piece in runs if isinstance(piece, Run))


def joined(runs: Sequence[Piece]) -> Runs:
    """Return the same text with neighbouring runs of one setting made one, empty runs dropped."""
    out: list[Piece] = []
    words: list[str] = []
    marks: frozenset[Mark] = frozenset()
    for piece in runs:
        goes_on = isinstance(piece, Run) and (piece.marks == marks or not piece.text)
        if words and not goes_on:
            out.append(Run("".join(words), marks))
            words = []
        if isinstance(piece, NoteReference):
            out.append(piece)
        elif piece.text:
            words.append(piece.text)
            marks = piece.marks
    return (*out, Run("".join(words), marks)) if words else tuple(out)


def to_wire(runs: Runs) -> list[dict[str, Any]]:
    """Return the runs as JSON: ``{"t": words, "m": [marks]}`` or ``{"fn": note id}``."""
    return [_piece_to_wire(piece) for piece in runs]


def from_wire(wire: object) -> Runs:
    """Read runs from JSON made by ``to_wire`` or sent by the editor.

    Raises:
        InvalidTextError: The JSON is not a list of runs.
    """
    if not isinstance(wire, list):
        raise InvalidTextError("The text was not sent as a list of runs. Reload the page and try again.")
    return joined([_piece_from_wire(item) for item in wire])


def _piece_to_wire(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, NoteReference):
        return {"fn": piece.note}
    return {"t": piece.text} | ({"m": sorted(piece.marks)} if piece.marks else {})


def _piece_from_wire(item: object) -> Piece:
    match item:
        case {"fn": str(note)}:
            return NoteReference(note)
        case {"t": str(text), "m": list(names)}:
            return Run(text, _marks(names))
        case {"t": str(text), **rest} if "m" not in rest:
            return Run(text)
        case _:
            raise InvalidTextError("A part of the text was not sent as a run. Reload the page and try again.")


def _marks(names: list[Any]) -> frozenset[Mark]:
    try:
        return frozenset(Mark(name) for name in names)
    except (ValueError, TypeError) as error:
        raise InvalidTextError("A run is set in a way the tool does not know. Use italics or bold.") from error
