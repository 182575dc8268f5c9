import pytest

from drafting.errors import NotFoundError
from drafting.records.ids import new_id
from drafting.rules.life import Outcome
from drafting.service.desk_view import desk, preview
from drafting.text.runs import plain
from drafting.view.desk import DeskClause
from tests.service.conference import OP1, Conference


def clauses(conference: Conference) -> dict[str, DeskClause]:
    with conference.store.read() as session:
        return {each.clause.label: each for each in desk(session, conference.document).clauses}


def test_the_desk_shows_every_clause_in_document_order_notes_last(conference: Conference) -> None:
    assert list(clauses(conference)) == conference.labels()


def test_open_and_decided_amendments_stand_apart_in_the_order_of_their_numbers(conference: Conference) -> None:
    numbers = [
        conference.change("India", "OP1", ("without delay", "every month")),
        conference.change("Spain", "OP1", ("without delay", "each year")),
        conference.change("Japan", "OP1", ("public", "people")),
    ]
    insertion = conference.insert("India", "OP1", "Thanks the host;")
    conference.accept(numbers[0])

    clause = clauses(conference)["OP1"]

    assert [amendment.number for amendment in clause.open] == [*numbers[1:], insertion]
    assert [amendment.number for amendment in clause.decided] == [numbers[0]]
    assert clause.decided[0].decision is not None
    assert clause.decided[0].decision.outcome is Outcome.ACCEPTED


def test_an_amendment_shows_its_delegation_reason_and_the_clause_as_proposed(conference: Conference) -> None:
    words = OP1.replace("public", "people")
    conference.propose("India", "OP1", words, reason="People first.")

    (amendment,) = clauses(conference)["OP1"].open

    assert (amendment.delegation, amendment.reason, plain(amendment.proposed)) == ("India", "People first.", words)
    assert not amendment.carried_over


def test_a_carried_over_amendment_says_so_and_shows_the_new_text(conference: Conference) -> None:
    conference.change("Japan", "OP1", ("public", "people"))
    conference.accept(conference.change("India", "OP1", ("without delay", "every month")))

    (amendment,) = clauses(conference)["OP1"].open

    assert amendment.carried_over
    assert plain(amendment.proposed) == OP1.replace("public", "people").replace("without delay", "every month")


def test_no_draft_lies_on_the_desk(conference: Conference) -> None:
    conference.draft("India", "OP1", "Secretly;")

    assert all(not clause.open and not clause.decided for clause in clauses(conference).values())


def test_a_preview_of_a_deletion_leaves_no_words(conference: Conference) -> None:
    number = conference.delete("India", "OP2")
    child = conference.change("Spain", "OP2 (a)", ("water", "rain"))

    with conference.store.read() as session:
        view = preview(session, conference.amendment(number).id)

    assert (plain(view.before), view.after) == (conference.words("OP2"), ())
    assert [fate.number for fate in view.overtaken] == [child]


def test_a_preview_changes_nothing(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("public", "people"))
    before = conference.dump()

    with conference.store.read() as session:
        preview(session, conference.amendment(number).id)

    assert conference.dump() == before


def test_there_is_no_preview_of_an_amendment_that_is_not_there(conference: Conference) -> None:
    with pytest.raises(NotFoundError), conference.store.read() as session:
        preview(session, new_id())
