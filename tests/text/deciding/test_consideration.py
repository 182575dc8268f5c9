from hypothesis import given
from hypothesis import strategies as st

from drafting.text import edits_between
from drafting.text.deciding.consideration import order_in_document, order_of_consideration, reasons
from drafting.text.deciding.distance import Removal
from drafting.text.deciding.document_graph import Act, DocumentGraph, FurtherPair, OnClause
from drafting.text.deciding.graph import ConflictGraph
from tests.text.texts import negotiations, text

BASE = "all Parties shall adopt national measures and report every two years on progress made"


def graph_of(base: str, **proposed: str) -> ConflictGraph:
    tokens = text(base)
    return ConflictGraph.of(tokens, {name: edits_between(tokens, text(words)) for name, words in proposed.items()})


def in_text(old: str, new: str) -> str:
    return BASE.replace(old, new)


def order(graph: ConflictGraph) -> list[str]:
    return [" ".join(step.names) for step in order_of_consideration(graph)]


def test_deletions_come_before_replacements_and_these_before_insertions():
    graph = graph_of(
        BASE,
        inserts=in_text("adopt", "adopt and implement"),
        replaces=in_text("shall adopt", "should take"),
        deletes=in_text(" adopt", ""),
    )

    assert order(graph) == ["deletes", "replaces", "inserts"]


def test_what_takes_more_words_away_comes_first_then_what_puts_more_in():
    graph = graph_of(
        BASE,
        little=in_text("shall", "should"),
        more=in_text("shall", "should as appropriate"),
        most=in_text("shall adopt", "take"),
    )

    assert order(graph) == ["most", "more", "little"]


def test_of_equals_the_one_earlier_in_the_text_and_then_the_one_there_first_comes_first():
    graph = graph_of(
        "a b c d e", late="a b x y e", second="a u v d e", first="s t c d e", third="a q r d e", fourth="a b z z e"
    )

    assert order(graph) == ["first", "second", "third", "late", "fourth"]


def test_amendments_that_hang_together_are_taken_together_in_the_order_of_the_text():
    graph = graph_of(
        BASE,
        Japan=in_text(" every two years", ""),
        EU=in_text("shall", "should"),
        Cuba=in_text("two", "three"),
        SCO=in_text("shall", "must"),
    )

    steps = order_of_consideration(graph)

    assert [step.names for step in steps] == [("EU",), ("SCO",), ("Japan",), ("Cuba",)]
    assert [step.group for step in steps] == [0, 0, 1, 1]
    assert reasons(steps) == (
        "Furthest removed from the present text of those that stand against each other: it replaces 1 word of the "
        "present text with 1.",
        "Next furthest removed from the present text: it replaces 1 word of the present text with 1.",
        "Furthest removed from the present text of those that stand against each other: it takes 3 words of the "
        "present text away.",
        "Next furthest removed from the present text: it replaces 1 word of the present text with 1.",
    )


def test_to_delete_the_whole_clause_is_considered_first_of_all():
    graph = graph_of("a b c d", one="x c d", two="a b c y", all="", also="")

    steps = order_of_consideration(graph)

    assert [step.names for step in steps] == [("all", "also"), ("one",), ("two",)]
    assert steps[0].falls == ("one", "two")
    assert (
        reasons(steps)[0]
        == "First, since nothing is further removed from the present text: it deletes the whole clause."
    )


def test_a_step_says_which_others_fall_and_which_are_satisfied():
    graph = graph_of(
        BASE,
        EU=in_text("shall", "should"),
        Cuba=in_text("shall", "should").replace("two", "three"),
        SCO=in_text("shall", "should"),
        CSTO=in_text("shall", "must"),
        Fiji=BASE,
    )

    steps = {step.names: step for step in order_of_consideration(graph)}

    assert list(steps) == [("Cuba",), ("EU", "SCO"), ("CSTO",), ("Fiji",)]
    assert steps["Cuba",].satisfied == ("EU", "SCO", "Fiji")
    assert steps["Cuba",].falls == ("CSTO",)
    assert steps["EU", "SCO"].satisfied == ("Fiji",)
    assert steps["CSTO",].falls == ("Cuba", "EU", "SCO")
    assert reasons([steps["Fiji",]]) == (
        "At its place in the text, since no other amendment stands against it: it changes no word.",
    )


def test_in_a_document_a_clause_is_deleted_first_and_restructured_last():
    document = DocumentGraph.of(
        {"OP1": graph_of("a b c d", one="x b c d", two="a b c y"), "OP2": graph_of("e f", three="e g", four="e h")},
        [
            OnClause("after", "OP1", Act.INSERT, "k l"),
            OnClause("moves", "OP1", Act.MOVE, "OP2"),
            OnClause("deletes", "OP1", Act.DELETE),
            OnClause("elsewhere", "OP9", Act.SPLIT, "3"),
            OnClause("also", "OP1", Act.DELETE),
        ],
        [FurtherPair(name, other, "") for name in ("deletes", "also") for other in ("one", "two", "moves")],
    )

    steps = order_in_document(document)

    assert [step.names for step in steps] == [
        ("deletes", "also"), ("one",), ("two",), ("moves",), ("after",), ("three",), ("four",), ("elsewhere",),
    ]  # fmt: skip
    assert [step.group for step in steps] == [0, 1, 2, 3, 4, 5, 5, 6]
    assert steps[0].falls == ("one", "two", "moves")
    assert steps[0].distance.removal is Removal.DELETES_CLAUSE
    assert reasons(steps)[3:5] == (
        "After the amendments of the text, which it leaves as it is: it moves the clause.",
        "After the amendments of the text, which it leaves as it is: it inserts a new clause.",
    )


@given(negotiations(6), st.permutations("012345"))
def test_every_amendment_is_considered_once_and_the_order_depends_only_on_what_is_there(case, names):
    base, texts = case
    proposals = {name: edits_between(base, each) for name, each in zip(names, texts, strict=True)}
    graph = ConflictGraph.of(base, proposals)

    steps = order_of_consideration(graph)

    assert sorted(name for step in steps for name in step.names) == sorted(names)
    assert steps == order_of_consideration(ConflictGraph.of(base, proposals))
    assert steps == order_in_document(DocumentGraph.of({"OP1": graph}))
    assert len(reasons(steps)) == len(steps)
    for step in steps:
        asked = {edit.key for edit in proposals[step.names[0]]}
        others = set(names) - set(step.names)
        assert set(step.falls) == graph.neighbours(step.names[0])
        assert set(step.satisfied) == {n for n in others if {edit.key for edit in proposals[n]} <= asked}
