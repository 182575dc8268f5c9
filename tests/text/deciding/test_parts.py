from itertools import combinations, pairwise

from hypothesis import event, given
from hypothesis import strategies as st

from drafting.text import apply, edits_between, rebase, redline, runs_of, tokenise
from drafting.text.deciding.parts import parts, taken
from tests.text.deciding.situations import hyphened, left_of
from tests.text.texts import drawn, negotiations, shown, text

BASE = text("The Parties shall adopt national measures and report every two years on progress.")


def asked(proposed: str):
    return edits_between(BASE, text(proposed))


def test_changes_that_are_shown_apart_are_parts():
    edits = asked("The States shall adopt national measures and report every four years on all progress.")

    assert [[shown(edit.new) for edit in part] for part in parts(BASE, edits)] == [["States"], ["four"], ["all"]]


def test_changes_that_are_shown_as_one_are_one_part():
    edits = asked("The Parties are invited to take regional measures and report every two years on progress.")
    base = text("The Parties shall adopt a measure")
    one = edits_between(base, text("The Parties undertake a regulation"))

    assert len(parts(BASE, edits)) == 1
    assert len(one) == 2
    assert parts(base, one) == (one,)


def test_changes_that_are_shown_with_other_words_kept_are_one_part():
    base = text("of a the")
    edits = edits_between(base, text("the a"))

    assert len(edits) == 2
    assert drawn(redline(base, text("the a"))) == "[-of a-] the[+ a+]"
    assert parts(base, edits) == (edits,)


def test_changes_of_which_one_alone_would_join_words_are_one_part():
    base = text("so (-b")
    edits = edits_between(base, text("so a- c"))

    assert len(edits) == 2
    assert parts(base, edits) == (edits,)


def test_some_parts_are_accepted_and_the_rest_stays_pending():
    edits = asked("The States shall adopt national measures and report every four years on all progress.")

    some = taken(BASE, edits, [1])

    after = apply(BASE, some.accepted)
    assert shown(after) == "The Parties shall adopt national measures and report every four years on progress."
    assert apply(after, some.rest) == apply(BASE, edits)


def test_no_part_or_every_part_can_be_accepted():
    edits = asked("The States shall adopt national measures and report every four years on progress.")

    assert (taken(BASE, edits, []).accepted, taken(BASE, edits, []).rest) == ((), edits)
    assert (taken(BASE, edits, [0, 1]).accepted, taken(BASE, edits, [0, 1]).rest) == (edits, ())
    assert parts(BASE, ()) == ()


@given(negotiations(1) | hyphened())
def test_parts_are_the_edits_and_any_of_them_make_a_text(case):
    base, (proposed,) = case
    edits = edits_between(base, proposed)

    found = parts(base, edits)

    event(f"{len(found)} parts of {len(edits)} edits")
    assert tuple(edit for part in found for edit in part) == edits
    for size in range(len(found) + 1):
        for some in combinations(range(len(found)), size):
            accepted = taken(base, edits, some)
            after = apply(base, accepted.accepted)
            assert tokenise(runs_of(after)) == after
            assert apply(after, accepted.rest) == proposed


@given(negotiations(1))
def test_between_two_parts_words_are_shown_kept_that_the_edits_keep_too(case):
    base, (proposed,) = case
    shown_kept = set()
    at = new_at = 0
    for segment in redline(base, proposed):
        size = len(tokenise(segment.runs))
        if segment.change == "kept":
            shown_kept |= {(at + step, new_at + step) for step in range(size + 1)}
        at += 0 if segment.change == "inserted" else size
        new_at += 0 if segment.change == "deleted" else size

    found = parts(base, edits_between(base, proposed))

    grown = 0
    for left, right in pairwise(found):
        grown += sum(edit.growth for edit in left)
        gaps = range(left[-1].stop, right[0].start + 1)
        assert any((gap, gap + grown) in shown_kept for gap in gaps)


@given(negotiations(1), st.randoms(use_true_random=False))
def test_parts_accepted_one_after_another_in_any_order_make_the_whole_text(case, random):
    base, (proposed,) = case
    text, rest = base, edits_between(base, proposed)
    pending = list(parts(base, rest))
    random.shuffle(pending)

    while pending:
        first, *others = pending
        carried = [left_of(rebase(text, other, first)) for other in others]
        text, pending = apply(text, first), carried

    assert text == proposed


@given(negotiations(1), st.randoms(use_true_random=False))
def test_what_is_left_of_an_amendment_can_be_accepted_in_part_again(case, random):
    base, (proposed,) = case
    text, rest = base, edits_between(base, proposed)

    while rest:
        some = taken(text, rest, [random.randrange(len(parts(text, rest)))])
        text, rest = apply(text, some.accepted), some.rest

    assert text == proposed
