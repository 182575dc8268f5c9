import pytest

from drafting.text import Conflicted, Edit, Merged, apply, edits_between, merge, union
from tests.text.texts import shown, text

BASE = "The Parties shall adopt national measures and report every two years on progress."


def merged(base: str, ours: str, theirs: str) -> Merged | Conflicted:
    tokens = text(base)
    return merge(tokens, edits_between(tokens, text(ours)), edits_between(tokens, text(theirs)))


def test_edits_apart_are_merged():
    outcome = merged(BASE, BASE.replace("shall", "should"), BASE.replace("every two years", "annually"))

    assert isinstance(outcome, Merged)
    assert shown(apply(text(BASE), outcome.edits)) == (
        "The Parties should adopt national measures and report annually on progress."
    )


def test_what_two_delegations_agree_on_is_made_once():
    ours = BASE.replace("national", "national and regional")
    theirs = ours.replace("two", "four")

    outcome = merged(BASE, ours, theirs)

    assert isinstance(outcome, Merged)
    assert apply(text(BASE), outcome.edits) == text(theirs)


def test_a_repeated_sentence_is_not_mistaken_for_its_twin():
    sentence = "Parties shall submit an annual report on the support {}."
    base = " ".join(["Developed " + sentence.format("provided"), "Developing " + sentence.format("received")])
    ours = base.replace("received", "needed and received")
    theirs = "Developed " + sentence.format("provided")

    assert isinstance(merged(base, ours, theirs), Conflicted)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "suggestion"),
    [
        ("a b c d", "a x c d", "a b y d", "a x y d"),
        ("y no no no x", "y no no x", "y no no no z", "y no no z"),
        ("a b c d e", "a e", "a b d e", "a e"),
        ("a b c d e", "a b d e", "a e", "a e"),
        ("(- b", "a- b", "(-b", "a-b"),
        ("a b", "a x b", "a y b", None),
        ("a b c d e", "a d e", "a b e", None),
    ],
)
def test_what_may_go_together_comes_with_its_text(base, ours, theirs, suggestion):
    outcome = merged(base, ours, theirs)

    assert isinstance(outcome, Conflicted)
    assert outcome.suggestion == (None if suggestion is None else text(suggestion))


def test_a_union_is_in_order_and_has_each_edit_once():
    one, other = Edit(5, 6, (), 5, 6), Edit(1, 1, text("x"), 1, 1)

    assert union((one,), (other,), (one,)) == (other, one)
    assert union() == ()
