from collections.abc import Iterator

import pytest
from sqlalchemy import select

from drafting.errors import InvalidTextError, NotAllowedError, NotFoundError, RuleError
from drafting.records.conference import Delegation, Group
from drafting.rules.roles import DelegationKind, Role
from drafting.service.delegations import (
    DelegationLines,
    add_delegation,
    edit_delegation,
    groups_by_delegation,
    remove_delegation,
    split_names,
)
from tests.house import House, founded


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


def edit(house: House, delegation: str, lines: DelegationLines) -> None:
    """Change a delegation as the secretariat does."""
    with house.store.write() as session:
        edit_delegation(session, house.secretariat, delegation, lines)


def names(house: House) -> list[str]:
    """Return the names in the host's order."""
    with house.store.read() as session:
        return list(session.scalars(select(Delegation.name).order_by(Delegation.position)))


def groups(house: House) -> tuple[dict[str, tuple[str, ...]], set[str]]:
    """Return the groups of each delegation, and all groups."""
    with house.store.read() as session:
        return groups_by_delegation(session), set(session.scalars(select(Group.name)))


def test_delegations_stand_in_the_order_in_which_they_were_entered(house: House) -> None:
    for name in ("Tajikistan", "Armenia", "Oman"):
        house.delegation(name)

    assert names(house) == ["Tajikistan", "Armenia", "Oman"]


@pytest.mark.parametrize("name", ["TÜRKIYE", "türkiye", "Tu\u0308rkiye", "  Türkiye ", "Tür\u00adkiye"])
def test_two_delegations_cannot_have_names_that_read_the_same(house: House, name: str) -> None:
    house.delegation("Türkiye")

    with pytest.raises(RuleError, match="Türkiye already"):
        house.delegation(name)


def test_a_renamed_delegation_keeps_its_place_and_may_keep_its_name(house: House) -> None:
    turkey = house.delegation("Turkey")
    house.delegation("Oman")

    edit(house, turkey, DelegationLines("Türkiye", DelegationKind.STATE))
    edit(house, turkey, DelegationLines("TÜRKIYE", DelegationKind.STATE))

    assert names(house) == ["TÜRKIYE", "Oman"]


@pytest.mark.parametrize("name", ["", "O\u200bman", "Oman\u202e", "O" * 201])
def test_a_name_that_cannot_be_seen_or_printed_is_refused(house: House, name: str) -> None:
    with pytest.raises(InvalidTextError):
        house.delegation(name)


def test_a_delegation_belongs_to_groups_and_a_group_without_members_is_gone(house: House) -> None:
    oman, qatar = house.delegation("Oman"), house.delegation("Qatar")
    edit(house, oman, DelegationLines("Oman", DelegationKind.STATE, groups=("GCC", "OIC")))
    edit(house, qatar, DelegationLines("Qatar", DelegationKind.STATE, groups=("gcc",)))

    before = groups(house)
    edit(house, oman, DelegationLines("Oman", DelegationKind.STATE))
    after = groups(house)

    assert before == ({oman: ("GCC", "OIC"), qatar: ("GCC",)}, {"GCC", "OIC"})
    assert after == ({qatar: ("GCC",)}, {"GCC"})
    assert house.verdict().sound


def test_a_delegation_entered_by_mistake_can_be_removed(house: House) -> None:
    oman = house.delegation("Oman")
    edit(house, oman, DelegationLines("Oman", DelegationKind.STATE, groups=("GCC",)))

    with house.store.write() as session:
        remove_delegation(session, house.secretariat, oman)

    assert names(house) == []
    assert groups(house) == ({}, set())
    assert house.events()[-1] == "delegation-removed"
    assert house.verdict().sound


def test_a_delegation_with_people_stays(house: House) -> None:
    oman = house.delegation("Oman")
    house.person("Head Oman", Role.HEAD, oman)

    with pytest.raises(RuleError, match="has people"), house.store.write() as session:
        remove_delegation(session, house.secretariat, oman)


def test_a_delegation_that_does_not_exist_cannot_be_changed(house: House) -> None:
    with pytest.raises(NotFoundError):
        edit(house, "nowhere", DelegationLines("Oman", DelegationKind.STATE))


@pytest.mark.parametrize("role", [Role.CHAIR, Role.OBSERVER])
def test_only_the_secretariat_enters_delegations(house: House, role: Role) -> None:
    seat = house.seat(house.session(house.person("Tomas Ibarra", role)))
    assert seat is not None

    with pytest.raises(NotAllowedError), house.store.write() as session:
        add_delegation(session, seat.actor, DelegationLines("Oman", DelegationKind.STATE))


def test_names_in_one_line_are_divided_at_semicolons_and_commas() -> None:
    assert split_names(" EU; CIS ,, SCO;") == ("EU", "CIS", "SCO")
