import pytest

from drafting.errors import InvalidTextError
from drafting.text import Mark, NoteReference, Run, Runs
from drafting.web.notation import runs_of_notation

EM, STRONG = frozenset({Mark.EMPHASIS}), frozenset({Mark.STRONG})
NOTES = {1: "first", 12: "twelfth"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ()),
        ("Calls upon States", (Run("Calls upon States"),)),
        ("*Calls upon* States", (Run("Calls upon", EM), Run(" States"))),
        ("all **States** parties", (Run("all "), Run("States", STRONG), Run(" parties"))),
        ("two\nlines  and\tblanks ", (Run("two lines and blanks"),)),
        ("data[^1] and[^12].", (Run("data"), NoteReference("first"), Run(" and"), NoteReference("twelfth"), Run("."))),
        ("*italic[^1]*", (Run("italic", EM), NoteReference("first"))),
        (r"a \* b", (Run("a * b"),)),
        (r"a\[^1] b", (Run("a[^1] b"),)),
        ("2 * 3", (Run("2 * 3"),)),
        ("<b>bold</b> & co", (Run("<b>bold</b> & co"),)),
    ],
)
def test_signs_mean_what_the_hint_beside_the_form_says(typed: str, meant: Runs) -> None:
    assert runs_of_notation(typed, NOTES) == meant


def test_a_call_of_a_note_that_is_not_there_is_refused() -> None:
    with pytest.raises(InvalidTextError, match=r"There is no note 7 in this document. Delete \[\^7\]"):
        runs_of_notation("data[^7]", NOTES)


@pytest.mark.parametrize("typed", ["data\ue0001\ue001", "\ue001"])
def test_private_signs_do_not_pass_for_a_call(typed: str) -> None:
    with pytest.raises(InvalidTextError, match=r"private sign, U\+E00"):
        runs_of_notation(typed, NOTES)
