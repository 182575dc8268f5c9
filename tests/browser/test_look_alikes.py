"""A word that looks like another: its delegation is told, the room sees it, the chair ticks before accepting."""

import re

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.house import House
from tests.browser.test_every_page import opened

ODD = "“\u0430ct” mixes Cyrillic \u0430 (U+0430) with Latin letters; it looks like “act”."


def test_a_look_alike_is_told_shown_and_ticked(page: Page, demo_house: House) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, demo_house, "Pakistan (head of delegation)", "{document}/clauses/{clause}/amend")
    expect(page.locator("clause-editor[ready]")).to_be_visible()
    page.get_by_role("textbox", name="Proposed text").click()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.insert_text(" and \u0430ct")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text(ODD)).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Submit amendment").click()
    slip = page.get_by_role("article").filter(has_text=ODD)
    name = slip.get_attribute("aria-label") or ""

    opened(page, demo_house, "Chair 1", "{document}/desk")
    slip = page.get_by_role("article", name=name, exact=True)
    seen = slip.get_by_role("checkbox", name=re.compile("I have seen “\u0430ct”"))
    slip.get_by_role("button", name="Accept").click()
    expect(seen).to_be_visible()
    expect(slip.get_by_text(ODD)).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    seen.check()
    slip.get_by_role("button", name="Accept").click()
    expect(page.get_by_text(f"{name} on OP9 is accepted.")).to_be_visible()
