from itertools import combinations

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from drafting.text import edits_between
from drafting.text.deciding.document_graph import Act, DocumentGraph, FurtherPair, OnClause
from drafting.text.deciding.graph import ConflictGraph
from drafting.text.deciding.together import LARGEST_EXACT, MOST_SHOWN, BestSets, together
from tests.text.texts import negotiations, text

Pairs = set[tuple[str, str]]


def graph_of(base: str, **proposed: str) -> ConflictGraph:
    tokens = text(base)
    return ConflictGraph.of(tokens, {name: edits_between(tokens, text(words)) for name, words in proposed.items()})


def drawn(number: int, pairs: set[tuple[int, int]]) -> DocumentGraph:
    """Any graph at all, as amendments of whole clauses."""
    operations = [OnClause(str(at), "OP1", Act.INSERT, str(at)) for at in range(number)]
    return DocumentGraph.of({}, operations, [FurtherPair(str(one), str(other), "") for one, other in sorted(pairs)])


def independent(graph, names) -> bool:
    return not any(other in graph.neighbours(one) for one, other in combinations(names, 2))


def by_brute_force(graph: DocumentGraph, weights: dict[str, int]) -> tuple[int, set[frozenset[str]]]:
    sets: dict[int, set[frozenset[str]]] = {}
    for size in range(len(graph.names) + 1):
        for names in combinations(graph.names, size):
            if independent(graph, names):
                sets.setdefault(sum(weights[name] for name in names), set()).add(frozenset(names))
    return max(sets), sets[max(sets)]


@st.composite
def weighted_graphs(draw, most: int) -> tuple[DocumentGraph, dict[str, int]]:
    number = draw(st.integers(0, most))
    pairs = list(combinations(range(number), 2))
    graph = drawn(number, draw(st.sets(st.sampled_from(pairs), max_size=3 * number)) if pairs else set())
    return graph, {str(at): draw(st.integers(1, 3)) for at in range(number)}


def test_the_set_with_the_most_support_wins_over_the_one_with_the_most_amendments():
    graph = graph_of("a b c d e f g", all="h", one="x b c d e f g", two="a b c y e f g", three="a b c d e f z")

    assert together(graph, {}).first == ("one", "two", "three")
    assert together(graph, {"all": 5, "one": 2}).first == ("all",)
    assert together(graph, {"all": 5, "one": 2}).support == 5


def test_all_sets_of_equal_support_are_given():
    graph = graph_of("a b c", one="a x c", two="a y c", three="a z c")

    (best,) = together(graph, {"three": 1}).parts

    assert best == BestSets((("one",), ("two",), ("three",)), support=1, is_exact=True, has_more=False)


def test_identical_proposals_stand_together_with_the_support_of_all():
    graph = graph_of("a b c", one="a x c", two="a y c", three="a y c")

    assert together(graph, {"one": 2, "two": 2}).parts == (BestSets((("two", "three"),), 3, True, False),)


def test_parts_that_do_not_touch_are_decided_apart():
    graph = graph_of("a b c d e", one="x b c d e", two="y b c d e", three="a b c d z", four="a b c d q")

    found = together(graph, {"two": 2})

    assert [part.sets for part in found.parts] == [(("two",),), (("three",), ("four",))]
    assert found.first == ("two", "three")
    assert found.is_exact


def test_more_sets_than_are_shown_are_said_to_be_there():
    edges = {(at, at + 1) for at in range(0, 8, 2)} | {(8, at) for at in range(8)}

    (best,) = together(drawn(9, edges), {}).parts

    assert len(best.sets) == MOST_SHOWN
    assert best.has_more
    assert best.support == 4


def test_no_amendments_give_one_empty_set():
    assert together(graph_of("a"), {}).first == ()


@pytest.mark.parametrize(
    ("pairs", "support"),
    [
        # Disjoint triangles have the most largest sets of all graphs; here one amendment holds them together.
        ({(a, b) for a, b in combinations(range(29), 2) if a // 3 == b // 3} | {(29, a) for a in range(0, 29, 3)}, 11),
        # What all others stand against, except the other two of its triangle.
        ({(a, b) for a, b in combinations(range(30), 2) if a // 3 != b // 3}, 3),
        ({(a, a + 1) for a in range(29)} | {(0, 29)}, 15),
        (set(combinations(range(30), 2)), 1),
        ({(a, b) for a, b in combinations(range(30), 2) if (b - a) % 30 in (1, 2, 28, 29)}, 10),
        ({(a, a + 5) for a in range(25)} | {(a, a + 1) for a in range(30) if a % 5 < 4}, 15),
    ],
)
def test_graphs_of_thirty_are_answered_exactly(pairs, support):
    graph = drawn(LARGEST_EXACT, pairs)

    (best,) = together(graph, {}).parts

    assert best.is_exact
    assert best.support == support
    assert all(independent(graph, names) and len(names) == support for names in best.sets)


def test_above_thirty_the_answer_is_marked_as_not_exact():
    ring = drawn(31, {(at, (at + 1) % 31) for at in range(31)})

    found = together(ring, {"7": 9})

    assert not found.is_exact
    assert "7" in found.first
    assert independent(ring, found.first)


@given(weighted_graphs(8))
def test_the_best_sets_are_those_found_by_trying_all(case):
    graph, weights = case
    support, sets = by_brute_force(graph, weights)

    found = together(graph, weights)

    event(f"{len(sets)} best")
    assert found.support == support
    assert frozenset(found.first) in sets
    assert found == together(graph, weights)
    number = 1
    for part in found.parts:
        assert len(set(part.sets)) == len(part.sets)
        number *= len(part.sets)
    assert number == len(sets) or any(part.has_more for part in found.parts)
    assert number <= len(sets)


@given(weighted_graphs(40))
def test_what_is_found_fits_together_and_nothing_more_fits(case):
    graph, weights = case

    found = together(graph, weights)

    assert found.support == sum(weights[name] for name in found.first)
    for part in found.parts:
        for names in part.sets:
            assert independent(graph, names)
            assert sum(weights[name] for name in names) == part.support
    for name in set(graph.names) - set(found.first):
        assert graph.neighbours(name) & set(found.first)


@given(negotiations(6))
def test_what_goes_together_can_be_accepted_together(case):
    base, texts = case
    graph = ConflictGraph.of(base, {str(at): edits_between(base, each) for at, each in enumerate(texts)})

    found = together(graph, {})

    assert independent(graph, found.first)
    for names in graph.identical():
        assert len({name in found.first for name in names}) == 1
