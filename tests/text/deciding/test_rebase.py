import re
from pathlib import Path

import drafting.text
from drafting.text import (
    Blocked,
    CarriedOver,
    Reason,
    Satisfied,
    apply,
    edits_between,
    rebase,
    rebase_through,
)
from tests.text.texts import shown, text

BASE = text("The Parties shall adopt national measures and report every two years on progress.")


def asked(old: str, new: str, base=BASE):
    return edits_between(base, text(shown(base).replace(old, new)))


def test_an_amendment_elsewhere_is_carried_over():
    accepted = asked("The Parties", "All the States Parties")

    outcome = rebase(BASE, asked("two", "four"), accepted)

    assert isinstance(outcome, CarriedOver)
    assert shown(apply(apply(BASE, accepted), outcome.edits)) == (
        "All the States Parties shall adopt national measures and report every four years on progress."
    )


def test_what_is_already_in_the_text_is_named_and_the_rest_carried_over():
    accepted = asked("shall", "should")
    pending = edits_between(BASE, text(shown(BASE).replace("shall", "should").replace("two", "four")))

    outcome = rebase(BASE, pending, accepted)

    assert isinstance(outcome, CarriedOver)
    assert [shown(edit.new) for edit in outcome.edits] == ["four"]
    assert [shown(edit.new) for edit in outcome.reflected] == ["should"]


def test_an_amendment_wholly_in_the_text_is_satisfied():
    accepted = edits_between(BASE, text(shown(BASE).replace("shall", "should").replace("two", "four")))

    assert rebase(BASE, asked("two", "four"), accepted) == Satisfied()


def test_an_amendment_on_the_same_words_is_blocked_with_both_edits():
    outcome = rebase(BASE, asked("shall", "should"), asked("shall adopt", "may adopt"))

    assert isinstance(outcome, Blocked)
    assert [(c.reason, shown(c.ours.new), shown(c.theirs.new)) for c in outcome.conflicts] == [
        (Reason.OVERLAP, "should", "may")
    ]


def test_an_amendment_is_carried_over_several_decisions():
    first = asked("The", "All")
    second = asked("national ", "", apply(BASE, first))

    outcome = rebase_through(BASE, asked("two", "four"), [first, second])

    assert isinstance(outcome, CarriedOver)
    assert shown(apply(apply(apply(BASE, first), second), outcome.edits)) == (
        "All Parties shall adopt measures and report every four years on progress."
    )


def test_the_decision_that_blocks_is_named():
    first = asked("The", "All")
    second = asked("two", "five", apply(BASE, first))

    outcome = rebase_through(BASE, asked("two", "four"), [first, second])

    assert isinstance(outcome, Blocked)
    assert outcome.step == 1


def test_a_later_decision_can_satisfy():
    first = asked("The", "All")
    second = asked("two", "four", apply(BASE, first))

    assert rebase_through(BASE, asked("two", "four"), [first, second]) == Satisfied()


def test_without_decisions_all_stands():
    pending = asked("two", "four")

    assert rebase_through(BASE, pending, []) == CarriedOver(pending)


def test_the_example_in_the_guide_holds():
    guide = (Path(drafting.text.__file__).parent / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)

    exec(compile(example, "README.md", "exec"), {})
