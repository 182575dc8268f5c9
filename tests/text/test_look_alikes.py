import pytest

from drafting.text import Run, tokenise
from drafting.text.look_alikes import brought_in, look_alikes
from tests.text.texts import text


def said(words: str) -> list[str]:
    return [each.sentence for each in look_alikes(text(words))]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("The \u0430ct shall", "“\u0430ct” mixes Cyrillic \u0430 (U+0430) with Latin letters; it looks like “act”."),
        ("\u03bff all", "“\u03bff” mixes Greek \u03bf (U+03BF) with Latin letters; it looks like “of”."),
        ("all \u0585f it", "“\u0585f” mixes Armenian \u0585 (U+0585) with Latin letters; it looks like “of”."),
        ("it sha\u0627l", "“sha\u0627l” mixes Arabic \u0627 (U+0627) with Latin letters."),
        ("\u13aact now", "“\u13aact” mixes Cherokee \u13aa (U+13AA) with Latin letters."),
        (
            "it \U0001d42chall",
            "“\U0001d42chall” mixes mathematical \U0001d42c (U+1D42C) with ordinary letters; it looks like “shall”.",
        ),
        ("договoр о", "“договoр” mixes Latin o (U+006F) with Cyrillic letters; it looks like “договор”."),
        ("за y них", "“y” is written with Latin y (U+0079) in a text of Cyrillic letters; it looks like “у”."),
        (
            "the \u0410 list",
            "“\u0410” is written with Cyrillic \u0410 (U+0410) in a text of Latin letters; it looks like “A”.",
        ),
        ("エ業発展", "“エ” is written with Katakana エ (U+30A8) in a text of Han letters; it looks like “工”."),
        ("by 2\u0660 May", "“2\u0660” mixes Arabic-Indic \u0660 (U+0660) with other digits; it looks like “20”."),
        (
            "in \u0662 years",
            "“\u0662” is written with Arabic-Indic \u0662 (U+0662) in a text of Latin letters; it looks like “2”.",
        ),
    ],
)
def test_a_word_that_looks_like_another_is_told_with_its_odd_characters(words, sentence):
    assert said(words) == [sentence]


def test_a_whole_word_of_look_alike_letters_is_told():
    (found,) = look_alikes(text("the \u0441\u043e\u0440 and all"))

    assert (found.word, found.looks_like) == ("\u0441\u043e\u0440", "cop")
    assert (found.odd[0].code, found.odd[0].name) == ("U+0441", "CYRILLIC SMALL LETTER ES")


@pytest.mark.parametrize(
    "words",
    [
        "COVID-19 and A/RES/70/1, CO₂, № 5, 5 μg and 3 kΩ, the α and ν values",
        "Ҷумҳурии Тоҷикистон ва Россия, уровень CO₂, COVID-19, A/RES/70/1, № 5, 5 μg, COP, IP-адрес, XX век",
        "Србија је држава",
        "الأمم المتحدة UNESCO و الـDNA في 2030، المادة ٢٣",
        "各国应AI技术５",
        "エネルギー工業の発展",
        "UN과 협력",
        "called Жуков, or Союз и сор, here",
        "Oʻzbekiston, İstanbul and Łódź",
        "٢٠",
        "",
    ],
)
def test_honest_words_are_let_be(words):
    assert said(words) == []


def test_of_two_scripts_that_are_even_neither_is_odd():
    assert said("\u0441\u043e\u0440 cop") == []


def test_only_what_is_brought_in_counts():
    base = text("the \u0430ct and the law")

    assert brought_in(base, text("the \u0430ct or the law")) == ()
    assert [each.word for each in brought_in(base, text("the \u0430ct and the \u0430ct"))] == ["\u0430ct"]
    assert brought_in((), tokenise((Run("the law"),))) == ()
