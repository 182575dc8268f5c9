"""Every page of the demo: axe finds nothing, nothing is wider than the screen, and nothing breaks."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from drafting.demo.load import load
from drafting.wiring import now
from tests.browser.axe import violations
from tests.browser.house import House

PAGES = [
    ("", "/"),
    ("", "/sign-in"),
    ("", "/nowhere"),
    ("Observer", "{document}"),
    ("Pakistan (head of delegation)", "{document}"),
    ("Pakistan (head of delegation)", "{document}?view=all"),
    ("Pakistan (head of delegation)", "{document}?view=ours"),
    ("Pakistan (head of delegation)", "{document}/our-amendments"),
    ("Pakistan (delegate)", "{document}/clauses/{clause}/amend"),
    ("Pakistan (delegate)", "{document}/clauses/{clause}/insert-after"),
    ("Pakistan (delegate)", "{document}/clauses/{clause}/delete"),
    ("Chair 1", "{document}/desk"),
    ("Chair 1", "{document}/adopt"),
    ("Secretariat", "{document}/desk"),
    ("Secretariat", "/people"),
    ("Secretariat", "/import"),
]


def opened(page: Page, house: House, seat: str, path: str) -> None:
    """Sit down in a seat of the demo and open a page."""
    page.goto(house.url)
    if seat:
        page.get_by_role("button", name=f"Enter as {seat}", exact=True).click()
        document = re.sub(r"\?.*", "", page.url)
        clause = page.get_by_role("article", name="OP9", exact=True).get_attribute("id") or ""
        path = path.format(document=document, clause=clause.removeprefix("clause-"))
    page.goto(path if path.startswith("http") else house.url + path)


@pytest.mark.parametrize(("seat", "path"), PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    page: Page, demo_house: House, seat: str, path: str
) -> None:
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, demo_house, seat, path)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()

    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found = violations(page)

    assert found == []
    assert wide <= 0
    assert troubles == []


def test_a_decision_reaches_an_open_page_and_leaves_what_is_typed_there(browser: Browser, house: House) -> None:
    load(house.config.database_url, now())
    first, second = (browser.new_context(base_url=house.url).new_page() for _ in range(2))
    opened(first, house, "Chair 1", "{document}/desk")
    opened(second, house, "Chair 2", "{document}/desk")
    amendments = second.get_by_role("article", name=re.compile(r"^Amendment \d+$"))
    kept = amendments.nth(5)
    name = kept.get_attribute("aria-label") or ""
    expect(second.get_by_text("Connected")).to_be_visible()
    kept.get_by_role("textbox", name="Reason of the decision").fill("Half a sentence")

    decided = first.get_by_role("article", name=re.compile(r"^Amendment \d+$")).first
    number = decided.get_attribute("aria-label") or ""
    decided.get_by_role("button", name="Reject").click()

    expect(second.get_by_role("article", name=number, exact=True).get_by_role("button", name="Accept")).to_have_count(0)
    still = second.get_by_role("article", name=name, exact=True)
    expect(still.get_by_role("textbox", name="Reason of the decision")).to_have_value("Half a sentence")
