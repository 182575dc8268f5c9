import json

import pytest
from werkzeug.test import TestResponse

from drafting.records.document import Document
from drafting.records.draft import Draft
from drafting.rules.life import AmendmentKind, DraftState, Stage
from drafting.service.drafts import LARGEST_DRAFT
from tests.service.conference import OP1
from tests.web.rooms import Pages, Shown
from tests.web.writing import BETTER, DRAFT, form, opened, save, words_of


def test_the_plain_form_submits_what_is_written_in_its_notation(pages: Pages) -> None:
    browser = opened(pages, "India")

    answer = form(browser, pages, proposed=OP1.replace("Calls upon", "*Urges*"), reason="Stronger.\r\nMuch.")

    number = 1
    assert answer.status_code == 303
    wording = pages.conference.wordings(number)[0]
    assert wording.runs is not None
    assert wording.runs[0] == {"t": "Urges", "m": ["em"]}
    assert wording.reason == "Stronger.\nMuch."


def test_the_editors_form_sends_runs(pages: Pages) -> None:
    form(opened(pages, "India"), pages, runs=json.dumps([{"t": BETTER}]), proposed="not read")

    assert pages.conference.wordings(1)[0].runs == [{"t": BETTER}]


@pytest.mark.parametrize("runs", ["", "{", "[1]", '{"t": "x"}'])
def test_runs_that_cannot_be_read_are_refused_and_nothing_is_kept(pages: Pages, runs: str) -> None:
    answer = form(opened(pages, "India"), pages, runs=runs)

    assert answer.status_code == 422
    with pages.conference.store.read() as session:
        assert session.get(Draft, DRAFT) is None


def test_a_delegates_form_waits_for_the_head_of_delegation(pages: Pages) -> None:
    browser = opened(pages, "India delegate")

    answer = form(browser, pages)

    assert "Your draft waits for clearance by your head of delegation." in browser.get(answer.location).text
    with pages.conference.store.read() as session:
        assert session.get_one(Draft, DRAFT).state is DraftState.WAITING


def test_a_refused_form_keeps_the_draft_and_shows_the_reason_beside_it(pages: Pages) -> None:
    pages.conference.propose("India", "OP1", BETTER)

    answer = form(opened(pages, "India"), pages, proposed=OP1.replace("without delay", "each year"), reason="Typed.")

    assert answer.status_code == 409
    assert "Your own Amendment 1 touches the same words" in answer.text
    assert "Typed." in answer.text
    assert words_of(pages.conference) == [{"t": OP1.replace("without delay", "each year")}]


@pytest.mark.parametrize(
    "typed", [{"proposed": "Typed in vain;"}, {"runs": json.dumps([{"t": "Typed in "}, {"t": "vain;", "m": ["em"]}])}]
)
def test_a_form_over_anothers_saving_shows_both_texts_and_keeps_mine_when_it_is_sent_again(
    pages: Pages, typed: dict[str, str]
) -> None:
    browser = opened(pages, "India")
    save(opened(pages, "India delegate"), pages, BETTER, 0, reason="Theirs.")

    answer = form(browser, pages, act="save", reason="Mine.", **typed)

    shown = Shown.of(answer.text)
    assert answer.status_code == 409
    assert "changed elsewhere by India delegate" in shown.words("//*[@role='alert']")
    assert "every month" in shown.words("//section[@aria-labelledby='elsewhere']")
    assert "Reason there: Theirs." in shown.words("//section[@aria-labelledby='elsewhere']")
    (field,) = shown.root.xpath("//textarea[@name='proposed']")
    assert field.text.strip() == ("Typed in *vain;*" if "runs" in typed else "Typed in vain;")
    assert "Mine." in answer.text
    assert words_of(pages.conference) == [{"t": BETTER}]

    (again,) = shown.root.xpath("//form[@class='amend-form']")
    fields = Shown(again).fields(".") | {"act": "save", "proposed": field.text, "reason": "Mine."}
    assert browser.post(again.get("action"), **fields).status_code == 303
    assert "every month" not in json.dumps(words_of(pages.conference))


TYPED = json.dumps([{"t": "Typed *in* vain"}, {"t": " again;", "m": ["strong"]}])


def given_back(answer: TestResponse) -> dict[str, str]:
    shown = Shown.of(answer.text)
    labels = {each.get("for"): each.text_content() for each in shown.root.xpath("//label")}
    return {labels[each.get("id")]: each.text.strip() for each in shown.root.xpath("//textarea")}


def test_what_was_typed_on_a_draft_that_was_submitted_comes_back_with_what_became_of_it(pages: Pages) -> None:
    browser = opened(pages, "India")
    form(browser, pages)

    answer = form(browser, pages, draft_version="1", runs=TYPED, reason="Mine.")

    shown = Shown.of(answer.text)
    assert answer.status_code == 409
    assert "Amendment 1 was submitted from this draft." in shown.words("//*[@role='alert']")
    assert given_back(answer) == {"Proposed text": "Typed \\*in\\* vain** again;**", "Reason": "Mine."}
    assert shown.links()["To our amendments"] == pages.path("/our-amendments")


@pytest.mark.parametrize("act", ["save", "submit"])
@pytest.mark.parametrize("who", ["India", "India delegate"])
def test_what_was_typed_after_adoption_comes_back(pages: Pages, who: str, act: str) -> None:
    browser = opened(pages, who)
    save(browser, pages, BETTER, 0)
    with pages.conference.store.write() as session:
        session.get_one(Document, pages.conference.document).stage = Stage.ADOPTED
        chair = pages.conference.people["Chair 1"]
        session.record("document-adopted", chair, document=pages.conference.document, clauses=[])

    answer = form(browser, pages, act=act, draft_version="1", runs=TYPED)

    assert answer.status_code == 409
    assert "The text has been adopted. Nothing in it can be changed any more." in answer.text
    assert given_back(answer)["Proposed text"].startswith("Typed")


@pytest.mark.parametrize("words", ["x" * (LARGEST_DRAFT + 1), "half \ud800 sign", "zero \0 sign"])
def test_what_cannot_be_kept_comes_back(pages: Pages, words: str) -> None:
    answer = form(opened(pages, "India"), pages, runs=json.dumps([{"t": words}]))

    assert answer.status_code == 422
    assert words[:5] in given_back(answer)["Proposed text"]


def test_runs_that_cannot_be_read_come_back_as_they_came(pages: Pages) -> None:
    answer = form(opened(pages, "India"), pages, runs="{broken")

    assert given_back(answer)["Proposed text"] == "{broken"


def test_an_empty_or_unchanged_draft_is_not_handed_over_and_stays(pages: Pages) -> None:
    browser = opened(pages, "India delegate")

    unchanged = form(browser, pages, proposed=OP1)
    empty = form(browser, pages, proposed="", draft_version="1")

    assert "Your text is the same as OP1." in unchanged.text
    assert "Your text is empty." in empty.text
    assert (unchanged.status_code, empty.status_code) == (409, 409)
    with pages.conference.store.read() as session:
        assert session.get_one(Draft, DRAFT).state is DraftState.WRITING


@pytest.mark.parametrize("way", ["insert", "delete"])
def test_insertions_and_deletions_are_submitted_by_the_form(pages: Pages, way: str) -> None:
    answer = form(opened(pages, "India"), pages, kind=way, proposed="Thanks the host;", clause_kind="operative")

    assert answer.status_code == 303
    assert pages.conference.amendment(1).kind is AmendmentKind(way)


@pytest.mark.parametrize(("kind", "clause_kind"), [("", ""), ("move", ""), ("insert", "nonsense")])
def test_a_form_that_does_not_say_what_is_proposed_is_refused(pages: Pages, kind: str, clause_kind: str) -> None:
    answer = form(opened(pages, "India"), pages, kind=kind, clause_kind=clause_kind)

    assert answer.status_code == 422
    assert "does not say what is proposed" in answer.text
