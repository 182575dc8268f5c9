"""The outline of a document: its parts, each with the clauses that stand in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from drafting.rules.kinds import ClauseKind
from drafting.text.runs import plain
from drafting.view.document import ClauseView, DocumentView

_PARTS = {ClauseKind.PREAMBULAR: "Preamble", ClauseKind.OPERATIVE: "Operative part"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text; ``anchor`` is where it begins, ``clauses`` its numbered ones in document order."""

    name: str
    anchor: str
    clauses: tuple[ClauseView, ...]


def outline(document: DocumentView) -> tuple[Part, ...]:
    """Return the parts: one for each heading, and for preamble and operative part where no heading opens them."""
    parts: list[Part] = []
    for clause in document.clauses:
        if clause.kind is ClauseKind.HEADING and not clause.deleted:
            parts.append(Part(plain(clause.runs), f"clause-{clause.id}", ()))
        elif clause.kind in _PARTS:
            if not parts or _begins(clause, parts[-1]):
                parts.append(Part(_PARTS[clause.kind], f"clause-{clause.id}", ()))
            parts[-1] = Part(parts[-1].name, parts[-1].anchor, (*parts[-1].clauses, clause))
    return (*parts, *_notes(document.notes))


def _begins(clause: ClauseView, part: Part) -> bool:
    return bool(part.clauses) and part.clauses[-1].kind is not clause.kind


def _notes(notes: Iterable[object]) -> tuple[Part, ...]:
    return (Part("Notes", "notes-heading", ()),) if tuple(notes) else ()
