"""The laws of the engine, as functions of drawn values: each asserts one.

They name the engine by its module (``text.rebase``), so that ``test_mutations`` can put a broken part in its place.
"""

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import event

from drafting import text
from drafting.text import Blocked, CarriedOver, Edits, Merged, Reason, Runs, Satisfied, Tokens, agreed, diff


def reading_again(runs: Runs) -> None:
    """What is written and read again is the same."""
    tokens = text.tokenise(runs)

    assert text.tokenise(text.runs_of(tokens)) == tokens
    assert text.runs_of(text.tokenise(text.runs_of(tokens))) == text.runs_of(tokens)


def round_trip(base: Tokens, proposed: Tokens) -> None:
    """The edits between two texts make the one of the other, also when they were stored."""
    edits = text.edits_between(base, proposed)

    assert text.apply(base, edits) == proposed
    assert text.edits_between(base, base) == ()
    assert text.edits_from_wire(text.edits_to_wire(edits)) == edits


def inverse(base: Tokens, proposed: Tokens) -> None:
    """The inverse takes the edits back; the inverse of the inverse is the edits."""
    edits = text.edits_between(base, proposed)
    undo = text.invert(base, edits)

    assert text.apply(proposed, undo) == base
    assert text.invert(proposed, undo) == edits
    assert _in_normal_form(undo)


def normal_form(base: Tokens, proposed: Tokens) -> None:
    """Edits are in order, their extents apart; each may be made at its leftmost place with equal effect."""
    edits = text.edits_between(base, proposed)

    assert _in_normal_form(edits)
    for edit in edits:
        start, stop, new = edit.key
        assert edit.low <= edit.start <= edit.stop <= edit.high
        assert start == edit.low
        assert base[:start] + new + base[stop:] == text.apply(base, (edit,))


def one_identity(base: Tokens, start: int, stop: int, new: Tokens) -> None:
    """An insertion or a deletion that could as well be made elsewhere has one key, wherever it was found."""
    if (start < stop) == bool(new):
        new = () if start < stop else base[:1]
    proposed = base[:start] + new + base[stop:]
    places = [
        (at, at + stop - start, proposed[at : at + len(new)])
        for at in range(len(base) + start - stop + 1)
        if base[:at] + proposed[at : at + len(new)] + base[at + stop - start :] == proposed
    ]

    found = {text.edits_between(base, base[:i] + words + base[j:]) for i, j, words in places}

    assert len(found) == 1
    for edit in found.pop():
        assert edit.low == min(at for at, _, _ in places)
        assert edit.high == max(at for _, at, _ in places)


def same_local_change(left: tuple[Tokens, Tokens], wall: Tokens, right: tuple[Tokens, Tokens]) -> None:
    """A change has the same keys whatever else the amendment changes far from it.

    Args:
        left: Words before and after a change.
        wall: Words that stand between, more than both changes have, and nowhere else.
        right: Words before and after another change.
    """
    base = left[0] + wall + right[0]
    alone = text.edits_between(base, left[1] + wall + right[0])
    other = text.edits_between(base, left[0] + wall + right[1])

    both = text.edits_between(base, left[1] + wall + right[1])

    assert [edit.key for edit in both] == [edit.key for edit in alone + other]


def redline_holds_both(base: Tokens, proposed: Tokens) -> None:
    """Of a redline, what is not deleted is the proposed text and what is not inserted the base."""
    line = text.redline(base, proposed)

    assert text.tokenise(text.joined([p for s in line if s.change != "deleted" for p in s.runs])) == proposed
    assert text.tokenise(text.joined([p for s in line if s.change != "inserted" for p in s.runs])) == base
    assert all(segment.runs for segment in line)
    assert all((one.change, one.move) != (other.change, other.move) for one, other in pairwise(line))


def symmetry(base: Tokens, texts: Sequence[Tokens]) -> None:
    """Conflicts and looks are the same from either side."""
    for one, other in combinations(_edits(base, texts), 2):
        there = {(found.reason, found.ours, found.theirs) for found in text.conflicts(base, one, other)}
        seen = {(look.reason, look.ours, look.theirs) for look in text.looks(base, one, other)}
        assert there == {(found.reason, found.theirs, found.ours) for found in text.conflicts(base, other, one)}
        assert {(o, t) for _, o, t in seen}.isdisjoint((o, t) for _, o, t in there)
        assert {(o, t) for r, o, t in seen if r is Reason.NEAR} == {
            (look.theirs, look.ours) for look in text.looks(base, other, one) if look.reason is Reason.NEAR
        }
        assert text.in_conflict(base, one, other) == text.in_conflict(base, other, one) == bool(there)
        assert not any(reason in (Reason.NEAR, Reason.REPEATED) for reason, _, _ in there)


def graph_agrees(base: Tokens, texts: Sequence[Tokens]) -> None:
    """The graph holds exactly the pairs in conflict."""
    proposals = proposals_of(base, texts)

    pairs = [pair for pair in combinations(proposals, 2) if text.conflicts(base, *(proposals[name] for name in pair))]

    assert text.conflict_graph(base, proposals) == tuple(pairs)


def pairwise_is_joint(base: Tokens, texts: Sequence[Tokens]) -> None:
    """Amendments of which each two fit together fit together all: their union is an amendment."""
    together = list(compatible(base, texts).values())
    whole = text.union(*together)
    event(f"{len(together)} together")

    assert _in_normal_form(whole)
    assert {edit.key for edit in whole} == {edit.key for each in together for edit in each}
    assert text.tokenise(text.runs_of(text.apply(base, whole))) == text.apply(base, whole)
    for each in together:
        others = text.union(*(other for other in together if other is not each))
        assert not text.in_conflict(base, each, others)
        assert isinstance(text.rebase(base, each, others), CarriedOver | Satisfied)


def confluence(base: Tokens, texts: Sequence[Tokens]) -> None:
    """Every order of accepting compatible amendments gives one text, and blocks none."""
    together = compatible(base, texts)
    expected = text.apply(base, text.union(*together.values()))

    outcomes = [accept_in(base, together, order) for order in permutations(together)]

    assert {made for made, _ in outcomes} == {expected}
    assert not any("blocked" in fate for _, fates in outcomes for fate in fates.values())


def graph_invariant(base: Tokens, texts: Sequence[Tokens]) -> None:
    """Accepting one amendment adds no conflict among the others, and takes none but with what is reflected."""
    first, *others = _edits(base, texts)
    after = text.apply(base, first)
    carried = [(edits, text.rebase(base, edits, first)) for edits in others]

    for (one, ours), (other, theirs) in combinations(carried, 2):
        if isinstance(ours, CarriedOver) and isinstance(theirs, CarriedOver):
            gone = {edit.key for edit in ours.reflected + theirs.reflected}
            pairs = {(found.ours.key, found.theirs.key) for found in text.conflicts(base, one, other)}
            still = {pair for pair in pairs if gone.isdisjoint(pair)}
            assert len(text.conflicts(after, ours.edits, theirs.edits)) == len(still)


def nothing_lost(base: Tokens, texts: Sequence[Tokens], order: Sequence[int]) -> None:
    """Every amendment is accepted, satisfied or in conflict with a named accepted one; the text is their union."""
    proposals = proposals_of(base, texts)
    graph = {frozenset(pair) for pair in text.conflict_graph(base, proposals)}

    made, fates = accept_in(base, proposals, [str(at) for at in order])

    accepted = [name for name in fates if fates[name] == "accepted"]
    taken = {edit.key for name in accepted for edit in proposals[name]}
    assert set(fates) == set(proposals)
    assert made == text.apply(base, text.union(*(proposals[name] for name in accepted)))
    for name, fate in fates.items():
        event(fate.split()[0])
        if fate == "satisfied":
            assert {edit.key for edit in proposals[name]} <= taken
        elif fate.startswith("blocked"):
            assert frozenset((name, fate.removeprefix("blocked by "))) in graph
        else:
            assert not any(frozenset((name, other)) in graph for other in accepted)


def merge_is_rebase(base: Tokens, texts: Sequence[Tokens]) -> None:
    """Merging gives what accepting either and then the other gives."""
    ours, theirs = _edits(base, texts)

    merged = text.merge(base, ours, theirs)

    for other, pending, accepted in ((texts[1], ours, theirs), (texts[0], theirs, ours)):
        match text.rebase(base, pending, accepted):
            case CarriedOver(edits):
                assert isinstance(merged, Merged)
                assert text.apply(other, edits) == text.apply(base, merged.edits)
            case Satisfied():
                assert isinstance(merged, Merged)
                assert text.apply(base, merged.edits) == other
            case Blocked() as blocked:
                assert not isinstance(merged, Merged)
                assert text.suggested(base, pending, accepted, blocked.conflicts) == merged.suggestion


def idempotence(base: Tokens, proposed: Tokens) -> None:
    """An amendment and its like are one: nothing is left of the second, and nothing is made twice."""
    edits = text.edits_between(base, proposed)

    assert text.same(edits, text.edits_between(base, proposed))
    assert not text.in_conflict(base, edits, edits)
    assert text.rebase(base, edits, edits) == Satisfied()
    assert text.union(edits, edits) == edits
    assert text.merge(base, edits, edits) == Merged(edits)


def history_is_its_steps(base: Tokens, pending: Tokens, later: Sequence[Tokens]) -> None:
    """Mapping an amendment through all later decisions does what mapping it through each does."""
    edits = text.edits_between(base, pending)
    decisions = [text.edits_between(old, new) for old, new in pairwise([base, *later])]

    outcome = text.rebase_through(base, edits, decisions)

    for step, (old, accepted) in enumerate(zip([base, *later], decisions, strict=False)):
        once = text.rebase(old, edits, accepted)
        event(type(once).__name__)
        if isinstance(once, Blocked):
            assert isinstance(outcome, Blocked)
            assert (outcome.step, outcome.conflicts) == (step, once.conflicts)
            return
        if isinstance(once, Satisfied):
            assert isinstance(outcome, Satisfied)
            return
        edits = once.edits
    assert isinstance(outcome, CarriedOver)
    assert outcome.edits == edits


def history_is_one_decision(base: Tokens, texts: Sequence[Tokens]) -> None:
    """Mapping through compatible decisions, one by one, gives what mapping over all of them at once gives."""
    pending = text.edits_between(base, texts[0])
    accepted = list(compatible(base, texts[1:]).values())
    decisions: list[Edits] = []
    before: Tokens = base
    so_far: Edits = ()
    for each in accepted:
        outcome = text.rebase(base, each, so_far)
        if isinstance(outcome, CarriedOver):
            decisions.append(outcome.edits)
            before, so_far = text.apply(before, outcome.edits), text.union(so_far, each)

    through, at_once = text.rebase_through(base, pending, decisions), text.rebase(base, pending, so_far)

    event(type(at_once).__name__)
    assert type(through) is type(at_once) or not (pending and decisions)
    if isinstance(through, CarriedOver) and isinstance(at_once, CarriedOver):
        assert through.edits == at_once.edits
        assert text.apply(before, through.edits) == text.apply(base, text.union(pending, so_far))


def composing(first: Tokens, second: Tokens, third: Tokens) -> None:
    """Composed edits do what one and then the other does."""
    edits = text.composed(first, text.edits_between(first, second), text.edits_between(second, third))

    assert text.apply(first, edits) == third
    assert _in_normal_form(edits)


def back_ends_agree(base: Tokens, texts: Sequence[Tokens]) -> None:
    """Where both back ends of the diff merge two amendments of one changed stretch each, they merge them to one text.

    Of several stretches it is no law: where few words repeat, two diffs of one length can keep different ones, and
    no slide leads from the one to the other (5 of 75,000 such pairs). So size alone chooses the back end, and what
    it found is stored.
    """
    made = [merged_by(largest, base, texts) for largest in (0, 10_000)]

    event("both merge" if None not in made else "a conflict")
    assert None in made or made[0] == made[1]


def merged_by(largest: int, base: Tokens, texts: Sequence[Tokens]) -> Tokens | None:
    """Merge two amendments with diff-match-patch up to ``largest`` tokens, rapidfuzz above; None on conflict."""
    found = diff.hunks
    with pytest.MonkeyPatch.context() as patch:
        for place in (diff, agreed):
            patch.setattr(place, "hunks", lambda old, new, _size=0: found(old, new, largest))
        merged = text.merge(base, *_edits(base, texts))
    return text.apply(base, merged.edits) if isinstance(merged, Merged) else None


def proposals_of(base: Tokens, texts: Sequence[Tokens]) -> dict[str, Edits]:
    """The amendments by name: their place, from 0."""
    return {str(at): edits for at, edits in enumerate(_edits(base, texts))}


def compatible(base: Tokens, texts: Sequence[Tokens]) -> dict[str, Edits]:
    """The amendments that fit with all kept before them."""
    kept: dict[str, Edits] = {}
    for name, edits in proposals_of(base, texts).items():
        if not any(text.in_conflict(base, edits, other) for other in kept.values()):
            kept[name] = edits
    return kept


def accept_in(base: Tokens, pending: dict[str, Edits], order: Sequence[str]) -> tuple[Tokens, dict[str, str]]:
    """Accept what can be accepted in an order; give the text and what became of each."""
    pending, fate = dict(pending), {}
    for name in order:
        if name not in pending:
            continue
        accepted = pending.pop(name)
        fate[name] = "accepted"
        for other, edits in list(pending.items()):
            outcome = text.rebase(base, edits, accepted)
            if isinstance(outcome, CarriedOver):
                pending[other] = outcome.edits
            else:
                del pending[other]
                fate[other] = f"blocked by {name}" if isinstance(outcome, Blocked) else "satisfied"
        base = text.apply(base, accepted)
    return base, fate


Law = Callable[..., None]


def _edits(base: Tokens, texts: Sequence[Tokens]) -> list[Edits]:
    return [text.edits_between(base, each) for each in texts]


def _in_normal_form(edits: Edits) -> bool:
    return all(left.high < right.low for left, right in pairwise(edits))
