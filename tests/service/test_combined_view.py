from drafting.service.combined_view import combined_text
from drafting.text import Change
from drafting.text.runs import plain
from drafting.view.desk import CombinedClause
from tests.service.conference import OP1, Conference


def combined(conference: Conference) -> dict[str, CombinedClause]:
    with conference.store.read() as session:
        return {each.clause.label: each for each in combined_text(session, conference.document)}


def attributed(clause: CombinedClause) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (segment.change, plain(segment.runs).strip(), segment.by)
        for segment in clause.segments
        if segment.change is not Change.KEPT
    ]


def test_a_clause_shows_every_change_with_those_who_ask_for_it(conference: Conference) -> None:
    conference.change("India", "OP1", ("without delay", "every month"))
    conference.change("Spain", "OP1", ("without delay", "every month"))
    conference.change("Japan", "OP1", ("public", "people"))

    clause = combined(conference)["OP1"]

    assert attributed(clause) == [
        ("deleted", "without delay", ("India", "Spain")),
        ("inserted", "every month", ("India", "Spain")),
        ("deleted", "public", ("Japan",)),
        ("inserted", "people", ("Japan",)),
    ]
    assert [amendment.number for amendment in clause.amendments] == [1, 2, 3]


def test_a_delegations_amendments_on_one_clause_are_shown_as_one(conference: Conference) -> None:
    conference.change("India", "OP1", ("without delay", "every month"))
    conference.change("India", "OP1", ("public", "people"))

    assert {by for _, _, by in attributed(combined(conference)["OP1"])} == {("India",)}


def test_a_clause_that_nobody_amends_is_the_rolling_text(conference: Conference) -> None:
    clause = combined(conference)["OP1"]

    assert attributed(clause) == []
    assert "".join(plain(segment.runs) for segment in clause.segments) == OP1
    assert clause.amendments == ()


def test_insertions_and_deletions_are_listed_with_the_clause(conference: Conference) -> None:
    conference.insert("India", "OP1", "Thanks the host;")
    conference.delete("Spain", "OP1")

    clause = combined(conference)["OP1"]

    assert attributed(clause) == []
    assert [amendment.number for amendment in clause.amendments] == [1, 2]


def test_what_is_overtaken_is_named_and_not_drawn(conference: Conference) -> None:
    conference.change("India", "OP1", ("without delay", "each year"))
    conference.accept(conference.change("Spain", "OP1", ("without delay", "every month")))

    clause = combined(conference)["OP1"]

    assert attributed(clause) == []
    assert [amendment.number for amendment in clause.amendments] == [1]


def test_a_deleted_clause_is_shown_only_where_something_is_still_open_on_it(conference: Conference) -> None:
    conference.change("India", "OP1", ("public", "people"))
    for label in ("OP1", "OP3"):
        conference.accept(conference.delete("Spain", label))

    shown = combined(conference)

    assert "OP1" in shown
    assert "OP3" not in shown
