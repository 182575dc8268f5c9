import pytest

from tests.house import Browser
from tests.web.rooms import Pages

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


@pytest.mark.parametrize("path", ["/", "/sign-in", "/nowhere", "/healthz", "DOCUMENT", "/documents/none", "/people"])
def test_every_answer_lets_nothing_run_that_is_not_ours_and_is_kept_nowhere(pages: Pages, path: str) -> None:
    answer = pages.browser("India").get(pages.path() if path == "DOCUMENT" else path)

    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert POLICY.items() <= policy.items()
    assert not any("unsafe" in part for part in policy.values())
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Cookie" in answer.headers["Vary"]


def test_what_is_refused_carries_the_same_headers(pages: Pages) -> None:
    browser = Browser.on(pages.app)
    browser.client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"

    answer = browser.post("/sign-in")

    assert answer.status_code == 403
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_files_of_the_front_end_may_be_kept(pages: Pages) -> None:
    answer = Browser.on(pages.app).client.get("/static/css/tokens.css")

    assert answer.status_code == 200
    assert "no-store" not in answer.headers.get("Cache-Control", "")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    answer.close()


@pytest.mark.parametrize(("address", "told"), [("https://localhost", True), ("http://localhost", False)])
def test_who_came_by_https_stays_with_it(pages: Pages, address: str, told: bool) -> None:
    answer = pages.app.test_client().get("/sign-in", base_url=address)

    assert ("Strict-Transport-Security" in answer.headers) is told
