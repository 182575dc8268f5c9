"""How two operations on whole clauses stand to each other: one rule for every pair of kinds."""

from itertools import combinations, combinations_with_replacement

import pytest

from drafting.text import Edits, NoteReference, Reason, Run, edits_between, tokenise
from drafting.text.clauses.acceptance import accept
from drafting.text.clauses.carrying import Blocked, CarriedOver, carried
from drafting.text.clauses.operations import Amend, Delete, Insert, Join, Move, Operation, Split
from drafting.text.clauses.outline import Clause, Outline
from drafting.text.clauses.relation import ClauseConflict, ClauseReason, clause_conflicts
from tests.text.clauses.outlines import amend, insert, lines, move, outline
from tests.text.texts import text

OF = outline("a one two three four", "b five six seven", "  c eight nine", "  d ten", "e eleven twelve", "f thirteen")

KINDS = (Amend, Insert, Delete, Move, Split, Join)

Told = tuple[ClauseReason, str | None, str, str]

R = ClauseReason

PAIRS: list[tuple[Operation, Operation, Told | None]] = [
    (amend(OF, "a", "ONE two three four"), amend(OF, "a", "one two three FOUR"), None),
    (amend(OF, "a", "ONE two three four"), amend(OF, "b", "FIVE six seven"), None),
    (amend(OF, "a", "ONE two three four"), amend(OF, "a", "Uno two three four"),
     (R.WORDS, "a", "changes its words", "changes its words")),
    (amend(OF, "b", "FIVE six seven"), insert("n", after="b"), None),
    (amend(OF, "c", "EIGHT nine"), Delete("d"), None),
    (amend(OF, "b", "FIVE six seven"), Delete("b"), (R.DELETE_AGAINST_MODIFY, "b", "changes its words", "deletes it")),
    (amend(OF, "c", "EIGHT nine"), Delete("b"),
     (R.DELETE_AGAINST_MODIFY, "c", "changes its words", "deletes what it belongs to")),
    (amend(OF, "b", "FIVE six seven"), move("b", after="e"), None),
    (amend(OF, "a", "ONE two three four"), Split("a", 2, "n"), None),
    (amend(OF, "a", "one two three FOUR"), Split("a", 2, "n"), None),
    (amend(OF, "a", "one TWO three four"), Split("a", 2, "n"), (R.ACROSS, "a", "changes its words", "splits it")),
    (amend(OF, "a", "ONE two three FOUR"), Split("a", 2, "n"), (R.ACROSS, "a", "changes its words", "splits it")),
    (amend(OF, "a", "ONE two three four"), Join("a", "b"), None),
    (amend(OF, "b", "five six SEVEN"), Join("a", "b"), None),
    (amend(OF, "a", "one two three FOUR"), Join("a", "b"),
     (R.ACROSS, "a", "changes its words", "joins it with the clause after it")),
    (amend(OF, "b", "FIVE six seven"), Join("a", "b"),
     (R.ACROSS, "b", "changes its words", "joins it with the clause before it")),
    (insert("n", after="a"), insert("m", after="b"), None),
    (insert("n", after="a"), insert("m", after="a"), None),
    (insert("n", after="a"), insert("m", after="a", words="other"),
     (R.SAME_PLACE, "a", "puts a new clause right after it", "puts a new clause right after it")),
    (insert("n"), insert("m", words="other"),
     (R.SAME_PLACE, None, "puts a new clause before all others", "puts a new clause before all others")),
    (insert("n", after="b"), Delete("b"), None),
    (insert("n", under="b", after="c"), Delete("c"), None),
    (insert("n", under="b", after="c"), Delete("b"),
     (R.DELETE_AGAINST_MODIFY, "b", "puts a new clause under it", "deletes it")),
    (insert("n", under="b"), move("b", after="e"), None),
    (insert("n", after="a"), move("b", after="e"), None),
    (insert("n", after="b"), move("b", after="e"),
     (R.ANCHOR_MOVES, "b", "puts a new clause right after it", "moves it")),
    (insert("n", after="e"), move("b", after="e"),
     (R.SAME_PLACE, "e", "puts a new clause right after it", "moves a clause right after it")),
    (insert("n", after="b"), Split("b", 1, "m"), None),
    (insert("n", under="b"), Split("b", 1, "m"), None),
    (insert("n", after="b"), Join("a", "b"), None),
    (insert("n", under="b", after="d"), Join("a", "b"), None),
    (insert("n", under="b"), Join("a", "b"), None),
    (insert("n", after="a"), Join("a", "b"),
     (R.BETWEEN, "a", "puts a new clause right after it", "joins it with the clause after it")),
    (insert("n", under="a"), Join("a", "b"),
     (R.BETWEEN, "a", "puts a new clause under it", "joins it with the clause after it")),
    (Delete("a"), Delete("b"), None),
    (Delete("c"), Delete("b"), None),
    (Delete("a"), move("e", after="a"), None),
    (Delete("b"), move("b"), (R.DELETE_AGAINST_MODIFY, "b", "deletes it", "moves it")),
    (Delete("b"), move("c"), (R.DELETE_AGAINST_MODIFY, "c", "deletes what it belongs to", "moves it")),
    (Delete("b"), move("e", under="b"), (R.DELETE_AGAINST_MODIFY, "b", "deletes it", "moves a clause under it")),
    (Delete("c"), Split("b", 1, "n"), None),
    (Delete("b"), Split("b", 1, "n"), (R.DELETE_AGAINST_MODIFY, "b", "deletes it", "splits it")),
    (Delete("c"), Join("a", "b"), None),
    (Delete("a"), Join("a", "b"),
     (R.DELETE_AGAINST_MODIFY, "a", "deletes it", "joins it with the clause after it")),
    (Delete("b"), Join("c", "d"),
     (R.DELETE_AGAINST_MODIFY, "c", "deletes what it belongs to", "joins it with the clause after it")),
    (move("a", after="e"), move("f", after="b"), None),
    (move("c", under="b", after="d"), move("b"), None),
    (move("a", under="b"), move("b"), None),
    (move("a", after="e"), move("a", after="b"), (R.TWO_PLACES, "a", "moves it", "moves it")),
    (move("a", after="e"), move("b", after="e"),
     (R.SAME_PLACE, "e", "moves a clause right after it", "moves a clause right after it")),
    (move("a", after="e"), move("e"), (R.ANCHOR_MOVES, "e", "moves a clause right after it", "moves it")),
    (move("a", under="b"), move("b", under="e"), (R.PARENT_MOVES, "b", "moves a clause under it", "moves it")),
    (move("a", under="b"), move("b", under="a"), (R.CYCLE, "b", "moves a clause under it", "moves it")),
    (move("c"), Split("b", 1, "n"), None),
    (move("d", under="b"), Split("b", 1, "n"), None),
    (move("a", after="b"), Split("b", 1, "n"), None),
    (move("b"), Split("b", 1, "n"), (R.MOVE_AGAINST_SPLIT, "b", "moves it", "splits it")),
    (move("c"), Join("a", "b"), None),
    (move("e"), Join("a", "b"), None),
    (move("f", after="b"), Join("a", "b"), None),
    (move("b", after="e"), Join("a", "b"),
     (R.MOVE_AGAINST_JOIN, "b", "moves it", "joins it with the clause before it")),
    (move("e", after="a"), Join("a", "b"),
     (R.BETWEEN, "a", "moves a clause right after it", "joins it with the clause after it")),
    (Split("a", 1, "n"), Split("a", 3, "m"), None),
    (Split("a", 1, "n"), Split("a", 1, "m"), None),
    (Split("a", 1, "n"), Split("b", 1, "m"), None),
    (Split("e", 1, "n"), Join("a", "b"), None),
    (Split("b", 1, "n"), Join("a", "b"),
     (R.SPLIT_AGAINST_JOIN, "b", "splits it", "joins it with the clause before it")),
    (Join("a", "b"), Join("c", "d"), None),
    (Join("e", "f"), Join("a", "b"), None),
    (Join("a", "b"), Join("a", "b"), None),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "told"), PAIRS)
def test_every_pair_of_kinds_has_its_rule(ours: Operation, theirs: Operation, told: Told | None):
    there, back = clause_conflicts(OF, ours, theirs), clause_conflicts(OF, theirs, ours)

    if told is None:
        assert there == back == ()
        assert words_after(ours, theirs) == words_after(theirs, ours)
    else:
        assert told in [(c.reason, c.clause, c.our_act, c.their_act) for c in there]
        assert {(c.reason, c.clause, c.their_act, c.our_act) for c in back} == {
            (c.reason, c.clause, c.our_act, c.their_act) for c in there
        }
        assert carried(OF, ours, theirs) == Blocked(there)


def words_after(first: Operation, then: Operation) -> list[str]:
    outcome, after = carried(OF, then, first), accept(OF, first)
    if isinstance(outcome, CarriedOver):
        after = accept(after, outcome.operation)
    # Of two that are the same the ids depend on who was first; nothing else does.
    return [line.replace("m ", "n ") if line[:2] in ("m ", "n ") else line for line in lines(after)]


def test_the_table_holds_every_pair_of_kinds_and_every_reason():
    pairs = {frozenset((type(ours), type(theirs))) for ours, theirs, _ in PAIRS}

    assert pairs == {frozenset(pair) for pair in combinations_with_replacement(KINDS, 2)}
    assert {told[0] for _, _, told in PAIRS if told} == set(ClauseReason)


def test_amendments_of_one_clause_name_the_conflict_of_their_words():
    (conflict,) = clause_conflicts(OF, amend(OF, "a", "one TWO three four"), amend(OF, "a", "one three four"))

    (words,) = conflict.words
    assert words.reason is Reason.DELETE_AGAINST_MODIFY
    assert (words.our_words, words.their_words) == ("two", "two")


def test_each_of_two_moves_that_make_a_cycle_is_named():
    found = clause_conflicts(OF, move("a", under="b"), move("b", under="a"))

    assert [(conflict.reason, conflict.clause) for conflict in found] == [(R.CYCLE, "b"), (R.CYCLE, "a")]


def test_a_clause_can_move_under_one_that_moves_to_the_top():
    of = outline("a one", "b two", "  c three", "d four")

    assert clause_conflicts(of, move("a", under="c"), move("c")) == ()


def test_insertions_of_another_kind_or_with_other_words_are_not_the_same():
    heading = Insert("n", insert("n", after="a").place, text("new"), "heading")

    assert clause_conflicts(OF, insert("m", after="a"), heading)[0].reason is R.SAME_PLACE


NOTED = Outline((
    Clause("a", tokenise((Run("one"), NoteReference("n"), Run(" two")))),
    Clause("b", tokenise((Run("three"),)), deleted=True),
    Clause("n", text("See the report.")),
))  # fmt: skip


def without_reference() -> Amend:
    return amend(NOTED, "a", "one two")


def test_amending_a_note_is_in_conflict_with_deleting_its_reference():
    (conflict,) = clause_conflicts(NOTED, amend(NOTED, "n", "See the annual report."), without_reference())

    assert conflict.reason is R.DELETE_AGAINST_MODIFY
    assert (conflict.clause, conflict.our_act, conflict.their_act) == (
        "n",
        "changes its words",
        "deletes a reference to it",
    )


def test_amending_a_note_is_in_conflict_with_deleting_the_clause_that_calls_it():
    found: tuple[ClauseConflict, ...] = clause_conflicts(
        NOTED, Delete("a"), amend(NOTED, "n", "See the annual report.")
    )

    assert [(conflict.reason, conflict.our_act) for conflict in found] == [
        (R.DELETE_AGAINST_MODIFY, "deletes what it belongs to")
    ]


def test_amending_a_note_is_free_of_a_change_beside_its_reference():
    kept: Edits = edits_between(NOTED.clause("a").tokens, tokenise((Run("one"), NoteReference("n"), Run(" two three"))))

    assert clause_conflicts(NOTED, Amend("a", kept), amend(NOTED, "n", "See the annual report.")) == ()


def test_what_may_well_go_together_needs_a_look():
    assert {reason for reason in ClauseReason if reason.needs_a_look} == {
        R.ACROSS,
        R.MOVE_AGAINST_SPLIT,
        R.MOVE_AGAINST_JOIN,
        R.ANCHOR_MOVES,
        R.PARENT_MOVES,
        R.BETWEEN,
    }


def test_of_three_moves_in_a_ring_no_two_go_together():
    of = outline("a one", "b two", "c three")
    ring = (move("a", under="b"), move("b", under="c"), move("c", under="a"))

    reasons = {found.reason for one, other in combinations(ring, 2) for found in clause_conflicts(of, one, other)}

    assert all(clause_conflicts(of, one, other) for one, other in combinations(ring, 2))
    assert reasons == {R.PARENT_MOVES}
