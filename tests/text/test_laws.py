"""The laws that make the order of decisions immaterial and lose nothing."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.text import laws
from tests.text.texts import (
    any_text,
    far_apart,
    histories,
    negotiations,
    one_change_each,
    runs_with_marks,
    slides,
    talks,
    tight,
)

FEWER = settings(max_examples=max(5, settings().max_examples // 10))


@given(runs_with_marks())
def test_reading_a_text_again_gives_the_same_tokens(runs):
    laws.reading_again(runs)


@given(any_text(), any_text())
def test_edits_make_the_proposed_text(base, proposed):
    laws.round_trip(base, proposed)


@given(any_text(), any_text())
def test_edits_can_be_undone(base, proposed):
    laws.inverse(base, proposed)


@given(any_text(), any_text())
def test_edits_are_in_normal_form_and_slide_within_their_extent(base, proposed):
    laws.normal_form(base, proposed)


@given(slides())
def test_one_change_has_one_identity_wherever_it_was_found(case):
    laws.one_identity(*case)


@given(far_apart())
def test_a_change_is_the_same_whatever_else_the_amendment_changes(case):
    laws.same_local_change(*case)


@given(any_text(), any_text())
def test_a_redline_holds_both_texts(base, proposed):
    laws.redline_holds_both(base, proposed)


@given(st.one_of(negotiations(3), talks(3), tight(3)))
def test_conflicts_are_symmetric(case):
    laws.symmetry(*case)


@given(st.one_of(negotiations(4), talks(4), tight(4)))
def test_the_graph_holds_the_pairs_in_conflict(case):
    laws.graph_agrees(*case)


@given(st.one_of(negotiations(4), talks(4), tight(4)))
def test_amendments_that_fit_two_by_two_fit_together(case):
    laws.pairwise_is_joint(*case)


@given(st.one_of(negotiations(4), talks(4), tight(4)))
def test_the_order_of_acceptance_does_not_matter(case):
    assume(len(laws.compatible(*case)) > 1)

    laws.confluence(*case)


@FEWER
@given(st.one_of(negotiations(5), talks(5), tight(5)))
def test_the_order_of_five_does_not_matter(case):
    laws.confluence(*case)


@given(st.one_of(negotiations(4), talks(4), tight(4)))
def test_accepting_one_amendment_changes_no_conflict_among_the_others(case):
    laws.graph_invariant(*case)


@given(st.one_of(negotiations(4), talks(4), tight(4)), st.permutations(range(4)))
def test_nothing_is_lost(case, order):
    laws.nothing_lost(case[0], case[1], order)


@given(st.one_of(negotiations(2), talks(2), tight(2)))
def test_merging_is_rebasing_either_way(case):
    laws.merge_is_rebase(*case)


@given(any_text(), any_text())
def test_an_identical_amendment_is_satisfied(base, proposed):
    laws.idempotence(base, proposed)


@given(histories(3))
def test_mapping_through_history_is_mapping_step_by_step(case):
    laws.history_is_its_steps(*case)


@given(st.one_of(negotiations(4), talks(4), tight(4)))
def test_mapping_through_history_is_mapping_over_all_of_it_at_once(case):
    laws.history_is_one_decision(*case)


@given(any_text(), any_text(), any_text())
def test_composed_edits_do_what_one_does_after_the_other(first, second, third):
    laws.composing(first, second, third)


@given(one_change_each(2))
def test_the_merged_text_does_not_depend_on_the_back_end(case):
    laws.back_ends_agree(*case)
