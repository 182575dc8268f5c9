from itertools import pairwise

from hypothesis import given

from drafting.text import Token, Tokens, apply, edits_between
from drafting.text.reading.places import Place, places
from tests.text.texts import negotiations, shown, text


def found(base: str, *proposals: str) -> list[tuple[str, dict[str, tuple[int, ...]]]]:
    tokens = text(base)
    return [
        (shown(tokens[place.start : place.stop]), {shown(version.tokens): version.by for version in place.versions})
        for place in places(tokens, [edits_between(tokens, text(words)) for words in proposals])
    ]


def test_changes_of_overlapping_words_share_a_place_and_equal_ones_a_version():
    assert found("a b c d e", "a x d e", "a b y e", "a x d e") == [("b c d", {"x d": (0, 2), "b y": (1,)})]


def test_changes_that_only_touch_have_places_of_their_own():
    assert found("a b c d", "a x c d", "a b y d") == [("b", {"x": (0,)}), ("c", {"y": (1,)})]


def test_insertions_at_one_gap_share_a_place():
    assert found("a b", "a x b", "a y b", "a b") == [("", {"x": (0,), "y": (1,)})]


def test_two_changes_of_one_amendment_within_a_larger_one_of_another_are_one_version():
    assert found("a b c d e", "a e", "a x c y e") == [("b c d", {"": (0,), "x c y": (1,)})]


def test_a_change_within_a_larger_one_shares_its_place_though_a_smaller_one_ends_before():
    assert found("a b c d e f", "a f", "a b x d e f", "a b c d y f") == [
        ("b c d e", {"": (0,), "b x d e": (1,), "b c d y": (2,)}),
    ]


def test_a_place_names_each_amendment_that_changes_it_once():
    (place,) = places(
        text("a b c"), [edits_between(text("a b c"), text(words)) for words in ("a x c", "a y c", "a x c")]
    )

    assert place.by == (0, 1, 2)


def chosen(place: Place, number: int) -> list[Tokens]:
    return [version.tokens for version in place.versions if number in version.by]


@given(negotiations(5))
def test_each_amendment_can_be_read_back_from_the_places(case):
    base, proposed = case
    proposals = [edits_between(base, each) for each in proposed]

    marked = places(base, proposals)

    assert all(left.stop <= right.start for left, right in pairwise(marked))
    for number, edits in enumerate(proposals):
        out: list[Token] = []
        at = 0
        assert any(chosen(place, number) for place in marked) == bool(edits)
        for place in marked:
            out += base[at : place.start]
            out += next(iter(chosen(place, number)), base[place.start : place.stop])
            at = place.stop
        assert tuple(out) + base[at:] == apply(base, edits) == proposed[number]
