from itertools import pairwise

from hypothesis import event, given

from drafting.text import (
    Blocked,
    CarriedOver,
    Edits,
    Satisfied,
    Tokens,
    apply,
    edits_between,
    rebase,
    rebase_through,
    union,
)
from tests.text.deciding.situations import pending_beside, successive
from tests.text.texts import text


def stepwise(base: Tokens, pending: Edits, decisions: list[Edits]) -> tuple[Edits | None, int]:
    """The edits that are left, or None where a decision blocks; and how many decisions were passed."""
    for at, accepted in enumerate(decisions):
        outcome = rebase(base, pending, accepted)
        if isinstance(outcome, Blocked):
            return None, at
        pending, base = (outcome.edits if isinstance(outcome, CarriedOver) else ()), apply(base, accepted)
    return pending, len(decisions)


def one_after_another(base: Tokens, proposals: list[Edits]) -> list[Edits]:
    """Compatible amendments as decisions, each on the text the one before left."""
    out: list[Edits] = []
    for edits in proposals:
        carried = rebase_through(base, edits, out)
        out.append(carried.edits if isinstance(carried, CarriedOver) else ())
    return out


def test_what_several_decisions_reflected_is_told_in_the_words_asked_for():
    base = text("a b c d e f g")
    pending = edits_between(base, text("a x c d y f z"))
    decisions = one_after_another(
        base, [edits_between(base, text("a b c d y f g")), edits_between(base, text("n a x c d e f g"))]
    )

    outcome = rebase_through(base, pending, decisions)

    assert isinstance(outcome, CarriedOver)
    assert outcome.reflected == pending[:2]
    assert outcome.edits == (pending[2].shift(1),)


@given(successive(4))
def test_mapping_through_a_history_is_mapping_step_by_step(texts):
    other, base, *later = texts
    decisions = [edits_between(before, after) for before, after in pairwise([base, *later])]
    pending = edits_between(base, other)

    outcome = rebase_through(base, pending, decisions)

    left, passed = stepwise(base, pending, decisions)
    event(type(outcome).__name__)
    assert isinstance(outcome, Blocked) == (left is None)
    assert not isinstance(outcome, Blocked) or outcome.step == passed
    assert not isinstance(outcome, CarriedOver) or outcome.edits == left
    assert not isinstance(outcome, Satisfied) or not left


@given(pending_beside(4))
def test_mapping_through_a_history_is_mapping_over_the_union_of_its_decisions(case):
    base, pending, proposals = case
    accepted = list(proposals.values())

    outcome = rebase_through(base, pending, one_after_another(base, accepted))

    whole = rebase(base, pending, union(*accepted))
    event(f"{type(outcome).__name__} over {len(accepted)}")
    assert type(outcome) is type(whole)
    assert isinstance(outcome, Blocked) or outcome == whole
