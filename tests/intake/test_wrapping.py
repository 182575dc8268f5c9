import textwrap

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafting.intake import ReadDraft, labelled, read
from drafting.rules.kinds import Form
from drafting.text.runs import plain

RESOLUTION = """Declaration on water

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda for Sustainable Development”,

Recalling also its resolution 71/222 of 21 December 2016 on the International Decade for Action, “Water for Sustainable Development”, 2018–2028,

Welcoming the report of the Working Group on Water, the Dushanbe Water Process and the United Nations system, Nepal and Peru,

Deeply concerned about the retreat of the glaciers of High Mountain Asia, the Andes and the Alps,

1. Decides to convene in Dushanbe the High-Level Conference on the International Decade for Action in May 2027;

2. Invites all Member States of the United Nations and members of its specialized agencies:

(a) to take part in the Conference at the highest level possible, as paragraph 12 of resolution 70/1 asks;

(b) to support the Secretary-General of the United Nations and the Government of Tajikistan in its preparation;

3. Requests the Secretary-General to report to the General Assembly at its eighty-second session."""  # noqa: E501

DECLARATION = """Declaration on water

We, the Heads of State and Government and high representatives, gathered in Dushanbe from 17 to 19 May 2027, therefore declare:

1. We reaffirm our commitment to the United Nations Water Action Agenda and the Sendai Framework of 18 March 2015.

2. We call upon all States, international organizations and the private sector to act in Asia, Africa and the Americas."""  # noqa: E501

DASHES = """Declaration on water

We, the participants of the High-Level Conference on the International Decade for Action, Dushanbe, 18 May 2027:

- recalling the Dushanbe Declarations of 2018 and 2022 and the United Nations Water Conference of 24 March 2023;

- noting with concern the state of the Aral Sea, the Amu Darya and the Syr Darya in the year 2026;

have agreed as follows:

- to strengthen the Dushanbe Water Process and the coalition of Central Asian States and their partners;

- to meet again in Dushanbe in May 2029."""

WORDS = st.sampled_from(
    (
        "the",
        "Conference",
        "of",
        "Parties",
        "25",
        "2015",
        "United Nations",
        "Working Group",
        "water,",
        "and",
        "Asia",
        "to",
    )
)


def wrapped(text: str, width: int) -> str:
    return "\n\n".join(
        textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)
        for paragraph in text.split("\n\n")
    )


def of(text: str, name: str = "draft.txt") -> ReadDraft:
    return read(text.encode(), name)


def clauses(found: ReadDraft) -> list[tuple[str, str]]:
    labels = labelled(found)
    return [(labels[clause.key], plain(clause.runs)) for clause in found.clauses]


def test_a_wrapped_line_that_ends_in_a_preposition_is_no_heading() -> None:
    found = of(
        "Declaration on water\n\nThe General Assembly,\n\n"
        "Recalling its resolution 70/1 of\n25 September 2015,\n\n"
        f"1. Decides to convene a conference{' in the very long hall' * 3}."
    )

    assert clauses(found)[2] == ("PP1", "Recalling its resolution 70/1 of 25 September 2015,")
    assert [label for label, _ in clauses(found)] == ["Title", "Chapeau", "PP1", "OP1"]


@pytest.mark.parametrize(
    ("text", "form"), [(RESOLUTION, Form.RESOLUTION), (DECLARATION, Form.DECLARATION), (DASHES, Form.DASHES)]
)
@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
@pytest.mark.parametrize("width", range(30, 121))
def test_wrapping_never_changes_the_clauses(text: str, form: Form, name: str, width: int) -> None:
    found = of(wrapped(text, width), name)

    assert found.form is form
    assert clauses(found) == clauses(of(text, name))


@settings(max_examples=150)
@given(st.lists(WORDS, min_size=3, max_size=40), st.integers(30, 120), st.integers(30, 120))
@example(["the"] * 30, 30, 120)
def test_one_wrapped_paragraph_among_others_is_one_clause(words: list[str], width: int, others: int) -> None:
    paragraph = f"Recalling {' '.join(words)} of water,"
    before, after = RESOLUTION.split("\n\n", 2)[:2], RESOLUTION.split("\n\n", 2)[2]
    text = "\n\n".join([wrapped("\n\n".join(before), others), wrapped(paragraph, width), wrapped(after, others)])

    found = of(text)

    assert ("PP1", paragraph) in clauses(found)
    assert clauses(found)[-1][0] == "OP3"


def test_short_lines_of_a_masthead_stay_apart_without_blank_lines() -> None:
    found = of(
        "Resolution adopted by the General Assembly\non 10 October 2018\n\n"
        "73/7. On water\n\nThe General Assembly,\n\n1. Decides to meet."
    )

    assert found.masthead == ("Resolution adopted by the General Assembly", "on 10 October 2018")


def test_a_heading_above_a_paragraph_stays_a_heading_without_a_blank_line() -> None:
    found = of(
        "We, the towns, declare:\n\n1. Build;\n\nRoofs\nThe towns paint all their walls in white every year,\n\n2. End."
    )

    assert ("Heading 1", "Roofs") in clauses(found)


TABLE = "Declaration on water\n\nThe General Assembly,\n\n1. Decides on shares:\n\n{}\n\n2. Decides to meet."


@pytest.mark.parametrize(
    "table",
    ["| A | B |\n|---|---|\n| x | y |", "A | B\n:-- | --:\nx | y", "| A | B |\n| x | y |"],
)
@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_the_rows_of_a_table_are_text_row_by_row_with_one_warning(table: str, name: str) -> None:
    found = of(TABLE.format(table), name)

    assert clauses(found)[2:] == [
        ("OP1", "Decides on shares:"), ("Chapeau 2", "A B"), ("Chapeau 3", "x y"), ("OP2", "Decides to meet.")
    ]  # fmt: skip
    assert found.warnings == ("The file holds a table; its text was read row by row.",)


def test_a_bar_within_a_paragraph_makes_no_table() -> None:
    found = of(TABLE.format("2. Notes the | sign."))

    assert found.warnings == ("The file numbers this paragraph 2; here it is OP3, and so on: “Decides to meet.”.",)
