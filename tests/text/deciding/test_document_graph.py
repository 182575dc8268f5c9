import pytest

from drafting.text import apply, edits_between, rebase
from drafting.text.deciding.document_graph import Act, DocumentGraph, FurtherPair, OnClause
from drafting.text.deciding.graph import ConflictGraph
from tests.text.texts import text

DELETES = "deletes the clause that the other amends"


def graph_of(base: str, **proposed: str) -> ConflictGraph:
    tokens = text(base)
    return ConflictGraph.of(tokens, {name: edits_between(tokens, text(words)) for name, words in proposed.items()})


@pytest.fixture
def document() -> DocumentGraph:
    clauses = {
        "OP1": graph_of("a b c d e", one="x b c d e", two="y b c d e", three="a b c d z"),
        "OP2": graph_of("f g h", four="f g x", five="f g y", six="f g x"),
        "OP3": graph_of("i j"),
    }
    operations = [
        OnClause("seven", "OP1", Act.DELETE),
        OnClause("eight", "OP1", Act.DELETE),
        OnClause("nine", "OP3", Act.INSERT, "k l"),
    ]
    further = [FurtherPair(name, other, DELETES) for name in ("seven", "eight") for other in ("one", "two", "three")]
    return DocumentGraph.of(clauses, operations, further)


def test_neighbours_come_from_the_clause_and_from_whole_clauses(document):
    assert document.neighbours("one") == {"two", "seven", "eight"}
    assert document.neighbours("four") == {"five"}
    assert document.neighbours("seven") == {"one", "two", "three"}
    assert document.neighbours("nine") == frozenset()


def test_pairs_and_parts_are_in_document_order(document):
    assert document.pairs()[:3] == (("one", "two"), ("four", "five"), ("five", "six"))
    assert len(document.pairs()) == 9
    assert document.connected() == (("one", "two", "three", "seven", "eight"), ("four", "five", "six"), ("nine",))


def test_operations_that_ask_for_the_same_are_one_group(document):
    assert document.identical() == (
        ("one",),
        ("two",),
        ("three",),
        ("four", "six"),
        ("five",),
        ("seven", "eight"),
        ("nine",),
    )


def test_a_decision_on_one_clause_leaves_the_graphs_of_the_others_as_they_are(document):
    graph = document.clauses["OP2"]
    accepted = graph.proposals["four"]
    outcomes = {name: rebase(graph.base, graph.proposals[name], accepted) for name in ("five", "six")}

    after = document.with_clause("OP2", graph.after(apply(graph.base, accepted), outcomes))

    assert after.clauses["OP1"] is document.clauses["OP1"]
    assert after.clauses["OP2"].compared == 0
    assert after.rows is document.rows
    assert after.names == ("one", "two", "three", "seven", "eight", "nine")
    assert after == DocumentGraph.of(after.clauses, after.operations, after.further)


def test_further_pairs_go_with_the_amendments_that_go(document):
    after = document.with_clause("OP1", document.clauses["OP1"].without("two"))

    assert after.neighbours("seven") == {"one", "three"}
    assert after == DocumentGraph.of(after.clauses, after.operations, after.further)


def test_a_clause_that_was_not_there_comes_last(document):
    more = document.with_clause("OP4", graph_of("m n", ten="m x"))

    assert list(more.clauses) == ["OP1", "OP2", "OP3", "OP4"]
    assert more.neighbours("ten") == frozenset()
    assert "ten" in more.names


def test_other_operations_leave_the_graphs_of_the_clauses_as_they_are(document):
    without = document.with_operations((), ())

    assert without.clauses is document.clauses
    assert without.pairs() == (("one", "two"), ("four", "five"), ("five", "six"))
