from itertools import combinations

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from drafting.text import Edits, apply, conflict_graph, conflicts, edits_between, rebase
from drafting.text.deciding.graph import ConflictGraph
from tests.text.texts import negotiations, text

BASE = "all Parties shall adopt national measures and report every two years on progress made"


def graph_of(base: str, **proposed: str) -> ConflictGraph:
    tokens = text(base)
    return ConflictGraph.of(tokens, {name: edits_between(tokens, text(words)) for name, words in proposed.items()})


def in_text(old: str, new: str) -> str:
    return BASE.replace(old, new)


@pytest.fixture
def graph() -> ConflictGraph:
    return graph_of(
        BASE,
        EU=in_text("shall", "should"),
        Japan=in_text("two", "four"),
        CSTO=in_text("shall", "must"),
        Cuba=in_text("shall", "should").replace("two", "three"),
        SCO=in_text("shall", "should"),
    )


def test_neighbours_cannot_be_accepted_together(graph):
    assert graph.neighbours("CSTO") == {"EU", "Cuba", "SCO"}
    assert graph.neighbours("Japan") == {"Cuba"}
    assert graph.pairs() == (("EU", "CSTO"), ("Japan", "Cuba"), ("CSTO", "Cuba"), ("CSTO", "SCO"))


def test_a_connected_part_holds_all_that_hang_together_directly_or_not():
    parts = graph_of("a b c d e f", one="x b c d e f", two="a b c y e f", three="z b c d e f", four="a b c e g")

    assert parts.connected() == (("one", "three"), ("two", "four"))
    assert parts.with_amendment("five", edits_between(parts.base, text("a b c d e h"))).connected() == (
        ("one", "three"),
        ("two", "four", "five"),
    )
    assert graph_of("a b c").connected() == ()


def test_amendments_that_ask_for_the_same_are_one_group(graph):
    assert graph.identical() == (("EU", "SCO"), ("Japan",), ("CSTO",), ("Cuba",))


def test_far_amendments_are_never_compared():
    words = " ".join(f"w{at}" for at in range(60))
    base = text(words)

    graph = ConflictGraph.of(
        base, {f"A{at}": edits_between(base, text(words.replace(f"w{at}", "x"))) for at in (9, 30)}
    )

    assert graph.compared == 0
    assert graph.with_amendment("A50", edits_between(base, text(words.replace("w50", "x")))).compared == 0


def test_a_new_amendment_is_compared_with_those_it_meets(graph):
    more = graph.with_amendment("Fiji", edits_between(graph.base, text(in_text("two", "five"))))

    assert more.compared == 2
    assert more.neighbours("Fiji") == {"Japan", "Cuba"}
    assert "Fiji" not in graph.neighbours("Japan")


def test_a_revised_amendment_keeps_its_place_and_loses_its_old_conflicts(graph):
    revised = graph.with_amendment("CSTO", edits_between(graph.base, text(in_text("two", "five"))))

    assert list(revised.proposals) == list(graph.proposals)
    assert revised.pairs() == (("Japan", "CSTO"), ("Japan", "Cuba"), ("CSTO", "Cuba"))


def test_nothing_is_compared_when_an_amendment_goes(graph):
    left = graph.without("CSTO")

    assert left.compared == 0
    assert left.pairs() == (("Japan", "Cuba"),)
    assert "CSTO" not in left.proposals


def test_nothing_is_compared_after_a_decision(graph):
    accepted = graph.proposals["EU"]
    outcomes = {name: rebase(graph.base, edits, accepted) for name, edits in graph.proposals.items() if name != "EU"}

    after = graph.after(apply(graph.base, accepted), outcomes)

    assert list(after.proposals) == ["Japan", "Cuba"]
    assert after.pairs() == (("Japan", "Cuba"),)
    assert after.compared == 0


def proposals_of(base, texts) -> dict[str, Edits]:
    return {str(at): edits_between(base, each) for at, each in enumerate(texts)}


@given(negotiations(5))
def test_the_graph_has_the_pairs_that_have_a_conflict(case):
    base, texts = case
    proposals = proposals_of(base, texts)

    pairs = tuple((a, b) for a, b in combinations(proposals, 2) if conflicts(base, proposals[a], proposals[b]))

    assert ConflictGraph.of(base, proposals).pairs() == conflict_graph(base, proposals) == pairs


@given(negotiations(5), st.permutations("01234"), st.sampled_from("01234"))
def test_a_graph_kept_up_equals_the_graph_made_from_nothing(case, order, gone):
    base, texts = case
    proposals = proposals_of(base, texts)
    graph = ConflictGraph.of(base, {gone: proposals[order[0]]})

    for name in order:
        graph = graph.with_amendment(name, proposals[name])

    assert graph == ConflictGraph.of(base, proposals)
    assert graph.without(gone) == ConflictGraph.of(base, {k: v for k, v in proposals.items() if k != gone})


@given(negotiations(6), st.lists(st.sampled_from("012345"), min_size=1, max_size=3, unique=True))
def test_the_graph_after_decisions_equals_the_graph_made_from_nothing_on_the_new_text(case, decisions):
    base, texts = case
    graph = ConflictGraph.of(base, proposals_of(base, texts))

    for name in decisions:
        if name in graph.proposals:
            accepted, before = graph.proposals[name], len(graph.pairs())
            left = {other: edits for other, edits in graph.proposals.items() if other != name}
            outcomes = {other: rebase(graph.base, edits, accepted) for other, edits in left.items()}
            graph = graph.after(apply(graph.base, accepted), outcomes)

            event(f"of {before} pairs {len(graph.pairs())} left")
            assert graph == ConflictGraph.of(graph.base, graph.proposals)
            assert graph.compared == 0
