"""The editor's page for everybody: keyboard, touch, small screens, screen readers, no JavaScript."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, Route, expect

from tests.browser.editor.conftest import Editor, Opener
from tests.browser.editor.server import Draft, EditorServer
from tests.browser.editor.test_carrying import CHANGED, carried

_FOCUSED = "(({ariaLabel, name, textContent}) => ariaLabel || name || textContent)(document.activeElement)"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "?language=ar", "?kind=insert", "?kind=delete", "?delegate"])
def test_axe_finds_nothing(open_editor: Opener, query: str, scheme: str) -> None:
    editor = open_editor(query)
    editor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    editor.draft.on_carry = carried
    if "delete" not in query:
        editor.box.click()
        editor.page.keyboard.type("New words ")
        expect(editor.changes).not_to_have_count(0)
    editor.page.evaluate(CHANGED)
    expect(editor.carried).to_be_visible()

    found = Axe().run(editor.page, options=RULES)

    assert found.violations_count == 0, found.generate_report()
    assert len(found.response["passes"]) > 20


def test_tab_goes_through_the_page_and_out_of_the_editor(editor: Editor) -> None:
    editor.page.get_by_role("link", name="Back to OP5").focus()
    names = []
    for _ in range(5):
        editor.page.keyboard.press("Tab")
        names.append(editor.page.evaluate(_FOCUSED))

    assert names == ["Bold", "Proposed text", "reason", "act", "act"]


def test_arrow_keys_move_in_the_toolbar(editor: Editor) -> None:
    bold = editor.page.get_by_role("button", name="Bold")
    bold.focus()

    editor.page.keyboard.press("ArrowRight")
    expect(editor.page.get_by_role("button", name="Italic")).to_be_focused()
    editor.page.keyboard.press("End")
    expect(editor.page.get_by_role("button", name="Show changes")).to_be_focused()
    editor.page.keyboard.press("ArrowRight")

    expect(bold).to_be_focused()


def test_a_change_is_taken_back_by_keyboard_and_the_focus_stays_in_the_list(editor: Editor) -> None:
    editor.replace("Urges", "Calls upon")
    editor.delete(" as appropriate")
    editor.page.get_by_role("button", name="Undo this change: Replaced “Urges” with “Calls upon”").focus()

    editor.page.keyboard.press("Enter")

    expect(editor.page.get_by_role("button", name="Undo this change: Deleted “as appropriate”")).to_be_focused()
    editor.page.keyboard.press("Enter")
    expect(editor.box).to_be_focused()


def test_a_screen_reader_finds_insertions_and_deletions(editor: Editor) -> None:
    editor.replace("Urges", "Calls upon")
    expect(editor.changes).to_have_count(1)

    said = editor.box.aria_snapshot()

    assert "deletion" in said
    assert "insertion" in said


@pytest.mark.parametrize("width", [390, 834, 1440])
def test_nothing_is_wider_than_the_page(open_editor: Opener, width: int) -> None:
    editor = open_editor()
    editor.page.set_viewport_size({"width": width, "height": 900})
    editor.replace("Urges", "Calls upon")
    expect(editor.changes).to_have_count(1)

    assert editor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_finger_on_a_tablet_writes(
    browser: Browser, playwright: Playwright, draft: Draft, editor_server: EditorServer
) -> None:
    device = {
        name: value for name, value in playwright.devices["iPad (gen 7)"].items() if name != "default_browser_type"
    }
    context = browser.new_context(**device)
    page = context.new_page()
    page.goto(editor_server.url)
    editor = Editor(page, draft)
    expect(page.locator("clause-editor[ready]")).to_be_visible()

    editor.box.tap()
    page.keyboard.type("Z")

    expect(editor.changes).to_have_count(1)
    assert page.get_by_role("button", name="Bold").bounding_box()["height"] >= 44  # type: ignore[index]
    context.close()


@pytest.fixture
def plain_page(browser: Browser, draft: Draft, editor_server: EditorServer) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(editor_server.url)
    yield page
    context.close()


def test_without_javascript_a_plain_form_does(plain_page: Page, draft: Draft) -> None:
    box = plain_page.get_by_role("textbox", name="Proposed text")
    expect(box).to_have_value(
        "*Urges* all States to submit, not later than 31 March 2027, national reports on measures taken to"
        " **counter** the financing of terrorism,[^4] and requests the secretariat to publish a synthesis as"
        " appropriate;"
    )

    box.fill("*Calls upon* all States,[^4]")
    plain_page.get_by_role("textbox", name="Reason").fill("Shorter.")
    plain_page.get_by_role("button", name="Submit amendment").click()

    expect(plain_page.locator("body")).to_contain_text("Shorter.")
    assert draft.submitted["proposed"] == "*Calls upon* all States,[^4]"
    assert "runs" not in draft.submitted


def test_what_was_written_before_the_script_came_is_kept(page: Page, draft: Draft, editor_server: EditorServer) -> None:
    held: list[Route] = []
    page.route("**/editor.js", lambda route: held.append(route))
    with page.expect_request("**/editor.js"):
        page.goto(editor_server.url, wait_until="commit")

    page.get_by_role("textbox", name="Proposed text").fill("*Calls upon* all **States**,[^4] and 2 \\* 2;")
    held[0].continue_()

    expect(page.locator("clause-editor[ready]")).to_be_visible()
    assert Editor(page, draft).runs == [
        {"t": "Calls upon", "m": ["em"]},
        {"t": " all "},
        {"t": "States", "m": ["strong"]},
        {"t": ","},
        {"fn": "n4"},
        {"t": " and 2 * 2;"},
    ]


def test_a_delegate_without_the_right_is_told_who_clears_it(open_editor: Opener) -> None:
    editor = open_editor("?delegate")

    submit = editor.page.get_by_role("button", name="Submit amendment")

    expect(submit).to_have_accessible_description("Your head of delegation clears it before it goes to the chair.")


def test_a_deletion_shows_the_clause_struck_and_asks_only_for_the_reason(open_editor: Opener) -> None:
    editor = open_editor("?kind=delete")

    editor.reason.fill("Covered by OP4.")

    expect(editor.page.locator("[data-part=current] del")).to_contain_text("Urges all States")
    expect(editor.box).to_have_count(0)
    expect(editor.badge).to_contain_text("Saved")
    assert editor.draft.saves[-1]["runs"] == []


def test_a_new_clause_begins_empty_and_says_what_it_is(open_editor: Opener) -> None:
    editor = open_editor("?kind=insert")
    editor.box.click()
    editor.page.keyboard.insert_text("Requests the secretariat to report;")

    editor.page.get_by_label("It is a").select_option("subparagraph")

    expect(editor.badge).to_contain_text("Saved")
    assert editor.draft.saves[-1]["clause_kind"] == "subparagraph"
    expect(editor.changes).to_have_text(["Inserted Requests the secretariat to report;"])
