import pytest

from drafting.errors import NotFoundError, RuleError
from drafting.intake import labelled, read, with_kinds
from drafting.rules.kinds import ClauseKind
from drafting.text.runs import plain

TEXT = (
    "V/2027/L.1\n\nOn roofs\n\nThe Council of Towns,\n\n"
    "1. Decides:\n\n(a) one;\n\n(b) two;\n\n(i) three;\n\n2. Requests."
)


def labels(kinds: dict[str, ClauseKind | None]) -> list[str]:
    return list(labelled(with_kinds(read(TEXT.encode(), "a.txt"), kinds)).values())


def test_without_corrections_the_draft_is_the_same() -> None:
    draft = read(TEXT.encode(), "a.txt")

    assert with_kinds(draft, {}) == draft


def test_a_subparagraph_that_becomes_a_paragraph_takes_what_follows_it() -> None:
    assert labels({"c4": ClauseKind.OPERATIVE}) == ["Title", "Chapeau", "OP1", "OP2", "OP2 (a)", "OP2 (a) (i)", "OP3"]


def test_a_paragraph_that_becomes_a_subparagraph_stands_under_the_one_before() -> None:
    assert labels({"c7": ClauseKind.SUBPARAGRAPH})[-1] == "OP1 (c)"


def test_a_subparagraph_with_nothing_above_it_stands_alone() -> None:
    assert labels({"c1": ClauseKind.SUBPARAGRAPH})[0] == "Paragraph"


def test_a_clause_goes_into_the_masthead_and_a_masthead_line_comes_out() -> None:
    draft = read(TEXT.encode(), "a.txt")

    corrected = with_kinds(draft, {"c1": None, "m1": ClauseKind.TITLE, "c7": None})

    assert corrected.masthead == ("On roofs", "2. Requests.")
    assert (corrected.clauses[0].key, plain(corrected.clauses[0].runs)) == ("m1", "V/2027/L.1")


def test_number_warnings_are_told_anew() -> None:
    draft = read(b"We, the towns, declare:\n\n1. Build;\n\n3. Paint.", "a.txt")

    corrected = with_kinds(draft, {"c2": ClauseKind.HEADING})

    assert [warning for warning in draft.warnings if "OP2" in warning]
    assert not [warning for warning in corrected.warnings if "OP2" in warning]
    assert [warning for warning in corrected.warnings if "numbers this paragraph 3; here it is OP1" in warning]


def test_an_unknown_key_and_the_kind_of_a_note_are_refused() -> None:
    draft = read(TEXT.encode(), "a.txt")

    with pytest.raises(NotFoundError):
        with_kinds(draft, {"c99": ClauseKind.TITLE})
    with pytest.raises(RuleError):
        with_kinds(draft, {"c1": ClauseKind.NOTE})
