from itertools import combinations

from hypothesis import event, given

from drafting.text import NoteReference, Run, tokenise
from drafting.text.clauses.document import graph_of_document
from drafting.text.clauses.operations import Delete, Join, Operation, Split, same
from drafting.text.clauses.outline import Clause, Outline
from drafting.text.clauses.relation import clause_conflicts
from drafting.text.deciding.consideration import order_in_document
from drafting.text.deciding.together import together
from tests.text.clauses.outlines import amend, cases, insert, move, outline
from tests.text.texts import text


def test_a_document_is_considered_clause_by_clause_with_what_stands_against_each():
    of = outline("op1 a b c d", "  a e f", "op2 g h", "op3 † i", "op4 j k")
    operations: dict[str, Operation] = {
        "EU": amend(of, "op1", "x b c d"),
        "SCO": amend(of, "op1", "y b c d"),
        "Fiji": amend(of, "a", "e z"),
        "Cuba": Delete("op1"),
        "Japan": Delete("op1"),
        "Kenya": insert("new1", after="op2"),
        "Nepal": insert("new2", after="op2", words="other"),
        "Chad": Split("op2", 1, "new3"),
        "Mali": move("op4", after="op2"),
        "Peru": insert("new4"),
        "Iran": Join("op2", "op4"),
        "Oman": insert("new5", under="op4"),
    }

    graph = graph_of_document(of, operations)
    steps = order_in_document(graph)

    assert list(graph.clauses) == ["op1", "a", "op2", "op4"]
    assert [" ".join(step.names) for step in steps] == [
        "Cuba Japan", "EU", "SCO", "Fiji", "Iran", "Chad", "Kenya", "Nepal", "Mali", "Oman", "Peru",
    ]  # fmt: skip
    assert set(steps[0].falls) == {"EU", "SCO", "Fiji"}
    assert {pair.reason for pair in graph.further if pair.one == "Kenya"} == {"same-place", "between"}
    assert set(together(graph, {}).first) >= {"Cuba", "Japan", "Peru"}


def test_two_amendments_of_one_clause_that_drop_one_reference_are_a_pair_of_the_clause_alone():
    note, noted = Clause("n1", text("a note")), tokenise((Run("a b"), NoteReference("n1"), Run(" c")))
    of = Outline((Clause("op1", noted), note))
    operations: dict[str, Operation] = {
        "EU": amend(of, "op1", "a c"),
        "SCO": amend(of, "op1", "a b c"),
        "Fiji": amend(of, "n1", "another note"),
    }

    graph = graph_of_document(of, operations)

    assert graph.pairs() == (("EU", "SCO"), ("EU", "Fiji"), ("SCO", "Fiji"))


def test_a_clause_put_after_a_tombstone_between_two_that_are_joined_stands_against_the_join():
    of = outline("op1 a", "op2 † b", "op3 c")

    graph = graph_of_document(of, {"EU": Join("op1", "op3"), "SCO": insert("new", after="op2")})

    assert graph.pairs() == (("EU", "SCO"),)


@given(cases(7))
def test_neighbours_in_a_document_are_those_that_clash(case):
    of, operations = case

    graph = graph_of_document(of, operations)

    pairs = {
        frozenset(pair) for pair in combinations(operations, 2) if clause_conflicts(of, *map(operations.get, pair))
    }
    event(f"{len(pairs)} pairs")
    assert {frozenset(pair) for pair in graph.pairs()} == pairs
    assert sorted(graph.names) == sorted(operations)
    assert len(graph.pairs()) == len(pairs)


@given(cases(5))
def test_operations_that_do_the_same_are_one_group(case):
    of, operations = case

    group = {name: names for names in graph_of_document(of, operations).identical() for name in names}

    for one, other in combinations(operations, 2):
        assert (other in group[one]) == same(operations[one], operations[other])
