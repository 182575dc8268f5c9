import pytest

from drafting.text import Run, conflicts, edits_between, looks, tokenise
from drafting.text.relation import Conflict, Look, Reason
from drafting.view.sentences import touching, touching_all

BASE = "Calls upon all States to share their data without delay and to inform the public;"


def found(one: str, other: str) -> tuple[Conflict | Look, ...]:
    base = tokenise((Run(BASE),))
    ours, theirs = (edits_between(base, tokenise((Run(words),))) for words in (one, other))
    return (*conflicts(base, ours, theirs), *looks(base, ours, theirs))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("without delay", "monthly"), ("without delay", "yearly"), Reason.OVERLAP),
        (("without delay ", ""), ("delay", "haste"), Reason.DELETE_AGAINST_MODIFY),
        (("share", "gladly share"), ("share", "always share"), Reason.SAME_PLACE),
        (("without delay ", ""), ("data without delay ", "data "), None),
        (("share", "not share"), ("their", "all"), Reason.NEAR),
    ],
)
def test_each_reason_is_a_phrase_that_names_the_words(
    one: tuple[str, str], other: tuple[str, str], reason: Reason | None
) -> None:
    relations = found(BASE.replace(*one), BASE.replace(*other))

    assert [each.reason for each in relations] == ([reason] if reason else [])
    for each in relations:
        phrase = touching(each)
        assert each.our_words in phrase
        assert each.their_words in phrase


@pytest.mark.parametrize("reason", Reason)
def test_there_is_a_phrase_for_every_reason(reason: Reason) -> None:
    (example,) = found(BASE.replace("delay", "haste"), BASE.replace("delay", "pause"))

    look = Look(reason, example.ours, example.theirs, "these", "those")

    assert "“these”" in touching(look)


def test_several_reasons_are_one_phrase_and_each_is_said_once() -> None:
    (example,) = found(BASE.replace("delay", "haste"), BASE.replace("delay", "pause"))
    assert isinstance(example, Conflict)

    assert touching_all((example, example)) == touching(example)
