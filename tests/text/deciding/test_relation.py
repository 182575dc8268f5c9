import pytest

from drafting.text import (
    Edit,
    Reason,
    Run,
    Satisfied,
    Tokens,
    conflict_graph,
    conflicts,
    edits_between,
    in_conflict,
    looks,
    rebase,
    same,
    tokenise,
)
from tests.text.texts import EMPHASIS, STRONG, text

BASE = "The Parties shall adopt national measures and report every two years on progress."


def related(base: str, ours: str, theirs: str) -> list[str]:
    tokens = text(base)
    return [found.reason.value for found in conflicts(tokens, *edits(tokens, ours, theirs))]


def looked_at(base: str, ours: str, theirs: str) -> list[str]:
    tokens = text(base)
    return [found.reason.value for found in looks(tokens, *edits(tokens, ours, theirs))]


def edits(base: Tokens, ours: str, theirs: str):
    return edits_between(base, text(ours)), edits_between(base, text(theirs))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "reasons"),
    [
        ("all shall act now", "all should act now", "all must act now", ["overlap"]),
        ("all shall act now", "all should act now", "all should act now", []),
        ("a b c d e f g", "a x c d e f g", "a b c d e y g", []),
        ("all shall act now", "all act now", "all should act now", ["delete-against-modify"]),
        ("a b c d", "a d", "a b x c d", ["delete-against-modify"]),
        ("a b c d", "a b x c d", "a d", ["delete-against-modify"]),
        ("a b c d e", "a e", "a b d e", ["subsumed"]),
        ("a b c d e", "a b d e", "a e", ["subsumed"]),
        ("no no, no", "no", "no no", ["subsumed"]),
        ("no no, no", "no no", "no", ["subsumed"]),
        ("a b c d e", "a d e", "a b e", ["overlap"]),
        ("a b", "a x b", "a y b", ["same-place"]),
        ("a b c", "a x c", "a b y c", ["touching"]),
        ("a b c d", "a x c d", "a b y d", ["touching"]),
        ("no no no", "x no no no", "no no no no", ["same-place"]),
        ("no no no", "no no no x", "no no no no", ["ambiguous"]),
        ("y no x", "y x", "y no z", ["touching"]),
        ("y no no no x", "y no no x", "y no no no z", ["ambiguous"]),
    ],
)
def test_two_edits_that_cannot_both_be_made_are_a_conflict_with_its_reason(base, ours, theirs, reasons):
    assert related(base, ours, theirs) == reasons
    assert in_conflict(text(base), *edits(text(base), ours, theirs)) == bool(reasons)


def test_words_set_otherwise_against_words_changed_need_a_look():
    base = text("Calls upon States")
    italic = edits_between(base, tokenise((Run("Calls upon", EMPHASIS), Run(" States"))))
    other = edits_between(base, text("Urges States"))

    (found,) = conflicts(base, italic, other)

    assert found.reason is Reason.MARKS
    assert found.reason.needs_a_look
    assert not Reason.OVERLAP.needs_a_look


@pytest.mark.parametrize(
    ("proposed", "reasons"),
    [
        ("Calls again upon States", ["marks"]),
        ("States", ["marks"]),
        ("Calls upon all States", ["touching"]),
        ("Calls upon States again", []),
    ],
)
def test_marks_stand_against_every_change_of_the_words_they_set(proposed, reasons):
    base = text("Calls upon States")
    italic = edits_between(base, tokenise((Run("Calls upon", EMPHASIS), Run(" States"))))

    for ours, theirs in ((italic, edits_between(base, text(proposed))), (edits_between(base, text(proposed)), italic)):
        assert [found.reason.value for found in conflicts(base, ours, theirs)] == reasons


def test_words_set_in_two_ways_stand_against_each_other():
    base = text("Calls upon States")
    italic, bold = (
        edits_between(base, tokenise((Run("Calls", marks), Run(" upon States")))) for marks in (EMPHASIS, STRONG)
    )

    (found,) = conflicts(base, italic, bold)

    assert found.reason is Reason.MARKS


def test_edits_that_would_make_one_word_of_three_are_touching():
    base = text("(- b")

    assert related("(- b", "a- b", "(-b") == ["touching"]
    assert related("(- b", "(-b", "a- b") == ["touching"]
    assert conflict_graph(
        base, {"ours": edits_between(base, text("a- b")), "theirs": edits_between(base, text("(-b"))}
    ) == (("ours", "theirs"),)


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [("(-", ",-", "(-,"), ("(- b", "a- b", "(-"), ("a约 b", "约 b", "a约 c"), ("a , b", "x , b", "a , y")],
)
def test_other_edits_one_token_apart_are_free(base, ours, theirs):
    assert related(base, ours, theirs) == []


def test_a_conflict_says_the_words_of_both_sides_and_what_each_does():
    base = text(BASE)
    ours, theirs = edits(
        base, BASE.replace("shall", "should"), BASE.replace(" shall adopt", " shall, as appropriate, adopt")
    )
    deleted = edits_between(base, text(BASE.replace(" shall adopt", "")))

    (touching,) = conflicts(base, ours, theirs)
    (overlap,) = conflicts(base, ours, deleted)

    assert (touching.our_words, touching.their_words) == ("shall", ", as appropriate,")
    assert (overlap.our_words, overlap.their_words) == ("shall", "shall adopt")
    assert overlap.our_act == "replaces “shall” with “should”"
    assert overlap.their_act == "deletes “shall adopt”"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("we shall act now and here", "we shall not act now and here", "we shall act at once and here", ["near"]),
        ("we shall act now and here", "we should act now and here", "we shall act now and there", []),
        ("all shall act now", "all should act now", "all must act now", []),
        (
            "at regional level and in all of the world",
            "at subregional and regional level and in all of the world",
            "at regional level and in all of the world and subregional",
            [],
        ),
        (
            "act at once in all of the regional fora",
            "act urgently at once in all of the regional fora",
            "act at once in all of the regional fora urgently",
            ["repeated"],
        ),
        (
            "act at once. In all of the regional fora",
            "act urgently at once. In all of the regional fora",
            "act at once. In all of the regional fora urgently",
            [],
        ),
        ("a b c", "x a b c", "a b c x", ["repeated"]),
        ("a b", "a x b", "a x b", []),
    ],
)
def test_edits_to_be_read_together_are_flagged_and_no_conflict(base, ours, theirs, expected):
    assert looked_at(base, ours, theirs) == expected
    assert looked_at(base, theirs, ours) == expected


def test_one_edit_found_at_two_of_its_places_is_the_same():
    ours = (Edit(0, 0, text("no harm"), 0, 4),)
    theirs = (Edit(1, 1, text("harm no"), 0, 4),)

    assert same(ours, theirs)
    assert conflicts(text("no harm no harm"), ours, theirs) == ()
    assert rebase(text("no harm no harm"), ours, theirs) == Satisfied()


def test_identical_amendments_are_the_same():
    base = text("a b c")
    ours, theirs = edits(base, "a x c", "a y c")

    assert same(ours, ours)
    assert not same(ours, theirs)


def test_the_graph_names_who_cannot_go_together():
    base = text("a b c d e f g")
    proposals = {
        "EU": edits_between(base, text("a x c d e f g")),
        "CSTO": edits_between(base, text("a y c d e f g")),
        "SCO": edits_between(base, text("a b c d e f z")),
    }

    assert conflict_graph(base, proposals) == (("EU", "CSTO"),)
