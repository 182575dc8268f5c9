"""What people do on the pages, as journeys need it again and again."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.house import House

PASSWORD = "the river runs past the hall"


class Guest:
    """A person at a browser of their own."""

    def __init__(self, browser: Browser, house: House) -> None:
        self.house = house
        self.page: Page = browser.new_context(base_url=house.url, locale="en-GB").new_page()
        self.troubles: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))

    def set_password(self, link: str) -> None:
        """Open a one-time link and set a password; it signs in."""
        self.page.goto(link)
        self.page.get_by_label(re.compile("^(New )?password$", re.IGNORECASE)).fill(PASSWORD)
        self.page.get_by_label(re.compile("again", re.IGNORECASE)).fill(PASSWORD)
        self.page.get_by_role("button", name=re.compile("password", re.IGNORECASE)).click()

    def clause(self, label: str) -> Locator:
        """The clause of this label on the document page."""
        return self.page.get_by_role("article", name=label, exact=True)

    def amendment(self, number: int) -> Locator:
        """The amendment of this number."""
        return self.page.get_by_role("article", name=f"Amendment {number}", exact=True)

    def propose(self, label: str, change: Callable[[str], str], reason: str = "") -> None:
        """Open the editor of a clause, write the changed text and submit it."""
        self.clause(label).get_by_role("link", name="Propose amendment").click()
        self.write(change)
        self.page.get_by_role("textbox", name="Reason").fill(reason)
        self.page.get_by_role("button", name="Submit amendment").click()

    def write(self, change: Callable[[str], str]) -> None:
        """Replace the proposed text; the editor is left as after typing."""
        expect(self.page.locator("clause-editor[ready]")).to_be_visible()
        box = self.page.get_by_role("textbox", name="Proposed text")
        text = self.page.evaluate("document.querySelector('clause-editor').view.state.doc.textContent")
        box.click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(change(text))
