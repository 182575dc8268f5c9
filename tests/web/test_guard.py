from typing import Any

import pytest
from flask.testing import FlaskClient

from drafting.service.sessions import open_session
from drafting.web.acts import COOKIE
from tests.house import Browser
from tests.web.rooms import Pages

ADDRESS = "http://localhost"


def posting(pages: Pages) -> list[str]:
    """Return every path that takes a form, its variables filled with what is not there."""
    return [
        pages.app.url_map.bind("localhost").build(rule.endpoint, dict.fromkeys(rule.arguments, "0" * 32), "POST")
        for rule in pages.app.url_map.iter_rules()
        if "POST" in (rule.methods or ())
    ]


def client(pages: Pages, who: str) -> tuple[FlaskClient, str]:
    """Open a browser that says nothing of where a request comes from, and return its session's form token."""
    browser = pages.browser(who)
    browser.get("/nowhere")  # the smallest page with a form's token
    bare = pages.app.test_client()
    bare.set_cookie(COOKIE, browser.cookie or "")
    return bare, browser.token


ELSEWHERE = {
    "another site, as the browser says": {"Sec-Fetch-Site": "cross-site"},
    "a neighbour's host, as the browser says": {"Sec-Fetch-Site": "same-site"},
    "another site, whatever its origin": {"Sec-Fetch-Site": "cross-site", "Origin": ADDRESS},
    "another origin": {"Origin": "https://evil.example"},
    "another port": {"Origin": "http://localhost:1"},
    "a hidden origin": {"Origin": "null"},
    "no word of where it comes from": {},
}


@pytest.mark.parametrize("who", ["India", "Chair 1", "Secretariat"])
@pytest.mark.parametrize("headers", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_form_from_elsewhere_is_refused_and_changes_nothing(pages: Pages, who: str, headers: dict[str, str]) -> None:
    browser, token = client(pages, who)
    before = pages.conference.dump()

    answers = {path: browser.post(path, data={"token": token}, headers=headers) for path in posting(pages)}

    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(answers, 403)
    assert pages.conference.dump() == before


@pytest.mark.parametrize("token", [None, "", "nonsense", "ü", "another session's"])
def test_a_form_without_its_sessions_token_is_refused_and_changes_nothing(pages: Pages, token: str | None) -> None:
    browser, _ = client(pages, "India")
    sent = client(pages, "India")[1] if token == "another session's" else token
    before = pages.conference.dump()

    answers = {
        path: browser.post(
            path, data={} if sent is None else {"token": sent}, headers={"Sec-Fetch-Site": "same-origin"}
        )
        for path in posting(pages)
    }

    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(answers, 403)
    assert pages.conference.dump() == before


@pytest.mark.parametrize("body", [{}, {"token": "x"}, {"token": "\ud800"}, []])
def test_a_saving_without_its_sessions_token_is_refused(pages: Pages, body: Any) -> None:
    browser, _ = client(pages, "India")

    answer = browser.post("/drafts/1", json=body, headers={"Sec-Fetch-Site": "same-origin"})

    assert answer.status_code == 403
    assert answer.json is not None
    assert "earlier sign-in" in answer.json["message"]


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": ADDRESS}])
def test_a_form_of_our_own_pages_goes_through(pages: Pages, headers: dict[str, str]) -> None:
    browser, token = client(pages, "India")

    answer = browser.post(pages.path("/pdf"), data={"token": token}, headers=headers)

    assert answer.status_code == 303


def test_the_token_may_come_in_the_header_of_a_script(pages: Pages) -> None:
    browser, token = client(pages, "India")

    answer = browser.post(pages.path("/pdf"), headers={"X-Form-Token": token, "Sec-Fetch-Site": "same-origin"})

    assert answer.status_code == 303


def test_a_page_of_an_earlier_sign_in_says_so(pages: Pages) -> None:
    browser = pages.browser("India")
    browser.get(pages.path())
    with pages.conference.store.write() as session:
        browser.client.set_cookie(COOKIE, open_session(session, pages.conference.people["India"]))

    answer = browser.post(pages.path("/pdf"))

    assert answer.status_code == 403
    assert "This page is from an earlier sign-in" in answer.text


def test_no_page_that_is_only_read_changes_anything(pages: Pages) -> None:
    browser = pages.browser("India")
    browser.get(pages.path())
    before = pages.conference.dump()
    clause, document = pages.conference.clauses["OP1"], pages.path()

    for path in ("", "/our-amendments", f"/clauses/{clause}/amend", f"/clauses/{clause}/insert-after"):
        assert browser.get(document + path).status_code == 200

    assert pages.conference.dump() == before


def test_a_visitor_without_a_session_signs_in_without_a_token(pages: Pages) -> None:
    answer = Browser.on(pages.app).post("/sign-in", email="nobody@example.org", password="nothing at all")

    assert answer.status_code == 422
