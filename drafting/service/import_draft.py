"""Keeps a zero draft that was read from a file: the document, its clauses and their first texts."""

from drafting.intake import ReadDraft, labelled
from drafting.records.document import Clause, ClauseVersion, Document
from drafting.records.ids import new_id
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import Agreement, Stage
from drafting.rules.placing import first_rank
from drafting.service.actor import Actor
from drafting.text.runs import NoteReference, Runs, to_wire


def keep(session: Writing, actor: Actor | None, draft: ReadDraft, *, symbol: str, language: str = "en") -> str:
    """Keep a draft and return the id of its document.

    Args:
        session: The open write transaction.
        actor: Who brings it in; None for the command line.
        draft: What was read, corrected where the secretariat corrected it.
        symbol: The document's symbol, printed in its head.
        language: The language of the text, as a BCP 47 tag.
    """
    if actor is not None:
        actor.must(Act.IMPORT)
    document = Document(
        id=new_id(),
        form=draft.form,
        symbol=symbol,
        language=language,
        masthead=list(draft.masthead),
        stage=Stage.DRAFT,
        amendments=0,
        imported_at=session.moment,
    )
    session.add(document)
    session.flush()  # The clauses name it, and nothing tells the mapper which table goes first.
    _keep_clauses(session, document, draft)
    session.record("draft-imported", actor.id if actor else "system", document=document.id)
    return document.id


def _keep_clauses(session: Writing, document: Document, draft: ReadDraft) -> None:
    ids = {clause.key: new_id() for clause in draft.clauses}
    notes = {note.number: new_id() for note in draft.notes}
    labels = labelled(draft)
    for position, clause in enumerate(draft.clauses, start=1):
        parent = ids[clause.parent] if clause.parent is not None else None
        kept = _clause(document, ids[clause.key], clause.kind, labels[clause.key], position)
        kept.parent_id = parent
        _add(session, kept, _with_note_ids(clause.runs, notes))
    for position, note in enumerate(draft.notes, start=1):
        kept = _clause(document, notes[note.number], ClauseKind.NOTE, f"Note {position}", position)
        _add(session, kept, _with_note_ids(note.runs, notes))


def _clause(document: Document, clause_id: str, kind: ClauseKind, label: str, position: int) -> Clause:
    return Clause(
        id=clause_id,
        document_id=document.id,
        parent_id=None,
        kind=kind,
        rank=first_rank(position),
        label=label,
        agreement=Agreement.OPEN,
        version=1,
        deleted=False,
    )


def _add(session: Writing, clause: Clause, runs: Runs) -> None:
    session.add(clause)
    session.add(ClauseVersion(id=new_id(), clause_id=clause.id, number=1, runs=to_wire(runs), made_at=session.moment))


def _with_note_ids(runs: Runs, notes: dict[str, str]) -> Runs:
    return tuple(
        NoteReference(notes[piece.note]) if isinstance(piece, NoteReference) else piece
        for piece in runs
        if not isinstance(piece, NoteReference) or piece.note in notes
    )
