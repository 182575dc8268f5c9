"""The laws of decisions on whole clauses: the order does not matter, and nothing is lost."""

from itertools import combinations, permutations

from hypothesis import assume, event, given
from hypothesis import strategies as st

from drafting.text import Satisfied, edits_between, runs_of, tokenise
from drafting.text.clauses.acceptance import accept
from drafting.text.clauses.carrying import Blocked, CarriedOver, carried, carried_through
from drafting.text.clauses.operations import Amend, Delete, Insert, Join, Move, Operation, Split, same
from drafting.text.clauses.outline import Outline
from drafting.text.clauses.placing import in_order, one_after_another
from drafting.text.clauses.relation import ClauseReason, clause_conflicts
from drafting.text.clauses.wire import from_wire, to_wire
from tests.text.clauses.outlines import accept_in, cases, edits_of, fits, outlines, places, shape
from tests.text.texts import text


def compatible(of: Outline, pending: dict[str, Operation]) -> dict[str, Operation]:
    """Operations of which no two conflict, at most four."""
    together: dict[str, Operation] = {}
    for name, operation in pending.items():
        if len(together) < 4 and not any(clause_conflicts(of, operation, other) for other in together.values()):
            together[name] = operation
    return together


def kinds(operations: dict[str, Operation]) -> str:
    return " ".join(sorted({type(each).__name__ for each in operations.values()}))


@given(cases(2))
def test_clashes_are_symmetric(case):
    of, pending = case
    assume(len(pending) == 2)
    ours, theirs = pending.values()

    there, back = clause_conflicts(of, ours, theirs), clause_conflicts(of, theirs, ours)

    event(", ".join(conflict.reason for conflict in there) or "free")
    assert {(c.reason, c.clause, c.our_act, c.their_act) for c in there} == {
        (c.reason, c.clause, c.their_act, c.our_act) for c in back
    }
    assert len(there) == len(back)
    assert all((c.ours, c.theirs) == (ours, theirs) for c in there)
    assert same(ours, theirs) == same(theirs, ours)
    for c in there:
        assert bool(c.words) == (c.reason is ClauseReason.WORDS)


@given(cases(7))
def test_the_order_of_acceptance_does_not_matter(case):
    of, pending = case
    together = compatible(of, pending)
    assume(len(together) > 1)
    event(f"{len(together)}: {kinds(together)}")

    outcomes = [accept_in(of, together, order) for order in permutations(together)]

    assert len({shape(after) for after, _, _ in outcomes}) == 1
    assert not any("blocked" in fate for _, fates, _ in outcomes for fate in fates.values())
    if not any(same(one, other) for one, other in combinations(together.values(), 2)):
        assert len({after for after, _, _ in outcomes}) == 1
    for clause in outcomes[0][0].clauses:
        assert tokenise(runs_of(clause.tokens)) == clause.tokens


@given(cases(6), st.permutations(list("012345")))
def test_nothing_is_lost(case, order):
    of, pending = case

    after, fates, accepted = accept_in(of, pending, tuple(order))

    assert set(fates) == set(pending)
    for name, fate in fates.items():
        event(fate.split()[0])
        if fate.startswith("blocked by "):
            assert clause_conflicts(of, pending[name], pending[fate.removeprefix("blocked by ")])
        else:
            assert not any(clause_conflicts(of, pending[name], pending[other]) for other in accepted)
    alone = {name: pending[name] for name in accepted}
    assert accept_in(of, alone, tuple(accepted))[0] == after


@given(cases(6))
def test_what_is_satisfied_is_in_the_text_already(case):
    of, pending = case

    for accepted, operation in permutations(pending.values(), 2):
        if carried(of, operation, accepted) == Satisfied() and not same(accepted, operation):
            event(kinds({"": operation}))
            if isinstance(operation, Delete):
                assert not accept(of, accepted).living(operation.clause)
            else:
                assert {edit.key for edit in edits_of(operation)} < {edit.key for edit in edits_of(accepted)}


@given(cases(5))
def test_accepting_one_operation_adds_no_clash_among_the_others(case):
    of, pending = case
    assume(len(pending) > 2)
    first, *others = pending.values()
    after = accept(of, first)
    over = [(each, carried(of, each, first)) for each in others]

    for (one, ours), (other, theirs) in combinations(over, 2):
        if isinstance(ours, CarriedOver) and isinstance(theirs, CarriedOver):
            before = {conflict.reason for conflict in clause_conflicts(of, one, other)}
            now = {conflict.reason for conflict in clause_conflicts(after, ours.operation, theirs.operation)}
            event(f"{sorted(before)} to {sorted(now)}")
            assert now <= before
            assert before == now or same(ours.operation, theirs.operation) or _vanishes(first, ours, theirs)


def _vanishes(first: Operation, ours: CarriedOver, theirs: CarriedOver) -> bool:
    """A conflict goes with words that are in the text already, or with a parent that was moved to the top."""
    return bool(ours.reflected or theirs.reflected) or isinstance(first, Move)


@given(cases(2))
def test_two_free_operations_give_one_text_whichever_is_carried_over(case):
    of, pending = case
    assume(len(pending) == 2)
    ours, theirs = pending.values()

    there, back = carried(of, ours, theirs), carried(of, theirs, ours)

    assert isinstance(there, Blocked) == isinstance(back, Blocked) == bool(clause_conflicts(of, ours, theirs))
    if not isinstance(there, Blocked) and not isinstance(back, Blocked):
        results = [
            accept(accept(of, first), outcome.operation) if isinstance(outcome, CarriedOver) else accept(of, first)
            for first, outcome in ((theirs, there), (ours, back))
        ]
        assert shape(results[0]) == shape(results[1])


@given(cases(1))
def test_an_identical_operation_is_satisfied(case):
    of, pending = case

    for operation in pending.values():
        assert carried(of, operation, operation) == Satisfied()
        assert clause_conflicts(of, operation, operation) == ()


@given(cases(6))
def test_accepting_keeps_every_clause_and_tombstone_in_order(case):
    of, pending = case

    for operation in pending.values():
        after = accept(of, operation)
        stay = [each.id for each in of.clauses if not (isinstance(operation, Join) and each.id == operation.next)]
        assert set(stay) <= {each.id for each in after.clauses}
        assert all(after.clause(each.id).deleted for each in of.clauses if each.deleted)
        # Made anew, an outline checks that it is one tree in document order.
        assert Outline(after.clauses) == after
        if not isinstance(operation, Move):
            living = [each for each in stay if not after.clause(each).deleted]
            assert [each.id for each in after.clauses if each.id in living] == living
        else:
            assert after.place_of(operation.clause) == operation.place


@given(cases(4))
def test_words_change_only_where_an_amendment_changes_them(case):
    of, pending = case
    before = [token.word for each in of.clauses for token in each.tokens]

    for operation in pending.values():
        after = [token.word for each in accept(of, operation).clauses for token in each.tokens]
        if isinstance(operation, Delete | Split):
            assert after == before
        elif isinstance(operation, Join | Move):
            assert sorted(after) == sorted(before)
        elif isinstance(operation, Insert):
            assert sorted(after) == sorted([*before, *(token.word for token in operation.tokens)])


@given(cases(5), st.permutations(list("01234")))
def test_mapping_through_decisions_equals_step_by_step(case, order):
    of, pending = case
    together = compatible(of, pending)
    names = [name for name in order if name in together]
    assume(len(names) > 1)
    *first, last = names
    start, stepwise = of, together[last]
    decisions: list[Operation] = []
    for at, name in enumerate(first):
        outcome = carried_through(of, together[name], decisions[:at])
        if isinstance(outcome, Satisfied):
            return
        assert isinstance(outcome, CarriedOver)
        decisions.append(outcome.operation)
        step = carried(start, stepwise, outcome.operation)
        if isinstance(step, Satisfied):
            return
        assert isinstance(step, CarriedOver)
        stepwise, start = step.operation, accept(start, outcome.operation)

    mapped = carried_through(of, together[last], decisions)

    assert isinstance(mapped, CarriedOver)
    assert mapped.operation == stepwise


@given(cases(4), st.data())
def test_ordering_one_place_keeps_all_and_carries_the_others_over(case, data):
    of, pending = case
    place = data.draw(st.sampled_from(places(of)))
    wanted: list[Insert | Move] = [Insert("one", place, text("x")), Insert("two", place, text("y"))]
    wanted += [Move(each.id, place) for each in of.clauses if fits(of, Move(each.id, place))]
    placed: list[Insert | Move] = []
    for operation in data.draw(st.lists(st.sampled_from(wanted), min_size=2, max_size=4)):
        if all(
            [c.reason for c in clause_conflicts(of, operation, other)] == [ClauseReason.SAME_PLACE] for other in placed
        ):
            placed.append(operation)
    assume(len(placed) > 1)
    pending |= {each.clause: each for each in placed}

    order = in_order(of, placed)
    after = accept(of, order)

    siblings = after.children(placed[0].place.parent)
    first = siblings.index(placed[0].clause)
    assert siblings[first : first + len(placed)] == tuple(each.clause for each in placed)
    assert from_wire(to_wire(order)) == order
    for operation in pending.values():
        outcome = carried(of, operation, order)
        if isinstance(outcome, CarriedOver):
            event("carried over")
            assert carried_through(of, operation, one_after_another(order)) == outcome
            assert fits(after, outcome.operation)
        elif isinstance(outcome, Blocked):
            assert any(clause_conflicts(of, operation, each) for each in placed)


@given(cases(4))
def test_the_wire_form_is_read_back_as_it_was(case):
    _, pending = case

    for operation in pending.values():
        assert from_wire(to_wire(operation)) == operation


@given(outlines(), st.data())
def test_splitting_and_joining_again_gives_the_same_words(of, data):
    cuts = [Split(each.id, gap, "new") for each in of.clauses if not each.deleted for gap in range(1, len(each.tokens))]
    assume(cuts)
    split = data.draw(st.sampled_from(cuts))

    again = accept(accept(of, split), Join(split.clause, "new"))

    assert [each.id for each in again.clauses] == [each.id for each in of.clauses]
    assert [[t.word for t in each.tokens] for each in again.clauses] == [
        [t.word for t in each.tokens] for each in of.clauses
    ]
    for each in accept(of, split).clauses:
        assert tokenise(runs_of(each.tokens)) == each.tokens


@given(cases(6))
def test_an_amendment_carried_over_a_split_is_found_again_by_its_words(case):
    of, pending = case

    for accepted, operation in permutations(pending.values(), 2):
        outcome = carried(of, operation, accepted)
        if isinstance(accepted, Split) and isinstance(outcome, CarriedOver) and isinstance(outcome.operation, Amend):
            amend = outcome.operation
            base = accept(of, accepted).clause(amend.clause).tokens
            proposed = accept(accept(of, accepted), amend).clause(amend.clause).tokens
            extents = [(edit.low, edit.high) for edit in edits_between(base, proposed)]
            if len(extents) == len(amend.edits) == 1:
                event("one edit")
                assert extents == [(edit.low, edit.high) for edit in amend.edits]
