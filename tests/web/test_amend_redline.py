import logging

import pytest
from werkzeug.test import TestResponse

from drafting.text import Run, tokenise
from drafting.text.diff import local_hunks
from tests.house import Browser
from tests.service.conference import OP1
from tests.web.rooms import Pages
from tests.web.writing import BETTER, DRAFT, opened

SECRET = "quinquereme"


def compared(browser: Browser, pages: Pages, words: str, version: int = 1, clause: str = "OP1") -> TestResponse:
    body = {"runs": [{"t": words}], "base_version": version, "token": browser.token}
    return browser.client.post(
        f"/drafts/{DRAFT}/redline?clause={pages.conference.clauses.get(clause, clause)}&kind=replace", json=body
    )


def test_the_server_says_where_a_text_differs_from_its_base(pages: Pages) -> None:
    answer = compared(opened(pages, "India"), pages, BETTER)

    hunks = local_hunks(tokenise((Run(OP1),)), tokenise((Run(BETTER),)))
    assert hunks
    assert answer.json == {"hunks": [list(hunk) for hunk in hunks]}


def test_nothing_is_kept_or_told_of_words_that_are_compared(pages: Pages, caplog: pytest.LogCaptureFixture) -> None:
    browser = opened(pages, "India")

    with caplog.at_level(logging.DEBUG):
        compared(browser, pages, f"{OP1} {SECRET}")

    assert SECRET not in caplog.text
    assert browser.get(f"/drafts/{DRAFT}").status_code == 404


@pytest.mark.parametrize("words", ["word " * 10_001, "a" * 65_537, "shall\u200b not"])
def test_what_no_clause_may_hold_is_not_compared(pages: Pages, words: str) -> None:
    answer = compared(opened(pages, "India"), pages, words)

    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["message"].endswith(".")


def test_a_clause_or_version_that_is_not_there_is_not_found(pages: Pages) -> None:
    browser = opened(pages, "India")

    assert compared(browser, pages, BETTER, version=99).status_code == 404
    assert compared(browser, pages, BETTER, clause="e" * 32).status_code == 404


def test_a_request_without_the_sessions_token_is_refused(pages: Pages) -> None:
    browser = opened(pages, "India")
    browser.token = "another"

    assert compared(browser, pages, BETTER).status_code == 403


@pytest.mark.parametrize("who", ["Chair 1", "Secretariat", "Observer"])
def test_who_may_not_draft_may_not_compare(pages: Pages, who: str) -> None:
    assert compared(opened(pages, who), pages, BETTER).status_code == 403
