"""The whole way once: a draft comes in, delegations amend it, the chair decides, the PDF goes out."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from drafting.service.setup_conference import set_up
from drafting.service.text_view import document_view, documents
from drafting.view.document import ConferenceView
from exports.text import plain_text
from tests.browser.house import House
from tests.browser.people import Guest

DRAFT = Path(__file__).parent / "drafts" / "declaration.md"
LINES = ConferenceView(
    "Regional Conference on Safe Mountain Roads",
    "Khorog 2027",
    "Tajikistan",
    (),
    "Khorog",
    "3–4 June 2027",
    "Asia/Dushanbe",
)
DELEGATIONS = (
    "name,code,kind,groups,delegates may submit\nTajikistan,TJK,state,,no\nChina,CHN,state,,yes\nIndia,IND,state,,no\n"
)
PEOPLE = (
    "name,email,delegation,role\n"
    "Firuza Karimova,firuza@example.org,Tajikistan,head of delegation\n"
    "Li Wen,wen@example.org,China,head of delegation\n"
    "Asha Rao,asha@example.org,India,head of delegation\n"
    "Kavi Nair,kavi@example.org,India,delegate\n"
    "Olga Lind,olga@example.org,,chair\n"
)


def seat(secretariat: Guest, browser: Browser, name: str) -> Guest:
    """Let the secretariat make a link for a person, and the person set a password with it."""
    page = secretariat.page
    page.goto("/people")
    row = page.get_by_role("row").filter(has_text=name)
    row.get_by_role("button", name=re.compile("link", re.IGNORECASE)).click()
    guest = Guest(browser, secretariat.house)
    guest.set_password(page.get_by_label(re.compile("Copy it now")).input_value())
    return guest


def test_a_draft_becomes_an_adopted_pdf_and_no_word_is_lost(browser: Browser, house: House, tmp_path: Path) -> None:
    link = set_up(house.store, LINES, name="Sara Yusuf", email="sara@example.org")
    secretariat = Guest(browser, house)
    secretariat.set_password(f"{house.url}/link/{link.token}")
    bring_in_people(secretariat, tmp_path)
    bring_in_the_draft(secretariat)
    china, india, delegate, chair = (
        seat(secretariat, browser, name) for name in ("Li Wen", "Asha Rao", "Kavi Nair", "Olga Lind")
    )

    china.propose(
        "OP2", lambda text: text.replace("as soon as possible", "within one day"), "Travellers must know when."
    )
    expect(china.page.get_by_text("Amendment 1 is submitted")).to_be_visible()
    propose_as_a_delegate(delegate, india)
    china.page.get_by_role("link", name="Rolling text").first.click()
    china.propose("OP2", lambda text: text.replace("to keep them open", "to keep them open all winter"))
    expect(china.page.get_by_text("Amendment 3 is submitted")).to_be_visible()

    india.page.get_by_role("link", name="Rolling text").first.click()
    expect(india.clause("OP2")).to_contain_text("as soon as possible")
    decide_and_see_the_others(chair, india)
    repair_what_was_overtaken(india)
    expect(chair.amendment(2)).to_contain_text("within half a day")

    adopted = adopt(chair)
    assert adopted.startswith(b"%PDF-1.7")
    assert_the_pdf_is_the_rolling_text(house, adopted)
    assert_the_pdf_keeps_both_standards(adopted, tmp_path)
    assert [each for guest in (secretariat, china, india, delegate, chair) for each in guest.troubles] == []


def bring_in_people(secretariat: Guest, folder: Path) -> None:
    (folder / "delegations.csv").write_text(DELEGATIONS, encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    page = secretariat.page
    page.goto("/people")
    page.get_by_label("delegations.csv").set_input_files(folder / "delegations.csv")
    page.get_by_label("people.csv").set_input_files(folder / "people.csv")
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_role("button", name=re.compile("Keep|Bring in")).click()
    expect(page.get_by_role("cell", name="Asha Rao", exact=True)).to_be_visible()


def bring_in_the_draft(secretariat: Guest) -> None:
    page = secretariat.page
    page.get_by_role("link", name="Import").click()
    page.get_by_label("File").set_input_files(DRAFT)
    page.get_by_role("button", name="Show what is understood").click()
    expect(page.get_by_text("OP2 (b)")).to_be_visible()
    page.get_by_role("button", name="Keep this text").click()
    expect(secretariat.clause("PP1")).to_contain_text("Decade of Action")
    expect(secretariat.clause("OP2 (a)")).to_contain_text("training the crews")


def propose_as_a_delegate(delegate: Guest, head: Guest) -> None:
    delegate.propose("OP2", lambda text: text.replace("as soon as possible", "within half a day"))
    expect(delegate.page.get_by_text("waits for clearance").first).to_be_visible()
    head.page.get_by_role("link", name="Our amendments").click()
    head.page.get_by_role("article", name="Draft on OP2").get_by_role("button", name="Submit amendment").click()
    expect(head.page.get_by_text("Amendment 2 is submitted")).to_be_visible()


def decide_and_see_the_others(chair: Guest, india: Guest) -> None:
    chair.page.get_by_role("link", name="Chair's desk").click()
    expect(chair.amendment(2)).to_contain_text("as soon as possible")
    first = chair.amendment(1)
    first.get_by_role("textbox", name="Reason of the decision").fill("It can be measured.")
    first.get_by_role("button", name="Accept").click()
    expect(chair.amendment(2)).to_contain_text("as soon as possible")
    expect(chair.amendment(2)).to_contain_text(re.compile("overtaken", re.IGNORECASE))
    expect(chair.amendment(3)).to_contain_text(re.compile("carried over", re.IGNORECASE))
    # India's page was open all the while and was not reloaded.
    expect(india.clause("OP2")).to_contain_text("within one day")


def repair_what_was_overtaken(india: Guest) -> None:
    page = india.page
    page.get_by_role("link", name="Our amendments").click()
    mine = india.amendment(2)
    expect(mine).to_contain_text("Amendment 1")
    expect(mine).to_contain_text("as soon as possible")
    mine.get_by_role("link", name="Repair").click()
    india.write(lambda text: text.replace("within one day", "within half a day"))
    page.get_by_role("button", name="Submit amendment").click()
    expect(page.get_by_text("Amendment 2 is submitted in its new wording")).to_be_visible()


def adopt(chair: Guest) -> bytes:
    page = chair.page
    chair.amendment(3).get_by_role("button", name="Accept").click()
    expect(page.get_by_text(re.compile("Amendment 3"))).not_to_have_count(0)
    page.get_by_role("link", name="Adopt the text").click()
    expect(page.get_by_text("Amendment 2").first).to_be_visible()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Declare adoption").click()
    page.get_by_role("link", name="Rolling text").first.click()
    expect(page.get_by_role("link", name="Propose amendment")).to_have_count(0)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="PDF").click()
    return download.value.path().read_bytes()


def assert_the_pdf_is_the_rolling_text(house: House, content: bytes) -> None:
    with house.store.read() as session:
        view = document_view(session, documents(session)[0].id)
    printed = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split()
    wanted = plain_text(view).split()
    assert "DRAFT" not in printed
    assert "within one day and to keep them open all winter" in " ".join(printed)
    at = 0
    for word in wanted:
        assert word in printed[at:], f"{word} is missing or out of order in the PDF"
        at = printed.index(word, at) + 1


def assert_the_pdf_keeps_both_standards(content: bytes, folder: Path) -> None:
    file = folder / "adopted.pdf"
    file.write_bytes(content)
    with pikepdf.open(file) as printed, printed.open_metadata() as metadata:
        assert (metadata.pdfa_status, metadata["{http://www.aiim.org/pdfua/ns/id/}part"]) == ("3A", "1")
        assert printed.Root.Lang == "en"
        assert "/StructTreeRoot" in printed.Root
    for command in (["outloud"], ["pdfua", "check"]):
        checker = Path(sys.executable).with_name(command[0])
        found = subprocess.run([checker, *command[1:], file], capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout
