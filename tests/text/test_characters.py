import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import InvalidTextError
from drafting.text import NoteReference, Run, admit, admit_line, admit_prose, joined, plain, to_wire
from drafting.text.characters import mapped
from tests.text.texts import EMPHASIS, runs_with_marks


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  Calls\u00a0upon \t\r\n States ", "Calls upon States"),
        ("co\u00adoperation", "cooperation"),
        ("Cafe\u0301", "Café"),
        ("一\u3000二", "一 二"),
        ("می\u200cشود", "می\u200cشود"),
        ("(سلام)\u200f 1", "(سلام)\u200f 1"),
        ("", ""),
    ],
)
def test_text_is_kept_composed_and_with_single_blanks(given, kept):
    assert plain(admit((Run(given),))) == kept


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\u3164", "U+3164 HANGUL FILLER"),
        ("\u200d", "U+200D ZERO WIDTH JOINER"),
        ("\u200f", "U+200F RIGHT-TO-LEFT MARK"),
        ("\ufffc", "U+FFFC OBJECT REPLACEMENT CHARACTER"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\x00", "U+0000"),
        ("\x85", "U+0085"),
        ("\ud800", "U+D800"),
        ("\ue000", "U+E000"),
        ("\u0378", "U+0378"),
        ("\uffff", "U+FFFF"),
    ],
)
@pytest.mark.parametrize("admits", [lambda text: admit((NoteReference("n1"), Run(text[1:]))), admit_line, admit_prose])
def test_a_character_that_cannot_be_seen_is_refused_by_name_and_place(admits, character, name):
    with pytest.raises(InvalidTextError) as refusal:
        admits(f"ab{character}cd")

    assert f"{name} at place 3 " in str(refusal.value)


def test_a_direction_mark_is_refused_where_it_turns_nothing():
    with pytest.raises(InvalidTextError):
        admit((Run("\u0627 \u200f a"),))


def test_every_invisible_code_point_is_refused_between_latin_letters():
    hidden = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]")
    kept = [
        code for code in range(0x110000) if code != 0xAD and hidden.match(chr(code)) and _is_admitted(f"a{chr(code)}b")
    ]

    assert kept == []


def test_a_mark_goes_to_the_run_of_the_letter_it_stands_on():
    assert admit((Run("e"), Run("\u0301t", EMPHASIS))) == (Run("é"), Run("t", EMPHASIS))


@pytest.mark.parametrize("before", [NoteReference("n1"), Run(" ")])
def test_a_mark_with_no_letter_before_it_stays_where_it_is(before):
    runs = (Run("e"), before, Run("\u0301", EMPHASIS))

    assert admit(runs) == joined(runs)


@pytest.mark.parametrize("note", ["", "n 1", "n" * 65, "\u202e"])
def test_a_note_reference_must_name_a_note(note):
    with pytest.raises(InvalidTextError):
        admit((NoteReference(note),))


@given(runs_with_marks())
def test_what_is_admitted_is_admitted_again_unchanged(runs):
    admitted = admit(runs)

    assert admit(admitted) == admitted
    assert to_wire(admit(admitted)) == to_wire(admitted)


@given(st.text(st.sampled_from("e\u0301\u1100\u1161\u11a8 \u00a0a\u0327\u212b"), max_size=8), st.integers(0, 8))
def test_what_is_admitted_is_composed_across_runs(words, cut):
    admitted = plain(admit((Run(words[:cut]), Run(words[cut:], EMPHASIS))))

    assert unicodedata.is_normalized("NFC", admitted)
    assert admitted == admit_line(words)


@pytest.mark.parametrize("text", ["a" * 65_537, "a " * 10_001, "\U0001d15e" * 9_000])
def test_a_text_too_long_is_refused(text):
    with pytest.raises(InvalidTextError):
        admit((Run(text),))


def test_a_line_loses_its_line_breaks():
    assert admit_line(" Our \r\n position\t") == "Our position"


def test_a_line_too_long_is_refused():
    with pytest.raises(InvalidTextError):
        admit_line("a" * 2_001)


def test_prose_keeps_its_line_breaks():
    assert admit_prose("\n First  line \r\nsecond\n\n\n\nthird\n") == "First line\nsecond\n\nthird"


def _is_admitted(text: str) -> bool:
    try:
        admit((Run(text),))
    except InvalidTextError:
        return False
    return True


def test_what_is_mapped_unseen_is_told():
    assert mapped((Run("a\u00adb\u00adc\u00a0d"), NoteReference("n1"))) == (
        "2 soft hyphens (U+00AD), which cannot be seen, are left out.",
        "1 no-break space (U+00A0) becomes a plain blank.",
    )
    assert mapped((Run("ab"),)) == ()


def test_a_letter_with_more_marks_than_any_language_sets_is_refused():
    admit((Run("a" + "\u0301\u0327" * 15),))

    with pytest.raises(InvalidTextError) as refusal:
        admit((Run("ba" + "\u0301\u00ad\u0327" * 16),))

    assert "at place 2 bears more than 30 marks" in str(refusal.value)


def test_a_direction_mark_is_let_in_after_what_it_turns_in_a_text_of_such_a_script():
    assert plain(admit((Run("a\u200f \u0627"),))) == "a\u200f \u0627"
