from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.roles import Role
from drafting.service.seats import take_seat_away
from drafting.web.sign_in import next_page
from tests.house import PASSWORD, Browser, House, founded

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


def sign_in(browser: Browser, password: str = PASSWORD, onward: str = "/people") -> str:
    """Sign in and return where it leads."""
    return browser.post("/sign-in", email=EMAIL, password=password, next=onward).location or ""


def test_signing_in_leads_to_where_the_person_was_going(signed_up: House) -> None:
    browser = Browser.on(signed_up.app())

    sent_away = browser.get("/people?x=1")
    location = sign_in(browser, onward="/people?x=1")

    assert sent_away.location == "/sign-in?next=/people?x%3D1"
    assert location == "/people?x=1"
    assert browser.get(location).status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(signed_up: House) -> None:
    answer = Browser.on(signed_up.app()).post("/sign-in", email=EMAIL, password=PASSWORD)
    secure = Browser.on(signed_up.app(secure_cookies=True)).post("/sign-in", email=EMAIL, password=PASSWORD)

    header = answer.headers["Set-Cookie"]
    assert "HttpOnly" in header
    assert "SameSite=Lax" in header
    assert "Path=/" in header
    assert "Secure" not in header
    assert "Secure" in secure.headers["Set-Cookie"]


def test_the_session_gets_a_new_id_at_every_sign_in(signed_up: House) -> None:
    planted = signed_up.session(signed_up.person("Tomas Ibarra", Role.OBSERVER))
    browser = Browser.on(signed_up.app(), planted)

    browser.get("/sign-in")
    sign_in(browser)

    assert browser.cookie != planted
    assert signed_up.seat(planted) is None


def test_a_wrong_password_and_an_unknown_address_show_the_same_page(signed_up: House) -> None:
    browser = Browser.on(signed_up.app())

    pages = [
        browser.post("/sign-in", email=email, password="not the password") for email in (EMAIL, "unknown@un.example")
    ]

    assert [page.status_code for page in pages] == [422, 422]
    first, second = (page.text.replace(EMAIL, "").replace("unknown@un.example", "") for page in pages)
    assert first == second
    assert "do not fit together" in first


def test_what_was_typed_comes_back_escaped_and_the_password_does_not(signed_up: House) -> None:
    page = Browser.on(signed_up.app()).post("/sign-in", email='"><script>', password="secret words here")

    assert "<script>" not in page.text.replace('<script type="module"', "")
    assert "&#34;&gt;&lt;script&gt;" in page.text
    assert "secret words here" not in page.text


def test_after_ten_failures_the_page_says_how_long_to_wait(signed_up: House) -> None:
    browser = Browser.on(signed_up.app())
    for _ in range(10):
        sign_in(browser, "not the password")

    page = browser.post("/sign-in", email=EMAIL, password=PASSWORD)

    assert page.status_code == 429
    assert "Wait 5 minutes and try again" in page.text


def test_signing_out_ends_the_session_on_the_server(signed_up: House) -> None:
    browser = Browser.on(signed_up.app())
    sign_in(browser)
    cookie = browser.cookie
    assert cookie is not None

    browser.get("/people")
    answer = browser.post("/sign-out")

    assert (answer.status_code, answer.location) == (303, "/")
    assert browser.cookie is None
    assert signed_up.seat(cookie) is None
    assert Browser.on(signed_up.app(), cookie).get("/people").location.startswith("/sign-in")


def test_a_link_cannot_sign_anybody_out(signed_up: House) -> None:
    cookie = signed_up.session(signed_up.secretariat.id)

    answer = Browser.on(signed_up.app(), cookie).get("/sign-out")

    assert answer.status_code == 405
    assert signed_up.seat(cookie) is not None


def test_another_site_cannot_sign_anybody_out_or_in(signed_up: House) -> None:
    cookie = signed_up.session(signed_up.secretariat.id)
    browser = Browser.on(signed_up.app(), cookie)
    browser.get("/")
    browser.client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"

    answers = [browser.post("/sign-out"), browser.post("/sign-in", email=EMAIL, password=PASSWORD)]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert signed_up.seat(cookie) is not None


def test_a_form_without_the_sessions_token_is_refused(signed_up: House) -> None:
    cookie = signed_up.session(signed_up.secretariat.id)

    answer = Browser.on(signed_up.app(), cookie).post("/sign-out")

    assert answer.status_code == 403
    assert signed_up.seat(cookie) is not None


def test_an_ended_session_is_refused_at_the_next_request(house: House) -> None:
    observer = house.person("Tomas Ibarra", Role.OBSERVER)
    browser = Browser.on(house.app(), house.session(observer))
    before = browser.get("/").text

    with house.store.write() as session:
        take_seat_away(session, house.secretariat, observer)

    assert "Tomas Ibarra" in before
    assert "Tomas Ibarra" not in browser.get("/").text
    assert browser.get("/events").status_code in {303, 404}


def test_a_person_may_be_signed_in_twice(signed_up: House) -> None:
    app = signed_up.app()
    browsers = [Browser.on(app), Browser.on(app)]
    for browser in browsers:
        sign_in(browser)

    assert [browser.get("/people").status_code for browser in browsers] == [200, 200]


def test_a_link_asks_for_a_password_twice_and_lets_its_person_in(house: House) -> None:
    token = house.link(house.person("Asma Rahim", Role.HEAD, house.delegation("Pakistan")))
    browser = Browser.on(house.app())

    asked = browser.get(f"/link/{token}")
    done = browser.post(f"/link/{token}", password=PASSWORD, again=PASSWORD)

    assert "Asma Rahim" in asked.text
    assert "Pakistan, head of delegation" in asked.text
    assert (done.status_code, done.location) == (303, "/")
    assert "Asma Rahim" in browser.get("/").text


def test_looking_at_a_link_does_not_use_it_up(house: House) -> None:
    token = house.link(house.secretariat.id)
    browser = Browser.on(house.app())

    pages = [browser.get(f"/link/{token}").status_code for _ in range(3)]

    assert pages == [200, 200, 200]


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [(PASSWORD, PASSWORD + "x", "not the same"), ("short", "short", "at least 12"), ("", "", "at least 12")],
)
def test_a_password_that_is_refused_leaves_the_link_good(house: House, password: str, again: str, says: str) -> None:
    token = house.link(house.secretariat.id)
    browser = Browser.on(house.app())

    refused = browser.post(f"/link/{token}", password=password, again=again)

    assert refused.status_code == 422
    assert says in refused.text
    assert browser.post(f"/link/{token}", password=PASSWORD, again=PASSWORD).status_code == 303


def test_a_link_that_no_longer_works_says_what_to_do(house: House) -> None:
    token = house.link(house.secretariat.id)
    house.clock.forward(days=7)
    browser = Browser.on(house.app())

    pages = [browser.get(f"/link/{token}"), browser.get("/link/never-made")]
    pages.append(browser.post("/link/never-made", password=PASSWORD, again=PASSWORD))

    assert [page.status_code for page in pages] == [410, 410, 410]
    assert all("ask the secretariat for a new link" in page.text for page in pages)


def test_a_links_page_tells_no_other_site_and_no_cache_its_address(house: House) -> None:
    page = Browser.on(house.app()).get(f"/link/{house.link(house.secretariat.id)}")

    assert page.headers["Referrer-Policy"] in {"same-origin", "no-referrer"}
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("onward", ["/", "/people", "/documents/ab12?view=all#OP5", "/documents/é"])
def test_a_path_of_ours_is_followed(onward: str) -> None:
    assert next_page(onward) == onward


@pytest.mark.parametrize(
    "onward",
    [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        "/\n/evil.example",
        "/\r\nSet-Cookie: a=b",
        "https://evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "evil.example",
        " /people",
        "/people ",
        "/a\\..\\..\\evil.example",
        "",
    ],
)
def test_what_could_lead_to_another_host_is_not_followed(onward: str) -> None:
    assert next_page(onward) == "/"


@given(st.text(alphabet="/\\\t\n\r\x00 .:%@?#e\u2028\u2044", max_size=8))
def test_no_address_leads_past_this_host(onward: str) -> None:
    found = next_page(onward)

    # What a browser makes of an address: it drops tabs and line breaks, and a backslash is a slash.
    seen = found.strip().translate({ord("\t"): None, ord("\n"): None, ord("\r"): None}).replace("\\", "/")
    assert seen.startswith("/")
    assert not seen.startswith("//")


@pytest.mark.parametrize(
    "onward", ["%2F%2Fevil.example", "/%09/evil.example", "/%5Cevil.example", "%2F%5Cevil.example"]
)
def test_an_encoded_address_of_another_host_is_not_followed(signed_up: House, onward: str) -> None:
    browser = Browser.on(signed_up.app())

    page = browser.get(f"/sign-in?next={onward}")

    assert 'name="next" value="/"' in page.text
