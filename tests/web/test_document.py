import pytest

from tests.service.conference import NOTE, OP1
from tests.web.rooms import Pages, Shown


def test_every_clause_is_an_article_named_by_its_full_label(pages: Pages) -> None:
    shown = pages.read("Observer")

    assert shown.articles() == [
        "Title", "Chapeau", "PP1", "PP2", "OP1", "OP2", "OP2 (a)", "OP2 (b)", "OP3", "Note 1",
    ]  # fmt: skip
    assert shown.article("OP1").words(".//p[contains(@class, 'clause-text')]") == f"1. {OP1}"
    assert shown.words("//h1") == "Draft declaration on water"


def test_the_masthead_is_that_of_the_pdf_and_the_imported_one_is_kept_apart(pages: Pages) -> None:
    shown = pages.read("Observer")

    above = shown.words("//div[@class='masthead']")
    assert above == (
        "Dushanbe, 17–19 May 2027 HLC/2027/L.1 High-Level Conference on Water "
        "Host: Tajikistan Distr.: Limited Original: English"
    )
    kept = "//details[not(@open)][summary='Masthead of the imported file']"
    assert "Conference on Water" in shown.words(kept)


def test_an_adopted_text_is_for_general_distribution(pages: Pages) -> None:
    chair = pages.browser("Chair 1")
    fields = Shown.of(chair.get(pages.path("/adopt")).text).fields("//main//form")
    chair.post(pages.path("/adopt"), **fields, place="Dushanbe", on="2027-05-18", sure="yes")

    head = pages.read("Observer").words("//header[@class='document-head']")

    assert "Distr.: General" in head
    assert "Adopted at Dushanbe on 18 May 2027" in head


def test_a_note_is_called_in_the_text_and_stands_at_its_end(pages: Pages) -> None:
    shown = pages.read("Observer")

    assert shown.article("PP1").links()["1"] == "#note-1"
    assert shown.article("Note 1").root.xpath(".//*[@id='note-1']")
    assert NOTE in shown.article("Note 1").words()


def test_a_delegation_can_propose_at_every_clause(pages: Pages) -> None:
    shown = pages.read("India delegate")

    clause = f"/documents/{pages.conference.document}/clauses/{pages.conference.clauses['OP1']}"
    links = shown.article("OP1").links()
    assert links["Propose amendment"] == f"{clause}/amend"
    assert links["Propose deletion"] == f"{clause}/delete"
    assert shown.links()["Insert new clause after OP1"] == f"{clause}/insert-after"


@pytest.mark.parametrize("who", ["Chair 1", "Secretariat", "Observer"])
def test_who_is_of_no_delegation_proposes_nothing(pages: Pages, who: str) -> None:
    links = pages.read(who).links()

    assert not [name for name in links if name.startswith(("Propose", "Insert"))]


@pytest.mark.parametrize(
    ("who", "views"),
    [
        ("India", ["Rolling text", "All amendments", "Our text"]),
        ("Chair 1", ["Rolling text", "All amendments"]),
        ("Observer", []),
    ],
)
def test_the_views_are_those_that_a_seat_may_read(pages: Pages, who: str, views: list[str]) -> None:
    shown = pages.read(who)

    assert shown.all("//nav[@aria-label='Views of the text']//a") == views


def test_an_observer_is_refused_the_amendments(pages: Pages) -> None:
    answer = pages.browser("Observer").get(pages.path("?view=all"))

    assert answer.status_code == 403


def test_a_view_that_there_is_not_is_not_found(pages: Pages) -> None:
    assert pages.browser("India").get(pages.path("?view=theirs")).status_code == 404


def test_the_number_of_open_amendments_leads_a_delegate_to_them_and_the_chair_to_the_desk(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    pages.conference.change("Japan", "OP1", ("data", "findings"))

    clause = f"clause-{pages.conference.clauses['OP1']}"
    delegate = pages.read("Spain").article("OP1").links()
    chair = pages.read("Chair 1").article("OP1").links()
    assert delegate["2 open amendments"] == pages.path(f"?view=all#{clause}")
    assert chair["2 open amendments"] == pages.path(f"/desk#{clause}")


def test_all_amendments_are_shown_in_place_with_who_proposes_them(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.insert("Japan", "OP1", "Encourages exchange;")

    shown = pages.read("Spain", "?view=all").article("OP1")

    assert shown.all(".//div[@class='clause-words']//ins") == ["interested"]
    assert set(shown.all(".//div[@class='clause-words']//*[@class='by']")) == {"[India]"}
    assert shown.articles()[1:] == ["Amendment 1", "Amendment 2"]
    assert "New clause after OP1" in shown.article("Amendment 2").words()


def test_our_text_has_our_amendments_in_it_and_nobody_else_s(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "interested States"))
    pages.conference.change("Japan", "OP3", ("two years", "one year"))
    pages.conference.insert("India", "OP3", "Thanks the host.")

    shown = pages.read("India delegate", "?view=ours")

    assert shown.article("OP1").all(".//ins") == ["interested"]
    assert shown.article("OP3").all(".//ins") == []
    assert shown.article("New clause after OP3").all(".//ins") == ["Thanks the host."]


def test_a_private_draft_is_seen_on_no_view(pages: Pages) -> None:
    pages.conference.draft("India", "OP1", "Sekretum one;", "Sekretum two")

    for who, view in [("India", ""), ("Japan", "?view=all"), ("Japan", "?view=ours"), ("Chair 1", "?view=all")]:
        assert "Sekretum" not in pages.browser(who).get(pages.path(view)).text


def test_a_deleted_clause_keeps_its_place_and_takes_no_amendment(pages: Pages) -> None:
    pages.conference.accept(pages.conference.delete("India", "OP3"))

    shown = pages.read("India")

    assert shown.article("OP3").words("./p[contains(@class, 'clause-words')]") == "OP3 deleted"
    assert shown.article("OP3").links() == {}
    assert "Insert new clause after OP3" in shown.links()


def test_what_people_wrote_is_never_html(pages: Pages) -> None:
    pages.conference.propose("India", "OP1", "Calls <img src=x onerror=alert(1)>;", "<b>because</b>")

    for view in ("?view=all", "?view=ours"):
        page = Shown.of(pages.browser("India").get(pages.path(view)).text)
        assert page.root.xpath("//img | //b[text()='because']") == []
        assert "<img src=x onerror=alert(1)>" in page.words("//main")


def test_the_page_allows_no_script_or_style_in_its_text(pages: Pages) -> None:
    page = Shown.of(pages.browser("India").get(pages.path("?view=all")).text)

    assert page.root.xpath("//script[not(@src)] | //style | //@style | //@onclick") == []


@pytest.mark.parametrize(("who", "rest"), [
    ("India", ""), ("India", "?view=all"), ("India", "?view=ours"), ("Chair 1", "/desk"), ("India", "/our-amendments"),
])  # fmt: skip
def test_more_amendments_ask_no_more_of_the_database(pages: Pages, who: str, rest: str) -> None:
    browser = pages.browser(who)
    pages.conference.change("India", "OP1", ("all States", "States"))
    pages.conference.insert("India", "OP1", "Thanks all.")
    with pages.counting() as few:
        browser.get(pages.path(rest))

    for who_else, word in (("Japan", "every State"), ("Spain", "the States"), ("India", "no State")):
        pages.conference.change(who_else, "PP2", ("all States", word))
        pages.conference.insert(who_else, "OP3", f"Thanks {word}.")
    with pages.counting() as many:
        browser.get(pages.path(rest))

    assert len(many) == len(few)


def test_the_same_document_and_one_that_is_not_there_are_told_apart_from_nobody(pages: Pages) -> None:
    answer = pages.browser("India").get("/documents/nowhere")

    assert answer.status_code == 404
    assert "There is no such document" in answer.text
