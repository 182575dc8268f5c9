from itertools import permutations

from hypothesis import assume, event, given

from drafting.text import (
    Blocked,
    CarriedOver,
    Edits,
    Merged,
    Satisfied,
    Tokens,
    apply,
    conflicts,
    edits_between,
    merge,
    rebase,
    union,
)
from drafting.text.deciding.ordering import Ordered, in_order
from drafting.text.deciding.parts import parts, taken
from drafting.text.deciding.subamendment import (
    BecomesAmendment,
    FallsWithParent,
    WaitsWithParent,
    into_parent,
    parent_accepted,
    parent_accepted_in_part,
    parent_carried_over,
    parent_fell,
    parent_revised,
)
from tests.text.deciding.situations import left_of, subamended
from tests.text.texts import shown, text

BASE = text("The Parties shall report every two years on progress.")
PROPOSED = text("The Parties shall report in full every two years on progress.")
PARENT = edits_between(BASE, PROPOSED)
SUB = edits_between(PROPOSED, text("The Parties shall report in full and in time every two years on progress."))


def decided(proposed: str) -> Edits:
    return edits_between(BASE, text(proposed))


def test_accepted_it_is_in_its_parent():
    together = into_parent(BASE, PARENT, SUB)

    assert [shown(edit.new) for edit in together] == ["in full and in time"]


def test_when_the_parent_is_accepted_it_becomes_an_amendment():
    assert parent_accepted(SUB) == BecomesAmendment(SUB)


def test_when_the_parent_is_accepted_in_part_it_stays_on_the_same_text():
    edits = edits_between(BASE, text("All Parties shall report in full every two years on progress."))
    some = taken(BASE, edits, [0])
    assert len(parts(BASE, edits)) == 2

    assert apply(apply(BASE, some.accepted), some.rest) == apply(BASE, edits)
    assert parent_accepted_in_part(some.rest, SUB) == CarriedOver(SUB)
    assert parent_accepted_in_part((), SUB) == BecomesAmendment(SUB)


def test_it_is_carried_over_a_decision_with_its_parent():
    accepted = decided("All the Parties shall report every two years on progress.")

    outcome = parent_carried_over(BASE, PARENT, SUB, accepted)

    moved = rebase(BASE, PARENT, accepted)
    assert isinstance(outcome, CarriedOver)
    assert isinstance(moved, CarriedOver)
    proposed = apply(apply(BASE, accepted), moved.edits)
    assert shown(apply(proposed, outcome.edits)) == (
        "All the Parties shall report in full and in time every two years on progress."
    )


def test_a_decision_on_its_own_words_blocks_it_and_not_its_parent():
    sub = edits_between(PROPOSED, text("The Parties shall report in full every four years on progress."))
    accepted = decided("The Parties shall report every five years on progress.")

    outcome = parent_carried_over(BASE, PARENT, sub, accepted)

    assert isinstance(outcome, Blocked)
    assert [(c.our_words, c.their_words) for c in outcome.conflicts] == [("two", "two")]


def test_a_decision_that_asks_for_the_same_satisfies_it():
    sub = edits_between(PROPOSED, text("The Parties shall report in full every four years on progress."))
    accepted = decided("The Parties shall report every four years on progress.")

    assert parent_carried_over(BASE, PARENT, sub, accepted) == Satisfied()


def test_it_waits_while_its_parent_is_blocked():
    accepted = decided("The Parties shall report at once every two years on progress.")

    outcome = parent_carried_over(BASE, PARENT, SUB, accepted)

    assert outcome == WaitsWithParent(conflicts(BASE, PARENT, accepted))


def test_a_parent_that_is_in_the_text_already_makes_it_an_amendment():
    accepted = decided("All Parties shall report in full every two years on progress.")

    outcome = parent_carried_over(BASE, PARENT, SUB, accepted)

    assert isinstance(outcome, BecomesAmendment)
    assert shown(apply(apply(BASE, accepted), outcome.edits)) == (
        "All Parties shall report in full and in time every two years on progress."
    )
    assert parent_carried_over(BASE, PARENT, SUB, PARENT) == BecomesAmendment(SUB)


def test_a_parent_put_in_an_order_with_another_makes_it_an_amendment_too():
    other = decided("The Parties shall report at once every two years on progress.")
    made = in_order(BASE, {"other": other, "parent": PARENT})
    assert isinstance(made, Ordered)
    sub = edits_between(PROPOSED, text("The Parties shall report in full every four years on progress."))

    outcome = parent_carried_over(BASE, PARENT, sub, made.edits, [edit.key for edit in made.parts])

    assert isinstance(outcome, BecomesAmendment)
    assert (
        shown(apply(made.text, outcome.edits))
        == "The Parties shall report at once in full every four years on progress."
    )


def test_a_parent_partly_put_in_an_order_keeps_it():
    parent = decided("The Parties shall report in full every two years on all progress.")
    other = decided("The Parties shall report at once every two years on progress.")
    made = in_order(BASE, {"other": other, "same": PARENT})
    assert isinstance(made, Ordered)
    proposed = apply(BASE, parent)
    sub = edits_between(proposed, text(shown(proposed).replace("two", "four")))
    keys = [edit.key for edit in made.parts]

    outcome = parent_carried_over(BASE, parent, sub, made.edits, keys)

    moved = rebase(BASE, parent, made.edits, keys)
    assert isinstance(outcome, CarriedOver)
    assert isinstance(moved, CarriedOver)
    assert shown(apply(apply(made.text, moved.edits), outcome.edits)) == (
        "The Parties shall report at once in full every four years on all progress."
    )


def test_it_is_carried_over_a_revision_of_its_parent():
    revised = decided("All Parties shall report in full every two years on progress.")

    outcome = parent_revised(BASE, PARENT, SUB, revised)

    assert isinstance(outcome, CarriedOver)
    assert shown(apply(apply(BASE, revised), outcome.edits)) == (
        "All Parties shall report in full and in time every two years on progress."
    )
    assert isinstance(parent_revised(BASE, PARENT, SUB, ()), Blocked)
    assert parent_revised(BASE, PARENT, SUB, into_parent(BASE, PARENT, SUB)) == Satisfied()


def test_it_falls_with_its_parent():
    assert parent_fell("Amendment 7") == FallsWithParent("Amendment 7")


def test_two_of_one_parent_are_as_two_amendments_of_one_text():
    other = edits_between(PROPOSED, text("The Parties shall report in full every two years."))

    assert conflicts(PROPOSED, SUB, other) == ()
    assert isinstance(merge(PROPOSED, SUB, other), Merged)


@given(subamended())
def test_the_parent_first_or_the_sub_amendment_first_gives_one_text(case):
    base, proposed, (sub_text,), _ = case
    parent, sub = edits_between(base, proposed), edits_between(proposed, sub_text)

    parent_first = apply(apply(base, parent), parent_accepted(sub).edits)

    assert apply(base, into_parent(base, parent, sub)) == parent_first == sub_text


@given(subamended())
def test_a_decision_free_of_both_gives_one_text_whenever_it_is_taken(case):
    base, proposed, (sub_text,), (other,) = case
    parent, sub, decision = edits_between(base, proposed), edits_between(proposed, sub_text), edits_between(base, other)
    over_parent = rebase(base, decision, parent)
    assume(isinstance(over_parent, CarriedOver) and not over_parent.reflected)
    over_both = rebase(proposed, left_of(over_parent), sub)
    assume(isinstance(over_both, CarriedOver) and not over_both.reflected)

    texts = {accepted_in(base, parent, sub, decision, order) for order in permutations(("parent", "sub", "decision"))}

    event(f"{len(parent)} edits, {len(sub)} in them, {len(decision)} beside")
    assert texts == {apply(sub_text, left_of(over_both))}


def accepted_in(base: Tokens, parent: Edits, sub: Edits, decision: Edits, order: tuple[str, ...]) -> Tokens:
    """The text when parent, sub-amendment and decision are accepted in an order; what was accepted is empty."""
    for act in order:
        if act == "sub" and parent:
            parent, sub = into_parent(base, parent, sub), ()
        elif act == "decision":
            (base, parent, sub), decision = after_decision(base, parent, sub, decision), ()
        else:
            accepted = parent if act == "parent" else sub
            decision = left_of(rebase(base, decision, accepted))
            base, parent, sub = apply(base, accepted), (), sub if act == "parent" else ()
    return base


def after_decision(base: Tokens, parent: Edits, sub: Edits, decision: Edits) -> tuple[Tokens, Edits, Edits]:
    mapped = parent_carried_over(base, parent, sub, decision)
    assert isinstance(mapped, CarriedOver | BecomesAmendment | Satisfied)
    left = () if isinstance(mapped, Satisfied) else mapped.edits
    return apply(base, decision), left_of(rebase(base, parent, decision)), left


@given(subamended(subs=2))
def test_two_of_one_parent_go_into_it_in_either_order(case):
    base, proposed, texts, _ = case
    parent = edits_between(base, proposed)
    one, other = (edits_between(proposed, each) for each in texts)
    over_one, over_other = rebase(proposed, other, one), rebase(proposed, one, other)
    assume(isinstance(over_one, CarriedOver) and isinstance(over_other, CarriedOver))

    first = into_parent(base, into_parent(base, parent, one), left_of(over_one))
    second = into_parent(base, into_parent(base, parent, other), left_of(over_other))

    assert apply(base, first) == apply(base, second)


@given(subamended(subs=1, others=1))
def test_it_is_on_the_text_that_its_parent_proposes_after_the_decision(case):
    base, proposed, (sub_text,), (other,) = case
    parent, sub, decision = edits_between(base, proposed), edits_between(proposed, sub_text), edits_between(base, other)

    outcome = parent_carried_over(base, parent, sub, decision)

    event(type(outcome).__name__)
    moved = rebase(base, parent, decision)
    assert isinstance(outcome, WaitsWithParent) == isinstance(moved, Blocked)
    if isinstance(outcome, CarriedOver | BecomesAmendment) and not isinstance(moved, Blocked):
        after = apply(apply(base, decision), left_of(moved))
        over_parent = left_of(rebase(base, decision, parent))
        assert apply(after, outcome.edits) == apply(proposed, union(sub, over_parent))
