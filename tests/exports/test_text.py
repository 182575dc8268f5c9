import hashlib
import json

import pytest

from drafting.rules.kinds import Form
from drafting.text.runs import NoteReference, Run
from drafting.view.masthead import masthead
from exports.printing import direction
from exports.record import record
from exports.text import plain_text
from exports.words import words
from tests.exports.views import ADOPTED, document

LINES = [
    "T A title",
    "C *We*,",
    "P *Recalling* the Charter,[^1]",
    "O *Calls upon* all:",
    "a To act;",
    "O- *Gone*;",
    "O Ends.",
]


def test_the_text_has_markers_and_note_numbers_and_no_deleted_clause() -> None:
    text = plain_text(document(LINES, ["San Francisco, *1945*."]))

    assert text.split("\n\n") == [
        "A title", "We,", "Recalling the Charter,1", "1. Calls upon all:", "(a) To act;", "3. Ends.",
        "Notes", "1 San Francisco, 1945.\n",
    ]  # fmt: skip


def test_in_the_dashes_form_every_paragraph_opens_with_a_dash() -> None:
    text = plain_text(document(["P noting this;", "O stressing that;"], form=Form.DASHES))

    assert text == "– noting this;\n\n– stressing that;\n"


def test_a_call_of_a_note_that_is_not_printed_leaves_no_number() -> None:
    assert plain_text(document(["O Ends[^9] here."])) == "1. Ends here.\n"


def test_two_notes_called_at_one_place_are_not_one_number() -> None:
    runs = (Run("States"), NoteReference("n1"), NoteReference("n2"))

    assert [word.text for word in words(runs, {"n1": 1, "n2": 2})] == ["States1,2"]


def test_a_word_in_two_settings_with_a_note_is_one_word() -> None:
    runs = (Run("the semi"), Run("final", frozenset()), NoteReference("n1"), Run(", and"))

    assert [word.text for word in words(runs, {"n1": 7})] == ["the", "semifinal7,", "and"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("counter-terrorism", True), ("A/RES/1", True), ("plain", False), ("x-" * 60, False), ("防-止", False)],
)
def test_a_word_that_a_line_could_end_in_is_kept_whole_unless_it_is_too_long(text: str, kept: bool) -> None:
    (word,) = words((Run(text),), {})

    assert word.may_break is kept


def test_the_record_names_document_state_and_the_hash_of_the_text() -> None:
    view = document(LINES, ["A note."], adoption=ADOPTED)

    read = json.loads(record(view))

    assert read["text_sha256"] == hashlib.sha256(plain_text(view).encode()).hexdigest()
    assert read["adopted"] == {"place": "Dushanbe", "on": "2027-05-13"}
    assert [clause["label"] for clause in read["clauses"]] == ["Title", "Chapeau", "PP1", "OP1", "OP1 (a)", "OP3"]


def test_the_masthead_is_the_conferences_own() -> None:
    lines = masthead(document([]))

    assert lines.hosts == ("Host: Tajikistan", "Partners: the United Nations, the OSCE, the European Union")
    assert lines.side == ("Distr.: Limited", "Original: English")


@pytest.mark.parametrize(("language", "expected"), [("ar", "rtl"), ("ar-EG", "rtl"), ("en", "ltr"), ("tg", "ltr")])
def test_arabic_runs_from_right_to_left(language: str, expected: str) -> None:
    assert direction(document([], language=language)) == expected
