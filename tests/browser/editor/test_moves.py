"""Words that moved within the clause: how they are drawn while writing, listed and taken back."""

import re

from playwright.sync_api import expect

from tests.browser.editor.conftest import Editor, Opener

PHRASE = ", not later than 31 March 2027"


def move(editor: Editor, words: str, behind: str) -> None:
    """Cut words out and put them after others."""
    editor.delete(words)
    editor.put_after(behind)
    editor.page.keyboard.insert_text(words)


def test_words_put_elsewhere_are_drawn_as_moved(editor: Editor) -> None:
    move(editor, PHRASE, " as appropriate")

    expect(editor.box.locator("del.moved")).to_have_text(PHRASE)
    expect(editor.box.locator("ins.moved")).to_have_text(PHRASE)
    numbers = editor.box.locator(".moved").evaluate_all("all => all.map(each => each.dataset.move)")
    assert numbers == ["1", "1"]


def test_a_sign_and_not_the_colour_pairs_both_ends(editor: Editor) -> None:
    move(editor, PHRASE, " as appropriate")

    signs = editor.box.locator(".moved").evaluate_all(
        "all => all.map(each => getComputedStyle(each, '::after').content)"
    )

    # After the stroke: what is read aloud in the sign's place.
    assert signs == ['"moved away 1" / "] "', '"moved here 1" / "] "']


def test_a_move_is_one_change_and_is_taken_back_as_one(editor: Editor) -> None:
    before = editor.text
    move(editor, PHRASE, " as appropriate")
    expect(editor.changes).to_have_count(1)
    expect(editor.changes).to_have_text(
        re.compile(r"^Moved , not later than 31 March 2027 \(1\) to after synthesis as appropriate")
    )

    editor.page.get_by_role("button", name=re.compile("Undo this change: Moved")).click()

    assert editor.text == before
    expect(editor.changes).to_have_count(0)


def test_what_was_changed_beside_words_that_moved_is_listed_and_taken_back_with_them(editor: Editor) -> None:
    before = editor.text
    editor.delete(f"{PHRASE},")
    editor.put_after(" as appropriate")
    editor.page.keyboard.insert_text(f"{PHRASE} at the latest")
    what = "Moved , not later than 31 March 2027 (1) to after synthesis as appropriate"
    expect(editor.changes).to_have_text([f"{what}; deleted ,; inserted at the latest"])

    editor.page.get_by_role("button", name=re.compile("Undo this change")).click()

    assert editor.text == before


def test_a_move_and_another_change_are_taken_back_apart(editor: Editor) -> None:
    move(editor, PHRASE, " as appropriate")
    editor.replace("Urges", "Calls upon")

    editor.page.get_by_role("button", name=re.compile("Undo this change: Moved")).click()

    expect(editor.changes).to_have_text(["Replaced Urges with Calls upon"])


def test_the_caret_passes_what_moved_away_and_stands_at_every_letter_of_what_moved_here(editor: Editor) -> None:
    move(editor, PHRASE, " as appropriate")

    heads = []
    for _ in range(len(PHRASE) + 4):
        heads.append(editor.head())
        editor.page.keyboard.press("ArrowLeft")

    assert heads == list(range(heads[0], heads[0] - len(heads), -1))


def test_words_go_on_after_what_moved_here(editor: Editor) -> None:
    move(editor, PHRASE, " as appropriate")

    editor.page.keyboard.type(" at")

    assert editor.text.endswith(f"as appropriate{PHRASE} at;")


def test_a_move_is_announced(editor: Editor) -> None:
    move(editor, PHRASE, " as appropriate")

    status = editor.page.locator("[data-part=status][role=status]")
    expect(status).to_contain_text("1 change. Last: Moved “, not later than 31 March 2027” (1) to after “")


def test_words_move_from_right_to_left_too(open_editor: Opener) -> None:
    editor = open_editor("?language=ar")

    move(editor, " في موعد لا يتجاوز 31 مارس 2027", " (Secretariat)")

    expect(editor.box.locator("del.moved")).to_have_count(1)
    expect(editor.box.locator("ins.moved")).to_have_count(1)
