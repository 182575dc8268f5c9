from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from drafting.errors import NotAllowedError, NotFoundError, RuleError
from drafting.records.event import Event
from drafting.records.sign_in import SignInLink
from drafting.rules.roles import Role
from drafting.service.links import VALID, OpenLink, PasswordSet, SpentLink, WeakPassword, make_link, read_link, use_link
from drafting.service.seats import give_seat_back, take_seat_away
from drafting.service.sessions import hashed
from drafting.service.sign_in import Refused, SignedIn, sign_in
from tests.house import PASSWORD, House, founded


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


@pytest.fixture
def observer(house: House) -> str:
    """Enter an observer."""
    return house.person("Tomas Ibarra", Role.OBSERVER)


def read(house: House, token: str) -> OpenLink | None:
    """Look at a link now."""
    with house.store.read() as session:
        return read_link(session, token, now=house.clock())


def test_a_link_sets_the_password_and_opens_a_session(house: House, observer: str) -> None:
    done = use_link(house.store, house.link(observer), PASSWORD)

    assert isinstance(done, PasswordSet)
    seat = house.seat(done.cookie)
    assert seat is not None
    assert seat.actor.id == observer
    assert isinstance(sign_in(house.store, "tomas@un.example", PASSWORD), SignedIn)


def test_a_link_says_whose_it_is(house: House) -> None:
    head = house.person("Asma Rahim", Role.HEAD, house.delegation("Pakistan"))

    found = read(house, house.link(head))

    assert found == OpenLink(head, "Asma Rahim", "asma@un.example", "Pakistan, head of delegation")


def test_a_link_works_once(house: House, observer: str) -> None:
    token = house.link(observer)

    use_link(house.store, token, PASSWORD)

    assert use_link(house.store, token, "another quiet lantern eight") == SpentLink()
    assert sign_in(house.store, "tomas@un.example", "another quiet lantern eight") == Refused()


def test_a_link_works_for_seven_days(house: House, observer: str) -> None:
    token = house.link(observer)

    house.clock.at += VALID - timedelta(seconds=1)
    before = read(house, token)
    house.clock.forward(seconds=1)

    assert before is not None
    assert use_link(house.store, token, PASSWORD) == SpentLink()


def test_a_new_link_voids_the_one_before(house: House, observer: str) -> None:
    old, new = house.link(observer), house.link(observer)

    assert use_link(house.store, old, PASSWORD) == SpentLink()
    assert isinstance(use_link(house.store, new, PASSWORD), PasswordSet)


def test_the_old_password_holds_until_the_new_one_is_set(house: House, observer: str) -> None:
    house.password(observer)
    token = house.link(observer)

    before = sign_in(house.store, "tomas@un.example", PASSWORD)
    use_link(house.store, token, "another quiet lantern eight")
    after = sign_in(house.store, "tomas@un.example", PASSWORD)

    assert isinstance(before, SignedIn)
    assert after == Refused()


def test_a_new_password_ends_every_older_session(house: House, observer: str) -> None:
    stolen = house.session(observer)

    own = house.password(observer)

    assert house.seat(stolen) is None
    assert house.seat(own) is not None


def test_a_weak_password_leaves_the_link_good(house: House, observer: str) -> None:
    token = house.link(observer)

    refused = use_link(house.store, token, "too short")

    assert isinstance(refused, WeakPassword)
    assert isinstance(use_link(house.store, token, PASSWORD), PasswordSet)


def test_a_link_never_made_is_as_good_as_a_used_one(house: House) -> None:
    assert read(house, "never made") is None
    assert use_link(house.store, "never made", PASSWORD) == SpentLink()


def test_only_the_hash_of_a_link_is_kept(house: House, observer: str) -> None:
    token = house.link(observer)

    with house.store.read() as session:
        assert session.get(SignInLink, hashed(token)) is not None
        assert session.get(SignInLink, token) is None


def test_taking_the_seat_away_voids_its_link_for_good(house: House, observer: str) -> None:
    token = house.link(observer)

    with house.store.write() as session:
        take_seat_away(session, house.secretariat, observer)
    with house.store.write() as session:
        give_seat_back(session, house.secretariat, observer)

    assert use_link(house.store, token, PASSWORD) == SpentLink()


def test_a_seat_that_was_taken_away_gets_no_link(house: House, observer: str) -> None:
    with house.store.write() as session:
        take_seat_away(session, house.secretariat, observer)

    with pytest.raises(RuleError, match="Give it back first"):
        house.link(observer)


def test_the_log_names_who_made_a_link_and_for_whom_but_not_the_link(house: House, observer: str) -> None:
    token = house.link(observer)

    with house.store.read() as session:
        events = session.execute(select(Event.type, Event.actor, Event.payload).order_by(Event.seq.desc()))
        kind, actor, payload = events.first() or ("", "", "")
    assert (kind, actor) == ("sign-in-link-made", house.secretariat.id)
    assert observer in payload
    assert token not in payload
    assert hashed(token) not in payload


def test_only_the_secretariat_makes_links(house: House, observer: str) -> None:
    seat = house.seat(house.session(observer))
    assert seat is not None

    with pytest.raises(NotAllowedError), house.store.write() as session:
        make_link(session, seat.actor, house.secretariat.id)


def test_a_person_who_does_not_exist_gets_no_link(house: House) -> None:
    with pytest.raises(NotFoundError):
        house.link("nobody")
