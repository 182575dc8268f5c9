from collections.abc import Iterator
from itertools import pairwise

import pytest
from argon2 import PasswordHasher

from drafting.records.sign_in import Credential
from drafting.rules.roles import Role
from drafting.service.passwords import is_outdated, is_password, password_hash, weakness
from drafting.service.seats import take_seat_away
from drafting.service.sign_in import Refused, SignedIn, Throttled, sign_in
from tests.house import PASSWORD, House, founded

EMAIL = "mavzuna@un.example"


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


@pytest.fixture
def signed_up(house: House) -> House:
    """Give the secretariat its password."""
    house.password(house.secretariat.id)
    return house


@pytest.mark.parametrize(
    "password",
    ["harbour lantern quiet seven", "Забор и четыре слона", "早上好早上好吗今天天气不错", "x9!kQ2#mZ7$w"],
)
def test_a_long_password_of_any_script_is_let_in(password: str) -> None:
    assert weakness(password, name="Ana Ost", email="ana@un.example") is None


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("eleven char", "at least 12"),
        ("harbour " * 40, "up to 256"),
        ("Ana Maria Ostrowska", "your name"),
        ("AnaMariaOstrowska1999", "your name"),
        ("ana.ostrowska@un.example", "your address"),
        ("ana.ostrowska2027", "your address"),
        ("Password1234", "tried first"),
        ("correct horse battery staple", "tried first"),
        ("aaaaaaaaaaaaaaaa", "tried first"),
        ("abababababab", "tried first"),
    ],
)
def test_a_password_that_is_tried_first_is_refused_with_a_reason(password: str, says: str) -> None:
    found = weakness(password, name="Ana Maria Ostrowska", email="ana.ostrowska@un.example")

    assert found is not None
    assert says in found


def test_a_hash_is_argon2id_at_the_chosen_cost() -> None:
    assert password_hash(PASSWORD).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_password_is_known_however_its_accents_are_written() -> None:
    kept = password_hash("cafe\u0301 au lait le matin")

    assert is_password(kept, "caf\u00e9 au lait le matin")


@pytest.mark.parametrize("kept", [None, "", "$argon2id$broken"])
def test_no_hash_and_a_broken_one_fit_no_password(kept: str | None) -> None:
    assert not is_password(kept, "the password of nobody")


def test_a_person_signs_in_however_the_address_is_written(signed_up: House) -> None:
    answers = [sign_in(signed_up.store, email, PASSWORD) for email in (EMAIL, " MAVZUNA@UN.example ")]

    seats = [signed_up.seat(answer.cookie) for answer in answers if isinstance(answer, SignedIn)]
    assert [seat.actor.id for seat in seats if seat] == [signed_up.secretariat.id] * 2


def test_an_unknown_account_and_a_wrong_password_get_the_same_answer(signed_up: House) -> None:
    unknown = sign_in(signed_up.store, "nobody@un.example", PASSWORD)
    wrong = sign_in(signed_up.store, EMAIL, "not the password")

    assert unknown == wrong == Refused()


def test_a_person_without_a_password_cannot_sign_in(house: House) -> None:
    house.person("Tomas Ibarra", Role.OBSERVER)

    assert sign_in(house.store, "tomas@un.example", "") == Refused()


def test_a_person_whose_seat_was_taken_away_cannot_sign_in(house: House) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)
    house.password(observer)

    with house.store.write() as session:
        take_seat_away(session, house.secretariat, observer)

    assert sign_in(house.store, "tomas@un.example", PASSWORD) == Refused()


@pytest.mark.parametrize("email", [EMAIL, "nobody@un.example"])
def test_after_ten_failures_an_account_waits_even_with_the_right_password(signed_up: House, email: str) -> None:
    for _ in range(10):
        sign_in(signed_up.store, email, "not the password")

    assert sign_in(signed_up.store, email, PASSWORD) == Throttled(5)


def test_the_wait_grows_shorter_and_ends(signed_up: House) -> None:
    for _ in range(10):
        sign_in(signed_up.store, EMAIL, "not the password")

    signed_up.clock.forward(minutes=3, seconds=30)
    waiting = sign_in(signed_up.store, EMAIL, PASSWORD)
    signed_up.clock.forward(minutes=1, seconds=30)
    answer = sign_in(signed_up.store, EMAIL, PASSWORD)

    assert waiting == Throttled(2)
    assert isinstance(answer, SignedIn)


def test_failures_on_one_account_do_not_hold_another(signed_up: House) -> None:
    for number in range(30):
        sign_in(signed_up.store, f"guess{number % 3}@un.example", "not the password")

    assert isinstance(sign_in(signed_up.store, EMAIL, PASSWORD), SignedIn)


def test_signing_in_forgets_the_failures_before_it(signed_up: House) -> None:
    for _ in range(9):
        sign_in(signed_up.store, EMAIL, "not the password")
    sign_in(signed_up.store, EMAIL, PASSWORD)

    answers = [sign_in(signed_up.store, EMAIL, "not the password") for _ in range(10)]

    assert answers == [Refused()] * 10


def test_a_hash_of_other_parameters_is_renewed_at_sign_in(signed_up: House) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    with signed_up.store.write() as session:
        session.get_one(Credential, signed_up.secretariat.id).password_hash = old

    sign_in(signed_up.store, EMAIL, PASSWORD)

    with signed_up.store.read() as session:
        kept = session.get_one(Credential, signed_up.secretariat.id).password_hash
    assert is_outdated(old)
    assert not is_outdated(kept)
    assert is_password(kept, PASSWORD)


def test_signing_in_leaves_no_event(signed_up: House) -> None:
    before = signed_up.events()

    sign_in(signed_up.store, EMAIL, PASSWORD)
    sign_in(signed_up.store, EMAIL, "not the password")

    assert signed_up.events() == before


def test_every_session_begins_with_another_cookie(signed_up: House) -> None:
    cookies = [sign_in(signed_up.store, EMAIL, PASSWORD) for _ in range(3)]

    assert all(first != second for first, second in pairwise(cookies))
