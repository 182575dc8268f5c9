import pytest

from drafting.errors import InvalidTextError
from drafting.text import NoteReference, Run, from_wire, joined, plain, to_wire
from drafting.text.runs import Piece
from tests.text.texts import BOTH, EMPHASIS

RUNS = (Run("Calls upon", EMPHASIS), Run(" States"), NoteReference("n1"), Run(".", BOTH))
WIRE = [{"t": "Calls upon", "m": ["em"]}, {"t": " States"}, {"fn": "n1"}, {"t": ".", "m": ["em", "strong"]}]


def test_runs_go_over_the_wire_and_back():
    assert to_wire(RUNS) == WIRE
    assert from_wire(WIRE) == RUNS


def test_neighbours_of_one_setting_become_one():
    runs: list[Piece] = [Run("a"), Run(""), Run("b"), NoteReference("n1"), NoteReference("n1"), Run("c", EMPHASIS)]

    assert joined(runs) == (Run("ab"), NoteReference("n1"), NoteReference("n1"), Run("c", EMPHASIS))


def test_the_words_alone_have_no_note_references():
    assert plain(RUNS) == "Calls upon States."


@pytest.mark.parametrize(
    "wire",
    [
        None,
        {"t": "a"},
        ["a"],
        [{"t": 1}],
        [{"fn": 1}],
        [{}],
        [{"t": "a", "m": ["u"]}],
        [{"t": "a", "m": [[]]}],
        [{"t": "a", "m": "em"}],
    ],
)
def test_what_is_not_a_list_of_runs_is_refused(wire):
    with pytest.raises(InvalidTextError):
        from_wire(wire)
