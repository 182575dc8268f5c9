from collections.abc import Iterator
from dataclasses import asdict

import pytest

from drafting.records.store import Store
from drafting.rules.roles import DelegationKind, Role
from drafting.service.conference import found
from drafting.service.delegations import DelegationLines, add_delegation
from drafting.service.seat_views import demo_seats
from drafting.service.seats import PersonLines, add_person, take_seat_away
from tests.house import LINES, Browser, Clock, House, app_on, founded, kept_text


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a real conference."""
    with founded(database_url) as house:
        yield house


@pytest.fixture
def demo(database_url: str) -> Iterator[Store]:
    """Found the demonstration, with Pakistan, Türkiye and one chair."""
    store = Store(database_url, Clock())
    with store.write() as session:
        found(session, **asdict(LINES), demo=True)
    for name in ("Türkiye", "Pakistan"):
        with store.write() as session:
            own = add_delegation(session, None, DelegationLines(name, DelegationKind.STATE))
        for role in (Role.HEAD, Role.DELEGATE):
            with store.write() as session:
                add_person(session, None, PersonLines(f"{role} of {name}", f"{role[0]}@{name}.example", role, own))
    with store.write() as session:
        add_person(session, None, PersonLines("Zoe Lind", "zoe@un.example", Role.CHAIR))
    with store.write() as session:
        add_person(session, None, PersonLines("Karim Nur", "karim@un.example", Role.SECRETARIAT))
    yield store
    store.dispose()


def seats(store: Store) -> dict[str, str]:
    """Return the person in each seat by what it is called."""
    with store.read() as session:
        return {seat.called: seat.participant_id for group in demo_seats(session) for seat in group.seats}


def test_the_demonstration_offers_every_seat_in_the_hosts_order(demo: Store) -> None:
    page = Browser.on(app_on(demo)).get("/")

    offered = [
        "Chair 1",
        "Secretariat",
        "Türkiye (head of delegation)",
        "Türkiye (delegate)",
        "Pakistan (head of delegation)",
        "Pakistan (delegate)",
    ]
    places = [page.text.index(f"Enter as</span> {seat}</span>") for seat in offered]
    assert places == sorted(places)
    assert "nothing in it is real" in page.text


@pytest.mark.parametrize("sought", ["pak", "PAKISTAN head", "delegation pak"])
def test_seats_are_found_by_a_part_of_their_name(demo: Store, sought: str) -> None:
    page = Browser.on(app_on(demo)).get(f"/?q={sought}")

    assert "Pakistan (head of delegation)" in page.text
    assert "Türkiye" not in page.text


def test_a_seat_is_found_without_its_accents(demo: Store) -> None:
    assert "Türkiye (delegate)" in Browser.on(app_on(demo)).get("/?q=turkiye").text


def test_a_name_that_no_seat_has_is_said_back_escaped(demo: Store) -> None:
    page = Browser.on(app_on(demo)).get("/?q=<b>Nowhere")

    assert "No seat is called “&lt;b&gt;Nowhere”" in page.text


def test_whoever_enters_a_seat_sits_in_it(demo: Store) -> None:
    browser = Browser.on(app_on(demo))

    answer = browser.post(f"/enter/{seats(demo)['Pakistan (delegate)']}")

    assert (answer.status_code, answer.location) == (303, "/")
    assert "delegate of Pakistan, Pakistan, delegate" in browser.get("/").text


def test_entering_leads_to_the_document_if_there_is_one(demo: Store) -> None:
    document = kept_text(demo)

    answer = Browser.on(app_on(demo)).post(f"/enter/{seats(demo)['Chair 1']}")

    assert answer.location == f"/documents/{document}"


def test_with_two_documents_entering_leads_to_their_list(demo: Store) -> None:
    first, second = kept_text(demo), kept_text(demo)
    browser = Browser.on(app_on(demo))

    answer = browser.post(f"/enter/{seats(demo)['Chair 1']}")

    assert answer.location == "/"
    assert all(f'href="/documents/{document}"' in browser.get("/").text for document in (first, second))


def test_entering_another_seat_ends_the_session_before(demo: Store) -> None:
    app = app_on(demo)
    browser = Browser.on(app)
    browser.post(f"/enter/{seats(demo)['Pakistan (delegate)']}")
    before = browser.cookie

    browser.get("/")
    browser.post(f"/enter/{seats(demo)['Chair 1']}")

    assert browser.cookie not in (None, before)
    assert "Sign out" not in Browser.on(app, before).get("/").text


def test_a_seat_is_entered_by_a_form_only(demo: Store) -> None:
    assert Browser.on(app_on(demo)).get(f"/enter/{seats(demo)['Chair 1']}").status_code == 405


def test_a_seat_that_was_taken_away_cannot_be_entered(demo: Store) -> None:
    delegate = seats(demo)["Pakistan (delegate)"]
    with demo.write() as session:
        take_seat_away(session, None, delegate)
    browser = Browser.on(app_on(demo))

    assert browser.post(f"/enter/{delegate}").status_code == 404
    assert "Pakistan (delegate)" not in browser.get("/").text


def test_nobody_enters_a_seat_of_a_real_conference(house: House) -> None:
    browser = Browser.on(house.app())

    answers = [browser.post(f"/enter/{person}").status_code for person in (house.secretariat.id, "nobody")]

    assert answers == [404, 404]
    assert browser.cookie is None


def test_a_real_conference_offers_the_way_in_and_no_seats(house: House) -> None:
    page = Browser.on(house.app()).get("/")

    assert 'href="/sign-in"' in page.text
    assert "Enter as" not in page.text
    assert "demonstration" not in page.text


def test_documents_are_listed_to_those_who_are_signed_in_only(house: House) -> None:
    document = kept_text(house.store)

    visitor = Browser.on(house.app()).get("/")
    observer = Browser.on(house.app(), house.session(house.person("Tomas Ibarra", Role.OBSERVER))).get("/")

    assert document not in visitor.text
    assert f'href="/documents/{document}"' in observer.text


def test_the_secretariat_is_told_what_to_do_next_until_it_is_done(house: House) -> None:
    browser = Browser.on(house.app(), house.session(house.secretariat.id))

    fresh = browser.get("/").text
    house.delegation("Oman")
    with_people = browser.get("/").text
    kept_text(house.store)
    complete = browser.get("/").text

    assert "Enter the delegations" in fresh
    assert "Import the zero draft" in fresh
    assert "Enter the delegations" not in with_people
    assert "What to do next" not in complete


def test_before_the_founding_the_first_page_says_how_to_found(database_url: str) -> None:
    store = Store(database_url, Clock())

    page = Browser.on(app_on(store)).get("/")
    store.dispose()

    assert page.status_code == 200
    assert "drafting init" in page.text
