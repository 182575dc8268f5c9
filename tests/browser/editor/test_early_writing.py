from playwright.sync_api import Page, Route, expect

from tests.browser.editor.conftest import Editor
from tests.browser.editor.server import Draft, EditorServer


def test_who_writes_before_the_script_is_there_goes_on_at_the_same_place(
    page: Page, draft: Draft, editor_server: EditorServer
) -> None:
    held: list[Route] = []
    page.route("**/editor.js", lambda route: held.append(route))
    with page.expect_request("**/editor.js"):
        page.goto(editor_server.url, wait_until="commit")
    box = page.get_by_role("textbox", name="Proposed text")
    box.click()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type(" Early")

    held[0].continue_()
    expect(page.locator("clause-editor[ready]")).to_be_visible()
    page.keyboard.type(" and late")

    expect(page.locator("clause-editor ins")).to_contain_text("Early and late")
    assert Editor(page, draft).text.endswith("as appropriate; Early and late")
