"""The chair's desk while both chairs are at it, and what a page does after an act."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from drafting.demo.load import load
from drafting.wiring import now
from tests.browser.house import House
from tests.browser.test_every_page import opened

AMENDMENT = re.compile(r"^Amendment \d+$")
DESK = "{document}/desk"


def chairs(browser: Browser, house: House) -> tuple[Page, Page]:
    """Seat both chairs at the desk of the demo."""
    load(house.config.database_url, now())
    first, second = (browser.new_context(base_url=house.url).new_page() for _ in range(2))
    opened(first, house, "Chair 1", DESK)
    opened(second, house, "Chair 2", DESK)
    return first, second


def slip(page: Page, place: int = 0) -> Locator:
    return page.get_by_role("article", name=AMENDMENT).nth(place)


def test_what_a_chair_is_typing_stays_with_the_focus_when_the_other_decides(browser: Browser, house: House) -> None:
    first, second = chairs(browser, house)
    expect(second.locator("#live[data-state=connected]")).to_have_count(1)
    name = slip(second).get_attribute("aria-label") or ""
    slip(second).get_by_role("textbox", name="Reason of the decision").press_sequentially("Half a sentence")

    slip(first).get_by_role("button", name="Accept").click()

    kept = second.get_by_role("textbox", name=re.compile(f"You were writing on {name}. Accepted by "))
    expect(kept).to_have_value("Half a sentence")
    expect(kept).to_be_focused()
    expect(kept).to_be_in_viewport()


def test_a_refused_page_is_read_at_its_own_address_and_goes_on_living(browser: Browser, house: House) -> None:
    first, second = chairs(browser, house)
    desk = second.url
    second.route("**/events*", lambda route: route.abort())
    second.reload()
    slip(second).get_by_role("textbox", name="Reason of the decision").fill("Not ripe")
    slip(first).get_by_role("button", name="Accept").click()
    expect(first.get_by_role("status").filter(has_text="is accepted")).to_be_visible()
    second.unroute("**/events*")

    slip(second).get_by_role("button", name="Reject").click()

    expect(second.get_by_role("textbox", name="What you typed:")).to_have_value("Not ripe")
    expect(second).to_have_url(desk)
    expect(second.locator("#live[data-state=connected]")).to_have_count(1)
    name = slip(first).get_attribute("aria-label") or ""
    slip(first).get_by_role("button", name="Reject").click()
    expect(second.get_by_role("article", name=name, exact=True).get_by_role("button", name="Accept")).to_have_count(0)
    expect(second.get_by_role("textbox", name="What you typed:")).to_have_value("Not ripe")


def test_after_a_decision_the_keyboard_stands_on_the_notice_and_goes_on_at_the_clause(
    browser: Browser, house: House
) -> None:
    first, _ = chairs(browser, house)

    slip(first).get_by_role("button", name="Reject").click()

    expect(first.locator("#notice")).to_be_focused()
    first.keyboard.press("Tab")
    expect(first.get_by_role("link", name=re.compile("^Go on at "))).to_be_focused()


def test_a_seat_is_found_while_its_name_is_typed(page: Page, demo_house: House) -> None:
    page.goto(demo_house.url)

    page.get_by_label("Find a seat").press_sequentially("pakist")

    expect(page.get_by_role("button", name="Enter as Pakistan (delegate)")).to_be_visible()
    expect(page.get_by_role("button", name="Enter as Chair 1")).to_be_hidden()
