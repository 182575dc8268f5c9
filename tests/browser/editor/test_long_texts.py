"""A clause rewritten from the first of very many words to the last: the server finds the changes, no word waits."""

from playwright.sync_api import expect

from tests.browser.editor.conftest import Editor, Opener
from tests.browser.editor.server import Draft, EditorServer

OTHER = " ".join(f"other{at}" for at in range(3200))
WAITING = "Showing the redline …"
ALONE = "The changes cannot be shown now"


def rewritten(open_editor: Opener) -> Editor:
    editor = open_editor("?language=long")
    editor.box.click()
    editor.page.keyboard.press("Control+a")
    editor.page.keyboard.insert_text(OTHER)
    return editor


def test_the_server_finds_the_changes_of_a_very_long_text(open_editor: Opener, draft: Draft) -> None:
    editor = rewritten(open_editor)

    expect(editor.page.locator("[data-part=no-changes]")).to_have_text(WAITING)
    expect(editor.box.locator("ins")).to_contain_text("other0 other1")
    expect(editor.changes).to_have_count(1)
    assert draft.compared[-1]["runs"] == [{"t": OTHER}]
    assert draft.compared[-1]["base_version"] == 7


def test_only_the_answer_about_the_last_words_counts(
    open_editor: Opener, draft: Draft, editor_server: EditorServer
) -> None:
    draft.held = True
    editor = rewritten(open_editor)
    editor.page.wait_for_event("request", lambda request: request.url.endswith("/redline"))

    with editor.page.expect_event("requestfailed") as given_up:
        draft.held = False
        editor.page.keyboard.type(" word17 at last")
    editor_server.release()

    assert given_up.value.url.endswith("/redline")
    expect(editor.changes).to_contain_text(["other3199 word17 at last"])
    assert draft.compared[-1]["runs"] == [{"t": f"{OTHER} word17 at last"}]


def test_without_an_answer_the_words_stand_without_marks_and_the_page_says_so(
    open_editor: Opener, draft: Draft
) -> None:
    editor = rewritten(open_editor)
    expect(editor.box.locator("ins")).to_have_count(1)

    draft.answers = False
    editor.page.keyboard.type(" at last")

    expect(editor.page.get_by_text(ALONE).first).to_be_visible()
    expect(editor.page.locator("[data-part=status]")).to_contain_text(ALONE)
    expect(editor.box.locator("ins, del")).to_have_count(0)
    assert editor.text == f"{OTHER} at last"
    expect(editor.badge).to_contain_text("Saved")


def test_the_changes_come_back_with_the_connection(open_editor: Opener, draft: Draft) -> None:
    draft.answers = False
    editor = rewritten(open_editor)
    expect(editor.page.get_by_text(ALONE).first).to_be_visible()

    draft.answers = True
    editor.page.evaluate("dispatchEvent(new Event('online'))")

    expect(editor.box.locator("ins")).to_have_count(1)
    expect(editor.page.get_by_text(ALONE)).to_have_count(0)


def test_a_few_changed_words_of_a_very_long_text_are_found_in_the_page(open_editor: Opener, draft: Draft) -> None:
    editor = open_editor("?language=long")

    editor.replace("word1700", "another word")

    expect(editor.changes).to_have_text(["Replaced word1700 with another word"])
    assert draft.compared == []
