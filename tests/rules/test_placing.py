import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.kinds import ClauseKind
from drafting.rules.placing import first_rank, kinds_after, rank_after, rank_directly_after

ANCHORS = st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=40)


def test_the_ranks_of_an_imported_text_stand_in_its_order() -> None:
    ranks = [first_rank(position) for position in range(1, 1001)]

    assert ranks == sorted(ranks)


@given(st.integers(1, 50), ANCHORS)
def test_an_inserted_clause_stands_behind_its_anchor_and_its_earlier_insertions_or_directly_behind_it(
    length: int, insertions: list[tuple[int, bool]]
) -> None:
    order = [first_rank(position) for position in range(1, length + 1)]

    for choice, directly in insertions:
        anchor = order[choice % len(order)]
        rank = (rank_directly_after if directly else rank_after)(anchor, order)
        under = sum(other.startswith(f"{anchor}.") for other in order)
        order.insert(order.index(anchor) + 1 + (0 if directly else under), rank)

    assert order == sorted(order)
    assert len(set(order)) == len(order)


@pytest.mark.parametrize(
    ("anchor", "usual"),
    [
        (ClauseKind.TITLE, ClauseKind.CHAPEAU),
        (ClauseKind.HEADING, ClauseKind.PREAMBULAR),
        (ClauseKind.CHAPEAU, ClauseKind.PREAMBULAR),
        (ClauseKind.PREAMBULAR, ClauseKind.PREAMBULAR),
        (ClauseKind.OPERATIVE, ClauseKind.OPERATIVE),
        (ClauseKind.SUBPARAGRAPH, ClauseKind.SUBPARAGRAPH),
    ],
)
def test_the_usual_kind_after_a_clause_is_offered_first(anchor: ClauseKind, usual: ClauseKind) -> None:
    assert kinds_after(anchor, has_children=True)[0] is usual


def test_no_preambular_paragraph_follows_an_operative_one() -> None:
    assert ClauseKind.PREAMBULAR not in kinds_after(ClauseKind.OPERATIVE, has_children=False)


def test_a_first_subparagraph_follows_its_paragraph_and_the_next_ones_follow_it() -> None:
    assert ClauseKind.SUBPARAGRAPH in kinds_after(ClauseKind.OPERATIVE, has_children=False)
    assert ClauseKind.SUBPARAGRAPH not in kinds_after(ClauseKind.OPERATIVE, has_children=True)


def test_nothing_is_inserted_after_a_note_and_no_title_or_note_anywhere() -> None:
    offered = {kind for anchor in ClauseKind for kind in kinds_after(anchor, has_children=False)}

    assert kinds_after(ClauseKind.NOTE, has_children=False) == ()
    assert offered.isdisjoint({ClauseKind.TITLE, ClauseKind.NOTE})
