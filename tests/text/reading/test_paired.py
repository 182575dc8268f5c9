import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text import Run, tokenise
from drafting.text.reading import paired as pairing
from drafting.text.reading.paired import paired
from tests.text.texts import EMPHASIS, any_text, shown, text


def found(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    pairs = paired([text(words) for words in old], [text(words) for words in new])
    return [(shown(before or ()), shown(after or ())) for before, after in pairs]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [], []),
        (["a b"], ["a b"], [("a b", "a b")]),
        (["a b c"], ["a x c"], [("a b c", "a x c")]),
        (["a b c"], ["x y z"], [("a b c", ""), ("", "x y z")]),
        (["a b c", "d e f"], ["d e f"], [("a b c", ""), ("d e f", "d e f")]),
        (["a b c", "d e f"], ["x y", "d e x"], [("a b c", ""), ("", "x y"), ("d e f", "d e x")]),
        (["a b c d", "a b c e"], ["a b c e f", "z"], [("a b c d", ""), ("a b c e", "a b c e f"), ("", "z")]),
        (["a", "b"], [], [("a", ""), ("b", "")]),
        (["a"], ["a b c d e f g h"], [("a", ""), ("", "a b c d e f g h")]),
    ],
)  # fmt: skip
def test_paragraphs_most_alike_are_paired_in_order(old, new, expected):
    assert found(old, new) == expected


def test_a_paragraph_set_otherwise_has_changed():
    before, after = text("Calls upon"), tokenise((Run("Calls upon", EMPHASIS),))

    assert paired([before, text("x")], [text("x"), after]) == ((before, None), (text("x"), text("x")), (None, after))
    assert paired([before], [after]) == ((before, after),)


def test_more_changed_paragraphs_than_can_be_compared_are_not_paired(monkeypatch):
    monkeypatch.setattr(pairing, "LARGEST_STRETCH", 3)

    assert found(["a b c", "d"], ["a b x", "e"]) == [("a b c", ""), ("d", ""), ("", "a b x"), ("", "e")]


@given(st.lists(any_text(), max_size=6), st.lists(any_text(), max_size=6))
def test_no_paragraph_is_lost(old, new):
    pairs = paired(old, new)

    assert [before for before, _ in pairs if before is not None] == old
    assert [after for _, after in pairs if after is not None] == new
