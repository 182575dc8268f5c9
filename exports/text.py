"""The rolling text as plain text, word for word as the PDF prints it."""

from drafting.view.document import ClauseView, DocumentView
from exports import printed
from exports.printing import NOTES
from exports.words import words


def plain_text(view: DocumentView) -> str:
    """Return title, clauses with their markers, and notes with their numbers, one a line, blank lines between.

    Deleted clauses are left out; a note's number stands directly after the word that calls it. Masthead,
    running heads and the line of adoption are no part of the text and are left out.
    """
    numbers = printed.note_numbers(view)
    lines = [_line(clause.marker, clause, numbers) for clause in printed.in_order(printed.paragraphs(view))]
    notes = [_line(str(note.number), note.clause, numbers) for note in printed.notes(view)]
    return "\n\n".join([*filter(None, lines), *([NOTES, *notes] if notes else [])]) + "\n"


def _line(marker: str, clause: ClauseView, numbers: dict[str, int]) -> str:
    text = " ".join(word.text for word in words(clause.runs, numbers))
    return f"{marker} {text}".strip()
