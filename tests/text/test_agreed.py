from hypothesis import given
from hypothesis import strategies as st

from drafting.text import Run, apply, conflicts, edits_between, tokenise
from drafting.text.agreed import agreed_hunks
from drafting.text.diff import local_hunks
from tests.text.texts import any_text, text

BASE = text(
    "Stresses all States of the region may regularly consider the use of the Internet for the purposes of recruitment."
)
REWRITTEN = text(
    "Stresses all of the Internet for the purposes of recruitment. Bearing in mind participating delegations will fully"
    " report on the use of the Internet for the purposes of recruitment in particular border guards, drugs, trade in"
    " arms, the private sector, families and energy with a view to duly finance the use of the Internet for the"
    " purposes of recruitment, in a spirit of trust and of mutual respect in particular at the borders of the region."
)


def shown(base, proposed):
    return [(plain_of(base[i:j]), plain_of(proposed[k:m])) for i, j, k, m in agreed_hunks(base, proposed)]


def plain_of(tokens):
    return "".join(token.text for token in tokens).strip()


def test_words_that_only_the_least_diff_keeps_are_part_of_the_change():
    assert len(local_hunks(BASE, REWRITTEN)) > 1
    assert len(agreed_hunks(BASE, REWRITTEN)) == 1


def test_a_change_of_words_that_another_kept_by_chance_is_a_conflict_and_not_put_into_the_wrong_sentence():
    theirs = text("Stresses all States of the region may regularly consider the use of the Internet recruitment.")

    assert conflicts(BASE, edits_between(BASE, REWRITTEN), edits_between(BASE, theirs))


def test_where_both_readings_agree_each_change_stands_alone():
    proposed = text(
        "Stresses some States of the region shall regularly consider the use of the Internet for the purposes of"
        " recruitment."
    )

    assert shown(BASE, proposed) == [("all", "some"), ("may", "shall")]


def test_the_words_that_come_in_one_order_hold_the_others_in_place():
    base, proposed = text("a b c d e f g h i"), text("x e f g h i y a b c d")

    assert shown(base, proposed) == [("a b c d", "x"), ("", "y a b c d")]


def test_without_words_that_stand_once_the_least_diff_is_the_second_reading_too():
    base, proposed = text("a b a b a c a b"), text("a b b a a b a c b a b")

    assert agreed_hunks(base, proposed)
    assert apply(base, edits_between(base, proposed)) == proposed


def test_what_can_be_slid_is_found_in_one_place_by_both_readings():
    once, twice = "a c of the b d", "x c of the of the b d y"

    assert agreed_hunks(text(once), text(twice)) == [(0, 1, 0, 1), (2, 2, 2, 4), (6, 6, 8, 9)]
    assert agreed_hunks(text(twice), text(once)) == [(0, 1, 0, 1), (2, 4, 2, 2), (8, 9, 6, 6)]


@given(any_text(), any_text())
def test_the_hunks_make_the_proposed_text(base, proposed):
    made = []
    at = 0
    for start, stop, new_start, new_stop in agreed_hunks(base, proposed):
        assert start < stop or new_start < new_stop
        made += [*base[at:start], *proposed[new_start:new_stop]]
        at = stop

    assert (*made, *base[at:]) == proposed


@given(st.permutations("abcdefghij"), st.permutations("abcdefghij"))
def test_words_in_any_order_are_read_twice_and_agree_on_what_stays(old, new):
    base, proposed = (tokenise((Run(" ".join(words)),)) for words in (old, new))

    assert apply(base, edits_between(base, proposed)) == proposed
