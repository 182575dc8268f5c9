from drafting.rules.kinds import ClauseKind
from drafting.service.amendment_view import amendments_of
from drafting.view.amendment import AmendmentView
from tests.service.conference import Conference


def read(conference: Conference) -> dict[int, AmendmentView]:
    with conference.store.read() as session:
        return {view.number: view for view in amendments_of(session, conference.document)}


def test_amendments_that_ask_for_the_very_same_are_identical_and_do_not_touch(conference: Conference) -> None:
    one = conference.change("India", "OP1", ("public", "people"))
    other = conference.change("Spain", "OP1", ("public", "people"))

    views = read(conference)

    assert (views[one].identical_to, views[other].identical_to) == ((other,), (one,))
    assert views[one].touches == ()


def test_amendments_to_the_same_words_touch_each_other_and_the_words_are_named(conference: Conference) -> None:
    one = conference.change("India", "OP1", ("without delay", "every month"))
    other = conference.change("Spain", "OP1", ("without delay", "each year"))

    views = read(conference)

    (touch,) = views[one].touches
    assert (touch.number, touch.delegation) == (other, "Spain")
    assert (
        touch.why
        == "India replaces “without delay” with “every month”, Spain replaces “without delay” with “each year”"
    )
    assert views[other].touches[0].number == one
    assert views[other].touches[0].why == touch.why


def test_amendments_to_other_words_or_clauses_do_not_touch(conference: Conference) -> None:
    conference.change("India", "OP1", ("Calls upon", "Urges"))
    conference.change("Spain", "OP1", ("public", "people"))
    conference.change("Japan", "OP3", ("two", "three"))

    assert all(not view.touches for view in read(conference).values())


def test_changes_close_together_are_to_be_read_together(conference: Conference) -> None:
    one = conference.change("India", "OP1", ("share", "not share"))
    conference.change("Spain", "OP1", ("their data", "all data"))

    (touch,) = read(conference)[one].touches

    assert touch.near
    assert "read the whole clause" in touch.why


def test_a_deletion_touches_what_changes_the_clause_or_stands_under_it(conference: Conference) -> None:
    deletion = conference.delete("India", "OP2")
    words = conference.change("Spain", "OP2", ("every year", "every month"))
    child = conference.change("Spain", "OP2 (a)", ("water", "rain"))
    twin = conference.delete("Japan", "OP2")

    views = read(conference)

    assert [touch.number for touch in views[deletion].touches] == [words, child]
    assert views[deletion].identical_to == (twin,)
    assert views[child].touches[0].why == "India deletes OP2 with all that stands under it"
    assert views[words].touches[0].why == "India deletes the clause, Spain changes its words"


def test_two_insertions_at_one_place_stand_one_after_the_other(conference: Conference) -> None:
    one = conference.insert("India", "OP1", "Thanks the host;")
    other = conference.insert("Spain", "OP1", "Greets the guests;")

    views = read(conference)

    assert views[one].touches[0].number == other
    assert "accepted one after the other, they stand in that order" in views[one].touches[0].why


def test_the_same_words_inserted_as_another_kind_of_clause_are_not_the_same(conference: Conference) -> None:
    one = conference.insert("India", "PP2", "Water", ClauseKind.HEADING)
    other = conference.insert("Spain", "PP2", "Water", ClauseKind.OPERATIVE)

    views = read(conference)

    assert views[one].identical_to == ()
    assert views[one].touches[0].number == other


def test_an_insertion_does_not_touch_the_words_of_the_clause_before_it(conference: Conference) -> None:
    conference.insert("India", "OP1", "Thanks the host;")
    conference.change("Spain", "OP1", ("public", "people"))
    conference.delete("Japan", "OP1")

    views = read(conference)

    assert [touch.number for touch in views[1].touches] == []
    assert [touch.number for touch in views[2].touches] == [3]


def test_what_is_decided_touches_nothing_any_more(conference: Conference) -> None:
    one = conference.change("India", "OP1", ("without delay", "every month"))
    other = conference.change("Spain", "OP1", ("without delay", "each year"))
    conference.reject(one)

    views = read(conference)

    assert views[one].touches == views[other].touches == ()
