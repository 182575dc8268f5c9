from itertools import product

import pytest

from drafting.rules.life import DECIDABLE_STATES, OPEN_STATES, REVISABLE_STATES, AmendmentState, may_become

S = AmendmentState
ENDS = {S.SATISFIED, S.ACCEPTED, S.REJECTED, S.WITHDRAWN, S.LAPSED}
ALLOWED = {
    *((S.SUBMITTED, following) for following in S if following is not S.SUBMITTED),
    (S.BLOCKED, S.SUBMITTED),
    (S.BLOCKED, S.WITHDRAWN),
    (S.BLOCKED, S.LAPSED),
}


@pytest.mark.parametrize(("state", "following"), list(product(S, S)), ids=str)
def test_an_amendment_goes_only_where_its_life_leads(state: S, following: S) -> None:
    assert may_become(state, following) is ((state, following) in ALLOWED)


@pytest.mark.parametrize("state", sorted(ENDS))
def test_what_has_ended_stays_as_it_ended(state: S) -> None:
    assert not any(may_become(state, following) for following in S)


def test_what_is_open_can_still_lapse_be_withdrawn_or_revised() -> None:
    assert OPEN_STATES == REVISABLE_STATES == set(S) - ENDS
    assert all(may_become(state, S.LAPSED) and may_become(state, S.WITHDRAWN) for state in OPEN_STATES)


def test_what_is_overtaken_is_open_and_not_decided() -> None:
    assert OPEN_STATES - {S.BLOCKED} == DECIDABLE_STATES
