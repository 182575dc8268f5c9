import pytest

from drafting.text import Run, conflicts, edits_between, looks, tokenise
from drafting.text.deciding.relation import Conflict, Look, Reason
from drafting.view.sentences import as_sentence, sides, touching, touching_all

BASE = "Calls upon all States to share their data without delay and to inform the public;"


def found(one: str, other: str, base: str = BASE) -> tuple[Conflict | Look, ...]:
    tokens = tokenise((Run(base),))
    ours, theirs = (edits_between(tokens, tokenise((Run(words),))) for words in (one, other))
    return (*conflicts(tokens, ours, theirs), *looks(tokens, ours, theirs))


@pytest.mark.parametrize(
    ("one", "other", "reason", "said"),
    [
        (
            ("without delay", "monthly"),
            ("without delay", "yearly"),
            Reason.OVERLAP,
            "Morocco replaces “without delay” with “monthly”, Estonia replaces “without delay” with “yearly”",
        ),
        (
            ("without delay ", ""),
            ("delay", "haste"),
            Reason.DELETE_AGAINST_MODIFY,
            "Morocco deletes “without delay”, Estonia replaces “delay” with “haste”",
        ),
        (
            ("delay", "undue delay"),
            ("without delay ", ""),
            Reason.DELETE_AGAINST_MODIFY,
            "Morocco inserts “undue” after “their data without”, Estonia deletes “without delay”",
        ),
        (
            ("share", "gladly share"),
            ("share", "always share"),
            Reason.SAME_PLACE,
            "both insert at the same place: Morocco “gladly”, Estonia “always”",
        ),
        (
            ("delay", "haste"),
            ("without delay", "without delay, as appropriate,"),
            Reason.TOUCHING,
            "the changes stand side by side: Morocco replaces “delay” with “haste”, "
            "Estonia inserts “, as appropriate,” after “data without delay”",
        ),
        (
            ("share", "not share"),
            ("their", "all"),
            Reason.NEAR,
            "Morocco inserts “not” after “all States to”, Estonia replaces “their” with “all”; "
            "read the whole clause before both are taken",
        ),
    ],
)
def test_each_side_is_named_with_what_it_does(
    one: tuple[str, str], other: tuple[str, str], reason: Reason, said: str
) -> None:
    (relation,) = found(BASE.replace(*one), BASE.replace(*other))

    assert (relation.reason, touching(relation, "Morocco", "Estonia")) == (reason, said)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_deletion_within_a_larger_one_is_named_first_whoever_asks_for_it(swapped: bool) -> None:
    small, large = BASE.replace("without delay ", ""), BASE.replace("their data without delay ", "")

    (relation,) = found(large, small) if swapped else found(small, large)
    said = touching(relation, "India", "Spain") if swapped else touching(relation, "Spain", "India")

    assert relation.reason is Reason.SUBSUMED
    assert said == "Spain deletes “without delay”, which lies within what India deletes"


def test_words_that_stand_twice_are_said_to_be_perhaps_the_same_place() -> None:
    (relation,) = found("y no no x", "y no no no z", base="y no no no x")

    assert touching(relation, "Morocco", "Estonia") == (
        "the same words stand here more than once: Morocco deletes “no”, Estonia replaces “x” with “z”; "
        "this may be one place"
    )


def test_the_same_words_put_in_twice_are_said_once() -> None:
    (relation,) = found("x a b c", "a b c x", base="a b c")

    assert touching(relation) == "both insert “x”, at two places of one sentence"


def test_sides_without_names_are_one_and_the_other() -> None:
    (relation,) = found(BASE.replace("delay", "haste"), BASE.replace("without delay ", ""))

    assert touching(relation) == "one replaces “delay” with “haste”, the other deletes “without delay”"


@pytest.mark.parametrize("reason", Reason)
def test_there_is_a_phrase_for_every_reason(reason: Reason) -> None:
    (example,) = found(BASE.replace("delay", "haste"), BASE.replace("delay", "pause"))

    look = Look(reason, example.ours, example.theirs, example.base)

    assert "“delay”" in touching(look)


def test_several_reasons_are_one_phrase_and_each_is_said_once() -> None:
    (example,) = found(BASE.replace("delay", "haste"), BASE.replace("delay", "pause"))
    assert isinstance(example, Conflict)

    assert touching_all((example, example), "India", "Spain") == touching(example, "India", "Spain")


def test_two_amendments_of_one_delegation_are_told_apart_by_their_numbers() -> None:
    assert sides((3, "India"), (7, "Spain")) == ("India", "Spain")
    assert sides((3, "India"), (7, "India")) == ("Amendment 3", "Amendment 7")


def test_a_phrase_that_stands_alone_is_a_sentence() -> None:
    assert as_sentence("your text deletes “all”") == "Your text deletes “all”."
