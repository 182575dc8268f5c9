"""Writes an amendment as the editor's page does: saves in the background, and the form."""

from typing import Any

from werkzeug.test import TestResponse

from drafting.records.draft import Draft
from tests.house import Browser
from tests.service.conference import OP1, Conference
from tests.web.rooms import Pages

BETTER = OP1.replace("without delay", "every month")
DRAFT = "d" * 32


def opened(pages: Pages, who: str) -> Browser:
    browser = pages.browser(who)
    browser.get("/nowhere")  # the smallest page with a form's token
    return browser


def save(browser: Browser, pages: Pages, words: str, seen: int, **sent: Any) -> TestResponse:
    body = {"runs": [{"t": words}], "reason": "", "base_version": 1, "draft_version": seen, "token": browser.token}
    clause = pages.conference.clauses["OP1"]
    return browser.client.post(f"/drafts/{DRAFT}?clause={clause}&kind=replace", json=body | sent)


def form(browser: Browser, pages: Pages, draft: str = DRAFT, kind: str = "replace", **sent: str) -> TestResponse:
    fields = {"act": "submit", "proposed": BETTER, "reason": "", "base_version": "1", "draft_version": "0"}
    clause = pages.conference.clauses["OP1"]
    return browser.post(f"/drafts/{draft}/form?clause={clause}&kind={kind}", **(fields | sent))


def words_of(conference: Conference, draft: str = DRAFT) -> Any:
    with conference.store.read() as session:
        return session.get_one(Draft, draft).runs
