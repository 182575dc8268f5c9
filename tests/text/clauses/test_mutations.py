"""Each law of whole clauses can fail: the engine is broken in one place, and the law that guards it is seen to fail."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from drafting.errors import DraftingError
from drafting.text import Satisfied, Tokens
from drafting.text.clauses import acceptance, carrying, relation
from drafting.text.clauses.operations import Insert, Move, Operation
from drafting.text.clauses.outline import Outline, Place
from drafting.text.clauses.relation import ClauseReason, Found
from tests.text.clauses import outlines, test_laws
from tests.text.clauses.outlines import cases

_CARRIED = carrying.carried
_ONE_WAY = relation._one_way
_OVER_SPLIT = carrying._over_split

_THOROUGH = settings(
    max_examples=1500,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)


def _thorough(law: Any, *drawn: st.SearchStrategy[Any]) -> Callable[[], None]:
    run: Callable[[], None] = _THOROUGH(given(*drawn)(law.hypothesis.inner_test))
    return run


CONFLUENCE = _thorough(test_laws.test_the_order_of_acceptance_does_not_matter, cases(7))
NOTHING_LOST = _thorough(test_laws.test_nothing_is_lost, cases(6), st.permutations(list("012345")))


def _without(reason: ClauseReason) -> Callable[..., Iterator[Found]]:
    return lambda *sides: (found for found in _ONE_WAY(*sides) if found[0] is not reason)


def _place_as_it_was(outline: Outline, pending: Operation, accepted: Any) -> Operation:
    return pending if isinstance(pending, Insert | Move) else _OVER_SPLIT(outline, pending, accepted)


def _lost_when_blocked(outline: Outline, pending: Operation, accepted: Operation) -> Any:
    outcome = _CARRIED(outline, pending, accepted)
    return Satisfied() if isinstance(outcome, carrying.Blocked) else outcome


def _cut_as_it_is(tokens: Tokens, gap: int) -> tuple[Tokens, Tokens]:
    return tokens[:gap], tokens[gap:]


def _after_the_first(_: Outline, place: Place, accepted: Any) -> Place:
    return Place(place.parent, accepted.clause) if place.after == accepted.next else place


@pytest.mark.parametrize(
    ("law", "module", "name", "mistake"),
    [
        (CONFLUENCE, relation, "_across", lambda *_: iter(())),
        (CONFLUENCE, relation, "_one_way", _without(ClauseReason.ANCHOR_MOVES)),
        (CONFLUENCE, relation, "_one_way", _without(ClauseReason.BETWEEN)),
        (CONFLUENCE, relation, "_one_way", _without(ClauseReason.MOVE_AGAINST_SPLIT)),
        (CONFLUENCE, relation, "_one_way", _without(ClauseReason.DELETE_AGAINST_MODIFY)),
        (CONFLUENCE, relation, "_either", lambda *_: iter(())),
        (CONFLUENCE, carrying, "_over_split", _place_as_it_was),
        (CONFLUENCE, carrying, "_place_over_join", _after_the_first),
        (CONFLUENCE, acceptance, "cut", _cut_as_it_is),
        (NOTHING_LOST, outlines, "carried", _lost_when_blocked),
    ],
)
def test_a_mistake_in_the_engine_breaks_a_law(law, module, name, mistake, monkeypatch):
    monkeypatch.setattr(module, name, mistake)

    with pytest.raises((AssertionError, DraftingError)):
        law()
