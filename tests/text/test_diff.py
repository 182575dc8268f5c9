from unittest.mock import patch

import pytest
from diff_match_patch import diff_match_patch

from drafting.text.diff import LARGEST_MIDDLE, LARGEST_WINDOW, hunks, local_hunks
from drafting.text.tokens import Token, Tokens

PRIVATE_USE = range(0xE000, 0xF900)


def words(size: int, sign: str) -> Tokens:
    return tuple(Token(f" {sign}{at}") for at in range(size))


@pytest.mark.parametrize("size", [1, LARGEST_MIDDLE - 1, LARGEST_MIDDLE, LARGEST_MIDDLE + 1, 6_401, 10_000])
def test_diff_match_patch_never_needs_more_names_than_one_utf_16_unit_has(size: int):
    base = words(size, "a")

    with patch.object(diff_match_patch, "diff_main", autospec=True, side_effect=diff_match_patch.diff_main) as diffed:
        local_hunks(base, words(size, "b"))
        local_hunks(base, base[::-1])

    names = {ord(name) for call in diffed.call_args_list for text in call.args[1:3] for name in text}
    assert len(names) <= 2 * LARGEST_MIDDLE < len(PRIVATE_USE)
    assert names <= set(PRIVATE_USE)


def test_more_different_words_than_private_use_can_name_are_told_apart():
    base = words(10_000, "a")
    changed = list(base)
    changed[1], changed[9_998] = base[1 + len(PRIVATE_USE)], base[9_998 - len(PRIVATE_USE)]

    found = hunks(base, tuple(changed))

    assert found == [(1, 2, 1, 2), (9_998, 9_999, 9_998, 9_999)]


def test_changes_near_one_another_are_found_alike_whatever_else_changed():
    kept, middle = words(5, "k"), words(LARGEST_WINDOW + 20, "m")
    base = kept + middle + kept
    turned = kept + middle[::-1] + kept
    elsewhere = (Token(" x"), *words(400, "n"))

    alone = local_hunks(base, turned)
    beside = local_hunks(base + elsewhere, (*turned, Token(" y"), *words(400, "o")))

    assert beside[: len(alone)] == alone
