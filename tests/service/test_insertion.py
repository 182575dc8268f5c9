import pytest

from drafting.errors import RuleError
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentState
from drafting.service.desk_view import preview
from drafting.text.runs import plain
from tests.service.conference import Conference

PREAMBULAR, SUBPARAGRAPH = ClauseKind.PREAMBULAR, ClauseKind.SUBPARAGRAPH


def operative(conference: Conference) -> list[str]:
    return [label for label in conference.labels() if label.startswith("OP")]


def test_an_inserted_clause_stands_after_the_named_one_and_is_called_bis(conference: Conference) -> None:
    number = conference.insert("India", "OP1", "Thanks the host;")

    conference.accept(number)

    assert operative(conference) == ["OP1", "OP1 bis", "OP2", "OP2 (a)", "OP2 (b)", "OP3"]
    assert conference.words("OP1 bis") == "Thanks the host;"
    assert conference.clause_id("OP1 bis") == conference.amendment(number).new_clause_id


def test_a_clause_inserted_after_a_paragraph_stands_after_its_subparagraphs(conference: Conference) -> None:
    conference.accept(conference.insert("India", "OP2", "Thanks the host;"))

    assert operative(conference) == ["OP1", "OP2", "OP2 (a)", "OP2 (b)", "OP2 bis", "OP3"]


def test_of_two_clauses_at_one_place_the_later_accepted_stands_behind(conference: Conference) -> None:
    first = conference.insert("India", "OP1", "Thanks the host;")
    second = conference.insert("Spain", "OP1", "Greets the guests;")

    conference.accept(second)
    conference.accept(first)

    assert operative(conference)[:3] == ["OP1", "OP1 bis", "OP1 ter"]
    assert conference.words("OP1 bis") == "Greets the guests;"


def test_the_chair_may_put_the_later_accepted_clause_in_front(conference: Conference) -> None:
    first = conference.insert("India", "OP1", "Thanks the host;")
    second = conference.insert("Spain", "OP1", "Greets the guests;")
    conference.accept(first)

    conference.accept(second, place=conference.clauses["OP1"])

    assert operative(conference)[:4] == ["OP1", "OP1 ter", "OP1 bis", "OP2"]
    assert conference.words("OP1 ter") == "Greets the guests;"


def test_the_chair_may_put_a_clause_between_two_others_inserted_there(conference: Conference) -> None:
    numbers = [conference.insert("India", "OP1", words) for words in ("One;", "Two;", "Between;", "Closer;")]
    for number in numbers[:2]:
        conference.accept(number)

    for number in numbers[2:]:
        conference.accept(number, place=conference.clause_id("OP1 bis"))

    standing = [conference.words(label) for label in operative(conference)[1:5]]
    assert standing == ["One;", "Closer;", "Between;", "Two;"]


def test_a_preview_offers_every_place_beside_the_clauses_inserted_there(conference: Conference) -> None:
    first = conference.insert("India", "OP1", "Thanks the host;")
    second = conference.insert("Spain", "OP1", "Greets the guests;")
    with conference.store.read() as session:
        alone = preview(session, conference.amendment(first).id)
    conference.accept(first)

    with conference.store.read() as session:
        view = preview(session, conference.amendment(second).id)

    assert alone.places == ()
    assert [sentence for _, sentence in view.places] == ["directly after OP1", "directly after OP1 bis"]
    assert (view.before, plain(view.after)) == ((), "Greets the guests;")


def test_a_place_elsewhere_is_refused_and_nothing_is_decided(conference: Conference) -> None:
    number = conference.insert("India", "OP1", "Thanks the host;")

    with pytest.raises(RuleError, match="A clause proposed after OP1 cannot be put there"):
        conference.accept(number, place=conference.clauses["OP3"])

    assert conference.state(number) is AmendmentState.SUBMITTED
    assert "OP1 bis" not in conference.labels()


def test_a_clause_inserted_after_an_inserted_one_is_called_ter(conference: Conference) -> None:
    conference.accept(conference.insert("India", "OP1", "Thanks the host;"))

    conference.accept(conference.insert("Spain", "OP1 bis", "Greets the guests;"))

    assert operative(conference)[:4] == ["OP1", "OP1 bis", "OP1 ter", "OP2"]


def test_a_subparagraph_is_inserted_after_a_subparagraph(conference: Conference) -> None:
    conference.accept(conference.insert("India", "OP2 (a)", "on the use of ice;", SUBPARAGRAPH))

    assert operative(conference)[1:5] == ["OP2", "OP2 (a)", "OP2 (a) bis", "OP2 (b)"]


@pytest.mark.parametrize(
    ("place", "order"),
    [(None, ["OP3", "OP3 (a)", "OP3 (a) bis"]), ("OP3", ["OP3", "OP3 (a) bis", "OP3 (a)"])],
)
def test_two_delegations_may_each_propose_a_first_subparagraph(
    conference: Conference, place: str | None, order: list[str]
) -> None:
    first = conference.insert("India", "OP3", "at the same place;", SUBPARAGRAPH)
    second = conference.insert("Spain", "OP3", "in the same month.", SUBPARAGRAPH)
    conference.accept(first)

    conference.accept(second, place=conference.clauses[place] if place else None)

    assert operative(conference)[-3:] == order


def test_a_third_first_subparagraph_is_put_between_two(conference: Conference) -> None:
    numbers = [conference.insert("India", "OP3", words, SUBPARAGRAPH) for words in ("one;", "two;", "between;")]
    for number in numbers[:2]:
        conference.accept(number)

    conference.accept(numbers[2], place=conference.clause_id("OP3 (a)"))

    assert [conference.words(label) for label in operative(conference)[-3:]] == ["one;", "between;", "two;"]


def test_what_stands_before_the_first_of_its_kind_is_called_ante(conference: Conference) -> None:
    numbers = [conference.insert(who, "Chapeau", f"Thanking {who},", PREAMBULAR) for who in ("India", "Spain", "Japan")]

    for number in numbers:
        conference.accept(number)

    assert conference.labels()[1:6] == ["Chapeau", "PP1 ante", "PP1 ante 2", "PP1 ante 3", "PP1"]


def test_a_heading_and_an_operative_paragraph_may_follow_the_last_preambular_one(conference: Conference) -> None:
    heading = conference.insert("India", "PP2", "Water", ClauseKind.HEADING)
    operative_one = conference.insert("Spain", "PP2", "Affirms;", ClauseKind.OPERATIVE)

    conference.accept(heading)
    conference.accept(operative_one)

    assert conference.labels()[3:7] == ["PP2", "Heading", "OP1 ante", "OP1"]


def test_an_inserted_clause_is_amended_like_any_other(conference: Conference) -> None:
    conference.accept(conference.insert("India", "OP1", "Thanks the host;"))

    conference.accept(conference.change("Spain", "OP1 bis", ("the host", "the hosts")))

    assert conference.words("OP1 bis") == "Thanks the hosts;"
    assert conference.version("OP1 bis") == 2


def test_labels_do_not_move_when_a_clause_is_deleted(conference: Conference) -> None:
    conference.accept(conference.insert("India", "OP1", "Thanks the host;"))
    conference.accept(conference.delete("Spain", "OP1 bis"))

    conference.accept(conference.insert("India", "OP1", "Greets the guests;"))

    assert operative(conference)[:3] == ["OP1", "OP1 ter", "OP2"]
