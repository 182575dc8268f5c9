import logging
import re
from typing import Any

import pytest
from werkzeug.test import TestResponse

from drafting.records.draft import Draft
from tests.service.conference import OP1, OP2A, OP2B
from tests.web.rooms import Pages, Shown
from tests.web.writing import BETTER, DRAFT, form, opened, save, words_of

SECRET = "quinquereme"


def unkeyed(answer: TestResponse, draft: str) -> str:
    """Return a page without the id that was asked for and without its forms' keys, which are drawn for each page."""
    return re.sub(r'name="key" value="[0-9a-f]{32}"', "", answer.text.replace(draft, ""))


def test_a_saving_answers_with_what_is_stored(pages: Pages) -> None:
    answer = save(opened(pages, "India"), pages, BETTER, 0, reason="Why.")

    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["stored"] == {"runs": [{"t": BETTER}], "reason": "Why."}
    assert answer.json["draft_version"] == 1
    assert answer.json["saved_at"].endswith("+00:00")
    assert words_of(pages.conference) == [{"t": BETTER}]


def test_a_lost_answer_is_repeated(pages: Pages) -> None:
    browser = opened(pages, "India")

    first, second = save(browser, pages, BETTER, 0), save(browser, pages, BETTER, 0)

    assert first.json == second.json


def test_a_saving_over_another_ones_is_refused_with_theirs(pages: Pages) -> None:
    save(opened(pages, "India"), pages, BETTER, 0)

    answer = save(opened(pages, "India delegate"), pages, "Something else;", 0)

    assert answer.status_code == 409
    assert answer.json is not None
    assert answer.json["theirs"] == {"runs": [{"t": BETTER}], "reason": "", "draft_version": 1, "by": "India"}
    assert words_of(pages.conference) == [{"t": BETTER}]


def test_anothers_draft_and_one_that_is_not_there_get_the_same_bytes(pages: Pages) -> None:
    mine = opened(pages, "India")
    save(mine, pages, BETTER, 0)
    unknown = "e" * 32
    spain = opened(pages, "Spain")

    def asked(draft: str) -> list[tuple[int, str, list[tuple[str, str]]]]:
        fields = {"token": spain.token, "runs": [{"t": "x"}], "base_version": 1, "draft_version": 1}
        clause = pages.conference.clauses["OP1"]
        answers = [
            spain.client.get(f"/drafts/{draft}"),
            spain.post(pages.path(f"/our-amendments/{draft}/submit")),
            spain.post(pages.path(f"/our-amendments/{draft}/discard")),
            spain.client.post(f"/drafts/{draft}/carry?clause={clause}&kind=replace", json=fields),
        ]
        return [(each.status_code, unkeyed(each, draft), sorted(each.headers.items())) for each in answers]

    answers = asked(DRAFT)

    assert [status for status, _, _ in answers] == [404, 404, 404, 200]
    assert answers == asked(unknown)
    assert save(spain, pages, "Taken over;", 1).status_code == 404
    assert words_of(pages.conference) == [{"t": BETTER}]


@pytest.mark.parametrize("who", ["Chair 1", "Secretariat", "Observer"])
def test_nobody_outside_a_delegation_reaches_a_draft_whether_it_is_there_or_not(pages: Pages, who: str) -> None:
    save(opened(pages, "India"), pages, BETTER, 0)
    browser = opened(pages, who)

    there, nowhere = (browser.client.get(f"/drafts/{draft}") for draft in (DRAFT, "e" * 32))

    assert there.status_code == nowhere.status_code == 403
    assert unkeyed(there, DRAFT) == unkeyed(nowhere, "e" * 32)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"runs": None}, 422),
        ({"runs": [{"x": 1}]}, 422),
        ({"runs": [{"t": "a", "m": ["blink"]}]}, 422),
        ({"runs": [{"t": "a\x00"}]}, 422),
        ({"runs": [{"t": "a\ud800"}]}, 422),
        ({"base_version": "many"}, 422),
        ({"base_version": 7}, 422),
        ({"draft_version": None}, 422),
        ({"draft_version": 5}, 409),
    ],
)
def test_a_saving_that_cannot_be_read_is_answered_with_a_sentence(
    pages: Pages, sent: dict[str, Any], status: int
) -> None:
    answer = save(opened(pages, "India"), pages, BETTER, 0, **sent)

    assert answer.status_code == status
    assert answer.json is not None
    assert answer.json["message"].endswith(".")
    with pages.conference.store.read() as session:
        assert session.get(Draft, DRAFT) is None


def test_what_is_carried_over_is_shown_and_not_kept(pages: Pages) -> None:
    conference, browser = pages.conference, opened(pages, "India")
    conference.accept(conference.propose("Spain", "OP1", BETTER))
    before = conference.dump()

    answers = {}
    for words in (OP1.replace("public", "people"), OP1.replace("without delay", "each year")):
        body = {"token": browser.token, "runs": [{"t": words}], "base_version": 1}
        path = f"/drafts/{DRAFT}/carry?clause={conference.clauses['OP1']}&kind=replace"
        said = browser.client.post(path, json=body).json
        assert said is not None
        answers[said["outcome"]] = said

    assert answers["carried"]["proposed"] == [{"t": BETTER.replace("public", "people")}]
    assert answers["carried"]["version"] == 2
    assert answers["carried"]["by"] == "Amendment 1 (Spain)"
    assert "without delay" in answers["conflict"]["conflicts"][0]
    assert answers["conflict"]["current"] == [{"t": BETTER}]
    assert conference.dump() == before


def test_a_second_tab_on_one_clause_is_shown_the_first_ones_draft_and_where_it_is_kept(pages: Pages) -> None:
    browser = opened(pages, "India")
    save(browser, pages, BETTER, 0)
    clause, second = pages.conference.clauses["OP1"], "e" * 32
    body = {"runs": [{"t": "Mine;"}], "reason": "", "base_version": 1, "draft_version": 0, "token": browser.token}

    answer = browser.client.post(f"/drafts/{second}?clause={clause}&kind=replace", json=body)

    assert answer.status_code == 409
    assert answer.json is not None
    theirs = answer.json["theirs"]
    assert theirs["urls"]["save"].startswith(f"/drafts/{DRAFT}?")
    again = browser.client.post(theirs["urls"]["save"], json=body | {"draft_version": theirs["draft_version"]})
    assert again.status_code == 200
    assert words_of(pages.conference) == [{"t": "Mine;"}]


def test_the_page_of_a_waiting_draft_says_that_a_change_takes_it_back(pages: Pages) -> None:
    browser = opened(pages, "India delegate")
    form(browser, pages)
    sentence = "If you change it, it has to be handed over again."

    assert sentence in browser.get(f"/drafts/{DRAFT}").text
    head = opened(pages, "India").get(f"/drafts/{DRAFT}").text
    assert "Waiting for clearance by your head of delegation." in head
    assert sentence not in head


def test_the_plain_form_shows_its_changes_after_saving(pages: Pages) -> None:
    browser = opened(pages, "India")
    path = pages.path(f"/clauses/{pages.conference.clauses['OP1']}/amend")
    assert "As saved" not in browser.get(path).text
    form(browser, pages, act="save")

    plain = Shown(Shown.of(browser.get(path).text).root.xpath("//*[@data-part='plain']")[0])

    assert plain.all(".//ins") == ["every month"]
    assert plain.all(".//del") == ["without delay"]


def test_a_deletion_shows_what_goes_with_the_clause_and_what_hangs_on_it(pages: Pages) -> None:
    pages.conference.propose("Spain", "OP2 (a)", "on the use of rain;")
    path = pages.path(f"/clauses/{pages.conference.clauses['OP2']}/delete")

    shown = Shown.of(opened(pages, "India").get(path).text)

    assert shown.all("//li//del") == [OP2A, OP2B]
    assert shown.all("//li//b") == ["OP2 (a)", "OP2 (b)"]
    assert "1 open amendment hangs on these clauses." in shown.words("//form[@class='amend-form']")


@pytest.mark.parametrize(("way", "kind"), [("amend", "replace"), ("insert-after", "insert"), ("delete", "delete")])
def test_each_way_of_proposing_has_its_page(pages: Pages, way: str, kind: str) -> None:
    clause = pages.conference.clauses["OP1"]

    answer = opened(pages, "India").get(pages.path(f"/clauses/{clause}/{way}"))

    assert answer.status_code == 200
    assert f"kind={kind}" in answer.text
    assert "Submit amendment" in Shown.of(answer.text).buttons()


def test_a_clause_of_another_document_or_of_none_has_no_page(pages: Pages) -> None:
    browser, clause = opened(pages, "India"), pages.conference.clauses["OP1"]

    assert browser.get(f"/documents/{'0' * 32}/clauses/{clause}/amend").status_code == 404
    assert browser.get(pages.path(f"/clauses/{'0' * 32}/amend")).status_code == 404
    assert browser.get(pages.path(f"/clauses/{clause}/move")).status_code == 404


def test_an_amendment_is_revised_by_its_own_delegation_alone(pages: Pages) -> None:
    amendment = pages.conference.amendment(pages.conference.propose("India", "OP1", BETTER)).id

    own = opened(pages, "India").get(pages.path(f"/amendments/{amendment}/revise"))
    anothers = opened(pages, "Spain").get(pages.path(f"/amendments/{amendment}/revise"))
    misplaced = opened(pages, "India").get(f"/documents/{'0' * 32}/amendments/{amendment}/revise")

    assert own.status_code == 200
    assert "every month" in own.text
    assert (anothers.status_code, misplaced.status_code) == (404, 404)


def test_a_draft_is_in_no_log_and_on_no_page_of_others(pages: Pages, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    save(opened(pages, "India"), pages, SECRET, 0, reason=SECRET)
    form(opened(pages, "India"), pages, draft="e" * 32, proposed=f"{SECRET}\u200b", reason=SECRET)
    document = pages.path()

    shown = "".join(
        opened(pages, who).get(f"{document}{rest}").text
        for who in ("Spain", "Chair 1", "Secretariat", "Observer")
        for rest in ("", "?view=all", "?view=ours", "/desk?show=all", "/our-amendments")
    )

    assert SECRET not in shown
    assert SECRET not in caplog.text
    assert SECRET in opened(pages, "India delegate").get(f"{document}/our-amendments").text


def test_an_unforeseen_error_says_nothing_of_a_draft_in_the_log(
    pages: Pages, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise ZeroDivisionError(SECRET)

    monkeypatch.setattr("drafting.service.drafts.save", fails)

    answer = save(opened(pages, "India"), pages, SECRET, 0)

    assert answer.status_code == 500
    assert answer.json == {"message": "Something went wrong on our side. Nothing was changed. Go back and try again."}
    assert "ZeroDivisionError" in caplog.text
    assert SECRET not in caplog.text
    assert DRAFT not in caplog.text


def test_a_writer_is_told_of_look_alikes_and_of_what_will_be_mapped(pages: Pages) -> None:
    browser = opened(pages, "India")
    path = pages.path(f"/clauses/{pages.conference.clauses['OP1']}/amend")
    form(browser, pages, act="save", proposed=OP1.replace("data", "d\u0430ta").replace("delay", "de\u00adlay"))

    shown = Shown.of(browser.get(path).text)

    odd = "“d\u0430ta” mixes Cyrillic \u0430 (U+0430) with Latin letters; it looks like “data”."
    assert odd in shown.words()
    assert "1 soft hyphen (U+00AD), which cannot be seen, is left out." in shown.words()
