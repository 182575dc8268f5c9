"""Writing in the editor: what is typed, deleted, pasted and undone, and how it is drawn."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.editor.conftest import Editor, Opener

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body><!--StartFragment--><p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=EN-GB
style='font-size:12pt'>in good time<o:p></o:p></span></b></p>
<p class=MsoNormal><span lang=EN-GB>and <i>in full</i></span>
<span class=msoDel><del cite="mailto:x">gone</del></span></p><table><tr><td>cell</td></tr></table>
<p><o:p>&nbsp;</o:p></p><script>alert(1)</script><img src=x onerror=alert(2)><!--EndFragment--></body></html>"""

PASTE = """html => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', html);
  clipboardData.setData('text/plain', 'x');
  const paste = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
  document.querySelector('.ProseMirror').dispatchEvent(paste);
}"""

COPY = """() => {
  const clipboardData = new DataTransfer();
  const copy = new ClipboardEvent('copy', {clipboardData, bubbles: true, cancelable: true});
  document.querySelector('.ProseMirror').dispatchEvent(copy);
  return clipboardData.getData('text/plain') + clipboardData.getData('text/html');
}"""


def test_a_replaced_word_is_struck_and_its_successor_underlined(editor: Editor) -> None:
    editor.replace("Urges", "Calls upon")

    expect(editor.box.locator("del")).to_have_text("Urges")
    expect(editor.box.locator("ins")).to_have_text("Calls upon")
    expect(editor.changes).to_have_text(["Replaced Urges with Calls upon"])


def test_a_word_typed_again_leaves_no_change(editor: Editor) -> None:
    editor.replace("national reports", "X")
    editor.replace("X", "national reports")

    expect(editor.changes).to_have_count(0)
    expect(editor.box.locator("ins, del")).to_have_count(0)


def test_undo_and_redo(editor: Editor) -> None:
    before = editor.text
    editor.replace("Urges", "Calls upon")

    editor.page.keyboard.press("Control+z")
    undone = editor.text
    editor.page.keyboard.press("Control+Shift+z")

    assert undone == before
    assert editor.text.startswith("Calls upon all States")


def test_backspace_deletes_through_struck_words(editor: Editor) -> None:
    editor.put_after(" as appropriate")

    for _ in " as appropriate" + "synthesis":
        editor.page.keyboard.press("Backspace")
    editor.page.keyboard.type("summary")

    assert editor.text.endswith("publish a summary;")


def test_the_caret_passes_a_deletion_in_one_step(editor: Editor) -> None:
    editor.delete(" as appropriate")

    heads = []
    for _ in range(4):
        heads.append(editor.head())
        editor.page.keyboard.press("ArrowLeft")

    assert heads == list(range(heads[0], heads[0] - 4, -1))


def test_a_click_on_struck_words_puts_the_caret_beside_them(editor: Editor) -> None:
    editor.delete("Urges")
    editor.page.keyboard.press("Control+End")

    editor.box.locator("del").click()
    editor.page.keyboard.type("Q")

    expect(editor.box.locator("del")).to_have_text("Urges")
    assert editor.text.startswith("Q all")


def test_all_words_can_be_replaced(editor: Editor) -> None:
    editor.box.click()
    editor.page.keyboard.press("Control+a")
    editor.page.keyboard.press("Delete")
    assert editor.text == ""

    editor.page.keyboard.insert_text("New text")

    assert editor.text == "New text"


def test_enter_makes_a_blank_and_no_second_paragraph(editor: Editor) -> None:
    before = editor.text
    editor.put_after("Urges")

    for key in ("Enter", "Shift+Enter", "Control+Enter"):
        editor.page.keyboard.press(key)
    editor.page.keyboard.type("and invites")

    assert editor.text == before.replace("Urges", "Urges and invites", 1)
    expect(editor.box.locator("p")).to_have_count(1)


@pytest.mark.parametrize("word", ["日本", "한국"])
def test_a_composition_ends_as_one_insertion(editor: Editor, word: str) -> None:
    devtools = editor.page.context.new_cdp_session(editor.page)
    editor.put_after("secretariat")
    editor.page.keyboard.type(" ")

    for size in range(1, len(word) + 1):
        devtools.send("Input.imeSetComposition", {"text": word[:size], "selectionStart": size, "selectionEnd": size})
        assert editor.page.evaluate("document.querySelector('clause-editor').view.composing")
    devtools.send("Input.insertText", {"text": word})

    expect(editor.box.locator("ins")).to_contain_text(word)
    assert editor.text.count(f"secretariat {word}") == 1


def test_a_composition_beside_a_deletion_keeps_every_letter(editor: Editor) -> None:
    devtools = editor.page.context.new_cdp_session(editor.page)
    editor.delete("financing")

    for size in range(1, 6):
        devtools.send("Input.imeSetComposition", {"text": "value"[:size], "selectionStart": size, "selectionEnd": size})
    devtools.send("Input.insertText", {"text": "value"})

    expect(editor.changes).to_have_text(["Replaced financing with value"])
    assert "the value of terrorism" in editor.text


def test_what_is_pasted_from_word_becomes_words_of_the_one_paragraph(editor: Editor) -> None:
    editor.put_after(" as appropriate")
    editor.page.keyboard.type(" ")

    editor.page.evaluate(PASTE, WORD)

    assert editor.text.endswith("as appropriate in good time and in full cell;")
    expect(editor.box.locator("p")).to_have_count(1)
    expect(editor.box.locator("strong", has_text="in good time")).to_have_count(1)
    expect(editor.box.locator("em", has_text="in full")).to_have_count(1)


def test_struck_words_are_not_copied(editor: Editor) -> None:
    editor.delete("Urges")
    editor.page.keyboard.press("Control+a")

    copied = editor.page.evaluate(COPY)

    assert "all States" in copied
    assert "Urges" not in copied


def test_a_note_reference_moves_by_cut_and_paste_and_keeps_its_note(editor: Editor) -> None:
    editor.page.evaluate(PASTE, '<p>x<sup data-note="n4" data-number="9">9</sup><sup data-note="other">1</sup></p>')

    notes = [run["fn"] for run in editor.runs if "fn" in run]

    assert notes == ["n4", "n4"]
    expect(editor.box.get_by_role("img", name="note 4")).to_have_count(2)


def test_one_change_is_taken_back_and_the_others_stay(editor: Editor) -> None:
    editor.replace("Urges", "Calls upon")
    editor.delete(" as appropriate")

    editor.page.get_by_role("button", name="Undo this change: Replaced “Urges” with “Calls upon”").click()

    expect(editor.changes).to_have_text(["Deleted as appropriate"])
    assert editor.runs[0] == {"t": "Urges", "m": ["em"]}


def test_a_change_of_setting_is_taken_back(editor: Editor) -> None:
    editor.select("national reports")
    editor.page.keyboard.press("Control+i")
    expect(editor.changes).to_have_text(["Changed italics or bold of national reports"])

    editor.page.get_by_role("button", name=re.compile("Undo this change")).click()

    expect(editor.changes).to_have_count(0)
    expect(editor.box.locator("em")).to_have_text(["Urges"])


@pytest.mark.parametrize(
    ("words", "by"), [("Urges all", "Now"), ("Urges", "It is hereby decided: Urges"), ("Urges all", "")]
)
def test_a_change_of_the_first_words_is_taken_back_to_the_letter(editor: Editor, words: str, by: str) -> None:
    before = editor.text
    editor.box.click()
    editor.page.keyboard.press("Control+Home")
    for _ in words:
        editor.page.keyboard.press("Shift+ArrowRight")
    editor.page.keyboard.insert_text(by) if by else editor.page.keyboard.press("Delete")

    while editor.changes.count():
        editor.page.get_by_role("button", name=re.compile("Undo this change")).first.click()

    assert editor.text == before


def test_the_clause_is_shown_as_it_would_read(editor: Editor) -> None:
    editor.delete(" as appropriate")

    expect(editor.preview).to_have_text(re.compile("publish a synthesis;$"))
    expect(editor.preview.locator("ins, del")).to_have_count(0)


def test_changes_can_be_hidden(editor: Editor) -> None:
    editor.replace("Urges", "Calls upon")

    editor.page.get_by_role("button", name="Show changes").click()

    expect(editor.box.locator("ins, del")).to_have_count(0)
    expect(editor.changes).to_have_count(1)


def test_changes_are_announced_after_a_rest(editor: Editor) -> None:
    editor.replace("Urges", "Calls upon")

    status = editor.page.locator("[data-part=status][role=status]")
    expect(status).to_have_text("1 change. Last: Replaced “Urges” with “Calls upon”")


def test_arabic_is_written_from_right_to_left(open_editor: Opener) -> None:
    editor = open_editor("?language=ar")

    editor.replace("يحث", "يدعو")

    expect(editor.changes).to_have_text(["Replaced يحث with يدعو"])
    assert editor.box.locator("p").evaluate("clause => getComputedStyle(clause).direction") == "rtl"
