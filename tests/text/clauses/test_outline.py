"""An outline is one tree in document order, and says where its clauses stand."""

import pytest

from drafting.errors import NotFoundError, RuleError
from drafting.text.clauses.outline import Clause, Outline, Place
from tests.text.clauses.outlines import lines, outline
from tests.text.texts import text

OF = outline("a one", "b two", "  c three", "    d four", "  e † five", "f six")


def test_an_outline_knows_where_its_clauses_stand():
    assert lines(OF) == ["a one", "b two", "  c three", "    d four", "  e † five", "f six"]
    assert [each.id for each in OF.within("b")] == ["b", "c", "d", "e"]
    assert OF.children(None) == ("a", "b", "f")
    assert OF.children("b") == ("c", "e")
    assert OF.above("d") == ("d", "c", "b")
    assert OF.above(None) == ()
    assert OF.place_of("a") == Place(None, None)
    assert OF.place_of("f") == Place(None, "b")
    assert OF.place_of("e") == Place("b", "c")
    assert "d" in OF
    assert [OF.living(each) for each in ("d", "e", "g")] == [True, False, False]


@pytest.mark.parametrize(
    ("place", "position"),
    [(Place(), 0), (Place(None, "b"), 5), (Place("b"), 2), (Place("b", "c"), 4), (Place("f"), 6)],
)
def test_a_place_is_behind_all_that_stands_under_the_clause_before_it(place, position):
    assert OF.gap(place) == position


def test_a_clause_that_is_not_there_is_not_found():
    with pytest.raises(NotFoundError):
        OF.clause("g")


@pytest.mark.parametrize(
    "clauses",
    [
        [("a", None), ("a", None)],
        [("a", "b"), ("b", None)],
        [("a", None), ("b", None), ("c", "a")],
        [("a", "a")],
    ],
)
def test_clauses_out_of_order_are_no_outline(clauses):
    with pytest.raises(RuleError, match="not in order"):
        Outline(tuple(Clause(name, text("x"), parent) for name, parent in clauses))


def test_a_living_clause_does_not_stand_under_a_deleted_one():
    with pytest.raises(RuleError, match="deleted"):
        outline("a † one", "  b two")
