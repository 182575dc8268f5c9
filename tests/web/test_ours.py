from datetime import date

import pytest
from werkzeug.test import TestResponse

from drafting.records.document import Document
from drafting.rules.life import AmendmentState, Stage
from drafting.service.drafts import Content, Target
from drafting.text import Run
from tests.house import Browser
from tests.service.conference import OP1
from tests.web.rooms import Pages, Shown

WORDS = OP1.replace("all States", "interested States")


def ours(browser: Browser, pages: Pages) -> Shown:
    return Shown.of(browser.get(pages.path("/our-amendments")).text)


def press(browser: Browser, pages: Pages, article: str, act: str) -> TestResponse:
    (form,) = ours(browser, pages).article(article).root.xpath(f".//form[contains(@action, '/{act}')]")
    return browser.post(form.get("action"), **Shown(form).fields("."))


def said(browser: Browser, answer: TestResponse) -> str:
    return Shown.of(browser.get(answer.headers["Location"].partition("#")[0]).text).words("//*[@id='notice']")


def test_a_draft_is_shown_with_its_redline_state_and_author(pages: Pages) -> None:
    pages.conference.draft("India delegate", "OP1", WORDS, "Not all have data.")

    slip = ours(pages.browser("India"), pages).article("Draft on OP1")

    assert (slip.all(".//del"), slip.all(".//ins")) == (["all"], ["interested"])
    assert "Being written" in slip.words()
    assert "India delegate, 17 May 2027" in slip.words()


def test_another_delegation_does_not_see_a_draft(pages: Pages) -> None:
    pages.conference.draft("India delegate", "OP1", WORDS)

    assert ours(pages.browser("Japan"), pages).articles() == []


def test_the_head_of_delegation_submits_a_draft(pages: Pages) -> None:
    pages.conference.draft("India delegate", "OP1", WORDS)
    head = pages.browser("India")

    answer = press(head, pages, "Draft on OP1", "submit")

    assert said(head, answer) == "Amendment 1 is submitted."
    assert ours(head, pages).articles() == ["Amendment 1"]


def test_a_draft_sent_twice_is_submitted_once_and_answered_alike(pages: Pages) -> None:
    pages.conference.draft("India", "OP1", WORDS)
    head = pages.browser("India")
    (form,) = ours(head, pages).article("Draft on OP1").root.xpath(".//form[contains(@action, '/submit')]")

    first, again = (head.post(form.get("action"), **Shown(form).fields(".")) for _ in range(2))

    assert again.headers["Location"] == first.headers["Location"]
    assert ours(head, pages).articles() == ["Amendment 1"]


def test_a_delegate_submits_only_where_the_delegation_lets(pages: Pages) -> None:
    india = pages.conference.draft("India delegate", "OP1", WORDS)
    pages.conference.draft("Japan delegate", "OP1", WORDS)
    delegate, trusted = pages.browser("India delegate"), pages.browser("Japan delegate")

    assert "Submit amendment" not in ours(delegate, pages).article("Draft on OP1").buttons()
    assert "Submit amendment" in ours(trusted, pages).article("Draft on OP1").buttons()
    assert delegate.post(pages.path(f"/our-amendments/{india}/submit"), version="1").status_code == 403


def test_a_refused_submission_says_why_on_the_same_page(pages: Pages) -> None:
    pages.conference.draft("India", "OP1", OP1)
    head = pages.browser("India")

    answer = press(head, pages, "Draft on OP1", "submit")

    assert answer.status_code == 409
    assert "Your text is the same as OP1." in Shown.of(answer.text).words("//*[@role='alert']")


def test_a_draft_is_discarded_after_a_second_word(pages: Pages) -> None:
    pages.conference.draft("India", "OP1", WORDS)
    head = pages.browser("India")
    assert ours(head, pages).article("Draft on OP1").all(".//details//button") == ["Discard draft"]

    answer = press(head, pages, "Draft on OP1", "discard")

    assert said(head, answer) == "The draft is discarded."
    assert ours(head, pages).articles() == []


def test_nobody_touches_the_draft_of_another_delegation(pages: Pages) -> None:
    draft = pages.conference.draft("India", "OP1", WORDS)
    japan = pages.browser("Japan")
    ours(japan, pages)

    for act in ("submit", "discard"):
        theirs = japan.post(pages.path(f"/our-amendments/{draft}/{act}"))
        nothing = japan.post(pages.path(f"/our-amendments/nothing/{act}"))
        assert (theirs.status_code, nothing.status_code) == (404, 404)


def test_a_submitted_amendment_can_be_withdrawn(pages: Pages) -> None:
    pages.conference.propose("India", "OP1", WORDS)
    head = pages.browser("India")

    answer = press(head, pages, "Amendment 1", "withdraw")

    assert said(head, answer) == "Amendment 1 is withdrawn."
    assert pages.conference.state(1) is AmendmentState.WITHDRAWN
    assert ours(head, pages).article("Amendment 1").all(".//del") == ["all"]


def test_what_was_decided_meanwhile_is_not_withdrawn(pages: Pages) -> None:
    pages.conference.propose("India", "OP1", WORDS)
    head = pages.browser("India")
    (form,) = ours(head, pages).article("Amendment 1").root.xpath(".//form[contains(@action, '/withdraw')]")
    pages.conference.accept(1)

    answer = head.post(form.get("action"), **Shown(form).fields("."))

    assert answer.status_code == 409
    assert "cannot be withdrawn any more" in answer.text


def test_an_overtaken_amendment_names_the_decision_and_offers_to_be_repaired(pages: Pages) -> None:
    pages.conference.propose("India", "OP1", WORDS)
    pages.conference.change("Japan", "OP1", ("all States", "some States"))
    pages.conference.accept(2)

    slip = ours(pages.browser("India"), pages).article("Amendment 1")

    assert "Overtaken when Amendment 2 (Japan) was accepted" in slip.words()
    assert slip.links()["Repair"] == pages.path(f"/amendments/{pages.conference.amendment(1).id}/revise")


def test_each_amendment_tells_what_became_of_it(pages: Pages) -> None:
    pages.conference.propose("India", "OP1", WORDS)
    pages.conference.change("Japan", "OP1", ("the public", "the press"))
    pages.conference.change("India", "OP3", ("two", "three"))
    pages.conference.accept(2)
    pages.conference.reject(3, reason="Agreed language.")

    shown = ours(pages.browser("India"), pages)

    assert "Submitted, carried over" in shown.article("Amendment 1").words()
    assert "Reason of the decision. Agreed language." in shown.article("Amendment 3").words()
    assert "Revise" not in shown.article("Amendment 3").links()


def test_who_is_of_no_delegation_has_no_amendments_of_their_own(pages: Pages) -> None:
    assert pages.browser("Chair 1").get(pages.path("/our-amendments")).status_code == 403


def typed(pages: Pages, who: str, draft: str, words: str, seen: int) -> None:
    content = Content((Run(words),), "", 1, seen)
    pages.conference.save(who, pages.conference.target("OP1"), content, draft)


def test_only_the_words_that_the_head_was_shown_are_submitted(pages: Pages) -> None:
    draft = pages.conference.draft("India delegate", "OP1", WORDS)
    head = pages.browser("India")
    (form,) = ours(head, pages).article("Draft on OP1").root.xpath(".//form[contains(@action, '/submit')]")
    typed(pages, "India delegate", draft, WORDS.replace("interested", "unseen"), 1)

    answer = head.post(form.get("action"), **Shown(form).fields("."))

    shown = Shown.of(answer.text)
    assert answer.status_code == 409
    assert shown.words("//*[@role='alert']") == (
        "The draft was changed by India delegate since you read it. Read it again, then submit."
    )
    assert shown.article("Draft on OP1").all(".//ins") == ["unseen"]
    assert said(head, press(head, pages, "Draft on OP1", "submit")) == "Amendment 1 is submitted."


@pytest.mark.parametrize("version", ["", "-1", "two", "0"])
def test_a_form_that_does_not_say_what_it_showed_submits_nothing(pages: Pages, version: str) -> None:
    draft = pages.conference.draft("India", "OP1", WORDS)
    head = pages.browser("India")
    ours(head, pages)

    answer = head.post(pages.path(f"/our-amendments/{draft}/submit"), version=version)

    assert answer.status_code == 409
    assert ours(head, pages).articles() == ["Draft on OP1"]


def test_a_draft_is_called_by_what_it_does(pages: Pages) -> None:
    pages.conference.draft("India", "OP1", WORDS)
    pages.conference.draft_insertion("India", "OP1", "Thanks the host;")
    pages.conference.draft_deletion("India", "OP3")

    assert sorted(ours(pages.browser("India"), pages).articles()) == [
        "Draft of a new clause after OP1",
        "Draft on OP1",
        "Draft: deletion of OP3",
    ]


def test_a_draft_left_over_at_adoption_can_only_be_discarded(pages: Pages) -> None:
    pages.conference.draft("India", "OP1", WORDS)
    head = pages.browser("India")
    with pages.conference.store.write() as session:
        session.get_one(Document, pages.conference.document).stage = Stage.ADOPTED
        session.get_one(Document, pages.conference.document).adopted_on = date(2027, 5, 19)
        chair = pages.conference.people["Chair 1"]
        session.record("document-adopted", chair, document=pages.conference.document, clauses=[])

    slip = ours(head, pages).article("Draft on OP1")

    assert "The text was adopted; this draft was not submitted." in slip.words()
    assert "Being written" not in slip.words()
    assert (slip.buttons(), "Open" in slip.links()) == (["Discard draft"], False)
    assert said(head, press(head, pages, "Draft on OP1", "discard")) == "The draft is discarded."


def test_the_revision_of_a_decided_amendment_can_be_proposed_as_a_new_one(pages: Pages) -> None:
    conference, head = pages.conference, pages.browser("India")
    amendment = conference.amendment(conference.propose("India", "OP1", WORDS))
    target = Target(amendment.clause_id, amendment.kind, amendment_id=amendment.id)
    conference.save("India", target, conference.content("OP1", WORDS.replace("public", "people")))
    assert "Propose as a new amendment" not in ours(head, pages).article("Draft on OP1").buttons()
    conference.reject(1)
    slip = ours(head, pages).article("Draft on OP1")
    (form,) = slip.root.xpath(".//form[contains(@action, '/anew')]")

    answer = press(head, pages, "Draft on OP1", "anew")

    assert "Amendment 1, which this draft revises, was rejected meanwhile" in slip.words()
    assert "Submit amendment" not in slip.buttons()
    assert "one of a new amendment" in said(head, answer)
    assert head.post(form.get("action"), key="another", token=head.token).status_code == 409
    assert said(head, press(head, pages, "Draft on OP1", "submit")) == "Amendment 2 is submitted."
