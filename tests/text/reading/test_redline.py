import pytest

from drafting.text import NoteReference, Run, redline, tokenise
from tests.text.texts import EMPHASIS, drawn, text


@pytest.mark.parametrize(
    ("base", "proposed", "expected"),
    [
        ("Parties shall act", "Parties shall act", "Parties shall act"),
        ("Parties shall act", "Parties should act", "Parties[- shall-][+ should+] act"),
        ("organisation", "organization", "[-organisation-][+ organization+]"),
        ("States act", "All States act", "[+All+] States act"),
        ("All States act", "States act", "[-All-] States act"),
        ("缔约方应当采取", "缔约方采取", "缔约方[-应当-]采取"),
        ("缔约", "请缔约", "[+请+]缔约"),
        ("by 31 March at the latest", "by 30 June at the latest", "by[- 31 March-][+ 30 June+] at the latest"),
        (
            "shall take appropriate measures now",
            "should take all feasible measures now",
            "[-shall take appropriate-][+ should take all feasible+] measures now",
        ),
        (
            "States agree. States act.",
            "States agree. States meet. States act.",
            "States agree.[+ States meet.+] States act.",
        ),
        (
            "Reaffirming our commitment to peace",
            "Reaffirming the common and our firm commitment to peace",
            "Reaffirming[+ the common and+] our[+ firm+] commitment to peace",
        ),
        (
            "institutions and academia in the region",
            "institutions, academia and civil society in the region",
            "institutions[- and-][+,+] academia[+ and civil society+] in the region",
        ),
        ("Parties shall act now", "Parties must act quickly now", "Parties[- shall-][+ must+] act[+ quickly+] now"),
        (
            "the competent and relevant national bodies",
            "the and bodies",
            "the[- competent-] and[- relevant national-] bodies",
        ),
        ("", "States act", "[+States act+]"),
        ("States act", "", "[-States act-]"),
        ("", "", ""),
    ],
)
def test_a_redline_shows_whole_words_kept_deleted_and_inserted(base, proposed, expected):
    assert drawn(redline(text(base), text(proposed))) == expected


def test_an_insertion_that_slides_against_a_replacement_is_shown_as_one_with_it():
    line = redline(text(", of Convention the"), text("the of the, of Convention"))

    assert drawn(line) == "[-,-][+ the of the,+] of Convention[- the-]"


def test_words_set_otherwise_are_deleted_and_inserted():
    line = redline(text("Calls upon States"), tokenise((Run("Calls upon", EMPHASIS), Run(" States"))))

    assert [(segment.change.value, segment.runs) for segment in line] == [
        ("deleted", (Run("Calls upon"),)),
        ("inserted", (Run(" "), Run("Calls upon", EMPHASIS))),
        ("kept", (Run(" States"),)),
    ]


def test_a_note_reference_put_in_is_shown():
    line = redline(text("the Charter,"), tokenise((Run("the Charter"), NoteReference("n1"), Run(","))))

    assert [segment.runs for segment in line if segment.change == "inserted"] == [(NoteReference("n1"),)]
