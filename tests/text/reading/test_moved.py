from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text import Redline, Tokens, plain, redline, tokenise
from drafting.text.reading.moved import FEWEST, FEWEST_LETTERS, MOST, Move, moves
from drafting.text.runs import NoteReference, Piece, Run, joined
from tests.text.texts import EMPHASIS, text

_SIGNS = {"kept": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}
_WORDS: list[Piece] = [Run(f" {word}") for word in ("the", "of", "Convention", "Parties", "territory", "x")]
_PIECES: list[Piece] = [*_WORDS, Run(","), Run("."), Run("约"), Run(" territory", EMPHASIS), NoteReference("n1")]


def drawn(line: Redline) -> str:
    return "".join(_SIGNS[each.change].format(f"{each.move or ''}{plain(each.runs)}") for each in line)


@st.composite
def rearranged(draw: st.DrawFn) -> tuple[Tokens, Tokens]:
    """A text of few words, and the same with stretches moved and words changed."""
    base = draw(st.lists(st.sampled_from(_PIECES), min_size=3, max_size=24))
    out = list(base)
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(out)))
        taken = out[start : start + draw(st.integers(0, 8))]
        del out[start : start + len(taken)]
        at = draw(st.integers(0, len(out)))
        out[at:at] = taken
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(out)))
        out[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(_PIECES), max_size=2))
    return tokenise(tuple(base)), tokenise(tuple(out))


@pytest.mark.parametrize(
    ("base", "proposed", "expected"),
    [
        (
            "States shall, where appropriate, report on measures taken.",
            "States shall report on measures taken, where appropriate.",
            "States shall[-1, where appropriate-][-,-] report on measures taken[+1, where appropriate+].",
        ),
        (
            "Parties report. The secretariat publishes all reports received. States meet again.",
            "Parties report. States meet again. The secretariat publishes all reports received.",
            "Parties report.[+1 States meet again.+] The secretariat publishes all reports received."
            "[-1 States meet again.-]",
        ),
        (
            "Guided in good faith by the Charter of the United Nations and the rule of law",
            "Guided under the rule of law by the Charter of the United Nations",
            "Guided[- in good faith-][+ under+][+1 the rule of law+] by the Charter of the United Nations"
            "[- and-][-1 the rule of law-]",
        ),
        (
            "缔约方应当采取一切可能的措施并在区域内合作。",
            "缔约方应当在区域内合作并采取一切可能的措施。",
            "缔约方应当[+1在区域内合作+][+并+]采取一切可能的措施[-并-][-1在区域内合作-]。",
        ),
    ],
)
def test_words_found_again_elsewhere_are_moved(base, proposed, expected):
    assert drawn(redline(text(base), text(proposed))) == expected


@pytest.mark.parametrize(
    ("base", "proposed"),
    [
        ("of the and by all means we can", "by all means we can of the and"),
        ("capital punishment is prohibited for minors", "is prohibited for minors capital punishment"),
        ("约方应当 by all means available", "by all means available 约方应当"),
    ],
)
def test_few_words_or_few_letters_found_again_are_not_moved(base, proposed):
    assert not any(segment.move for segment in redline(text(base), text(proposed)))


def test_words_set_otherwise_on_the_way_are_not_moved():
    base = tokenise((Run("Urges all States"), Run(" to act in the region", EMPHASIS)))

    line = redline(base, text("to act in the region Urges all States"))

    assert not any(segment.move for segment in line)


def test_moves_are_numbered_as_a_reader_meets_them():
    kept = "by all the means that each of them has at its own disposal today"
    base = text(f"In good time and in full, acting in close cooperation {kept}")
    proposed = text(f"{kept} acting in close cooperation, and In good time and in full")

    line = redline(base, proposed)

    moved = [(segment.move, plain(segment.runs).strip()) for segment in line if segment.move]
    assert moved == [
        (1, "In good time and in full"),
        (2, "acting in close cooperation"),
        (2, "acting in close cooperation"),
        (1, "In good time and in full"),
    ]


def test_words_that_moved_swallow_no_kept_words_beside_them():
    phrase = " in accordance with the Charter of the United Nations"
    kept = " take and report upon all measures that remain possible"

    line = redline(text(f"States shall{phrase}{kept} today"), text(f"States should{kept} here{phrase}"))

    assert drawn(line) == f"States[- shall-][-1{phrase}-][+ should+]{kept}[- today-][+ here+][+1{phrase}+]"


def test_what_stands_where_words_moved_away_replaces_nothing():
    phrase = " in accordance with the Charter of the United Nations"
    rest = " upon all measures that remain possible for them to take"

    line = redline(text(f"States{phrase} may act{rest}"), text(f"States notwithstanding may report{rest}{phrase}"))

    assert drawn(line) == f"States[-1{phrase}-][+ notwithstanding+] may[- act-][+ report+]{rest}[+1{phrase}+]"


def test_nobody_follows_more_than_nine_moves():
    phrases = [f" phrase{at}a phrase{at}b phrase{at}c" for at in range(40)]

    line = redline(text("".join(phrases)), text("".join(reversed(phrases))))

    assert max(segment.move for segment in line) == MOST


def test_of_two_equal_runs_the_first_moved():
    base = text("x all parties concerned y all parties concerned z")
    proposed = text("v all parties concerned w")

    assert moves(base, proposed, [(0, len(base), 0, len(proposed))]) == (Move(1, 1, 3),)


def test_a_run_that_repeats_itself_moves_once():
    base = text("Party a Party a Party a Party a")
    proposed = text("Party a Party a Party a b")

    assert moves(base, proposed, [(0, 8, 0, 7)]) == (Move(0, 0, 6),)


@given(rearranged())
def test_what_moved_is_taken_from_one_place_and_put_to_one_other(case):
    base, proposed = case
    line = redline(base, proposed)

    numbers = sorted({segment.move for segment in line if segment.move})
    assert numbers == list(range(1, len(numbers) + 1))
    for number in numbers:
        gone, come = (
            [each for each in line if each.move == number and each.change == change]
            for change in ("deleted", "inserted")
        )
        assert len(gone) == len(come) == 1
        assert plain(gone[0].runs).strip() == plain(come[0].runs).strip()


@given(rearranged())
def test_a_redline_with_moves_holds_both_texts(case):
    base, proposed = case
    line = redline(base, proposed)

    assert tokenise(joined([p for s in line if s.change != "deleted" for p in s.runs])) == proposed
    assert tokenise(joined([p for s in line if s.change != "inserted" for p in s.runs])) == base
    assert all((one.change, one.move) != (other.change, other.move) for one, other in pairwise(line))


@given(rearranged())
def test_the_first_move_is_the_heaviest_of_all_common_runs(case):
    base, proposed = case
    found = [(0, len(base), 0, len(proposed))]

    assert moves(base, proposed, found)[:1] == tuple(_longest(base, proposed))


def _longest(base: Tokens, proposed: Tokens) -> list[Move]:
    """The common run of most letters, by looking at all of them."""
    runs = [
        Move(i, k, size)
        for i in range(len(base))
        for k in range(len(proposed))
        for size in range(FEWEST, len(base) - i + 1)
        if base[i : i + size] == proposed[k : k + size]
    ]
    runs = [run for run in runs if _letters(base, run) >= FEWEST_LETTERS]
    return sorted(runs, key=lambda run: (-_letters(base, run), run.new_start + run.size, -run.size, run.start))[:1]


def _letters(base: Tokens, run: Move) -> int:
    words = "".join(token.word for token in base[run.start : run.start + run.size])
    return len(words) + words.count("约")
