import pytest
from sqlalchemy import select

from drafting.errors import NotAllowedError
from drafting.records.document import Document
from drafting.records.event import Event
from drafting.service.import_draft import keep
from drafting.service.text_view import document_view, documents
from drafting.text import NoteReference
from drafting.text.runs import plain
from tests.service.conference import NOTE, PP1, Conference, zero_draft


def test_a_draft_is_kept_with_its_labels_its_order_and_its_words(conference: Conference) -> None:
    with conference.store.read() as session:
        view = document_view(session, conference.document)

    labels = ["Title", "Chapeau", "PP1", "PP2", "OP1", "OP2", "OP2 (a)", "OP2 (b)", "OP3"]
    assert [clause.label for clause in view.clauses] == labels
    assert [clause.depth for clause in view.clauses] == [0, 0, 0, 0, 0, 0, 1, 1, 0]
    assert [plain(clause.runs) for clause in view.clauses] == [plain(clause.runs) for clause in zero_draft().clauses]
    assert (view.title, view.symbol, view.masthead) == (
        "Draft declaration on water",
        "HLC/2027/L.1",
        ("Conference on Water",),
    )


def test_a_note_reference_names_the_notes_clause(conference: Conference) -> None:
    with conference.store.read() as session:
        view = document_view(session, conference.document)

    (note,) = view.notes
    assert (note.number, note.clause.label, plain(note.clause.runs)) == (1, "Note 1", NOTE)
    assert conference.runs("PP1")[-1] == NoteReference(note.clause.id)
    assert conference.words("PP1") == PP1


@pytest.mark.parametrize("who", ["India", "Chair 1", "Observer"])
def test_only_the_secretariat_brings_a_draft_in(conference: Conference, who: str) -> None:
    with pytest.raises(NotAllowedError), conference.store.write() as session:
        keep(session, conference.actor(who), zero_draft(), symbol="")


def test_a_second_document_stands_beside_the_first(conference: Conference) -> None:
    with conference.store.write() as session:
        second = keep(session, conference.actor("Secretariat"), zero_draft(), symbol="HLC/2027/L.2", language="fr")

    with conference.store.read() as session:
        assert [line.id for line in documents(session)] == [conference.document, second]
        assert session.get_one(Document, second).language == "fr"
        last = session.scalars(select(Event).order_by(Event.seq.desc())).first()
        assert last is not None
        assert (last.type, last.document_id) == ("draft-imported", second)
