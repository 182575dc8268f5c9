from collections.abc import Iterator
from dataclasses import asdict, replace

import pytest

from drafting.errors import InvalidTextError, NotAllowedError, NotFoundError, RuleError
from drafting.records.store import Store
from drafting.rules.roles import Role
from drafting.service.conference import conference_view, edit, found, is_demo, is_founded
from drafting.service.links import PasswordSet, use_link
from drafting.service.setup_conference import set_up
from tests.house import LINES, PASSWORD, Clock, House, founded


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Open a database in which nothing was founded."""
    store = Store(database_url, Clock())
    yield store
    store.dispose()


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


def test_a_conference_is_shown_as_it_was_founded(store: Store) -> None:
    with store.write() as session:
        found(session, **asdict(LINES))

    with store.read() as session:
        assert conference_view(session) == LINES
        assert is_founded(session)
        assert not is_demo(session)


def test_only_what_is_founded_as_the_demonstration_is_one(store: Store) -> None:
    with store.write() as session:
        found(session, **asdict(LINES), demo=True)

    with store.read() as session:
        assert is_demo(session)


def test_before_the_founding_there_is_no_conference(store: Store) -> None:
    with store.read() as session:
        assert not is_founded(session)
        assert not is_demo(session)
        with pytest.raises(NotFoundError):
            conference_view(session)


def test_a_second_conference_is_refused(house: House) -> None:
    with pytest.raises(RuleError, match="holds a conference already"), house.store.write() as session:
        found(session, **asdict(LINES), demo=True)

    with house.store.read() as session:
        assert not is_demo(session)


@pytest.mark.parametrize(
    "lines",
    [
        replace(LINES, name=" "),
        replace(LINES, host=""),
        replace(LINES, partners=("United\u200bNations",)),
        replace(LINES, time_zone="Dushanbe"),
        replace(LINES, time_zone="../etc/passwd"),
        replace(LINES, time_zone=""),
    ],
)
def test_lines_that_cannot_be_printed_or_told_are_refused(store: Store, lines: object) -> None:
    with pytest.raises(InvalidTextError), store.write() as session:
        found(session, **asdict(lines))  # type: ignore[call-overload]

    with store.read() as session:
        assert not is_founded(session)


def test_the_secretariat_changes_the_lines_and_nobody_else_does(house: House) -> None:
    moved = replace(LINES, place="Khujand", partners=())
    chair = house.seat(house.session(house.person("Zoe Chair", Role.CHAIR)))
    assert chair is not None

    with house.store.write() as session:
        edit(session, house.secretariat, moved)

    with pytest.raises(NotAllowedError), house.store.write() as session:
        edit(session, chair.actor, LINES)
    with house.store.read() as session:
        assert conference_view(session) == moved
    assert house.events()[-1] == "conference-edited"
    assert house.verdict().sound


def test_setting_up_makes_a_conference_and_a_link_to_its_first_account_in_one_event(store: Store) -> None:
    link = set_up(store, LINES, name="Mavzuna Sharifzoda", email="mavzuna@un.example")

    assert isinstance(use_link(store, link.token, PASSWORD), PasswordSet)
    with pytest.raises(RuleError):
        set_up(store, LINES, name="Another", email="another@un.example")


def test_setting_up_with_a_wrong_address_leaves_nothing(store: Store) -> None:
    with pytest.raises(InvalidTextError):
        set_up(store, LINES, name="Mavzuna Sharifzoda", email="mavzuna")

    with store.read() as session:
        assert not is_founded(session)
