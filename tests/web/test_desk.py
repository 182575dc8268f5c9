from werkzeug.test import TestResponse

from drafting.rules.life import AmendmentState
from tests.house import Browser
from tests.service.conference import OP1
from tests.web.rooms import Pages, Shown


def desk(browser: Browser, pages: Pages, show: str = "") -> Shown:
    return Shown.of(browser.get(pages.path(f"/desk{show}")).text)


def decide(browser: Browser, pages: Pages, number: int, outcome: str, seen: Shown, **more: str) -> TestResponse:
    fields = seen.fields(f"//article[@aria-label='Amendment {number}']//form")
    where = pages.path(f"/amendments/{pages.conference.amendment(number).id}/decision")
    return browser.post(where, **(fields | {"outcome": outcome} | more))


def test_the_desk_shows_each_amendment_with_whose_it_is_its_redline_and_its_reason(pages: Pages) -> None:
    pages.conference.propose("India", "OP1", OP1.replace("all States", "interested States"), "Not all have data.")

    slip = desk(pages.browser("Chair 1"), pages).article("Amendment 1")

    assert slip.words(".//*[@class='slip-who']") == "India"
    assert (slip.all(".//del"), slip.all(".//ins")) == (["all"], ["interested"])
    assert "Reason. Not all have data." in slip.words()
    assert slip.buttons() == ["Accept", "Reject"]


def test_clauses_stand_in_document_order_and_those_without_amendments_are_left_out(pages: Pages) -> None:
    pages.conference.change("India", "OP3", ("two", "three"))
    pages.conference.change("Japan", "PP2", ("all States", "States"))

    assert desk(pages.browser("Chair 1"), pages).all("//main//h2") == ["PP2", "OP3"]


def test_what_touches_the_same_words_is_named_with_the_words(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP1", ("all States", "some States"))

    slip = desk(pages.browser("Chair 1"), pages).article("Amendment 1")

    assert "Touches the same words as Amendment 2 (Japan): " in slip.words()
    assert "“all”" in slip.words()


def test_identical_amendments_stand_together_and_name_each_other(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    pages.conference.change("Japan", "OP1", ("data", "findings"))
    pages.conference.change("Spain", "OP1", ("all States", "States"))

    shown = desk(pages.browser("Chair 1"), pages)

    assert shown.articles() == ["Amendment 1", "Amendment 3", "Amendment 2"]
    assert "The same words as Amendment 3 (Spain)." in shown.article("Amendment 1").words()


def test_accepting_changes_the_text_and_says_what_became_of_the_others(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP1", ("all States", "some States"))
    pages.conference.change("Spain", "OP1", ("the public", "the press"))
    chair = pages.browser("Chair 1")

    answer = decide(chair, pages, 1, "accepted", desk(chair, pages))

    assert answer.status_code == 303
    after = Shown.of(chair.get(answer.headers["Location"].partition("#")[0]).text)
    said = after.words("//*[@id='notice']")
    assert "Overtaken when Amendment 1" in after.article("Amendment 2").words()
    assert said == "Amendment 1 on OP1 is accepted. Carried over: Amendment 3. Overtaken: Amendment 2."
    assert "interested States" in pages.conference.words("OP1")


def test_what_is_overtaken_says_by_which_decision_and_by_which_words(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP1", ("all States", "some States"))
    pages.conference.accept(1)

    slip = desk(pages.browser("Chair 1"), pages, "?show=all").article("Amendment 2")

    assert "Overtaken when Amendment 1 (India) was accepted" in slip.words()
    assert "“all”" in slip.words()
    assert slip.buttons() == []


def test_a_rejected_amendment_is_shown_with_who_rejected_it_when_and_why(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    chair = pages.browser("Chair 1")
    decide(chair, pages, 1, "rejected", desk(chair, pages), decision_reason="Agreed language <1992>.")

    slip = desk(chair, pages, "?show=all").article("Amendment 1")

    assert "Rejected by Chair 1, 17 May 2027" in slip.words()
    assert "Reason of the decision. Agreed language <1992>." in slip.words()


def test_a_decision_on_a_text_that_changed_is_refused_and_its_reason_comes_back(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Spain", "OP1", ("the public", "the press"))
    chair = pages.browser("Chair 1")
    seen = desk(chair, pages)
    pages.conference.accept(2)

    answer = decide(chair, pages, 1, "accepted", seen, decision_reason="Consulted <all>")

    shown = Shown.of(answer.text)
    assert answer.status_code == 409
    assert "Chair 1 accepted Amendment 2 (Spain)" in shown.words("//*[@role='alert']")
    assert shown.article("Amendment 1").words(".//textarea") == "Consulted <all>"
    assert pages.conference.state(1) is AmendmentState.SUBMITTED


def test_a_decision_on_what_was_decided_meanwhile_brings_its_reason_back_at_the_top(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    chair = pages.browser("Chair 2")
    seen = desk(chair, pages)
    pages.conference.accept(1)

    answer = decide(chair, pages, 1, "rejected", seen, decision_reason="Not <ripe>")

    shown = Shown.of(answer.text)
    assert answer.status_code == 409
    assert "Amendment 1 (India) was accepted by Chair 1" in shown.words("//*[@role='alert']")
    kept = "//aside[contains(@class, 'typed')]"
    assert "Your decision on Amendment 1 was not taken down." in shown.words(kept)
    assert shown.words(f"{kept}//textarea[@autofocus]") == "Not <ripe>"
    assert shown.root.xpath(f"{kept}//a/@href")[0].endswith("/desk?show=all#amendment-1")


def test_a_refused_page_names_the_address_it_is_read_at(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    chair = pages.browser("Chair 2")
    seen = desk(chair, pages)
    pages.conference.accept(1)

    refused = Shown.of(decide(chair, pages, 1, "rejected", seen).text)

    assert refused.root.xpath("//main/@data-address") == [pages.path("/desk")]
    assert seen.root.xpath("//main/@data-address") == []


def test_what_is_reflected_says_since_which_decision(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP1", ("all States", "interested States"))
    pages.conference.accept(1)

    slip = desk(pages.browser("Chair 1"), pages, "?show=all").article("Amendment 2")

    assert "Already reflected since Amendment 1 (India) was accepted, 17 May 2027" in slip.words()


def test_what_is_overtaken_waits_for_its_delegation_and_not_for_the_chair(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP1", ("all States", "some States"))
    pages.conference.accept(1)
    chair = pages.browser("Chair 1")

    waiting, everything = desk(chair, pages), desk(chair, pages, "?show=all")

    assert waiting.articles() == []
    assert waiting.links()["1 overtaken"].endswith(f"?show=all#clause-{pages.conference.clauses['OP1']}")
    assert everything.articles() == ["Amendment 2", "Amendment 1"]


def test_those_in_conflict_are_shown_alone(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP1", ("all States", "some States"))
    pages.conference.change("Spain", "OP3", ("two", "three"))

    shown = desk(pages.browser("Chair 1"), pages, "?show=conflict")

    assert shown.articles() == ["Amendment 1", "Amendment 2"]
    assert shown.all("//*[@aria-current='true']") == ["In conflict 2"]


def test_the_outline_of_the_desk_leads_to_each_clause_with_its_count(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP1", ("data", "findings"))
    pages.conference.change("Spain", "OP3", ("two", "three"))

    shown = desk(pages.browser("Chair 1"), pages)

    outline = "//nav[@aria-label='Outline']//a"
    assert shown.all(outline) == ["OP1 2", "OP3 1"]
    assert shown.root.xpath(f"{outline}/@href")[0] == f"#clause-{pages.conference.clauses['OP1']}"


def test_a_decision_sent_twice_is_taken_once_and_answered_alike(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    chair = pages.browser("Chair 1")
    seen = desk(chair, pages)

    first, again = (decide(chair, pages, 1, "accepted", seen) for _ in range(2))

    assert (first.status_code, again.headers["Location"]) == (303, first.headers["Location"])


def test_a_decision_must_say_which(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    chair = pages.browser("Chair 1")

    assert decide(chair, pages, 1, "perhaps", desk(chair, pages)).status_code == 409
    assert decide(chair, pages, 1, "accepted", desk(chair, pages), clause_version="").status_code == 409


def test_the_secretariat_sees_the_desk_and_decides_nothing(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    secretariat = pages.browser("Secretariat")
    seen = desk(secretariat, pages)

    assert seen.article("Amendment 1").buttons() == []
    assert decide(secretariat, pages, 1, "accepted", seen).status_code == 403


def test_a_delegation_does_not_see_the_desk(pages: Pages) -> None:
    assert pages.browser("India").get(pages.path("/desk")).status_code == 403
    assert "Chair's desk" not in pages.read("India").links()


def test_the_preview_shows_the_clause_as_it_would_read_and_the_fate_of_the_others(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP1", ("all States", "some States"))
    pages.conference.change("Spain", "OP1", ("the public", "the press"))

    rest = f"/amendments/{pages.conference.amendment(1).id}/preview"
    shown = pages.read("Chair 1", rest)
    part = Shown.of(pages.browser("Chair 1").get(pages.path(f"{rest}?part=1")).text)

    assert "Calls upon interested States" in shown.words("//*[contains(@class, 'clause-text')]")
    assert "Carried over: Amendment 3 (Spain)" in shown.all("//li")
    assert any(said.startswith("Overtaken: Amendment 2 (Japan): ") for said in shown.all("//li"))
    assert part.all("//li") == shown.all("//ul[@class='fates']/li")
    assert part.root.xpath("//header") == []


def test_the_preview_of_a_deletion_says_that_the_clause_goes(pages: Pages) -> None:
    pages.conference.delete("India", "OP2")

    shown = pages.read("Chair 1", f"/amendments/{pages.conference.amendment(1).id}/preview")

    assert "OP2 would be deleted, with all that stands under it." in shown.words("//main")


def test_the_chair_says_where_a_second_insertion_stands(pages: Pages) -> None:
    pages.conference.insert("India", "OP1", "Encourages exchange;")
    pages.conference.insert("Japan", "OP1", "Welcomes research;")
    pages.conference.accept(1)
    chair = pages.browser("Chair 1")

    rest = f"/amendments/{pages.conference.amendment(2).id}/preview"
    assert pages.read("Chair 1", rest).all("//option") == ["directly after OP1", "directly after OP1 bis"]
    decide(chair, pages, 2, "accepted", desk(chair, pages), place=pages.conference.clauses["OP1"])

    labels = pages.conference.labels()
    assert labels[labels.index("OP1") : labels.index("OP2")] == ["OP1", "OP1 ter", "OP1 bis"]


def test_an_amendment_of_nowhere_has_no_preview(pages: Pages) -> None:
    assert pages.browser("Chair 1").get(pages.path("/amendments/nowhere/preview")).status_code == 404


def test_an_empty_desk_says_so(pages: Pages) -> None:
    assert "Nothing waits for a decision." in desk(pages.browser("Chair 1"), pages).words("//main")


def test_the_chair_ticks_what_looks_like_another_word_before_accepting(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "\u0430ll States"))
    chair = pages.browser("Chair 1")
    shown = desk(chair, pages)

    refused = decide(chair, pages, 1, "accepted", shown, decision_reason="No objection.")
    accepted = decide(chair, pages, 1, "accepted", Shown.of(refused.text), seen_look_alikes="1")

    slip = shown.article("Amendment 1")
    assert "“\u0430ll” mixes Cyrillic \u0430 (U+0430) with Latin letters; it looks like “all”." in slip.words()
    assert "I have seen “\u0430ll” and what it looks like" in slip.words()
    assert refused.status_code == 409
    assert "Tick that you have seen it, then accept." in refused.text
    assert "No objection." in refused.text
    assert accepted.status_code == 303
    assert pages.conference.state(1) is AmendmentState.ACCEPTED


def test_honest_words_need_no_tick(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))

    assert "I have seen" not in desk(pages.browser("Chair 1"), pages).words()
