from collections.abc import Iterator

import pytest

from drafting.errors import InvalidTextError, NotAllowedError, NotFoundError, RuleError
from drafting.records.conference import Participant
from drafting.rules.roles import Role
from drafting.service.seat_views import DemoSeats, delegation_seats, demo_seats, other_seats
from drafting.service.seats import PersonLines, add_person, edit_person, give_seat_back, take_seat_away
from tests.house import House, founded


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


@pytest.fixture
def pakistan(house: House) -> str:
    """Enter Pakistan."""
    return house.delegation("Pakistan")


def edit(house: House, participant: str, lines: PersonLines) -> None:
    """Change a person as the secretariat does."""
    with house.store.write() as session:
        edit_person(session, house.secretariat, participant, lines)


def take(house: House, participant: str) -> None:
    """Take a seat away as the secretariat does."""
    with house.store.write() as session:
        take_seat_away(session, house.secretariat, participant)


def test_a_seat_taken_away_ends_its_sessions_in_the_same_transaction(house: House, pakistan: str) -> None:
    asma = house.person("Asma Rahim", Role.HEAD, pakistan)
    cookies = [house.session(asma), house.session(asma)]

    take(house, asma)

    assert [house.seat(cookie) for cookie in cookies] == [None, None]
    assert house.events()[-1] == "seat-taken-away"


def test_a_seat_given_back_does_not_bring_its_sessions_back(house: House, pakistan: str) -> None:
    asma = house.person("Asma Rahim", Role.HEAD, pakistan)
    cookie = house.session(asma)

    take(house, asma)
    with house.store.write() as session:
        give_seat_back(session, house.secretariat, asma)

    assert house.seat(cookie) is None
    assert house.seat(house.session(asma)) is not None


def test_a_person_moved_to_another_delegation_is_signed_out(house: House, pakistan: str) -> None:
    asma = house.person("Asma Rahim", Role.HEAD, pakistan)
    cookie = house.session(asma)

    edit(house, asma, PersonLines("Asma Rahim", "asma@un.example", Role.HEAD, house.delegation("Oman")))

    assert house.seat(cookie) is None


def test_a_person_who_changes_role_or_address_is_signed_out(house: House, pakistan: str) -> None:
    asma = house.person("Asma Rahim", Role.HEAD, pakistan)

    first = house.session(asma)
    edit(house, asma, PersonLines("Asma Rahim", "asma@un.example", Role.DELEGATE, pakistan))
    second = house.session(asma)
    edit(house, asma, PersonLines("Asma Rahim", "a.rahim@un.example", Role.DELEGATE, pakistan))

    assert house.seat(first) is None
    assert house.seat(second) is None


def test_a_person_who_only_changes_name_stays_signed_in(house: House, pakistan: str) -> None:
    asma = house.person("Asma Rahim", Role.HEAD, pakistan)
    cookie = house.session(asma)

    edit(house, asma, PersonLines("Asma Rahim-Khan", "asma@un.example", Role.HEAD, pakistan))

    seat = house.seat(cookie)
    assert seat is not None
    assert seat.actor.name == "Asma Rahim-Khan"


@pytest.mark.parametrize("role", [Role.HEAD, Role.DELEGATE])
def test_a_seat_of_a_delegation_needs_one(house: House, role: Role) -> None:
    with pytest.raises(RuleError, match="needs a delegation"):
        house.person("Asma Rahim", role)


@pytest.mark.parametrize("role", [Role.CHAIR, Role.SECRETARIAT, Role.OBSERVER])
def test_a_seat_of_no_delegation_has_none(house: House, pakistan: str, role: Role) -> None:
    with pytest.raises(RuleError, match="belongs to no delegation"):
        house.person("Asma Rahim", role, pakistan)


def test_a_seat_in_a_delegation_that_does_not_exist_is_refused(house: House) -> None:
    with pytest.raises(NotFoundError):
        house.person("Asma Rahim", Role.HEAD, "nowhere")


@pytest.mark.parametrize("email", ["mavzuna@un.example", "MAVZUNA@UN.EXAMPLE", " Mavzuna@un.example "])
def test_an_address_has_one_seat_however_it_is_written(house: House, email: str) -> None:
    with pytest.raises(RuleError, match="has a seat"), house.store.write() as session:
        add_person(session, house.secretariat, PersonLines("Another", email, Role.CHAIR))


@pytest.mark.parametrize(
    "email", ["", "name", "a b@un.example", "a@", "@un.example", "a@b@c", "a\u200b@b", "a,b@c.example"]
)
def test_what_is_no_address_is_refused(house: House, email: str) -> None:
    with pytest.raises(InvalidTextError), house.store.write() as session:
        add_person(session, house.secretariat, PersonLines("Another", email, Role.CHAIR))


@pytest.mark.parametrize("name", ["", "   ", "As\u200bma", "Asma\u202e", "x" * 201])
def test_a_name_that_is_empty_too_long_or_partly_invisible_is_refused(house: House, name: str) -> None:
    with pytest.raises(InvalidTextError), house.store.write() as session:
        add_person(session, house.secretariat, PersonLines(name, "a@un.example", Role.CHAIR))


def test_the_last_seat_of_the_secretariat_cannot_be_taken_away(house: House) -> None:
    with pytest.raises(RuleError, match="last seat of the secretariat"):
        take(house, house.secretariat.id)

    assert house.seat(house.session(house.secretariat.id)) is not None


def test_the_last_of_the_secretariat_cannot_become_something_else(house: House) -> None:
    with pytest.raises(RuleError, match="last seat of the secretariat"):
        edit(house, house.secretariat.id, PersonLines("Mavzuna", "mavzuna@un.example", Role.CHAIR))


def test_one_of_two_of_the_secretariat_can_leave(house: House) -> None:
    second = house.person("Karim Nur", Role.SECRETARIAT)

    take(house, second)

    with house.store.read() as session:
        assert not session.get_one(Participant, second).active


def test_a_seat_cannot_be_taken_away_twice_or_given_to_who_has_it(house: House) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)

    with pytest.raises(RuleError, match="has the seat"), house.store.write() as session:
        give_seat_back(session, house.secretariat, observer)
    take(house, observer)

    with pytest.raises(RuleError, match="taken away already"):
        take(house, observer)


@pytest.mark.parametrize("role", [Role.CHAIR, Role.OBSERVER])
def test_only_the_secretariat_enters_people(house: House, role: Role) -> None:
    seat = house.seat(house.session(house.person("Tomas Ibarra", role)))
    assert seat is not None

    with pytest.raises(NotAllowedError), house.store.write() as session:
        add_person(session, seat.actor, PersonLines("Another", "a@un.example", Role.SECRETARIAT))


def test_every_act_on_a_seat_is_one_event_and_the_tables_agree(house: House, pakistan: str) -> None:
    before = len(house.events())

    asma = house.person("Asma Rahim", Role.HEAD, pakistan)
    edit(house, asma, PersonLines("Asma R.", "asma@un.example", Role.DELEGATE, pakistan))
    take(house, asma)
    with house.store.write() as session:
        give_seat_back(session, house.secretariat, asma)

    assert house.events()[before:] == ["seat-given", "seat-edited", "seat-taken-away", "seat-given-back"]
    assert house.verdict().sound


def test_a_refused_act_leaves_nothing_behind(house: House) -> None:
    before = house.events()

    with pytest.raises(RuleError):
        take(house, house.secretariat.id)

    assert house.events() == before


def test_seats_are_shown_in_the_hosts_order_heads_first(house: House) -> None:
    oman, bahrain = house.delegation("Oman"), house.delegation("Bahrain")
    house.person("Delegate Oman", Role.DELEGATE, oman)
    head = house.person("Head Oman", Role.HEAD, oman)
    house.session(head)

    with house.store.read() as session:
        shown = delegation_seats(session, now=house.clock())
        others = other_seats(session, now=house.clock())

    assert [(each.id, [person.name for person in each.people]) for each in shown] == [
        (oman, ["Head Oman", "Delegate Oman"]),
        (bahrain, []),
    ]
    assert [person.name for person in others] == ["Mavzuna Sharifzoda"]


def test_a_seat_shows_whether_its_person_can_get_in(house: House) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)

    def shown() -> tuple[bool, bool]:
        with house.store.read() as session:
            seat = other_seats(session, now=house.clock())[-1]
        return seat.has_password, seat.link_until is not None

    states = [shown()]
    house.link(observer)
    states.append(shown())
    house.password(observer)
    states.append(shown())
    house.link(observer)
    house.clock.forward(days=8)
    states.append(shown())

    assert states == [(False, False), (False, True), (True, False), (True, False)]


def test_the_seats_of_the_demonstration_are_called_as_people_call_them(house: House) -> None:
    pakistan = house.delegation("Pakistan")
    delegate = house.person("Bilal Khan", Role.DELEGATE, pakistan)
    house.person("Asma Rahim", Role.HEAD, pakistan)
    house.clock.forward(minutes=1)
    house.person("Zoe Chair", Role.CHAIR)
    house.clock.forward(minutes=1)
    house.person("Abel Chair", Role.CHAIR)
    house.person("Tomas Ibarra", Role.OBSERVER)

    with house.store.read() as session:
        podium, seats = demo_seats(session)

    assert [seat.called for seat in podium.seats] == ["Chair 1", "Chair 2", "Secretariat", "Observer"]
    assert isinstance(seats, DemoSeats)
    assert [seat.called for seat in seats.seats] == ["Pakistan (head of delegation)", "Pakistan (delegate)"]
    assert seats.seats[1].participant_id == delegate
