import pytest

from drafting.text import NoteReference, Run, edits_between, in_words, is_editorial, tokenise, words
from drafting.text.wording import whole_words
from tests.text.texts import EMPHASIS, text


@pytest.mark.parametrize(
    ("base", "proposed", "touched", "said"),
    [
        ("we shall act", "we should act", "shall", "replaces “shall” with “should”"),
        ("for all women now", "for all women and girls now", "and girls", "inserts “and girls” after “for all women”"),
        ("States act", "All States act", "All", "inserts “All” at the beginning"),
        ("all States act", "all act", "States", "deletes “States”"),
    ],
)
def test_an_edit_is_told_in_words(base, proposed, touched, said):
    (edit,) = edits_between(text(base), text(proposed))

    assert words(text(base), edit) == touched
    assert in_words(text(base), edit) == said


def test_a_change_of_setting_is_told_in_words():
    base = text("Calls upon States")
    (edit,) = edits_between(base, tokenise((Run("Calls upon", EMPHASIS), Run(" States"))))

    assert in_words(base, edit) == "sets “Calls upon” otherwise"


def test_a_note_reference_is_told_in_words():
    base = text("the Charter of 1945")
    (edit,) = edits_between(base, tokenise((Run("the Charter"), NoteReference("n1"), Run(" of 1945"))))

    assert in_words(base, edit) == "inserts “[note]” after “the Charter”"


def test_long_words_are_cut_in_their_middle():
    base = text(" ".join(f"w{number}" for number in range(40)))
    (edit,) = edits_between(base, ())

    assert words(base, edit).startswith("w0 w1 w2")
    assert " w11 … w28 " in words(base, edit)


@pytest.mark.parametrize(
    ("base", "proposed", "editorial"),
    [
        ("women, men and youth", "women, men, and youth", True),
        ("the “text”", 'the "text"', True),
        ("co-operation", "cooperation", True),
        ("long-term plans", "long term plans", True),
        ("States – and", "States — and", True),
        ("2025-2030", "2025–2030", True),
        ("the conference", "the Conference", True),
        ("shall act", "should act", False),
        ("shall act", "shall not act", False),
        ("2.5 degrees", "25 degrees", False),
        ("1,000 tons", "1000 tons", False),
        ("20252030", "2025-2030", False),
        ("of -5 degrees", "of 5 degrees", False),
        ("the State's duty", "the States duty", False),
        ("State’s", "State's", True),
        ("and/or", "and or", False),
        ("5 %", "5", False),
        ("[all] States", "all States", False),
        ("(all) States", "all States", True),
    ],
)
def test_an_editorial_edit_changes_no_word_and_no_number(base, proposed, editorial):
    edits = edits_between(text(base), text(proposed))

    assert all(is_editorial(edit, text(base)) for edit in edits) == editorial


def test_a_change_of_setting_is_editorial_and_of_a_note_is_not():
    base = text("the Charter")
    (italic,) = edits_between(base, tokenise((Run("the "), Run("Charter", EMPHASIS))))
    (noted,) = edits_between(base, tokenise((Run("the Charter"), NoteReference("n1"))))

    assert is_editorial(italic, base)
    assert not is_editorial(noted, base)


def test_words_are_told_whole_where_that_is_asked_for():
    many = " ".join(f"w{number}" for number in range(40))
    base = text(many)
    (gone,) = edits_between(base, ())
    (come,) = edits_between((), base)

    assert whole_words(base, gone) == whole_words((), come) == many
