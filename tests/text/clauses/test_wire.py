"""The wire form of operations."""

import pytest

from drafting.errors import InvalidTextError
from drafting.text.clauses.operations import Delete, Join, Ordered, Split
from drafting.text.clauses.wire import from_wire, to_wire
from tests.text.clauses.outlines import insert, move


def test_each_operation_is_sent_under_its_name():
    assert to_wire(Delete("a")) == {"do": "delete", "clause": "a"}
    assert to_wire(move("a", under="b")) == {"do": "move", "clause": "a", "parent": "b", "after": None}
    assert to_wire(Split("a", 2, "n")) == {"do": "split", "clause": "a", "gap": 2, "new": "n"}
    assert to_wire(Join("a", "b")) == {"do": "join", "clause": "a", "next": "b"}
    assert to_wire(Ordered((insert("n", after="a"),))) == {
        "do": "order",
        "placed": [
            {"do": "insert", "clause": "n", "parent": None, "after": "a", "kind": "", "runs": [{"t": "new"}]},
        ],
    }


@pytest.mark.parametrize(
    "wire",
    [
        None,
        [],
        {},
        {"do": "burn", "clause": "a"},
        {"do": "delete"},
        {"do": "delete", "clause": 1},
        {"do": "move", "clause": "a"},
        {"do": "move", "clause": "a", "parent": 1, "after": None},
        {"do": "split", "clause": "a", "gap": "2", "new": "n"},
        {"do": "amend", "clause": "a", "edits": "all"},
        {"do": "insert", "clause": "a", "parent": None, "after": None, "kind": "", "runs": "all"},
        {"do": "order", "placed": [{"do": "delete", "clause": "a"}]},
    ],
)
def test_what_is_no_operation_is_refused(wire):
    with pytest.raises(InvalidTextError):
        from_wire(wire)
