from itertools import permutations

import pytest
from hypothesis import assume, event, given

from drafting.text import (
    Blocked,
    CarriedOver,
    Satisfied,
    apply,
    edits_between,
    in_conflict,
    rebase,
    runs_of,
    tokenise,
    union,
)
from drafting.text.deciding.credits import uncredited, written
from drafting.text.deciding.ordering import Hindrance, NotOrdered, Ordered, in_one_list, in_order, orders
from tests.text.deciding.situations import fitting, insertions
from tests.text.texts import shown, text


def asked(base: str, **proposed: str):
    tokens = text(base)
    return tokens, {name: edits_between(tokens, text(each)) for name, each in proposed.items()}


def offered(base: str, **proposed: str) -> list[str]:
    made = orders(*asked(base, **proposed))
    assert isinstance(made, tuple)
    return [shown(each.text) for each in made]


def test_two_insertions_at_one_place_are_offered_in_both_orders():
    assert offered("shall report now", eu="shall fully report now", usa="shall openly report now") == [
        "shall fully openly report now",
        "shall openly fully report now",
    ]


def test_additions_to_a_list_are_offered_as_one_list_too():
    assert offered("for women", eu="for women and refugees", usa="for women and migrants") == [
        "for women and refugees and migrants",
        "for women, refugees and migrants",
        "for women and migrants and refugees",
        "for women, migrants and refugees",
    ]


def test_of_four_amendments_each_is_offered_as_the_first():
    made = orders(*asked("a z", p="a p z", q="a q z", r="a r z", s="a s z"))

    assert isinstance(made, tuple)
    assert [each.names for each in made] == [tuple("pqrs"), tuple("qprs"), tuple("rpqs"), tuple("spqr")]


def test_any_order_of_four_can_be_made():
    base, proposals = asked("a z", p="a p z", q="a q z", r="a r z", s="a s z")

    made = in_order(base, {name: proposals[name] for name in "srqp"})

    assert isinstance(made, Ordered)
    assert shown(made.text) == "a s r q p z"


def test_amendments_in_another_conflict_are_not_ordered():
    made = orders(*asked("we shall act", p="we must x act", q="we should y act"))

    assert isinstance(made, NotOrdered)
    assert made.hindrance is Hindrance.CONFLICT
    assert made.conflicts


def test_words_that_would_be_read_as_one_are_not_ordered():
    base = text("约 z")
    proposals = {"p": edits_between(base, text("约x z")), "q": edits_between(base, text("约y z"))}

    assert in_order(base, proposals) == NotOrdered(Hindrance.JOINED)
    assert orders(base, proposals) == NotOrdered(Hindrance.JOINED)


def test_what_is_no_addition_to_a_list_makes_no_list():
    assert in_one_list(*asked("for women", p="for women now", q="for women and men")) == NotOrdered(Hindrance.NO_LIST)
    assert in_one_list(*asked("for women", p="for women and men", q="for women or men")) == NotOrdered(
        Hindrance.NO_LIST
    )


def test_what_is_asked_for_elsewhere_is_done_with_the_list():
    made = in_one_list(*asked("for all women", p="for women and men", q="for all women and girls"))

    assert isinstance(made, Ordered)
    assert made.one_list
    assert shown(made.text) == "for women, men and girls"


def test_each_keeps_its_own_words_and_what_two_ask_for_is_put_once():
    base, proposals = asked("we shall act", p="we shall now act", q="we shall here act", r="we shall now act")

    made = in_order(base, proposals)

    assert isinstance(made, Ordered)
    assert shown(made.text) == "we shall now here act"
    assert written(base, uncredited(base), made.contributions) == ((), (), ("p", "r"), ("q",), ())


def test_who_asks_for_a_part_and_is_not_accepted_is_named_too():
    base, proposals = asked("for women", p="for women and men", q="for women and girls")
    names = {proposals["p"][0].key: ("p", "r")}

    for made in (in_order(base, proposals, names), in_one_list(base, proposals, names)):
        assert isinstance(made, Ordered)
        assert written(base, uncredited(base), made.contributions)[2:] == (("p", "r"), ("p", "r"), ("q",), ("q",))


def test_an_amendment_that_is_a_part_of_the_decision_is_reflected():
    base, proposals = asked("we shall act", p="we shall now act", q="we shall here act")
    made = in_order(base, proposals)
    assert isinstance(made, Ordered)
    keys = [edit.key for edit in made.parts]

    alone = rebase(base, edits_between(base, text("we shall here act")), made.edits, keys)
    more = rebase(base, edits_between(base, text("all we shall here act")), made.edits, keys)

    assert alone == Satisfied()
    assert isinstance(more, CarriedOver)
    assert [shown(edit.new) for edit in more.reflected] == ["here"]
    assert shown(apply(made.text, more.edits)) == "all we shall now here act"


@given(insertions(3))
def test_every_order_holds_every_word_and_answers_every_part(case):
    base, proposals = case

    for names in permutations(proposals):
        made = in_order(base, {name: proposals[name] for name in names})
        event("ordered" if isinstance(made, Ordered) else made.hindrance.value)
        if isinstance(made, Ordered):
            keys = {edit.key for edit in made.parts}
            assert apply(base, made.edits) == made.text == tokenise(runs_of(made.text))
            assert apply(base, tuple(each.edit for each in made.contributions)) == made.text
            assert keys == {edit.key for edits in proposals.values() for edit in edits}
            assert len(written(base, uncredited(base), made.contributions)) == len(made.text)
            assert len(made.text) - len(base) == sum(edit.growth for edit in made.parts)
            assert all(rebase(base, edits, made.edits, keys) == Satisfied() for edits in proposals.values() if edits)


@given(insertions(2, others=1))
def test_what_is_free_of_all_that_is_ordered_is_free_of_the_decision(case):
    base, proposals = case
    *ordered, other = proposals.values()
    made = in_order(base, {str(at): edits for at, edits in enumerate(ordered)})
    assume(not any(in_conflict(base, edits, other) for edits in ordered))
    assume(isinstance(made, Ordered))
    assert isinstance(made, Ordered)
    keys = [edit.key for edit in made.parts]

    outcome = rebase(base, other, made.edits, keys)

    event(type(outcome).__name__)
    assert not isinstance(outcome, Blocked)


@given(fitting(3))
def test_ordering_what_goes_together_is_its_union(case):
    base, proposals = case

    made = in_order(base, proposals)

    assert isinstance(made, Ordered)
    assert made.text == apply(base, union(*proposals.values()))


@pytest.mark.parametrize("names", [("p",), ()])
def test_one_amendment_or_none_is_ordered_as_it_is(names):
    base, proposals = asked("we act", p="we now act")
    made = orders(base, {name: proposals[name] for name in names})

    assert isinstance(made, tuple)
    assert [each.names for each in made] == [names]
