"""Each law can fail: the engine is broken in one place, and the law that guards it is seen to fail.

What is put in place of the engine's parts here stands for a mistake in them; it is no stand-in to test others with.
"""

import inspect
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from drafting import text
from drafting.errors import DraftingError
from drafting.text import Blocked, Edit, Edits, Reason, Run, Tokens, diff, slide
from drafting.text.deciding import merge, rebase
from tests.text import laws
from tests.text.texts import far_apart, histories, one_change_each, runs_with_marks, slides, tight

_ONE = tight(1).map(lambda case: (case[0], case[1][0]))
DRAWN: Mapping[laws.Law, st.SearchStrategy[tuple[Any, ...]]] = {
    laws.reading_again: st.tuples(runs_with_marks()),
    laws.round_trip: _ONE,
    laws.inverse: _ONE,
    laws.normal_form: _ONE,
    laws.one_identity: slides(),
    laws.same_local_change: far_apart(),
    laws.redline_holds_both: _ONE,
    laws.symmetry: tight(3),
    laws.graph_agrees: tight(4),
    laws.pairwise_is_joint: tight(4),
    laws.confluence: tight(4),
    laws.graph_invariant: tight(4),
    laws.nothing_lost: st.tuples(tight(4), st.permutations(range(4))).map(lambda case: (*case[0], case[1])),
    laws.merge_is_rebase: tight(2),
    laws.idempotence: _ONE,
    laws.history_is_its_steps: histories(3),
    laws.history_is_one_decision: tight(4),
    laws.composing: tight(2).map(lambda case: (case[0], *case[1])),
    laws.back_ends_agree: one_change_each(2),
}


Mutation = Mapping[str, Any]
"""A mistake in the engine: what stands in the place of each of these names."""


def _unfused(base: Tokens, proposed: Tokens) -> Edits:
    return tuple(
        Edit(i, j, proposed[k:m], *_extent(base, i, j, proposed[k:m], floor=0, ceiling=len(base)))
        for i, j, k, m in diff.local_hunks(base, proposed)
    )


def _without_marks(tokens: Tokens) -> text.Runs:
    return tuple(Run(piece.text) if isinstance(piece, Run) else piece for piece in _runs_of(tokens))


def _soft_let_through(base: Tokens, ours: Edits, theirs: Edits) -> Any:
    soft = (Reason.TOUCHING, Reason.AMBIGUOUS)
    return tuple(found for found in _conflicts(base, ours, theirs) if found.reason not in soft)


def _one_sided(base: Tokens, ours: Edits, theirs: Edits) -> Any:
    return tuple(found for found in _conflicts(base, ours, theirs) if found.ours.start <= found.theirs.start)


def _lost_when_blocked(base: Tokens, pending: Edits, accepted: Edits) -> Any:
    outcome = _rebase(base, pending, accepted)
    return text.Satisfied() if isinstance(outcome, Blocked) else outcome


def _not_carried_between(base: Tokens, pending: Edits, decisions: Any) -> Any:
    outcomes = [_rebase(base, pending, accepted) for accepted in decisions]
    return outcomes[-1]


def _widened(edit: Edit) -> Edit:
    return edit._replace(low=edit.low - 1, high=edit.high + 1)


def _wrong_extents(base: Tokens, edits: Edits) -> Edits:
    return tuple(edit._replace(low=edit.start, high=edit.stop) for edit in _invert(base, edits))


def _at(name: str, broken: Any) -> Mutation:
    return {name: broken}


_to_wire, _redline, _graph = text.edits_to_wire, text.redline, text.conflict_graph
_extent, _shift = slide.extent, Edit.shift
_runs_of, _conflicts, _rebase, _invert = text.runs_of, text.conflicts, text.rebase, text.invert
_EVERY_CONFLICTS = ("drafting.text.conflicts", f"{merge.__name__}.conflicts", f"{rebase.__name__}.conflicts")

EXTENTS_OFF = _at("drafting.text.edits.extent", lambda base, start, stop, new, **_: (start, stop))
ALL_LET_THROUGH = dict.fromkeys(_EVERY_CONFLICTS, lambda base, ours, theirs: ())
NORMAL_FORM_OFF = _at("drafting.text.edits_between", _unfused)
WINDOWS_OFF = _at("drafting.text.agreed.local_hunks", lambda base, proposed: diff.hunks(base, proposed))
PLAIN_OFFSETS = dict.fromkeys(_EVERY_CONFLICTS, _soft_let_through) | {
    "drafting.text.in_conflict": lambda base, ours, theirs: bool(_soft_let_through(base, ours, theirs))
}
NOTHING_IN_CONFLICT = _at("drafting.text.in_conflict", lambda base, ours, theirs: False)
ONE_SIDED = _at("drafting.text.conflicts", _one_sided)
KEY_NOT_SLID = _at("drafting.text.edits.Edit.key", property(lambda edit: (edit.start, edit.stop, edit.new)))
WIDENED = _at("drafting.text.edits.Edit.shift", lambda edit, by: _widened(_shift(edit, by)))
NOT_SHIFTED = _at("drafting.text.edits.Edit.shift", lambda edit, by: edit)
LOST_WHEN_BLOCKED = _at("drafting.text.rebase", _lost_when_blocked)
NOT_CARRIED_BETWEEN = _at("drafting.text.rebase_through", _not_carried_between)
DOUBLES_KEPT = dict.fromkeys(
    ("drafting.text.union", f"{merge.__name__}.union"),
    lambda *edits: tuple(sorted(chain(*edits), key=lambda edit: (edit.start, edit.stop))),
)
WRONG_EXTENTS = _at("drafting.text.invert", _wrong_extents)
MARKS_LOST = _at("drafting.text.runs_of", _without_marks)
NOT_ALL_STORED = _at("drafting.text.edits_to_wire", lambda edits: _to_wire(edits[1:]))
SHOWN_IN_PART = _at("drafting.text.redline", lambda base, proposed: _redline(base, proposed)[1:])
PAIR_MISSED = _at("drafting.text.conflict_graph", lambda base, proposals: _graph(base, proposals)[1:])
ONE_AFTER_THE_OTHER = _at("drafting.text.composed", lambda base, first, then: first + then)

TABLE: list[tuple[str, Mutation, laws.Law]] = [
    ("extents off", EXTENTS_OFF, laws.one_identity),
    ("normal form off", NORMAL_FORM_OFF, laws.normal_form),
    ("normal form off", NORMAL_FORM_OFF, laws.inverse),
    ("windows off", WINDOWS_OFF, laws.same_local_change),
    ("plain offsets", PLAIN_OFFSETS, laws.confluence),
    ("plain offsets", PLAIN_OFFSETS, laws.pairwise_is_joint),
    ("plain offsets", PLAIN_OFFSETS, laws.nothing_lost),
    ("plain offsets", PLAIN_OFFSETS, laws.history_is_one_decision),
    ("nothing in conflict", NOTHING_IN_CONFLICT, laws.pairwise_is_joint),
    ("conflicts of one side", ONE_SIDED, laws.symmetry),
    ("key not slid", KEY_NOT_SLID, laws.normal_form),
    ("not shifted", NOT_SHIFTED, laws.confluence),
    ("not shifted", NOT_SHIFTED, laws.merge_is_rebase),
    ("not shifted", NOT_SHIFTED, laws.history_is_one_decision),
    ("widened when shifted", WIDENED, laws.graph_invariant),
    ("all let through", ALL_LET_THROUGH, laws.back_ends_agree),
    ("lost when blocked", LOST_WHEN_BLOCKED, laws.nothing_lost),
    ("lost when blocked", LOST_WHEN_BLOCKED, laws.merge_is_rebase),
    ("not carried between", NOT_CARRIED_BETWEEN, laws.history_is_its_steps),
    ("doubles kept", DOUBLES_KEPT, laws.idempotence),
    ("doubles kept", DOUBLES_KEPT, laws.pairwise_is_joint),
    ("doubles kept", DOUBLES_KEPT, laws.confluence),
    ("wrong extents", WRONG_EXTENTS, laws.inverse),
    ("marks lost", MARKS_LOST, laws.reading_again),
    ("not all stored", NOT_ALL_STORED, laws.round_trip),
    ("shown in part", SHOWN_IN_PART, laws.redline_holds_both),
    ("pair missed", PAIR_MISSED, laws.graph_agrees),
    ("one after the other", ONE_AFTER_THE_OTHER, laws.composing),
]


@pytest.mark.parametrize(
    ("mutation", "law"), [row[1:] for row in TABLE], ids=[f"{n}-{w.__name__}" for n, _, w in TABLE]
)
def test_a_law_fails_where_the_engine_is_broken(monkeypatch, mutation, law):
    for name, broken in mutation.items():
        monkeypatch.setattr(name, broken)

    assert _is_broken(law)


def test_every_law_has_a_mutation_that_it_catches():
    written = {law for _, law in inspect.getmembers(laws, inspect.isfunction) if _is_law(law)}

    assert {law for _, _, law in TABLE} == written == set(DRAWN)


def _is_law(function: Callable[..., Any]) -> bool:
    return function.__module__ == laws.__name__ and inspect.signature(function).return_annotation is None


def _is_broken(law: laws.Law) -> bool:
    drawing = settings(
        max_examples=400,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @drawing
    @given(DRAWN[law])
    def holds(drawn: tuple[Any, ...]) -> None:
        law(*drawn)

    try:
        holds()
    except (AssertionError, DraftingError):
        return True
    return False
