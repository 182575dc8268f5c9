from itertools import pairwise

from hypothesis import assume, event, given

from drafting.text import Blocked, CarriedOver, apply, conflicts, edits_between, invert, rebase
from drafting.text.deciding.composition import composed, followed
from tests.text.deciding.situations import left_of, subamended
from tests.text.texts import any_text, text


@given(any_text(), any_text(), any_text())
def test_composed_edits_do_what_one_does_after_the_other(first, second, third):
    steps = edits_between(first, second), edits_between(second, third)

    for edits in (composed(first, *steps), followed(first, *steps)):
        assert apply(first, edits) == third
        assert all(left.high < right.low for left, right in pairwise(edits))


@given(any_text(), any_text())
def test_what_is_done_and_undone_leaves_no_edit(first, second):
    there = edits_between(first, second)

    assert composed(first, there, invert(first, there)) == ()
    assert followed(first, there, invert(first, there)) == ()


@given(subamended())
def test_what_is_free_of_two_changes_one_after_the_other_is_free_of_both_together(case):
    base, middle, (end,), (proposed,) = case
    first, then, other = edits_between(base, middle), edits_between(middle, end), edits_between(base, proposed)
    over_first = rebase(base, other, first)
    assume(isinstance(over_first, CarriedOver) and not over_first.reflected)
    over_both = rebase(middle, left_of(over_first), then)
    assume(isinstance(over_both, CarriedOver) and not over_both.reflected)

    for together in (composed(base, first, then), followed(base, first, then)):
        event(f"{len(together)} edits of {len(first)} and {len(then)}")
        assert rebase(base, other, together) == over_both
        assert not conflicts(base, together, other)


def test_what_a_diff_finds_is_taken_where_it_stays_in_place():
    base = text("all shall act")
    first = edits_between(base, text("all should act"))
    then = edits_between(text("all should act"), text("all should act now"))

    assert composed(base, first, then) == edits_between(base, text("all should act now"))
    assert not isinstance(rebase(base, first, first), Blocked)
