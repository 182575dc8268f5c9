"""Every seat, act, side and stage against a table written by hand from the design, not from the code."""

from itertools import product

import pytest

from drafting.rules.access import ACCESS, Act, may
from drafting.rules.life import Stage
from drafting.rules.roles import OF_A_DELEGATION, Role

# One letter a seat: head of delegation, delegate, chair, secretariat, observer, visitor without a seat.
SEATS: dict[str, Role | None] = {
    "H": Role.HEAD, "D": Role.DELEGATE, "C": Role.CHAIR, "S": Role.SECRETARIAT, "O": Role.OBSERVER, "V": None,
}  # fmt: skip
#: act: who may, of one's own while it is a draft | of another's | of one's own when adopted | of another's
TABLE: dict[Act, tuple[str, str, str, str]] = {
    Act.VISIT: ("HDCSOV", "HDCSOV", "HDCSOV", "HDCSOV"),
    Act.READ_TEXT: ("HDCSO", "HDCSO", "HDCSO", "HDCSO"),
    Act.FOLLOW: ("HDCSO", "HDCSO", "HDCSO", "HDCSO"),
    Act.EXPORT: ("HDCSO", "HDCSO", "HDCSO", "HDCSO"),
    Act.READ_AMENDMENTS: ("HDCS", "HDCS", "HDCS", "HDCS"),
    Act.DRAFT: ("HD", "", "HD", ""),
    Act.SUBMIT: ("HD", "", "", ""),
    Act.READ_DESK: ("CS", "CS", "CS", "CS"),
    Act.DECIDE: ("C", "C", "", ""),
    Act.ADOPT: ("C", "C", "", ""),
    Act.IMPORT: ("S", "S", "S", "S"),
    Act.MANAGE_SEATS: ("S", "S", "S", "S"),
}
CELLS = list(product(SEATS, Act, (True, False), Stage))


@pytest.mark.parametrize(("seat", "act", "own", "stage"), CELLS, ids=lambda part: str(part))
def test_a_seat_carries_the_acts_of_the_table_and_no_other(seat: str, act: Act, own: bool, stage: Stage) -> None:
    column = (0 if own else 1) + (0 if stage is Stage.DRAFT else 2)

    assert may(SEATS[seat], act, own=own, stage=stage) is (seat in TABLE[act][column])


def test_the_table_knows_every_act_and_every_seat() -> None:
    assert set(TABLE) == set(ACCESS) == set(Act)
    assert {role for role in SEATS.values() if role} == set(Role)


def test_only_an_act_that_changes_nothing_is_public() -> None:
    assert {act for act, rule in ACCESS.items() if rule.public} == {Act.VISIT}


def test_heads_of_delegation_and_delegates_are_of_a_delegation() -> None:
    assert {Role.HEAD, Role.DELEGATE} == OF_A_DELEGATION
