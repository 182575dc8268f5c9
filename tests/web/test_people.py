import re
from collections.abc import Iterator

import pytest

from drafting.rules.roles import Role
from drafting.service.links import PasswordSet, use_link
from drafting.service.seat_views import delegation_seats
from tests.house import PASSWORD, Browser, House, founded
from tests.web.rooms import Shown


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


@pytest.fixture
def desk(house: House) -> Browser:
    """Open the secretariat's browser on the page."""
    browser = Browser.on(house.app(), house.session(house.secretariat.id))
    browser.get("/people")
    return browser


def told(browser: Browser, answer: object) -> str:
    """Follow an act's answer and return the page's notice."""
    location = getattr(answer, "location", "")
    page = browser.get(location.partition("#")[0])
    found = re.search(r'id="notice"[^>]*>([^<]*)', page.text)
    return found[1] if found else ""


@pytest.mark.parametrize("role", [Role.HEAD, Role.DELEGATE, Role.CHAIR, Role.OBSERVER])
@pytest.mark.parametrize("path", ["/people", "/import"])
def test_only_the_secretariat_sees_the_page(house: House, role: Role, path: str) -> None:
    own = house.delegation("Oman") if role in {Role.HEAD, Role.DELEGATE} else None
    browser = Browser.on(house.app(), house.session(house.person("Tomas Ibarra", role, own)))

    answer = browser.get(path)

    assert answer.status_code == 403
    assert "mavzuna@un.example" not in answer.text


def test_delegations_stand_in_the_hosts_order_with_their_people(house: House, desk: Browser) -> None:
    house.person("Head Oman", Role.HEAD, house.delegation("Oman"))
    house.delegation("Bahrain")

    page = desk.get("/people").text

    places = [page.index(f"<h3>{name}</h3>") for name in ("Oman", "Bahrain")]
    assert places == sorted(places)
    assert "Head Oman" in page
    assert "head@un.example" in page


def test_a_delegation_is_entered_renamed_and_removed(house: House, desk: Browser) -> None:
    added = desk.post("/people/delegations", name="Turkey", kind="state", code="TR", groups="OIC; NATO")
    own = added.location.partition("#")[2].partition("?")[0]

    assert told(desk, added) == "Turkey is entered."
    changed = desk.post(f"/people/delegations/{own}", name="Türkiye", kind="state", delegates_may_submit="on")
    assert told(desk, changed) == "Türkiye is changed."
    with house.store.read() as session:
        shown = delegation_seats(session, now=house.clock())[0]
    assert (shown.name, shown.code, shown.groups, shown.delegates_may_submit) == ("Türkiye", "", (), True)
    assert told(desk, desk.post(f"/people/delegations/{own}/remove")) == "Türkiye is removed."
    assert house.verdict().sound


def test_a_form_sent_twice_is_carried_out_once(house: House, desk: Browser) -> None:
    fields = {"name": "Oman", "kind": "state", "key": "one-key"}

    answers = [desk.post("/people/delegations", **fields) for _ in range(2)]

    assert answers[0].location == answers[1].location
    assert house.events().count("delegation-added") == 1


def test_a_person_is_entered_and_moved(house: House, desk: Browser) -> None:
    oman, qatar = house.delegation("Oman"), house.delegation("Qatar")
    fields = {"name": "Asma Rahim", "email": "asma@om.example", "role": "head of delegation"}

    added = desk.post("/people/persons", delegation=oman, **fields)
    own = added.location.partition("#")[2]
    cookie = house.session(own)
    moved = desk.post(f"/people/persons/{own}", delegation=qatar, **fields)

    assert told(desk, added) == "Asma Rahim is entered."
    assert told(desk, moved) == "Asma Rahim is changed."
    assert house.seat(cookie) is None


@pytest.mark.parametrize("role", ["king", ""])
def test_a_seat_that_there_is_not_cannot_be_given(desk: Browser, role: str) -> None:
    assert desk.post("/people/persons", name="A", email="a@b.example", role=role).status_code == 422


def test_taking_a_seat_away_is_asked_first_and_works_at_once(house: House, desk: Browser) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)
    theirs = Browser.on(house.app(), house.session(observer))

    asked = desk.get(f"/people/persons/{observer}/take-away")
    meanwhile = theirs.get("/").text
    done = desk.post(f"/people/persons/{observer}/take-away")

    assert "Take the seat away from Tomas Ibarra?" in asked.text
    assert "Tomas Ibarra" in meanwhile
    assert "Tomas Ibarra" not in theirs.get("/").text
    assert told(desk, done) == "The seat of Tomas Ibarra is taken away. They are signed out everywhere."


def test_a_seat_is_given_back(house: House, desk: Browser) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)
    desk.post(f"/people/persons/{observer}/take-away")

    answer = desk.post(f"/people/persons/{observer}/give-back")

    assert told(desk, answer) == "Tomas Ibarra has the seat again."


def test_a_link_is_shown_once_with_its_end_in_the_conferences_time(house: House, desk: Browser) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)

    page = desk.post(f"/people/persons/{observer}/link").text

    found = re.search(r"http://localhost/link/([\w-]+)", page)
    assert found is not None
    assert "25 May 2027, 09:00 (Dushanbe)" in page
    assert found[1] not in desk.get("/people").text
    assert isinstance(use_link(house.store, found[1], PASSWORD), PasswordSet)


@pytest.mark.parametrize("path", ["persons/nobody", "delegations/nowhere", "persons/nobody/take-away"])
def test_who_does_not_exist_has_no_page(desk: Browser, path: str) -> None:
    assert desk.get(f"/people/{path}").status_code == 404


def test_a_name_is_never_markup(house: House, desk: Browser) -> None:
    house.delegation("<img src=x>")

    page = desk.get("/people").text

    assert "<img" not in page
    assert "&lt;img src=x&gt;" in page


PERSON = {"name": "Asma Rahim", "email": "asma@om.example", "role": "head of delegation", "delegation": ""}
DELEGATION = {"name": "Oman", "kind": "organisation", "code": "OM", "groups": "G77; LAS", "delegates_may_submit": "on"}


def values(shown: Shown, form: str) -> dict[str, str]:
    """Return the fields of a form as they stand on the page, hidden ones aside."""
    (found,) = shown.root.xpath(form)
    return {name: value for name, value in found.form_values() if name not in {"token", "key"}}


def test_a_person_who_is_refused_comes_back_as_typed_with_the_sentence_at_the_form(house: House, desk: Browser) -> None:
    answer = desk.post("/people/persons", **PERSON)

    shown = Shown.of(answer.text)
    form = "//details[@open]/form[@action='/people/persons']"
    assert answer.status_code == 422
    assert values(shown, form) == PERSON
    assert shown.words(f"{form}//*[@role='alert']") == (
        "A head of delegation needs a delegation. Choose one. Nothing was changed."
    )
    assert len(shown.root.xpath("//details[@open]//form[@action='/people/delegations']")) == 0


def test_a_delegation_that_is_refused_comes_back_as_typed(house: House, desk: Browser) -> None:
    house.delegation("Oman")

    answer = desk.post("/people/delegations", **DELEGATION)

    form = "//details[@open]/form[@action='/people/delegations']"
    assert answer.status_code == 422
    assert values(Shown.of(answer.text), form) == DELEGATION
    assert len(Shown.of(answer.text).root.xpath(f"{form}//*[@role='alert']")) == 1


def test_a_change_that_is_refused_comes_back_as_typed(house: House, desk: Browser) -> None:
    own = house.delegation("Oman")
    person = house.person("Asma Rahim", Role.HEAD, own)
    house.delegation("Qatar")

    moved = desk.post(f"/people/persons/{person}", **PERSON)
    renamed = desk.post(f"/people/delegations/{own}", **{**DELEGATION, "name": "Qatar"})

    assert (moved.status_code, renamed.status_code) == (422, 422)
    assert values(Shown.of(moved.text), "//main//form") == PERSON
    assert values(Shown.of(renamed.text), "//main//form[1]") == {**DELEGATION, "name": "Qatar"}


def test_the_last_seat_of_the_secretariat_is_kept_with_the_sentence_on_its_page(house: House, desk: Browser) -> None:
    answer = desk.post(f"/people/persons/{house.secretariat.id}/take-away")

    assert answer.status_code == 422
    assert "This is the last seat of the secretariat." in Shown.of(answer.text).words("//*[@role='alert']")


def test_no_seat_is_chosen_before_the_secretariat_chooses(desk: Browser) -> None:
    shown = Shown.of(desk.get("/people").text)

    assert values(shown, "//form[@action='/people/persons']") == {"name": "", "email": "", "role": "", "delegation": ""}
    assert shown.all("//select[@id='person-role']/option")[0] == "choose a seat"
