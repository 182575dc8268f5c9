"""A clause that changes under an open editor."""

from threading import Event
from typing import Any

from flask.typing import ResponseReturnValue
from playwright.sync_api import expect

from tests.browser.editor.conftest import Editor
from tests.browser.editor.server import ENGLISH, Wire


def _moved(runs: Wire) -> Wire:
    return [{**run, "t": run["t"].replace("31 March", "30 June")} if "t" in run else run for run in runs]


NEW = _moved(ENGLISH)
_EVENT = "document.dispatchEvent(new CustomEvent('drafting:changed', {detail: {clauses: %s, seq: 12, type: '%s'}}))"
CHANGED = _EVENT % ("['c5', 'c9']", "amendment-accepted")
CHANGED_ELSEWHERE = _EVENT % ("['c9']", "amendment-accepted")
ONLY_SUBMITTED = _EVENT % ("['c5']", "amendment-submitted")


def carried(sent: dict[str, Any]) -> dict[str, Any]:
    return _answer("carried", proposed=_moved(sent["runs"]))


def _answer(outcome: str, **more: Any) -> dict[str, Any]:
    by = {"clause_label": "OP5", "by": "Amendment 5 (India)", "current": NEW, "version": 8}
    return {**by, "proposed": NEW, "conflicts": [], "outcome": outcome, **more}


def test_a_changed_clause_is_shown_beside_and_the_writing_goes_on(editor: Editor) -> None:
    editor.draft.on_carry = carried
    editor.put_after("national")
    editor.page.keyboard.type(" and reg")

    editor.page.evaluate(CHANGED)
    expect(editor.carried).to_be_visible()
    editor.page.keyboard.type("ional")

    expect(editor.carried).to_contain_text("OP5 now reads, by Amendment 5 (India):")
    expect(editor.carried.locator("del")).to_have_text("31 March")
    expect(editor.carried.locator("ins")).to_have_text("30 June")
    assert "national and regional reports" in editor.text
    assert "31 March" in editor.text


def test_going_on_carries_over_what_was_written_since(editor: Editor) -> None:
    editor.draft.on_carry = carried
    editor.put_after("national")
    editor.page.keyboard.insert_text(" and regional")
    editor.page.evaluate(CHANGED)
    expect(editor.carried).to_be_visible()
    editor.replace("Urges", "Calls upon")

    editor.page.get_by_role("button", name="Continue on the new text").click()

    expect(editor.carried).to_be_hidden()
    expect(editor.changes).to_have_text(["Replaced Urges with Calls upon", "Inserted and regional"])
    assert "30 June" in editor.text
    expect(editor.page.locator("[data-part=current]")).to_contain_text("30 June")
    expect(editor.badge).to_contain_text("Saved")
    assert editor.draft.saves[-1]["base_version"] == 8


def test_undo_after_going_on_undoes_what_the_writer_did(editor: Editor) -> None:
    editor.draft.on_carry = carried
    editor.replace("Urges", "Calls upon")
    editor.page.evaluate(CHANGED)
    editor.page.get_by_role("button", name="Continue on the new text").click()
    expect(editor.carried).to_be_hidden()

    editor.box.focus()
    editor.page.keyboard.press("Control+z")

    expect(editor.changes).to_have_count(0)
    assert "30 June" in editor.text


def test_a_conflict_is_named_and_the_wording_can_stay(editor: Editor) -> None:
    why = "Amendment 5 (India) replaces “31 March” with “30 June”, which you delete."
    editor.draft.on_carry = lambda _: _answer("conflict", conflicts=[why])
    editor.delete(", not later than 31 March 2027")
    editor.page.evaluate(CHANGED)
    expect(editor.carried).to_contain_text(why)

    editor.page.get_by_role("button", name="Keep my wording against the new text").click()

    expect(editor.changes).to_have_text(["Deleted , not later than 30 June 2027"])
    expect(editor.badge).to_contain_text("Saved")
    assert editor.draft.saves[-1]["base_version"] == 8


def test_saved_is_not_said_of_a_draft_kept_against_the_old_text(editor: Editor) -> None:
    answer = Event()

    def slow(sent: dict[str, Any]) -> ResponseReturnValue:
        answer.wait(10)
        return editor.draft.keep(sent)

    editor.draft.on_save = slow
    editor.draft.on_carry = lambda _: _answer("conflict", conflicts=["Both replace it."])
    editor.replace("Urges", "Calls upon")
    expect(editor.badge).to_have_text("Saving …")
    editor.page.evaluate(CHANGED)
    editor.page.get_by_role("button", name="Keep my wording against the new text").click()
    expect(editor.carried).to_be_hidden()
    answer.set()

    expect(editor.badge).to_contain_text("Saved")
    assert [sent["base_version"] for sent in editor.draft.saves] == [7, 8]


def test_the_new_text_can_be_asked_for_again(editor: Editor) -> None:
    editor.draft.on_carry = lambda _: ({}, 503)
    editor.page.evaluate(CHANGED)
    expect(editor.carried).to_contain_text("could not be fetched")

    editor.draft.on_carry = carried
    editor.page.get_by_role("button", name="Show the new text").click()

    expect(editor.page.get_by_role("button", name="Continue on the new text")).to_be_visible()


def test_what_leaves_the_clause_as_it_is_does_not_concern_the_editor(editor: Editor) -> None:
    editor.page.evaluate(CHANGED_ELSEWHERE)
    editor.page.evaluate(ONLY_SUBMITTED)
    editor.draft.on_carry = carried
    editor.page.evaluate(CHANGED)
    expect(editor.carried).to_be_visible()

    assert len(editor.draft.carries) == 1
