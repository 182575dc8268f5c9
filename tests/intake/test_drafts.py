from pathlib import Path

import pytest

from drafting.intake import ReadDraft, as_json, labelled, read
from drafting.intake.kept import kept_words
from drafting.rules.kinds import ClauseKind, Form
from drafting.text.runs import Mark, NoteReference, Run, plain

DRAFTS = Path(__file__).parent / "drafts"
TURNS = ("have agreed as follows:", "and hereby:")
KINDS = "title heading chapeau preambular operative subparagraph".split()


def draft(name: str) -> ReadDraft:
    return read((DRAFTS / name).read_bytes(), name)


def kinds(found: ReadDraft) -> list[str]:
    return [clause.kind.value for clause in found.clauses]


def labels(found: ReadDraft) -> list[str]:
    return list(labelled(found).values())


def text_of(found: ReadDraft, label: str) -> str:
    by_label = {name: key for key, name in labelled(found).items()}
    return next(plain(clause.runs) for clause in found.clauses if clause.key == by_label[label])


def test_a_resolution_in_markdown_is_parted_into_masthead_title_preamble_and_operative_part() -> None:
    found = draft("resolution.md")

    assert found.form is Form.RESOLUTION
    assert found.masthead == ("United Nations", "V/2027/L.4", "Distr.: General", "Council of the Valley")
    assert labels(found) == ["Title", "Chapeau", "PP1", "PP2", "OP1", "OP2", "OP2 (a)", "OP2 (b)", "Chapeau 2"]
    assert text_of(found, "Title") == "9/4. Lamps on the paths"
    assert text_of(found, "OP2 (b)") == "To report."


def test_the_line_that_closes_a_document_is_kept_and_named() -> None:
    found = draft("resolution.md")

    assert text_of(found, "Chapeau 2") == "4th meeting 9 May 2027"
    assert any("4th meeting 9 May 2027" in warning and "chapeau" in warning for warning in found.warnings)


def test_italics_and_note_references_are_kept_where_they_stand() -> None:
    found = draft("resolution.md")

    recalling = found.clauses[2].runs
    assert recalling[0] == Run("Recalling", frozenset({Mark.EMPHASIS}))
    assert NoteReference("7") in recalling
    assert [note.number for note in found.notes] == ["7", "8"]
    assert plain(found.notes[1].runs) == "See the map, sheet 2."
    assert Run("Old Mill", frozenset({Mark.EMPHASIS})) in found.notes[0].runs


def test_a_resolution_in_wrapped_plain_text_needs_no_blank_lines_between_paragraphs() -> None:
    found = draft("resolution.txt")

    assert found.form is Form.RESOLUTION
    assert found.masthead[-1] == "Upper Meadow, Lower Meadow: draft resolution"
    assert labels(found)[:6] == ["Title", "Chapeau", "PP1", "PP2", "PP3", "PP4"]
    assert labels(found)[6:] == [
        "Heading 1", "OP1", "OP1 (a)", "OP1 (b)", "OP1 (b) (i)", "OP1 (b) (ii)", "OP2", "OP2 (a)", "OP2 (b)", "OP3",
        "Heading 2", "OP4", "OP5",
    ]  # fmt: skip
    assert text_of(found, "PP1").endswith("and recalling that a bridge belongs to those who cross it,")
    assert text_of(found, "Heading 1") == "A. Bridges"


def test_a_number_of_the_file_that_is_not_the_label_is_named_once() -> None:
    found = draft("resolution.txt")

    assert found.warnings == (
        "The file numbers this paragraph 2 bis; here it is OP3: “Invites the millers to help;”.",
        "The file numbers this paragraph 3; here it is OP4, and so on: “Calls upon the ferrymen to carry …”.",
    )


def test_a_declaration_in_markdown_has_its_headings_and_continued_subparagraphs() -> None:
    found = draft("declaration.md")

    assert found.form is Form.DECLARATION
    assert found.masthead == ()
    assert labels(found) == [
        "Title", "Heading 1", "Chapeau", "PP1", "PP2", "PP3", "Chapeau 2",
        "Heading 2", "OP1", "OP1 (a)", "OP1 (b)", "OP2", "Heading 3", "OP3",
    ]  # fmt: skip
    assert text_of(found, "OP1 (b)") == "the signal is out of order."
    assert "[measure] [reduce]" in text_of(found, "OP2")


def test_a_declaration_in_plain_text_has_raised_numbers_for_notes_and_capitals_for_headings() -> None:
    found = draft("declaration.txt")

    assert found.form is Form.DECLARATION
    assert labels(found) == ["Title", "Chapeau", "Heading 1", "OP1", "OP2", "Heading 2", "OP3"]
    assert [plain(note.runs) for note in found.notes] == ["As the elders did.", "Sheep and goats are counted as one."]
    assert found.clauses[3].runs[1] == NoteReference("1")
    assert found.warnings == ()


@pytest.mark.parametrize("name", ["dashes.txt", "dashes.md"])
def test_dash_items_are_preambular_before_the_agreeing_verb_and_operative_after_it(name: str) -> None:
    found = draft(name)

    clauses = [clause for clause in found.clauses if clause.parent is None]
    turn = next(i for i, clause in enumerate(clauses) if plain(clause.runs) in TURNS)
    before = {clause.kind for clause in clauses[:turn]}
    after = {clause.kind for clause in clauses[turn + 1 :]}
    assert found.form is Form.DASHES
    assert ClauseKind.OPERATIVE not in before
    assert ClauseKind.PREAMBULAR in before
    assert ClauseKind.OPERATIVE in after
    assert ClauseKind.PREAMBULAR not in after


def test_dashes_below_a_dash_item_are_its_subparagraphs() -> None:
    plain_text, markdown = draft("dashes.txt"), draft("dashes.md")

    assert text_of(plain_text, "PP3 (b)") == "across services;"
    assert text_of(markdown, "OP2 (a)") == "with the councils;"


def test_a_word_broken_at_its_hyphen_is_joined_and_a_list_of_notes_in_brackets_is_read() -> None:
    found = draft("dashes.txt")

    assert "well-known remedies" in text_of(found, "PP1")
    assert text_of(found, "OP1").startswith("to map the slopes above every road of [national] [regional]")
    assert [note.number for note in found.notes] == ["1", "2"]
    assert plain(found.notes[1].runs).endswith("or larger, as the Working Group recommends.")


def test_a_note_may_have_a_name_and_more_paragraphs() -> None:
    found = draft("dashes.md")

    assert [(note.number, plain(note.runs)) for note in found.notes] == [
        ("a", "Report of the Lake Commission, page 4. Second paragraph of the note.")
    ]


@pytest.mark.parametrize("name", sorted(path.name for path in DRAFTS.iterdir()))
def test_no_sample_loses_a_word(name: str) -> None:
    found = draft(name)

    assert not [warning for warning in found.warnings if "not in what was read" in warning]
    assert kept_words(found)
    assert set(kinds(found)) <= set(KINDS)


def test_the_json_has_the_shape_that_the_command_prints() -> None:
    shape = as_json(draft("resolution.md"), "d1")

    assert list(shape) == ["document", "form", "masthead", "clauses", "footnotes", "warnings"]
    assert (shape["document"], shape["form"]) == ("d1", "resolution")
    assert shape["clauses"][6] == {
        "id": "c7", "parent": "c6", "kind": "subparagraph", "label": "OP2 (a)", "text": "To trim the wicks;"
    }  # fmt: skip
    assert shape["clauses"][4]["text"] == "Decides to light the paths;"
    assert shape["footnotes"][0] == {"number": "7", "text": "Signed at the Old Mill."}


def test_the_form_that_is_given_is_kept() -> None:
    found = read((DRAFTS / "dashes.md").read_bytes(), "dashes.md", Form.DECLARATION)

    assert found.form is Form.DECLARATION


def test_italics_that_end_and_begin_again_are_one() -> None:
    found = read(b"We, the towns, declare:\n\n1. See *the map* *of roofs*.", "draft.md")

    assert found.clauses[1].runs[1] == Run("the map of roofs", frozenset({Mark.EMPHASIS}))
