import pytest

from drafting.text import Mark, NoteReference, Run, Runs, Token, runs_of, tokenise
from tests.text import character_classes
from tests.text.texts import EMPHASIS, STRONG, shown, text


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        ("shall, where needed", ["shall", ",", "where", "needed"]),
        ("State's co-operation", ["State's", "co-operation"]),
        ("l’État", ["l’État"]),
        ("A/RES/70/1 (2015)", ["A/RES/70/1", "(", "2015", ")"]),
        ("2.5 and 1,000", ["2.5", "and", "1,000"]),
        ("2025–2030", ["2025", "–", "2030"]),
        ("缔约方", ["缔", "约", "方"]),
        ("ひカ", ["ひ", "カ"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("UN缔约", ["UN", "缔", "约"]),
        ("q\u0301 (\u0301", ["q\u0301", "(\u0301"]),
        ("می\u200cشود", ["می\u200cشود"]),
        ("сохтан ҷаҳонӣ", ["сохтан", "ҷаҳонӣ"]),
        ("٣٫٥ الدول، ثم؟", ["٣", "٫", "٥", "الدول", "،", "ثم", "؟"]),
        ("يَحُثُّ", ["يَحُثُّ"]),
        ("𐐷𐐲 😀‍😀", ["𐐷𐐲", "😀‍", "😀"]),
        ("𽀀𽀁", ["𽀀𽀁"]),  # seal script, new in Unicode 18
        ("a b　cd", ["a", "b", "c", "d"]),
        ("", []),
    ],
)
def test_a_token_is_a_word_or_a_punctuation_mark(words, tokens):
    assert [token.word for token in text(words)] == tokens


def test_a_token_carries_its_own_blank():
    tokens = text("women,  girls")

    assert [token.text for token in tokens] == [" women", ",", " girls"]
    assert shown(tokens) == "women, girls"


def test_the_first_word_carries_a_blank_so_that_words_can_be_put_before_it():
    assert text("all States")[1:] == text("States")


def test_scripts_without_blanks_have_none_at_the_beginning_either():
    assert text("请缔")[1:] == text("缔")


def test_a_word_set_in_two_ways_is_one_token():
    (token,) = tokenise((Run("State"), Run("s", EMPHASIS), Run("hip", EMPHASIS)))

    assert token == Token(" Stateship", ((5, frozenset()), (4, EMPHASIS)))
    assert runs_of((token,)) == (Run("State"), Run("ship", EMPHASIS))


def test_a_note_reference_is_a_token_with_its_blank():
    runs = (Run("treaty"), NoteReference("n1"), NoteReference("n2"), Run(" and "), NoteReference("n3"))

    tokens = tokenise(runs)

    assert [(token.text, token.note) for token in tokens] == [
        (" treaty", ""),
        ("", "n1"),
        ("", "n2"),
        (" and", ""),
        (" ", "n3"),
    ]
    assert runs_of(tokens) == runs


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("Calls", EMPHASIS), Run(" "), Run("upon", EMPHASIS)), (Run("Calls upon", EMPHASIS),)),
        ((Run("Calls upon ", EMPHASIS), Run("States")), (Run("Calls upon", EMPHASIS), Run(" States"))),
        (
            (Run("Calls ", EMPHASIS), Run("upon", EMPHASIS | STRONG)),
            (Run("Calls ", EMPHASIS), Run("upon", EMPHASIS | STRONG)),
        ),
        (
            (Run("treaty", EMPHASIS), NoteReference("n1"), Run(" now", EMPHASIS)),
            (Run("treaty", EMPHASIS), NoteReference("n1"), Run(" "), Run("now", EMPHASIS)),
        ),
    ],
)
def test_a_blank_bears_the_marks_its_neighbours_share(runs: Runs, expected: Runs):
    assert runs_of(tokenise(runs)) == expected


def test_marks_are_part_of_a_token():
    assert tokenise((Run("shall", frozenset({Mark.STRONG})),)) != tokenise((Run("shall"),))


def test_the_table_of_character_classes_is_what_its_source_says():
    assert character_classes.TABLE.read_text(encoding="utf-8") == character_classes.written()
