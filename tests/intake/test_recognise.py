import textwrap

import pytest

from drafting.intake import ReadDraft, labelled, read
from drafting.rules.kinds import Form
from drafting.text.runs import plain


def of(text: str, name: str = "draft.txt") -> ReadDraft:
    return read(text.encode(), name)


def labels(found: ReadDraft) -> list[str]:
    return list(labelled(found).values())


def texts(found: ReadDraft) -> list[str]:
    return [plain(clause.runs) for clause in found.clauses]


def test_without_an_agreeing_verb_participles_are_preambular_and_other_dash_items_operative() -> None:
    found = of("Declaration\n\nWe, the towns:\n\n- noting the rain;\n- stressing the wind;\n- to build roofs;")

    assert labels(found) == ["Title", "Chapeau", "PP1", "PP2", "OP1"]


def test_dashes_that_are_all_participles_are_preambular_with_a_warning() -> None:
    found = of("Declaration\n\nWe, the towns:\n\n- noting the rain;\n- stressing the wind.")

    assert labels(found) == ["Title", "Chapeau", "PP1", "PP2"]
    assert any("No agreeing verb" in warning for warning in found.warnings)


def test_a_chapeau_that_agrees_opens_the_operative_part() -> None:
    found = of("Declaration\n\nWe, the towns, have agreed as follows:\n\n– building roofs;\n– meeting again.")

    assert labels(found) == ["Title", "Chapeau", "OP1", "OP2"]


def test_a_dash_item_that_agrees_opens_the_operative_part() -> None:
    found = of(
        "Declaration\n\nWe, the towns:\n\n- noting the rain;\n- wishing for sun, we therefore:\n\n- build roofs."
    )

    assert labels(found) == ["Title", "Chapeau", "PP1", "PP2", "OP1"]


def test_a_narrative_before_the_chapeau_is_kept_with_a_warning() -> None:
    narrative = "The Conference met in the hall of the old town for three long days and was opened by its host."

    found = of(f"Declaration\n\n{narrative}\n\nWe, the towns:\n\n- noting rain;\n\nagree to:\n\n- build roofs.")

    assert labels(found) == ["Title", "Chapeau", "Chapeau 2", "PP1", "Chapeau 3", "OP1"]
    assert any("has no number or dash" in warning for warning in found.warnings)


def test_paragraphs_of_a_draft_without_numbers_are_operative_after_the_preamble() -> None:
    found = of("The Council of Towns,\n\nRecalling the flood,\n\nDecides to build a wall.")

    assert found.form is Form.RESOLUTION
    assert labels(found) == ["Chapeau", "PP1", "OP1"]


def test_a_draft_in_another_language_is_read_by_its_commas_and_numbers() -> None:
    found = of("L'Assemblée générale,\n\nRappelant sa résolution,\n\n1. Décide:\n\na) du fond;\n\nb) de la forme.")

    assert labels(found) == ["Chapeau", "PP1", "OP1", "OP1 (a)", "OP1 (b)"]


def test_labels_of_a_negotiation_are_markers() -> None:
    found = of(
        "The Council of Towns,\n\nPP1. Recalling the flood,\n\nPP2. Aware,\n\nOP1. Decides;\n\nOP2 bis. Requests."
    )

    assert labels(found) == ["Chapeau", "PP1", "PP2", "OP1", "OP2"]
    assert texts(found)[1] == "Recalling the flood,"
    assert any("OP2 bis; here it is OP2" in warning for warning in found.warnings)


def test_a_bracket_before_a_number_stays_with_the_text() -> None:
    found = of("The Council of Towns,\n\n1. Decides;\n\n[2. Requests [all] towns;]")

    assert labels(found) == ["Chapeau", "OP1", "OP2"]
    assert texts(found)[2] == "[Requests [all] towns;]"


def test_numbered_preambular_paragraphs_are_told_by_participle_and_comma() -> None:
    found = of("The Council of Towns,\n\n1. Recalling the flood,\n\n2. Aware of the rain,\n\n1. Decides.")

    assert labels(found) == ["Chapeau", "PP1", "PP2", "OP1"]
    assert any("numbers this paragraph 1; here it is PP1" in warning for warning in found.warnings)


def test_the_letter_i_follows_h_and_the_number_i_opens_a_list() -> None:
    rows = "\n".join(f"({letter}) thing {letter};" for letter in "abcdefghij")

    letters = of(f"We, the towns, declare:\n\n1. Want:\n{rows}")
    numbers = of("We, the towns, declare:\n\n1. Want:\n(a) a thing:\n(i) one;\n(ii) two;\n(b) another;")

    assert labels(letters)[-2:] == ["OP1 (i)", "OP1 (j)"]
    assert labels(numbers)[2:] == ["OP1 (a)", "OP1 (a) (i)", "OP1 (a) (ii)", "OP1 (b)"]


def test_the_number_i_may_come_after_the_letter_h() -> None:
    rows = "\n".join(f"({letter}) thing {letter}:" for letter in "abcdefgh")

    found = of(f"We, the towns, declare:\n\n1. Want:\n{rows}\n(i) one;\n(ii) two.\n2. End.")

    assert labels(found)[-4:] == ["OP1 (h)", "OP1 (h) (i)", "OP1 (h) (ii)", "OP2"]


def test_four_levels_stand_under_one_another() -> None:
    found = of("We, the towns, declare:\n\n1. Want:\n(a) roofs:\n(i) red:\na. brick;\nb. tile;\n(ii) blue;\n2. End.")

    assert labels(found)[1:] == [
        "OP1", "OP1 (a)", "OP1 (a) (i)", "OP1 (a) (i) (a)", "OP1 (a) (i) (b)", "OP1 (a) (ii)", "OP2"
    ]  # fmt: skip


def test_decimal_numbers_stand_under_their_paragraph() -> None:
    found = of("We, the towns, declare:\n\n1. Want:\n1.1 roofs;\n1.2 walls:\n1.2.1 thick;\n2. End.")

    assert labels(found)[1:] == ["OP1", "OP1 (a)", "OP1 (b)", "OP1 (b) (i)", "OP2"]


def test_indented_numbers_stand_under_a_numbered_paragraph() -> None:
    found = of("We, the towns, declare:\n\n1. Want:\n   1. roofs;\n   2. walls;\n2. End.", "draft.md")

    assert labels(found)[1:] == ["OP1", "OP1 (a)", "OP1 (b)", "OP2"]


def test_a_roman_or_bold_short_line_is_a_heading_and_keeps_its_number() -> None:
    found = of(
        "# Declaration\n\nWe, the towns, declare:\n\nI. Roofs\n\n1. Build.\n\n**2. Walls**\n\n2. Paint.", "draft.md"
    )

    assert labels(found) == ["Title", "Chapeau", "Heading 1", "OP1", "Heading 2", "OP2"]
    assert [texts(found)[2], texts(found)[4]] == ["I. Roofs", "2. Walls"]


def test_roman_numbered_paragraphs_are_operative() -> None:
    found = of("We, the towns, declare:\n\nI. Build roofs;\n\nII. Paint walls.")

    assert labels(found) == ["Chapeau", "OP1", "OP2"]


def test_a_title_in_two_lines_of_capitals_is_one_title() -> None:
    found = of("V/2027/L.1\n\nDECLARATION OF THE TOWNS\nON THE COMMON ROOFS\n\nWe, the towns, declare:\n\n1. Build.")

    assert found.masthead == ("V/2027/L.1",)
    assert texts(found)[0] == "DECLARATION OF THE TOWNS ON THE COMMON ROOFS"


def test_a_sponsor_s_line_is_the_title_only_where_there_is_no_other() -> None:
    alone = of("Town: draft resolution\n\nThe Council of Towns,\n\n1. Decides.")
    other = of("Town: draft resolution\n\nOn roofs\n\nThe Council of Towns,\n\n1. Decides.")

    assert texts(alone)[0] == "Town: draft resolution"
    assert (other.masthead, texts(other)[0]) == (("Town: draft resolution",), "On roofs")


def test_an_organ_may_adopt_a_declaration() -> None:
    found = of(
        "4/1. Declaration on roofs\n\n*The Council of Towns*\n\n*Adopts* the following declaration:\n\n"
        "Declaration on roofs\n\n"
        "We, the towns, assembled, and we therefore:\n\n1. Build.",
        "draft.md",
    )

    assert found.form is Form.DECLARATION
    assert labels(found) == ["Title", "Chapeau", "Chapeau 2", "Heading 1", "Chapeau 3", "OP1"]


def test_a_preambular_paragraph_may_stand_between_operative_ones() -> None:
    found = of("The Council of Towns,\n\n1. Decides;\n\nActing under Chapter II,\n\n2. Decides also.")

    assert labels(found) == ["Chapeau", "OP1", "PP1", "OP2"]


def test_a_preambular_paragraph_may_have_subparagraphs() -> None:
    found = of("The Council of Towns,\n\nRecalling:\n\n(a) the flood;\n\n(b) the fire,\n\n1. Decides.")

    assert labels(found) == ["Chapeau", "PP1", "PP1 (a)", "PP1 (b)", "OP1"]


@pytest.mark.parametrize("line", ["On roofs:", "Roofs"])
def test_a_short_line_within_the_text_is_a_heading(line: str) -> None:
    found = of(f"We, the towns, declare:\n\n1. Build;\n\n{line}\n\n2. Paint.")

    assert labels(found) == ["Chapeau", "OP1", "Heading 1", "OP2"]


def test_a_number_within_a_wrapped_sentence_is_no_paragraph() -> None:
    found = of("We, the towns, declare:\n\n1. Build as in paragraph\n   3. of the charter;\n2. Paint.")

    assert labels(found) == ["Chapeau", "OP1", "OP2"]
    assert texts(found)[1] == "Build as in paragraph 3. of the charter;"


def test_a_missing_title_chapeau_and_operative_part_are_named() -> None:
    found = of("Recalling the flood,\n\nAware of the rain,")

    assert [warning.split(".")[0] for warning in found.warnings] == [
        "No title was found", "No chapeau was found: no line names who speaks", "No operative paragraph was found"
    ]  # fmt: skip


def test_a_title_in_capitals_goes_on_in_the_next_line_of_a_file_with_long_lines() -> None:
    found = of(f"DECLARATION OF TOWNS\nON ROOFS\nV/2027/L.1\n\nWe, the towns, declare:\n\n1. Build{' high' * 30}.")

    assert (texts(found)[0], found.masthead) == ("DECLARATION OF TOWNS ON ROOFS", ("V/2027/L.1",))


@pytest.mark.parametrize("after", ["", "2. End."])
def test_the_letter_i_is_a_letter_where_no_second_number_follows(after: str) -> None:
    rows = "\n".join(f"({letter}) thing {letter};" for letter in "abcdefghi")

    found = of(f"We, the towns, declare:\n\n1. Want:\n{rows}\n{after}")

    assert "OP1 (i)" in labels(found)


def test_a_roman_paragraph_after_a_numbered_one_is_operative() -> None:
    found = of("We, the towns, declare:\n\n1. Build;\n\nII. Paint walls.")

    assert labels(found) == ["Chapeau", "OP1", "OP2"]


def test_a_range_of_years_broken_at_its_dash_is_joined_without_a_blank() -> None:
    found = of(
        f"We, the towns, declare:\n\n1. Build the walls of all towns within the period{' of time' * 2} 2027–\n2030."
    )

    assert texts(found)[1].endswith("of time 2027–2030.")


@pytest.mark.parametrize("opening", ["United Nations bodies met", "Very early only", "Something else"])
def test_names_and_adverbs_are_no_participles(opening: str) -> None:
    found = of(f"We, the towns, declare:\n\n{opening} in the hall of the old town and were heard by all.\n\n1. Build.")

    assert "PP1" not in labels(found)


def test_stars_that_pair_with_none_are_text() -> None:
    found = of("We, the towns, declare:\n\n1. *Build** 5 * 3 walls of ~~old~~ sn_ow_s.", "draft.md")

    assert texts(found)[1] == "Build* 5 * 3 walls of ~~old~~ sn_ow_s."


def test_adverbs_alone_are_no_participle() -> None:
    found = of("We, the towns, declare:\n\nFully, truly, newly, only.\n\n1. Build.")

    assert "PP1" not in labels(found)


def test_letters_of_another_shape_do_not_tell_a_number_from_a_letter() -> None:
    rows = "\n".join(f"({letter}) thing {letter};" for letter in "abcdefgh")

    found = of(f"We, the towns, declare:\n\n1. Want:\n{rows}\n(i) nine:\na. first;\nb. second;\n(j) ten.")

    assert labels(found)[-4:] == ["OP1 (i)", "OP1 (i) (i)", "OP1 (i) (ii)", "OP1 (j)"]


@pytest.mark.parametrize("width", [50, 72, 120])
def test_lines_wrapped_at_any_width_are_joined(width: int) -> None:
    paragraph = (
        f"1. Build walls of{' Stone and Timber' * 20} together with Representatives of Neighbouring Communities."
    )

    found = of("We, the towns, declare:\n" + textwrap.fill(paragraph, width) + "\n2. Paint them.")

    assert labels(found) == ["Chapeau", "OP1", "OP2"]
    assert texts(found)[1] == paragraph.removeprefix("1. ")
