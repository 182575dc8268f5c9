import pytest

from drafting.demo.wording import WordEdit, proposed, written
from drafting.errors import InvalidTextError
from drafting.text import Mark, NoteReference, Run, plain

ITALIC = frozenset({Mark.EMPHASIS})


def test_words_kept_keep_their_italics() -> None:
    clause = written("*Urges* States to act;")

    after = proposed(clause, [WordEdit("States to act", "all States to act soon")])

    assert after == written("*Urges* all States to act soon;")


def test_a_new_verb_is_set_as_the_verb_it_replaces() -> None:
    clause = written("*Urges* States to act;")

    after = proposed(clause, [WordEdit("Urges States", "Calls upon States")])

    assert after == written("*Calls upon* States to act;")


def test_words_added_to_a_verb_are_set_as_the_verb() -> None:
    clause = written("*Recalling* its resolutions,")

    after = proposed(clause, [WordEdit("Recalling", "Recalling also")])

    assert after == written("*Recalling also* its resolutions,")


def test_words_may_be_added_before_the_first() -> None:
    clause = written("*Recalling* its resolutions,")

    after = proposed(clause, [WordEdit("Recalling", "Also recalling"), WordEdit("Also recalling", "Duly recalling")])

    assert after == written("*Duly recalling* its resolutions,")


def test_a_note_called_beside_new_words_stays() -> None:
    clause = (Run("the Strategy,"), NoteReference("n1"), Run(" its pillars"))

    after = proposed(clause, [WordEdit("Strategy, its pillars", "Strategy, its four pillars")])

    assert after == (Run("the Strategy,"), NoteReference("n1"), Run(" its four pillars"))


def test_a_note_called_within_replaced_words_goes_with_them() -> None:
    clause = (Run("the Plan of Action,"), NoteReference("n1"), Run(" and others"))

    after = proposed(clause, [WordEdit("Plan of Action, and others", "Strategy")])

    assert after == (Run("the Strategy"),)


def test_a_later_edit_is_made_on_what_an_earlier_one_left() -> None:
    clause = written("*Notes* with concern the use of weapons;")

    after = proposed(clause, [WordEdit("Notes", "Expresses"), WordEdit("with concern the", "concern at the")])

    assert after == written("*Expresses* concern at the use of weapons;")


@pytest.mark.parametrize("old", ["States", "delegations"])
def test_words_that_do_not_stand_once_in_the_clause_are_refused(old: str) -> None:
    clause = written("*Urges* States to assist other States;")

    with pytest.raises(InvalidTextError, match="Quote words that stand in it once"):
        proposed(clause, [WordEdit(old, "all")])


def test_stars_set_words_in_italics() -> None:
    runs = written("*Urges* all States *in particular*")

    assert runs == (Run("Urges", ITALIC), Run(" all States "), Run("in particular", ITALIC))
    assert plain(runs) == "Urges all States in particular"
