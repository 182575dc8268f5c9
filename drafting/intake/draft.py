"""What a file was understood to say, before anything of it is kept: a draft of clauses and notes."""

from dataclasses import dataclass

from drafting.rules.kinds import ClauseKind, Form
from drafting.text.runs import Runs


@dataclass(frozen=True, slots=True)
class ReadClause:
    """One clause as it was read.

    ``key`` names it within this draft ("c1", "c2" … in document order, or "m2" for a line that was
    taken out of the masthead); ``parent`` is the key of the paragraph it stands under. A
    ``NoteReference`` in ``runs`` carries the note's number as the file writes it. ``marker`` is
    what stood before the words ("7 bis.", "(a)", "–" or nothing) and is no part of them.
    """

    key: str
    parent: str | None
    kind: ClauseKind
    runs: Runs
    marker: str = ""


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A footnote as it was read; ``number`` is what the file calls it by."""

    number: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A whole file as it was read.

    ``masthead`` holds the lines above the text, in order; their keys are "m1", "m2" …
    ``clauses`` stand in document order, parents before their children. ``warnings`` are
    sentences for the secretariat.
    """

    form: Form
    masthead: tuple[str, ...]
    clauses: tuple[ReadClause, ...]
    notes: tuple[ReadNote, ...]
    warnings: tuple[str, ...]


def masthead_key(index: int) -> str:
    """Return the key of the masthead line at ``index``, counted from 0: "m1" is the first."""
    return f"m{index + 1}"
