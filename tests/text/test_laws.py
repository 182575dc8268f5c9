"""The laws that make the order of decisions immaterial and lose nothing."""

from itertools import combinations, pairwise, permutations

from hypothesis import assume, event, given
from hypothesis import strategies as st

from drafting.text import (
    Blocked,
    CarriedOver,
    Edits,
    Merged,
    Reason,
    Satisfied,
    Tokens,
    apply,
    composed,
    conflict_graph,
    conflicts,
    edits_between,
    edits_from_wire,
    edits_to_wire,
    in_conflict,
    invert,
    joined,
    looks,
    merge,
    rebase,
    redline,
    runs_of,
    same,
    suggested,
    tokenise,
    union,
)
from tests.text.texts import any_text, negotiations, runs_with_marks


def proposals_of(base: Tokens, texts: list[Tokens]) -> dict[str, Edits]:
    return {str(at): edits_between(base, text) for at, text in enumerate(texts)}


def accept_in(base: Tokens, pending: dict[str, Edits], order: tuple[str, ...]) -> tuple[Tokens, dict[str, str]]:
    """Accept what can be accepted in an order; give the text and what became of each."""
    pending, fate = dict(pending), {}
    for name in order:
        if name not in pending:
            continue
        accepted = pending.pop(name)
        fate[name] = "accepted"
        for other, edits in list(pending.items()):
            outcome = rebase(base, edits, accepted)
            if isinstance(outcome, CarriedOver):
                pending[other] = outcome.edits
            else:
                del pending[other]
                fate[other] = f"blocked by {name}" if isinstance(outcome, Blocked) else "satisfied"
        base = apply(base, accepted)
    return base, fate


@given(runs_with_marks())
def test_reading_a_text_again_gives_the_same_tokens(runs):
    tokens = tokenise(runs)

    assert tokenise(runs_of(tokens)) == tokens
    assert runs_of(tokenise(runs_of(tokens))) == runs_of(tokens)


@given(any_text(), any_text())
def test_edits_make_the_proposed_text_and_can_be_undone(base, proposed):
    edits = edits_between(base, proposed)
    undo = invert(base, edits)

    assert apply(base, edits) == proposed
    assert apply(proposed, undo) == base
    assert invert(proposed, undo) == edits
    assert edits_between(base, base) == ()
    assert edits_from_wire(edits_to_wire(edits)) == edits


@given(any_text(), any_text())
def test_edits_are_in_normal_form_and_slide_within_their_extent(base, proposed):
    edits = edits_between(base, proposed)

    assert all(left.high < right.low for left, right in pairwise(edits))
    for edit in edits:
        start, stop, new = edit.key
        assert edit.low <= edit.start <= edit.stop <= edit.high
        assert start == edit.low
        assert base[:start] + new + base[stop:] == apply(base, (edit,))


@given(any_text(), any_text())
def test_a_redline_holds_both_texts(base, proposed):
    line = redline(base, proposed)

    assert tokenise(joined([p for s in line if s.change != "deleted" for p in s.runs])) == proposed
    assert tokenise(joined([p for s in line if s.change != "inserted" for p in s.runs])) == base
    assert all(segment.runs for segment in line)
    assert all(left.change != right.change for left, right in pairwise(line))


@given(negotiations(3))
def test_conflicts_are_symmetric_and_the_graph_agrees(case):
    base, texts = case
    proposals = proposals_of(base, texts)
    pairs = [
        (one, other) for one, other in combinations(proposals, 2) if conflicts(base, proposals[one], proposals[other])
    ]

    assert conflict_graph(base, proposals) == tuple(pairs)
    for one, other in combinations(proposals.values(), 2):
        there = {(c.reason, c.ours, c.theirs) for c in conflicts(base, one, other)}
        assert there == {(c.reason, c.theirs, c.ours) for c in conflicts(base, other, one)}
        assert {(c.ours, c.theirs) for c in looks(base, one, other)}.isdisjoint((o, t) for _, o, t in there)
        assert in_conflict(base, one, other) == bool(there)
        assert not any(c.reason in (Reason.NEAR, Reason.REPEATED) for c in conflicts(base, one, other))


@given(negotiations(4))
def test_the_order_of_acceptance_does_not_matter(case):
    base, texts = case
    together: dict[str, Edits] = {}
    for name, edits in proposals_of(base, texts).items():
        if not any(in_conflict(base, edits, other) for other in together.values()):
            together[name] = edits
    assume(len(together) > 1)
    expected = apply(base, union(*together.values()))

    outcomes = [accept_in(base, together, order) for order in permutations(together)]

    assert {text for text, _ in outcomes} == {expected}
    assert tokenise(runs_of(expected)) == expected
    assert not any("blocked" in fate for _, fates in outcomes for fate in fates.values())


@given(negotiations(4), st.permutations(["0", "1", "2", "3"]))
def test_nothing_is_lost(case, order):
    base, texts = case
    proposals = proposals_of(base, texts)
    graph = {frozenset(pair) for pair in conflict_graph(base, proposals)}

    text, fates = accept_in(base, proposals, tuple(order))

    accepted = [name for name in fates if fates[name] == "accepted"]
    taken = {edit.key for name in accepted for edit in proposals[name]}
    assert set(fates) == set(proposals)
    assert text == apply(base, union(*(proposals[name] for name in accepted)))
    for name, fate in fates.items():
        event(fate.split()[0])
        if fate == "satisfied":
            assert {edit.key for edit in proposals[name]} <= taken
        elif fate.startswith("blocked"):
            assert frozenset((name, fate.removeprefix("blocked by "))) in graph
        else:
            assert not any(frozenset((name, other)) in graph for other in accepted)


@given(negotiations(4))
def test_accepting_one_amendment_changes_no_conflict_among_the_others(case):
    base, texts = case
    first, *others = proposals_of(base, texts).values()
    after = apply(base, first)
    carried = [(edits, rebase(base, edits, first)) for edits in others]

    for (one, ours), (other, theirs) in combinations(carried, 2):
        if isinstance(ours, CarriedOver) and isinstance(theirs, CarriedOver):
            left = {(c.ours.key, c.theirs.key) for c in conflicts(base, one, other)}
            gone = {edit.key for edit in ours.reflected + theirs.reflected}
            still = {pair for pair in left if gone.isdisjoint(pair)}
            assert len(conflicts(after, ours.edits, theirs.edits)) == len(still)


@given(negotiations(2))
def test_merging_is_rebasing_either_way(case):
    base, (a, b) = case
    ours, theirs = edits_between(base, a), edits_between(base, b)

    merged = merge(base, ours, theirs)

    for text, pending, accepted in ((b, ours, theirs), (a, theirs, ours)):
        match rebase(base, pending, accepted):
            case CarriedOver(edits):
                assert isinstance(merged, Merged)
                assert apply(text, edits) == apply(base, merged.edits)
            case Satisfied():
                assert isinstance(merged, Merged)
                assert apply(base, merged.edits) == text
            case Blocked() as blocked:
                assert not isinstance(merged, Merged)
                assert suggested(base, pending, accepted, blocked.conflicts) == merged.suggestion


@given(negotiations(1))
def test_an_identical_amendment_is_satisfied(case):
    base, (proposed,) = case
    edits = edits_between(base, proposed)

    assert same(edits, edits_between(base, proposed))
    assert rebase(base, edits, edits) == Satisfied()
    assert union(edits, edits) == edits


@given(any_text(), any_text(), any_text())
def test_composed_edits_do_what_one_does_after_the_other(first, second, third):
    edits = composed(first, edits_between(first, second), edits_between(second, third))

    assert apply(first, edits) == third
