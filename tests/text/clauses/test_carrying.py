"""What becomes of a pending operation when another is accepted."""

from drafting.text import Satisfied
from drafting.text.clauses.acceptance import accept
from drafting.text.clauses.carrying import Blocked, CarriedOver, carried, carried_through
from drafting.text.clauses.operations import Decision, Delete, Join, Operation, Split, same
from drafting.text.clauses.outline import Outline
from drafting.text.clauses.placing import in_order
from tests.text.clauses.outlines import amend, insert, lines, move, outline

OF = outline("a one two three", "b four five six", "  c seven", "d eight")


def both(of: Outline, accepted: Operation, pending: Operation) -> list[str]:
    outcome = carried(of, pending, accepted)
    assert isinstance(outcome, CarriedOver)
    return lines(accept(accept(of, accepted), outcome.operation))


def test_words_right_of_a_cut_are_amended_in_the_right_part():
    assert both(OF, Split("a", 1, "n"), amend(OF, "a", "one two THREE"))[:2] == ["a one", "n two THREE"]


def test_a_cut_moves_with_the_words_put_in_before_it():
    assert both(OF, amend(OF, "a", "one and two three"), Split("a", 2, "n"))[:2] == ["a one and two", "n three"]


def test_words_of_a_joined_clause_are_amended_where_they_went():
    assert both(OF, Join("a", "b"), amend(OF, "b", "four five SIX"))[0] == "a one two three four five SIX"


def test_a_clause_that_was_joined_is_joined_on():
    of = outline("a one", "b two", "c three")

    assert both(of, Join("a", "b"), Join("b", "c")) == both(of, Join("b", "c"), Join("a", "b")) == ["a one two three"]


def test_what_goes_after_or_under_a_split_clause_goes_with_its_right_part():
    assert both(OF, Split("b", 1, "n"), insert("m", after="b"))[1:5] == ["b four", "n five six", "  c seven", "m new"]
    assert both(OF, Split("b", 1, "n"), insert("m", under="b", after="c"))[2:5] == [
        "n five six",
        "  c seven",
        "  m new",
    ]


def test_what_goes_after_or_under_a_joined_clause_goes_where_its_words_went():
    of = outline("a one", "  x † two", "y † three", "b four", "  c five", "d six")

    assert both(of, Join("a", "b"), insert("m", after="b"))[3:] == ["y † three", "m new", "d six"]
    assert both(of, Join("a", "b"), insert("m", under="b"))[:4] == ["a one four", "  x † two", "  m new", "  c five"]


def test_a_first_word_that_gets_a_blank_is_one_more_place_for_the_same_change():
    of = outline("a (of of the")
    pending = amend(of, "a", "(of the")

    outcome = carried(of, pending, Split("a", 1, "n"))

    after = accept(of, Split("a", 1, "n"))
    assert lines(after) == ["a (", "n of of the"]
    assert isinstance(outcome, CarriedOver)
    assert same(outcome.operation, amend(after, "n", "of the"))


def test_a_deletion_within_an_accepted_deletion_is_satisfied():
    assert carried(OF, Delete("c"), Delete("b")) == Satisfied()
    assert carried(OF, Delete("b"), Delete("c")) == CarriedOver(Delete("b"))


def test_a_move_whose_place_is_reached_without_it_still_stands_and_does_nothing():
    after = accept(OF, move("b"))

    assert carried(OF, move("d", after="a"), move("b")) == CarriedOver(move("d", after="a"))
    assert accept(after, move("d", after="a")) == after


def test_an_amendment_of_which_a_part_is_accepted_goes_on_with_the_rest():
    pending = amend(OF, "b", "FOUR five SIX")
    accepted = amend(OF, "b", "FOUR five six")

    # Edits with fewer than three kept tokens between them are found together, and are the same all the same.
    outcome = carried(OF, pending, accepted)

    assert isinstance(outcome, CarriedOver)
    assert outcome.reflected == accepted.edits
    assert carried(OF, accepted, pending) == Satisfied()


def test_an_order_satisfies_what_is_the_same_as_one_of_its_clauses_and_blocks_the_rest():
    order = in_order(OF, (insert("n", after="a"), insert("m", after="a", words="other")))

    assert carried(OF, insert("p", after="a", words="other"), order) == Satisfied()
    assert carried(OF, insert("p", after="b"), order) == CarriedOver(insert("p", after="b"))
    blocked = carried(OF, insert("p", after="a", words="third"), order)
    assert isinstance(blocked, Blocked)
    assert len(blocked.conflicts) == 2


def test_an_operation_is_carried_over_several_decisions_until_one_blocks_it():
    decisions: list[Decision] = [Split("a", 1, "n"), Delete("d"), Delete("n")]

    assert carried_through(OF, amend(OF, "a", "one two THREE"), decisions[:2]) == CarriedOver(
        amend(accept(OF, decisions[0]), "n", "two THREE")
    )
    blocked = carried_through(OF, amend(OF, "a", "one two THREE"), decisions)
    assert isinstance(blocked, Blocked)
    assert blocked.step == 2
    assert carried_through(OF, Split("a", 1, "m"), decisions) == Satisfied()
