"""What of a view is printed, and in what nesting: deleted clauses left out, subparagraphs under their paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass

from drafting.view.document import ClauseView, DocumentView, NoteView


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A printed clause and the printed clauses under it, in document order."""

    clause: ClauseView
    below: tuple["Paragraph", ...]


def paragraphs(view: DocumentView) -> tuple[Paragraph, ...]:
    """Return the printed clauses as a forest; a clause whose parent is not printed stands one step higher."""
    return _forest([clause for clause in view.clauses if not clause.deleted])


def notes(view: DocumentView) -> tuple[NoteView, ...]:
    """Return the printed notes, by number."""
    return tuple(note for note in view.notes if not note.clause.deleted)


def note_numbers(view: DocumentView) -> dict[str, int]:
    """Return the numbers of the printed notes, by the id of the note's clause."""
    return {note.clause.id: note.number for note in notes(view)}


def in_order(forest: Iterable[Paragraph]) -> Iterable[ClauseView]:
    """Yield the clauses of a forest in document order."""
    for paragraph in forest:
        yield paragraph.clause
        yield from in_order(paragraph.below)


def _forest(clauses: list[ClauseView]) -> tuple[Paragraph, ...]:
    out: list[Paragraph] = []
    position = 0
    while position < len(clauses):
        stop = position + 1
        while stop < len(clauses) and clauses[stop].depth > clauses[position].depth:
            stop += 1
        out.append(Paragraph(clauses[position], _forest(clauses[position + 1 : stop])))
        position = stop
    return tuple(out)
