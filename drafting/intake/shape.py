"""A draft as JSON, in the shape that ``drafting import --json`` prints."""

from typing import Any

from drafting.intake.draft import ReadDraft
from drafting.intake.numbering import labelled
from drafting.text.runs import Runs, plain


def as_json(draft: ReadDraft, document_id: str | None) -> dict[str, Any]:
    """Return the draft as plain JSON values; texts are without marks and note references.

    Args:
        draft: The draft as it was read.
        document_id: The id of the document it was kept as, or None where it was not kept.
    """
    labels = labelled(draft)
    return {
        "document": document_id,
        "form": draft.form.value,
        "masthead": list(draft.masthead),
        "clauses": [
            {
                "id": clause.key,
                "parent": clause.parent,
                "kind": clause.kind.value,
                "label": labels[clause.key],
                "text": _text(clause.runs),
            }
            for clause in draft.clauses
        ],
        "footnotes": [{"number": note.number, "text": _text(note.runs)} for note in draft.notes],
        "warnings": list(draft.warnings),
    }


def _text(runs: Runs) -> str:
    return " ".join(plain(runs).split())
