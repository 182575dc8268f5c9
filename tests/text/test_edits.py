import pytest

from drafting.errors import InvalidTextError
from drafting.text import Edit, NoteReference, Run, apply, edits_between, edits_from_wire, edits_to_wire, tokenise
from drafting.text.diff import LARGEST_MIDDLE
from tests.text.texts import EMPHASIS, shown, text


def spans(base: str, proposed: str) -> list[tuple[int, int, str]]:
    return [(edit.start, edit.stop, shown(edit.new)) for edit in edits_between(text(base), text(proposed))]


@pytest.mark.parametrize(
    ("base", "proposed", "expected"),
    [
        ("Calls on States", "Urges States", [(0, 2, "Urges")]),
        ("Urges States", "Urges all States", [(1, 1, "all")]),
        ("Urges all States", "Urges States", [(1, 2, "")]),
        ("women and men", "women, girls and men", [(1, 1, ", girls")]),
        ("a b c d e f g", "a x c d e y g", [(1, 2, "x"), (5, 6, "y")]),
        ("缔约方", "缔各方", [(1, 2, "各")]),
        ("", "Urges", [(0, 0, "Urges")]),
        ("Urges", "", [(0, 1, "")]),
    ],
)
def test_edits_are_the_words_that_changed(base, proposed, expected):
    assert spans(base, proposed) == expected


def test_an_edit_knows_how_far_it_can_slide():
    (edit,) = edits_between(text("no harm no gain"), text("no harm no harm no gain"))

    assert (edit.low, edit.high) == (0, 3)
    assert edit.key == (0, 0, text("no harm"))


def test_an_insertion_is_shown_at_the_end_of_a_sentence_rather_than_within_one():
    base = text("States agree. States act.")
    proposed = text("States agree. States meet. States act.")

    (edit,) = edits_between(base, proposed)

    assert (edit.start, shown(edit.new)) == (3, "States meet.")


def test_an_insertion_is_shown_before_a_comma_rather_than_before_a_word():
    (edit,) = edits_between(text("a and b, c, d"), text("a and b, x, c, d"))

    assert shown(edit.new) == ", x"


def test_edits_whose_extents_meet_become_one_without_the_words_it_keeps():
    assert spans("a d d d c", "c a d d") == [(0, 0, "c"), (3, 5, "")]


def test_the_same_local_change_is_the_same_edit_whatever_else_changes():
    base = text("b a a c b c and so forth to the old")

    alone = edits_between(base, text("b a b b x x c and so forth to the old"))
    beside = edits_between(base, text("b a b b x x c and so forth to the new"))

    assert beside[:-1] == alone


def test_a_text_rewritten_beyond_the_largest_middle_is_still_diffed():
    base = [f"a{number}" for number in range(2 * LARGEST_MIDDLE)]
    proposed = [word if number % 7 else f"b{number}" for number, word in enumerate(base)]

    edits = edits_between(text(" ".join(base)), text(" ".join(proposed)))

    assert [(edit.start, edit.stop) for edit in edits] == [(at, at + 1) for at in range(0, len(base), 7)]


def test_far_away_repetitions_fuse_rather_than_slide_through_one_another():
    base, proposed = text("a " * 40), text("a " * 10 + "b " + "a " * 5)

    assert apply(base, edits_between(base, proposed)) == proposed


def test_a_change_of_marks_is_an_edit():
    base, proposed = text("Calls upon States"), tokenise((Run("Calls upon", EMPHASIS), Run(" States")))

    (edit,) = edits_between(base, proposed)

    assert (edit.start, edit.stop) == (0, 2)


@pytest.mark.parametrize("edit", [Edit(0, 3, (), 0, 3), Edit(2, 1, (), 1, 2), Edit(-1, 0, (), -1, 0)])
def test_an_edit_that_does_not_fit_its_text_is_refused(edit):
    with pytest.raises(InvalidTextError):
        apply(text("two words"), (edit,))


def test_edits_go_over_the_wire_with_marks_and_notes():
    base = text("States agree")
    proposed = tokenise((Run("All "), Run("States", EMPHASIS), NoteReference("n1"), Run(" agree")))
    edits = edits_between(base, proposed)

    wire = edits_to_wire(edits)

    assert wire == [
        {
            "at": [0, 1],
            "slide": [0, 1],
            "new": [" All", {"t": " States", "m": [[6, ["em"]]]}, {"fn": "n1", "t": ""}],
        }
    ]
    assert edits_from_wire(wire) == edits


GOOD = {"at": [0, 1], "slide": [0, 1], "new": []}


@pytest.mark.parametrize(
    "wire",
    [
        None,
        [None],
        [{"at": [0, 1]}],
        [GOOD | {"at": ["0", 1]}],
        [GOOD | {"new": [3]}],
        [GOOD | {"new": [{"t": "a", "m": [[1, ["u"]]]}]}],
        [GOOD | {"new": [{"t": "a", "m": [3]}]}],
        [GOOD, GOOD],
        [GOOD | {"slide": [1, 1]}],
        [GOOD | {"slide": [-1, 1]}],
    ],
)
def test_what_is_no_list_of_edits_is_refused(wire):
    with pytest.raises(InvalidTextError):
        edits_from_wire(wire)
