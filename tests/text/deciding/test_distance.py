import pytest

from drafting.text import NoteReference, Run, edits_between, tokenise
from drafting.text.deciding.distance import Distance, Removal, distance, in_plain_words
from drafting.text.deciding.document_graph import Act
from tests.text.texts import EMPHASIS, text

BASE = "all Parties shall, as appropriate, report every two years."


def measured(old: str, new: str) -> Distance:
    base = text(BASE)
    return distance(base, edits_between(base, text(BASE.replace(old, new) if old else new)))


@pytest.mark.parametrize(
    ("old", "new", "expected", "said"),
    [
        ("", "", Distance(Removal.DELETES_CLAUSE, 9, 0), "deletes the whole clause"),
        ("all ", "", Distance(Removal.DELETES, 1, 0), "takes 1 word of the present text away"),
        (", as appropriate,", "", Distance(Removal.DELETES, 2, 0), "takes 2 words of the present text away"),
        (",", "", Distance(Removal.DELETES, 0, 0), "takes punctuation away"),
        ("two", "four or five", Distance(Removal.REPLACES, 1, 3), "replaces 1 word of the present text with 3"),
        (
            "two years.",
            "two;",
            Distance(Removal.REPLACES, 1, 0),
            "takes 1 word of the present text away and changes punctuation",
        ),
        ("years.", "years, thus;", Distance(Removal.REPLACES, 0, 1), "changes punctuation and puts 1 word in"),
        (".", ";", Distance(Removal.REPLACES, 0, 0), "changes punctuation only"),
        ("report", "report fully", Distance(Removal.INSERTS, 0, 1), "takes nothing away and puts 1 word in"),
        ("years.", "years...", Distance(Removal.INSERTS, 0, 0), "takes nothing away and puts punctuation in"),
        ("x", "", Distance(Removal.KEEPS_WORDS, 0, 0), "changes no word"),
    ],
)
def test_an_amendment_is_as_far_as_the_words_it_takes_away_and_puts_in(old, new, expected, said):
    found = measured(old, new)

    assert found == expected
    assert in_plain_words(found) == said


def test_words_set_otherwise_are_kept():
    base = text("Calls upon States")

    assert distance(base, edits_between(base, tokenise((Run("Calls upon", EMPHASIS), Run(" States"))))) == Distance(
        Removal.KEEPS_WORDS
    )


def test_another_note_is_a_replacement():
    base = tokenise((Run("States"), NoteReference("n1")))

    edits = edits_between(base, tokenise((Run("States"), NoteReference("n2"))))

    assert distance(base, edits).removal is Removal.REPLACES


def test_a_word_that_comes_back_in_the_same_edit_is_not_counted():
    base = text("no no no harm")

    assert distance(base, edits_between(base, text("no no no no good"))) == Distance(Removal.REPLACES, 1, 2)


@pytest.mark.parametrize("act", Act)
def test_every_act_on_a_whole_clause_has_its_distance_in_words(act):
    assert in_plain_words(Distance(Removal.of(act)))
    assert Removal.of(act).is_of_clauses == (act is not Act.DELETE)
    assert not Removal.DELETES.is_of_clauses
