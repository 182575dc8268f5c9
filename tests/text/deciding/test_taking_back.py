from itertools import pairwise, permutations

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from drafting.errors import InvalidTextError
from drafting.text import CarriedOver, Satisfied, Tokens, apply, edits_between, rebase_through, union
from drafting.text.deciding.ordering import Ordered, in_order
from drafting.text.deciding.taking_back import Decision, TakeBackToo, TakenBack, take_back
from tests.text.deciding.situations import Fitting, fitting, share_nothing, successive
from tests.text.texts import shown, text

FIRST, SECOND, THIRD, LAST = map(
    text,
    [
        "we shall act on all",
        "we shall act now on all",
        "we shall act now and here on all",
        "all of us shall act now and here on all",
    ],
)


def history(*texts: Tokens) -> list[Decision]:
    """Decisions that made each text of the one before."""
    return [Decision(str(at), edits_between(before, after), at) for at, (before, after) in enumerate(pairwise(texts))]


def test_a_decision_on_which_none_rests_is_taken_back():
    back = take_back(FIRST, history(FIRST, SECOND, THIRD, LAST), ["1"])

    assert isinstance(back, TakenBack)
    assert shown(back.text) == "all of us shall act now on all"
    assert [each.name for each in back.decisions] == ["0", "2"]
    assert apply(LAST, back.edits) == back.text


def test_what_rests_on_a_decision_is_named_and_nothing_done():
    assert take_back(FIRST, history(FIRST, SECOND, THIRD, LAST), ["0"]) == TakeBackToo(("1",))


def test_what_undid_a_decision_rests_on_it():
    assert take_back(FIRST, history(FIRST, SECOND, FIRST), ["0"]) == TakeBackToo(("1",))


def test_what_rests_on_what_rests_on_a_decision_is_named_too():
    fourth = text("we shall act now and also here on all")

    assert take_back(FIRST, history(FIRST, SECOND, THIRD, fourth), ["0"]) == TakeBackToo(("1", "2"))


def test_what_another_asked_for_too_stays_in_the_text():
    more = edits_between(FIRST, text("we should act now on all"))
    decisions = [Decision("a", edits_between(FIRST, SECOND), 0), Decision("b", more, 0)]

    back = take_back(FIRST, decisions, ["a"])

    assert isinstance(back, TakenBack)
    assert shown(back.text) == "we should act now on all"
    assert apply(text("we should act now on all"), back.edits) == back.text


def test_an_amendment_put_in_an_order_is_still_asked_for_when_the_order_is_taken_back():
    now, here = edits_between(FIRST, SECOND), edits_between(FIRST, text("we shall act here on all"))
    more = edits_between(FIRST, text("all of us shall act here on all"))
    made = in_order(FIRST, {"now": now, "here": here})
    assert isinstance(made, Ordered)
    start = Decision("start", edits_between(FIRST, text("we shall act on it all")), 0)
    after = apply(FIRST, start.edits)
    order = Decision("order", made.edits, 1, made.parts)
    assert after[:3] == FIRST[:3]
    decisions = [start, order, Decision("more", more, 0)]

    without_start = take_back(FIRST, decisions, ["start"])
    without_order = take_back(FIRST, decisions, ["order"])

    assert isinstance(without_start, TakenBack)
    assert isinstance(without_order, TakenBack)
    assert shown(without_start.text) == "all of us shall act now here on all"
    assert shown(without_order.text) == "all of us shall act here on it all"


def test_a_history_that_does_not_fit_is_refused():
    decisions = [
        Decision("a", edits_between(FIRST, SECOND), 0),
        Decision("b", edits_between(FIRST, text("we shall act here on all")), 0),
    ]

    with pytest.raises(InvalidTextError, match="does not fit"):
        take_back(FIRST, decisions, ["a"])


def test_without_decisions_there_is_nothing_to_take_back():
    assert take_back(FIRST, [], []) == TakenBack(FIRST, (), ())


def closed(base: Tokens, decisions: list[Decision], which: set[str]) -> set[str]:
    """The names with those that must be taken back too."""
    outcome = take_back(base, decisions, which)
    return which | set(outcome.names) if isinstance(outcome, TakeBackToo) else which


def taken(base: Tokens, decisions, which) -> TakenBack:
    outcome = take_back(base, decisions, which)
    assert isinstance(outcome, TakenBack)
    return outcome


subsets = st.sets(st.sampled_from(["0", "1", "2", "3"]))


@given(successive(4), subsets)
def test_what_must_be_taken_back_too_is_all_there_is(texts, which):
    base, decisions = texts[0], history(*texts)

    names = closed(base, decisions, which)

    back = taken(base, decisions, names)
    event(f"{len(which)} and {len(names) - len(which)} more")
    assert apply(texts[-1], back.edits) == back.text
    assert [each.name for each in back.decisions] == [each.name for each in decisions if each.name not in names]
    assert taken(base, back.decisions, []).text == back.text


@given(successive(4))
def test_all_taken_back_is_the_base_and_none_is_the_text(texts):
    base, decisions = texts[0], history(*texts)

    everything, nothing = taken(base, decisions, "0123"), taken(base, decisions, [])

    assert (everything.text, everything.decisions) == (base, ())
    assert (nothing.text, nothing.decisions, nothing.edits) == (texts[-1], tuple(decisions), ())


@given(successive(4), st.sampled_from("0123"))
def test_what_is_taken_back_and_accepted_again_leaves_the_same_text(texts, first):
    base, decisions = texts[0], history(*texts)
    names = closed(base, decisions, {first})
    back = taken(base, decisions, names)
    if len(names) > 1:
        return
    at = int(first)
    later = [each for each in back.decisions if each.made_on >= at]
    carried = rebase_through(texts[at], decisions[at].edits, [each.edits for each in later])

    event(f"{len(later)} later")
    again = carried.edits if isinstance(carried, CarriedOver) else ()
    assert isinstance(carried, CarriedOver | Satisfied)
    assert apply(back.text, again) == texts[-1]


@given(successive(4), subsets)
def test_the_order_of_taking_back_does_not_matter(texts, which):
    base, decisions = texts[0], history(*texts)
    names = closed(base, decisions, which)
    at_once = taken(base, decisions, names)

    for order in permutations(sorted(names)):
        text, left = texts[-1], tuple(decisions)
        for name in order:
            step = take_back(base, left, [name])
            if isinstance(step, TakeBackToo):
                break
            text, left = apply(text, step.edits), step.decisions
            assert text == step.text
        else:
            event("one by one")
            assert (text, left) == (at_once.text, at_once.decisions)


@given(fitting(4), subsets)
def test_of_compatible_amendments_there_remains_what_accepting_the_others_gives(case: Fitting, which):
    base, proposals = case
    decisions = [Decision(name, edits, 0) for name, edits in proposals.items()]

    back = taken(base, decisions, which)

    event("apart" if share_nothing(proposals) else "shared")
    others = [edits for name, edits in proposals.items() if name not in which]
    assert back.text == apply(base, union(*others))
    assert apply(apply(base, union(*proposals.values())), back.edits) == back.text


@given(fitting(4), subsets)
def test_decisions_told_as_they_were_made_are_taken_back_as_well(case: Fitting, which):
    base, proposals = case
    if not share_nothing(proposals):
        return
    decisions: list[Decision] = []
    for at, (name, edits) in enumerate(proposals.items()):
        carried = rebase_through(base, edits, [each.edits for each in decisions])
        assert isinstance(carried, CarriedOver)
        decisions.append(Decision(name, carried.edits, at))

    back = taken(base, decisions, which)

    assert back.text == apply(base, union(*(edits for name, edits in proposals.items() if name not in which)))
