import html
import re
from collections.abc import Iterator
from io import BytesIO

import pytest

from drafting.service.seat_views import delegation_seats
from tests.house import Browser, House, founded

DELEGATIONS = b"name,code\nOman,OM\n"
PEOPLE = b"name,email,delegation,role\nAsma Rahim,asma@om.example,Oman,head of delegation\n"


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


def hidden(page: str, name: str) -> str:
    """Return what a hidden field of the page carries."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return html.unescape(found[1])


def names(house: House) -> list[str]:
    """Return the delegations."""
    with house.store.read() as session:
        return [each.name for each in delegation_seats(session, now=house.clock())]


def test_the_preview_says_what_changes_and_keeps_nothing(house: House, desk: Browser) -> None:
    page = desk.post("/people/files", delegations=(BytesIO(DELEGATIONS), "d.csv"), people=(BytesIO(PEOPLE), "p.csv"))

    assert page.status_code == 200
    assert "Oman is a new delegation." in page.text
    assert "Asma Rahim is new: head of delegation of Oman." in page.text
    assert names(house) == []


def test_what_the_preview_showed_is_brought_in(house: House, desk: Browser) -> None:
    page = desk.post("/people/files", delegations=(BytesIO(DELEGATIONS), "d.csv"), people=(BytesIO(PEOPLE), "p.csv"))

    fields = {name: hidden(page.text, name) for name in ("delegations", "people", "key")}
    answers = [desk.post("/people/files/keep", **fields) for _ in range(2)]

    assert names(house) == ["Oman"]
    assert "Delegations: 1 new, 0 changed. People: 1 new, 0 changed." in desk.get(answers[0].location).text
    assert answers[0].location == answers[1].location
    assert house.events().count("people-imported") == 1


def test_one_file_is_enough(house: House, desk: Browser) -> None:
    page = desk.post("/people/files", delegations=(BytesIO(DELEGATIONS), "d.csv"), people=(BytesIO(b""), ""))

    assert "Oman is a new delegation." in page.text


def test_every_fault_is_shown_by_its_line_and_nothing_is_kept(house: House, desk: Browser) -> None:
    wrong = b"name,kind\n,state\n<b>,kingdom\n"

    page = desk.post("/people/files", delegations=(BytesIO(wrong), "d.csv"), people=(BytesIO(b"a,b\n"), "p.csv"))

    assert page.status_code == 422
    assert "delegations.csv, line 2: The name is empty." in page.text
    assert "delegations.csv, line 3:" in page.text
    assert "people.csv, line 1:" in page.text
    assert "Bring in" not in page.text
    assert names(house) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "have no rows"), (b"name\nT\xfcrkiye\n", "UTF-8"), (b"name\n" + b"x" * 1_100_000, "1 MB")],
)
def test_a_file_that_cannot_be_read_is_said_so(desk: Browser, content: bytes, says: str) -> None:
    page = desk.post("/people/files", delegations=(BytesIO(content), "d.csv"))

    assert page.status_code == 422
    assert says in page.text


def test_a_form_that_was_tampered_with_is_all_or_nothing(house: House, desk: Browser) -> None:
    answer = desk.post("/people/files/keep", delegations="name\nOman\n", people="name,email,role\nA,a,chair\n")

    assert answer.status_code == 422
    assert names(house) == []
