from collections.abc import Iterator
from datetime import timedelta

import pytest

from drafting.records.sign_in import WebSession
from drafting.rules.roles import DelegationKind, Role
from drafting.service.delegations import DelegationLines, edit_delegation
from drafting.service.seats import take_seat_away
from drafting.service.sessions import ABSOLUTE, IDLE, end_session, end_sessions_of, hashed, see_session
from tests.house import House, founded


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


def test_a_cookie_stands_for_the_seat_it_was_opened_for(house: House) -> None:
    pakistan = house.delegation("Pakistan")
    cookie = house.session(house.person("Asma Rahim", Role.HEAD, pakistan))

    seat = house.seat(cookie)

    assert seat is not None
    assert (seat.actor.name, seat.actor.role, seat.actor.delegation) == ("Asma Rahim", Role.HEAD, "Pakistan")
    assert seat.actor.delegation_id == pakistan


def test_a_cookie_that_was_never_given_stands_for_nobody(house: House) -> None:
    assert house.seat("made up") is None
    assert house.seat("\udcff") is None


def test_only_the_hash_of_a_cookie_is_kept(house: House) -> None:
    cookie = house.session(house.secretariat.id)

    with house.store.read() as session:
        assert session.get(WebSession, hashed(cookie)) is not None
        assert session.get(WebSession, cookie) is None


def test_two_sessions_of_one_person_have_their_own_cookies_and_tokens(house: House) -> None:
    first, second = house.session(house.secretariat.id), house.session(house.secretariat.id)

    seats = [house.seat(first), house.seat(second)]

    assert first != second
    assert len({seat.form_token for seat in seats if seat}) == 2


def test_an_ended_session_stands_for_nobody_at_once(house: House) -> None:
    ended, other = house.session(house.secretariat.id), house.session(house.secretariat.id)

    with house.store.write() as session:
        end_session(session, ended)

    assert house.seat(ended) is None
    assert house.seat(other) is not None


def test_ending_a_persons_sessions_ends_all_and_nobody_elses(house: House) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)
    own, others = [house.session(observer), house.session(observer)], house.session(house.secretariat.id)

    with house.store.write() as session:
        end_sessions_of(session, observer)

    assert [house.seat(cookie) for cookie in own] == [None, None]
    assert house.seat(others) is not None


def test_a_session_unused_for_twelve_hours_is_over(house: House) -> None:
    cookie = house.session(house.secretariat.id)

    house.clock.at += IDLE - timedelta(seconds=1)
    before = house.seat(cookie)
    house.clock.forward(seconds=1)

    assert before is not None
    assert house.seat(cookie) is None


def test_a_session_in_use_is_over_after_seven_days(house: House) -> None:
    cookie = house.session(house.secretariat.id)
    start = house.clock.at

    while house.clock.at < start + ABSOLUTE - timedelta(hours=1):
        house.clock.forward(hours=1)
        with house.store.write() as session:
            see_session(session, hashed(cookie))
    before = house.seat(cookie)
    house.clock.forward(hours=1)

    assert before is not None
    assert house.seat(cookie) is None


def test_a_session_asks_to_be_seen_again_only_now_and_then(house: House) -> None:
    cookie = house.session(house.secretariat.id)

    fresh = house.seat(cookie)
    house.clock.forward(minutes=11)
    later = house.seat(cookie)

    assert fresh is not None
    assert not fresh.is_ageing
    assert later is not None
    assert later.is_ageing


@pytest.mark.parametrize(
    ("role", "lets", "may"),
    [(Role.HEAD, False, True), (Role.DELEGATE, False, False), (Role.DELEGATE, True, True)],
)
def test_a_delegate_may_submit_where_the_delegation_lets_its_delegates(
    house: House, role: Role, lets: bool, may: bool
) -> None:
    pakistan = house.delegation("Pakistan", delegates_may_submit=lets)

    seat = house.seat(house.session(house.person("Asma Rahim", role, pakistan)))

    assert seat is not None
    assert seat.actor.may_submit is may


def test_rights_follow_the_delegation_within_an_open_session(house: House) -> None:
    pakistan = house.delegation("Pakistan")
    cookie = house.session(house.person("Asma Rahim", Role.DELEGATE, pakistan))

    with house.store.write() as session:
        lines = DelegationLines("Pakistan", DelegationKind.STATE, delegates_may_submit=True)
        edit_delegation(session, house.secretariat, pakistan, lines)

    seat = house.seat(cookie)
    assert seat is not None
    assert seat.actor.may_submit


def test_a_session_opened_after_the_seat_was_taken_away_stands_for_nobody(house: House) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)

    with house.store.write() as session:
        take_seat_away(session, house.secretariat, observer)

    assert house.seat(house.session(observer)) is None


def test_a_session_leaves_no_event(house: House) -> None:
    before = house.events()

    cookie = house.session(house.secretariat.id)
    with house.store.write() as session:
        end_session(session, cookie)

    assert house.events() == before
