"""The editor's page in a browser, and hands for it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from tests.browser.editor.server import Draft, EditorServer

_SELECT = """([words, only]) => {
  const view = document.querySelector('clause-editor').view;
  let at = -1;
  view.state.doc.descendants((node, place) => {
    const found = node.isText && at < 0 ? node.text.indexOf(words) : -1;
    if (found >= 0) at = place + found;
  });
  if (at < 0) throw new Error('not in the text: ' + words);
  view.focus();
  const from = only === 'end' ? at + words.length : at;
  const {doc, selection, tr} = view.state;
  view.dispatch(tr.setSelection(selection.constructor.create(doc, from, at + words.length)));
}"""


class Editor:
    """What a person does on the page, and what is there to see."""

    def __init__(self, page: Page, draft: Draft) -> None:
        self.page = page
        self.draft = draft
        self.box: Locator = page.get_by_role("textbox", name="Proposed text")
        self.reason: Locator = page.get_by_role("textbox", name="Reason")
        self.badge: Locator = page.locator("[data-part=badge]")
        self.changes: Locator = page.locator("[data-part=changes] li > span")
        self.preview: Locator = page.locator("[data-part=preview]")
        self.carried: Locator = page.get_by_role("region", name="The clause changed while you were writing")

    def select(self, words: str) -> None:
        """Select words that stand in one setting."""
        self.page.evaluate(_SELECT, [words, "all"])

    def put_after(self, words: str) -> None:
        """Put the caret after these words."""
        self.page.evaluate(_SELECT, [words, "end"])

    def replace(self, words: str, by: str) -> None:
        """Select words and type over them, as one step of undo."""
        self.select(words)
        self.page.keyboard.insert_text(by)

    def delete(self, words: str) -> None:
        """Select words and delete them."""
        self.select(words)
        self.page.keyboard.press("Delete")

    @property
    def runs(self) -> list[dict[str, Any]]:
        """The runs as they would be sent."""
        runs: list[dict[str, Any]] = self.page.evaluate("document.querySelector('clause-editor').runs")
        return runs

    @property
    def text(self) -> str:
        """The plain words as they would be sent."""
        return "".join(run.get("t", f"[{run.get('fn')}]") for run in self.runs)

    def head(self) -> int:
        """The caret, once the page has heard of its last move (native moves reach ProseMirror later)."""
        head: int = self.page.evaluate(
            "new Promise(done => requestAnimationFrame(() => setTimeout(() =>"
            " done(document.querySelector('clause-editor').view.state.selection.head), 30)))"
        )
        return head


Opener = Callable[..., Editor]


@pytest.fixture(scope="session")
def editor_server() -> Iterator[EditorServer]:
    """Serve the editor's page for the session."""
    server = EditorServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def draft(editor_server: EditorServer) -> Draft:
    """Begin a new draft."""
    editor_server.draft = Draft()
    return editor_server.draft


@pytest.fixture
def open_editor(page: Page, draft: Draft, editor_server: EditorServer) -> Iterator[Opener]:
    """Open the page; afterwards, nothing may have broken the content security policy or thrown."""
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if _is_trouble(message) else None)

    def opened(query: str = "") -> Editor:
        page.goto(f"{editor_server.url}/{query}")
        expect(page.locator("clause-editor[ready]")).to_be_visible()
        return Editor(page, draft)

    yield opened
    assert troubles == []


@pytest.fixture
def editor(open_editor: Opener) -> Editor:
    """Open the English clause."""
    return open_editor()


def _is_trouble(message: ConsoleMessage) -> bool:
    return message.type == "error" and "Failed to load resource" not in message.text
