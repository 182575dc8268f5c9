from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError
from drafting.records.ids import new_id
from drafting.service.amendment_view import amendments_of
from drafting.service.combined_view import combined_text
from drafting.service.desk_view import desk, preview
from drafting.service.our_view import our_amendments, our_text
from drafting.service.text_view import document_view, documents, read_text
from drafting.text.runs import plain
from drafting.view.document import DocumentView
from tests.service.conference import Conference

OTHERS = ("Spain", "Japan")


def view(conference: Conference) -> DocumentView:
    with conference.store.read() as session:
        return document_view(session, conference.document)


def counts(conference: Conference) -> dict[str, int]:
    return {clause.label: clause.open_amendments for clause in view(conference).clauses if clause.open_amendments}


def test_a_clause_counts_what_is_still_to_be_decided_and_no_draft(conference: Conference) -> None:
    accepted = conference.change("India", "OP1", ("without delay", "every month"))
    conference.change("Spain", "OP1", ("without delay", "each year"))
    conference.change("Spain", "OP3", ("two", "three"))
    conference.draft("Japan", "OP1", "Never mind;")
    conference.draft("Japan", "PP1", "Forgetting everything,")
    before = counts(conference)

    conference.accept(accepted)

    assert before == {"OP1": 2, "OP3": 1}
    assert counts(conference) == {"OP1": 1, "OP3": 1}


def test_a_draft_changes_nothing_that_others_see(conference: Conference) -> None:
    before = _seen_by_all(conference)

    conference.draft("India", "OP1", "Secretly;", reason="Secret.")
    conference.draft_insertion("India", "OP1", "Secretly new;")
    conference.draft_deletion("India", "OP3")

    assert _seen_by_all(conference) == before


def _seen_by_all(conference: Conference) -> list[object]:
    with conference.store.read() as session:
        shared = [
            document_view(session, conference.document),
            desk(session, conference.document),
            combined_text(session, conference.document),
            documents(session),
        ]
        return shared + [
            read(session, conference.actor(who), conference.document)
            for who in OTHERS
            for read in (our_amendments, our_text)
        ]


def test_a_view_bears_the_number_and_hash_of_the_last_event_about_the_document(conference: Conference) -> None:
    before = view(conference)

    conference.change("India", "OP1", ("public", "people"))

    after = view(conference)
    assert after.event == before.event + 1
    assert after.fingerprint != before.fingerprint
    assert after.as_of > before.as_of


def test_notes_are_numbered_as_the_standing_text_first_calls_them(conference: Conference) -> None:
    assert view(conference).note_numbers == {conference.clauses["Note 1"]: 1}

    conference.accept(conference.delete("India", "PP1"))

    assert view(conference).note_numbers == {conference.clauses["Note 1"]: 1}


def test_a_deleted_clause_keeps_its_place_and_its_words(conference: Conference) -> None:
    conference.accept(conference.delete("India", "OP1"))

    clause = next(clause for clause in view(conference).clauses if clause.label == "OP1")
    assert clause.deleted
    assert plain(clause.runs).startswith("Calls upon")


def test_markers_and_depths_follow_the_labels(conference: Conference) -> None:
    conference.accept(conference.insert("India", "OP1", "Thanks the host;"))

    printed = [(clause.marker, clause.depth) for clause in view(conference).clauses]

    assert printed[4:] == [("1.", 0), ("1 bis.", 0), ("2.", 0), ("(a)", 1), ("(b)", 1), ("3.", 0)]


@pytest.mark.parametrize("read", [document_view, read_text, desk, combined_text, amendments_of])
def test_a_document_that_is_not_there_is_not_shown(
    conference: Conference, read: Callable[[Session, str], object]
) -> None:
    with pytest.raises(NotFoundError), conference.store.read() as session:
        read(session, new_id())


@contextmanager
def counted(conference: Conference) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(conference.store.engine, "before_cursor_execute", note)
    yield statements
    event.remove(conference.store.engine, "before_cursor_execute", note)


def queries(conference: Conference) -> dict[str, int]:
    actor, amendment = conference.actor("Japan"), conference.amendment(1).id
    reads: dict[str, Callable[[Session], object]] = {
        "document": lambda session: document_view(session, conference.document),
        "desk": lambda session: desk(session, conference.document),
        "all": lambda session: combined_text(session, conference.document),
        "our text": lambda session: our_text(session, actor, conference.document),
        "our amendments": lambda session: our_amendments(session, actor, conference.document),
        "preview": lambda session: preview(session, amendment),
    }
    found = {}
    for name, read in reads.items():
        with conference.store.read() as session, counted(conference) as statements:
            read(session)
        found[name] = len(statements)
    return found


def propose(conference: Conference, count: int) -> None:
    for number in range(count):
        who = ("India", "Spain", "Japan")[number % 3]
        conference.insert(who, ("OP1", "OP2", "OP3")[number % 3], f"Number {conference.version('OP1')} {number};")


def test_no_view_asks_more_of_the_database_for_sixty_amendments_than_for_five(quick_conference: Conference) -> None:
    quick_conference.change("India", "OP1", ("without delay", "every month"))
    quick_conference.change("Spain", "OP1", ("without delay", "each year"))
    quick_conference.draft("Japan", "OP1", "Something else;", base=1)
    quick_conference.accept(quick_conference.change("India", "OP1", ("public", "people")))
    propose(quick_conference, 3)
    few = queries(quick_conference)

    propose(quick_conference, 57)
    for label in ("OP1", "OP2", "OP2 (a)", "OP2 (b)", "OP3", "PP1", "PP2"):
        quick_conference.draft("Japan delegate", label, "Something else;", base=1)

    assert queries(quick_conference) == few
    assert max(few.values()) <= 16
