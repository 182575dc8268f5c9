"""The pages that stand behind a button: axe finds nothing on them, and nothing is wider than a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.house import House
from tests.browser.test_every_page import opened

DRAFT = Path(__file__).parent / "drafts" / "declaration.md"


def looked_at(page: Page) -> None:
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert violations(page) == []
    assert wide <= 0


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def test_what_was_understood_of_a_draft(phone: Page, demo_house: House) -> None:
    opened(phone, demo_house, "Secretariat", "/import")
    phone.get_by_label("File").set_input_files(DRAFT)
    phone.get_by_role("button", name="Show what is understood").click()
    expect(phone.get_by_text("OP2 (b)")).to_be_visible()

    looked_at(phone)


def test_a_person_a_link_and_a_seat_that_is_taken_away(phone: Page, demo_house: House) -> None:
    for name in ("Edit", "Take seat away"):
        opened(phone, demo_house, "Secretariat", "/people")
        phone.get_by_role("link", name=name).first.click()
        looked_at(phone)

    opened(phone, demo_house, "Secretariat", "/people")
    phone.get_by_role("button", name="New link").last.click()
    address = phone.get_by_label("Copy it now").input_value()
    looked_at(phone)

    phone.goto(address)
    looked_at(phone)


def test_a_revision_and_a_print(phone: Page, demo_house: House) -> None:
    opened(phone, demo_house, "India (head of delegation)", "{document}/our-amendments")
    phone.get_by_role("link", name="Revise").first.click()
    looked_at(phone)

    opened(phone, demo_house, "Observer", "{document}")
    phone.get_by_role("button", name="PDF").click()
    expect(phone.get_by_role("link", name="Download")).to_be_visible(timeout=60_000)
    looked_at(phone)


def test_a_refusal(phone: Page, demo_house: House) -> None:
    opened(phone, demo_house, "Observer", "{document}/desk")

    expect(phone.get_by_role("alert")).to_be_visible()
    looked_at(phone)
