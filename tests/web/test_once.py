import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from drafting.records.amendment import Amendment
from drafting.records.draft import Draft
from drafting.records.sign_in import Answer
from drafting.rules.life import AmendmentState
from tests.house import Browser
from tests.service.conference import OP1
from tests.web.rooms import Pages

BETTER = OP1.replace("without delay", "every month")
DRAFT, KEY = "d" * 32, "k" * 32


def propose(browser: Browser, pages: Pages, **fields: str) -> TestResponse:
    clause = pages.conference.clauses["OP1"]
    browser.get("/nowhere")  # the smallest page with a form's token
    sent = {"key": KEY, "act": "submit", "proposed": BETTER, "reason": "", "base_version": "1", "draft_version": "0"}
    return browser.post(f"/drafts/{DRAFT}/form?clause={clause}&kind=replace", **(sent | fields))


def amendments(pages: Pages) -> int:
    with pages.conference.store.read() as session:
        return session.scalar(select(func.count()).select_from(Amendment)) or 0


def test_a_form_sent_twice_is_carried_out_once_and_answered_alike(pages: Pages) -> None:
    browser = pages.browser("India")

    first, second = propose(browser, pages), propose(browser, pages)

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
    assert amendments(pages) == 1


def test_the_page_after_it_says_what_was_done(pages: Pages) -> None:
    browser = pages.browser("India")

    answer = propose(browser, pages)

    assert "Amendment 1 is submitted." in browser.get(answer.location).text


def test_the_sentence_is_told_to_nobody_else(pages: Pages) -> None:
    answer = propose(pages.browser("India"), pages)

    assert "Amendment 1 is submitted." not in pages.browser("India delegate").get(answer.location).text


def test_the_same_key_with_another_content_is_refused_and_changes_nothing(pages: Pages) -> None:
    browser = pages.browser("India")
    propose(browser, pages)
    before = pages.conference.dump()

    answer = propose(browser, pages, proposed=OP1.replace("public", "people"))

    assert answer.status_code == 409
    assert "already sent with another content" in answer.text
    assert pages.conference.dump() == before


def test_a_key_belongs_to_the_person_who_sent_it(pages: Pages) -> None:
    propose(pages.browser("India"), pages)

    answer = pages.browser("Spain").post(f"/drafts/{'e' * 32}/form?clause=x&kind=replace", key=KEY)

    assert answer.status_code == 403


def test_a_refused_form_leaves_no_answer_and_may_be_sent_again(pages: Pages) -> None:
    browser = pages.browser("India")

    refused = propose(browser, pages, proposed=OP1)

    assert refused.status_code == 409
    with pages.conference.store.read() as session:
        assert session.scalars(select(Answer)).all() == []
    again = propose(browser, pages, draft_version="1")
    assert again.status_code == 303
    assert amendments(pages) == 1


def test_a_draft_saved_by_the_form_twice_is_saved_once(pages: Pages) -> None:
    browser = pages.browser("India")

    answers = [propose(browser, pages, act="save") for _ in range(2)]

    assert {answer.location for answer in answers} == {f"/drafts/{DRAFT}?done={KEY}"}
    with pages.conference.store.read() as session:
        assert session.get_one(Draft, DRAFT).version == 1
    assert "Draft saved. Only your delegation sees it." in browser.get(answers[0].location).text


def test_a_decision_sent_twice_is_taken_down_once(pages: Pages) -> None:
    number = pages.conference.propose("India", "OP1", BETTER)
    chair, where = pages.browser("Chair 1"), pages.path(f"/amendments/{pages.conference.amendment(number).id}/decision")
    chair.get(pages.path("/desk"))
    fields = {"key": KEY, "outcome": "accepted", "clause_version": "1", "amendment_version": "1"}

    answers = [chair.post(where, **fields) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert pages.conference.version("OP1") == 2
    assert pages.conference.state(number) is AmendmentState.ACCEPTED


@pytest.mark.parametrize("key", ["", "x" * 200])
def test_a_form_without_a_fit_key_is_still_carried_out(pages: Pages, key: str) -> None:
    answer = propose(pages.browser("India"), pages, key=key)

    assert answer.status_code == 303
    assert amendments(pages) == 1
