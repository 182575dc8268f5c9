"""What the outline is after a decision, and which operations are refused."""

import pytest

from drafting.errors import NotFoundError, RuleError
from drafting.text.clauses.acceptance import accept
from drafting.text.clauses.operations import Amend, Delete, Join, Operation, Ordered, Split
from drafting.text.clauses.placing import in_order, one_after_another
from tests.text.clauses.outlines import amend, insert, lines, move, outline

OF = outline("a one two", "b three four", "  c five", "  d six", "e seven")


@pytest.mark.parametrize(
    ("operation", "after"),
    [
        (amend(OF, "a", "one too"), ["a one too", "b three four", "  c five", "  d six", "e seven"]),
        (insert("n", after="b"), ["a one two", "b three four", "  c five", "  d six", "n new", "e seven"]),
        (insert("n", under="b"), ["a one two", "b three four", "  n new", "  c five", "  d six", "e seven"]),
        (Delete("b"), ["a one two", "b † three four", "  c † five", "  d † six", "e seven"]),
        (move("b"), ["b three four", "  c five", "  d six", "a one two", "e seven"]),
        (move("b", under="e"), ["a one two", "e seven", "  b three four", "    c five", "    d six"]),
        (Split("b", 1, "n"), ["a one two", "b three", "n four", "  c five", "  d six", "e seven"]),
        (Join("a", "b"), ["a one two three four", "  c five", "  d six", "e seven"]),
    ],
)
def test_an_accepted_operation_is_made(operation: Operation, after: list[str]):
    assert lines(accept(OF, operation)) == after


def test_joining_passes_over_tombstones_and_keeps_them():
    of = outline("a one", "  b † two", "c † three", "d four", "  e five")

    assert lines(accept(of, Join("a", "d"))) == ["a one four", "  b † two", "  e five", "c † three"]


@pytest.mark.parametrize(
    ("whole", "gap", "parts"),
    [
        ("one, two", 1, ["a one", "n , two"]),
        ("约定", 1, ["a 约", "n 定"]),
        ("one 约", 1, ["a one", "n 约"]),
    ],
)
def test_the_right_part_begins_as_any_clause_does(whole, gap, parts):
    after = accept(outline(f"a {whole}"), Split("a", gap, "n"))

    assert lines(after) == parts
    assert after.clause("n").tokens == outline(f"n {parts[1][2:]}").clause("n").tokens


@pytest.mark.parametrize(
    ("operation", "why"),
    [
        (amend(OF, "a", "one two"), "changes nothing"),
        (insert("b", after="a"), "such a clause already"),
        (insert("n", after="c"), "at another level"),
        (move("b", under="c"), "under or after itself"),
        (move("b", after="b"), "under or after itself"),
        (Split("a", 0, "n"), "between two of its words"),
        (Split("a", 2, "n"), "between two of its words"),
        (Split("a", 1, "b"), "such a clause already"),
        (Join("b", "e"), "has others under it"),
        (Join("a", "e"), "the next one at the same level"),
        (Join("a", "c"), "the next one at the same level"),
        (Join("e", "b"), "the next one at the same level"),
        (Join("a", "a"), "the next one at the same level"),
        (Ordered((insert("n", after="a"),)), "two clauses or more"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(operation: Operation, why: str):
    with pytest.raises(RuleError, match=why):
        accept(OF, operation)


@pytest.mark.parametrize(
    "operation",
    [
        Amend("b", amend(OF, "b", "three").edits),
        Delete("b"),
        insert("n", under="b"),
        move("b"),
        move("e", under="b"),
        Split("b", 1, "n"),
        Join("a", "b"),
    ],
)
def test_nothing_is_done_to_a_deleted_clause(operation: Operation):
    with pytest.raises(RuleError, match="is deleted"):
        accept(accept(OF, Delete("b")), operation)


def test_a_clause_can_be_put_after_a_deleted_one_but_an_unknown_one_is_not_found():
    assert lines(accept(accept(OF, Delete("a")), insert("n", after="a")))[:2] == ["a † one two", "n new"]
    with pytest.raises(NotFoundError):
        accept(OF, insert("n", after="z"))


def test_clauses_for_one_place_are_put_there_in_the_order_chosen():
    first, second, third = insert("n", after="a"), insert("m", after="a", words="other"), move("e", after="a")

    after = accept(OF, in_order(OF, (third, first, second)))

    assert lines(after)[:4] == ["a one two", "e seven", "n new", "m other"]
    assert [each.clause for each in one_after_another(Ordered((third, first, second)))] == ["e", "n", "m"]


@pytest.mark.parametrize(
    "others",
    [
        (insert("n", after="a"), insert("m", after="b", words="other")),
        (insert("n", after="a"), insert("m", after="a")),
        (move("e", after="a"), move("e")),
    ],
)
def test_only_different_clauses_for_one_place_are_put_in_an_order(others):
    with pytest.raises(RuleError, match="one place"):
        in_order(OF, others)
