import html
import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from sqlalchemy import func, select

from drafting.records.document import Document
from drafting.service.text_view import document_view
from drafting.web.import_page import LARGEST_FILE, symbol_in
from tests.house import Browser, House, founded

DRAFT = b"""Conference on the Waters of the Pamir

PW/2027/L.1

# Declaration on water

*Recalling* the Charter of the United Nations,

*Noting* the report,[^1]

1. *Calls upon* States:

   (a) To save water;

2. *Decides* to meet again.

[^1]: A/77/1.
"""


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


@pytest.fixture
def desk(house: House) -> Browser:
    """Open the secretariat's browser on the page."""
    browser = Browser.on(house.app(), house.session(house.secretariat.id))
    browser.get("/import")
    return browser


def kept(house: House) -> int:
    """Return how many documents there are."""
    with house.store.read() as session:
        return session.scalar(select(func.count()).select_from(Document)) or 0


def shown(page: str) -> dict[str, str]:
    """Return the fields of the preview as the browser would send them."""
    fields = {
        name: html.unescape(value) for name, value in re.findall(r'<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"', page)
    }
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', options)
        assert chosen is not None
        fields[name] = chosen[1] or chosen[2]
    return fields


def kinds(page: str) -> dict[str, str]:
    """Return the kind of each paragraph by its first words."""
    lines = re.findall(r'class="read-line".*?<option selected>([^<]*).*?<p dir="auto">(.*?)</p>', page, re.DOTALL)
    return {" ".join(re.sub("<[^>]*>", "", text).split()[:2]): kind for kind, text in lines}


def upload(desk: Browser, data: bytes = DRAFT, name: str = "draft.md", form: str = "") -> str:
    """Give a file and return the preview."""
    return desk.post("/import", file=(BytesIO(data), name), form=form).text


def test_the_page_shows_what_was_understood_and_keeps_nothing(house: House, desk: Browser) -> None:
    page = upload(desk)

    assert kinds(page) == {
        "Conference on": "masthead",
        "PW/2027/L.1": "masthead",
        "Declaration on": "title",
        "Recalling the": "preambular",
        "Noting the": "preambular",
        "Calls upon": "operative",
        "To save": "subparagraph",
        "Decides to": "operative",
    }
    assert "OP1 (a)" in page
    assert "A/77/1." in page
    assert shown(page)["symbol"] == "PW/2027/L.1"
    assert kept(house) == 0


def test_italics_bold_and_calls_of_notes_are_shown_as_they_were_read(desk: Browser) -> None:
    page = upload(desk, DRAFT.replace(b"Decides* to", b"Decides* **[again]** to"))

    assert "<em>Recalling</em> the Charter" in page
    assert "<strong>[again]</strong> to meet" in page
    assert 'report,<sup><a href="#note-1" aria-label="note 1">1</a></sup></p>' in page
    assert 'id="note-1"' in page


def test_one_footnote_is_said_in_the_singular(desk: Browser) -> None:
    assert "draft.md: 6 clauses, 1 footnote. Nothing has been kept yet." in upload(desk)


def test_kinds_are_corrected_and_shown_again_before_anything_is_kept(house: House, desk: Browser) -> None:
    fields = shown(upload(desk))
    key = next(name for name, value in fields.items() if value == "operative" and name.startswith("kind-"))

    page = desk.post("/import", **{**fields, key: "preambular", "symbol": "PW/L.9"}).text

    assert kinds(page)["Calls upon"] == "preambular"
    assert "PP3 (a)" in page
    assert shown(page)["symbol"] == "PW/L.9"
    assert kept(house) == 0


def test_what_is_shown_is_what_is_kept(house: House, desk: Browser) -> None:
    fields = shown(upload(desk))
    key = next(name for name, value in fields.items() if value == "title")

    answer = desk.post("/import/keep", **{**fields, key: "heading", "language": "fr"})

    with house.store.read() as session:
        view = document_view(session, answer.location.removeprefix("/documents/").partition("?")[0])
    labels = [clause.label for clause in view.clauses]
    assert labels == ["Heading 1", "PP1", "PP2", "OP1", "OP1 (a)", "OP2"]
    assert (view.symbol, view.language, len(view.notes)) == ("PW/2027/L.1", "fr", 1)
    assert view.masthead == ("Conference on the Waters of the Pamir", "PW/2027/L.1")
    assert house.events()[-1] == "draft-imported"
    assert house.verdict().sound


def test_a_line_goes_into_the_masthead_and_out_of_it(house: House, desk: Browser) -> None:
    fields = shown(upload(desk))
    title = next(name for name, value in fields.items() if value == "title")

    page = desk.post("/import", **{**fields, "kind-m1": "title", title: "masthead"}).text

    assert kinds(page)["Conference on"] == "title"
    assert kinds(page)["Declaration on"] == "masthead"
    answer = desk.post("/import/keep", **shown(page))
    with house.store.read() as session:
        view = document_view(session, answer.location.removeprefix("/documents/").partition("?")[0])
    assert view.title == "Conference on the Waters of the Pamir"
    assert view.masthead == ("PW/2027/L.1", "Declaration on water")


def test_keeping_twice_by_accident_keeps_once(house: House, desk: Browser) -> None:
    fields = shown(upload(desk))

    answers = [desk.post("/import/keep", **fields) for _ in range(2)]

    assert answers[0].location == answers[1].location
    assert kept(house) == 1


def test_another_form_is_shown_before_it_is_kept(house: House, desk: Browser) -> None:
    fields = shown(upload(desk))

    page = desk.post("/import/keep", **{**fields, "form": "dashes"})

    assert page.status_code == 200
    assert shown(page.text)["form"] == "dashes"
    assert kept(house) == 0


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "draft.md"),
        (b"   \n", "draft.txt"),
        (b"Recalling\xff the Charter,", "draft.txt"),
        (b"no word file", "draft.docx"),
        (b"%PDF-1.7", "draft.pdf"),
        (b"PK\x03\x04 broken", "draft.docx"),
        (DRAFT, "draft.exe"),
        (b"1. Calls upon\xe2\x80\x8b States;", "draft.md"),
        (b"1. " + b"word " * 210_000, "draft.txt"),
        (b"x" * (LARGEST_FILE + 1), "draft.txt"),
        (b"", ""),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_refused_with_one_sentence(
    house: House, desk: Browser, data: bytes, name: str
) -> None:
    page = desk.post("/import", file=(BytesIO(data), name))

    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert page.text.count("Nothing was kept.") == 1
    assert kept(house) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind-c1": "note"},
        {"kind-c1": "king"},
        {"kind-c99": "title"},
        {"form": "sonnet"},
        {"data": "?"},
        {"language": "xx"},
        {"symbol": "PW\u200b"},
        {"filename": ""},
    ],
)
def test_a_form_that_was_tampered_with_keeps_nothing(house: House, desk: Browser, wrong: dict[str, str]) -> None:
    fields = shown(upload(desk))

    answer = desk.post("/import/keep", **{**fields, **wrong})

    assert answer.status_code == 422
    assert kept(house) == 0


def test_words_of_the_file_are_never_markup(desk: Browser) -> None:
    page = upload(desk, b"Title here\n\n1. Calls upon <script>alert(1)</script> States.\n", "draft.txt")

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_symbol_is_found_in_the_masthead() -> None:
    assert symbol_in(("Distr.: Limited", "A/CONF.123/L.1/Rev.2", "18–19 May 2027")) == "A/CONF.123/L.1/Rev.2"
    assert symbol_in(("Dushanbe, 18/19 May",)) == ""
