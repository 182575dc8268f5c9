"""The state of saving: what the badge says is true."""

import json
from threading import Event
from typing import Any

from flask.typing import ResponseReturnValue
from playwright.sync_api import Dialog, expect

from tests.browser.editor.conftest import Editor, Opener
from tests.browser.editor.server import SAVED_AT, Draft

SAVED = "Saved "


def test_what_is_written_is_saved_after_a_rest(editor: Editor) -> None:
    editor.replace("Urges", "Calls upon")
    editor.reason.fill("Agreed language.")

    expect(editor.badge).to_have_text("Saved 14:41")  # Dushanbe is five hours ahead of UTC

    assert editor.draft.runs == editor.runs
    assert editor.draft.reason == "Agreed language."
    assert editor.draft.saves[-1]["base_version"] == 7


def test_saved_is_said_only_when_the_server_has_what_is_written_now(editor: Editor) -> None:
    on_way, answer = Event(), Event()

    def slow(sent: dict[str, Any]) -> ResponseReturnValue:
        on_way.set()
        answer.wait(10)
        return editor.draft.keep(sent)

    editor.draft.on_save = slow
    editor.replace("Urges", "Calls upon")
    expect(editor.badge).to_have_text("Saving …")
    on_way.wait(10)
    editor.replace("national", "annual")
    answer.set()

    expect(editor.badge).to_contain_text(SAVED)
    assert "annual reports" in "".join(run.get("t", "") for run in editor.draft.runs)


def test_blanks_that_the_server_settles_do_not_keep_the_draft_unsaved(editor: Editor) -> None:
    def settled(sent: dict[str, Any]) -> ResponseReturnValue:
        *before, last = sent["runs"]
        runs = [*before, {**last, "t": last["t"].replace("  ", " ").rstrip()}]
        return editor.draft.keep({**sent, "runs": runs})

    editor.draft.on_save = settled
    editor.page.keyboard.press("Control+End")
    editor.put_after(" as appropriate;")
    editor.page.keyboard.type("  and  ")

    expect(editor.badge).to_contain_text(SAVED)


def test_other_words_on_the_server_are_never_called_saved(editor: Editor) -> None:
    editor.draft.on_save = lambda sent: {
        "stored": {"runs": [{"t": "Something else"}], "reason": ""},
        "draft_version": 2,
        "saved_at": SAVED_AT,
    }

    editor.replace("Urges", "Calls upon")

    expect(editor.badge).to_contain_text("Not saved: the server keeps other words than yours.")


def test_a_failing_save_is_said_and_tried_again(editor: Editor) -> None:
    editor.draft.on_save = lambda _: ({}, 503)
    editor.replace("Urges", "Calls upon")
    expect(editor.badge).to_contain_text("Not saved: the server could not keep it. We keep trying.")

    editor.draft.on_save = None

    expect(editor.badge).to_contain_text(SAVED, timeout=15000)
    keys = [sent["key"] for sent in editor.draft.saves]
    assert len(set(keys)) == 1
    assert editor.draft.runs == editor.runs


def test_a_lost_connection_is_said_and_the_draft_goes_out_when_it_is_back(editor: Editor) -> None:
    editor.page.context.set_offline(True)
    editor.replace("Urges", "Calls upon")
    expect(editor.badge).to_contain_text("Not saved: there is no connection. We keep trying.")

    editor.page.context.set_offline(False)

    expect(editor.badge).to_contain_text(SAVED)
    assert editor.draft.runs == editor.runs


def test_a_refused_text_is_kept_in_the_editor_with_the_reason(editor: Editor) -> None:
    editor.draft.on_save = lambda _: ({"message": "The text holds U+202E, which turns its direction. Delete it."}, 422)
    editor.replace("Urges", "Calls upon")
    expect(editor.badge).to_contain_text("Not saved: The text holds U+202E")

    editor.draft.on_save = None
    editor.replace("national", "annual")

    expect(editor.badge).to_contain_text(SAVED)


def test_who_is_signed_out_keeps_the_text_and_goes_on_after_signing_in(editor: Editor) -> None:
    def by_token(sent: dict[str, Any]) -> ResponseReturnValue:
        return editor.draft.keep(sent) if sent["token"] == editor.draft.token else ({}, 401)

    editor.draft.on_save = by_token
    editor.draft.token = "token-of-no-session"
    editor.page.route(editor.page.url, lambda route: route.fulfill(body="Sign in", content_type="text/html"))
    editor.replace("Urges", "Calls upon")
    expect(editor.badge).to_have_text("You are signed out. Sign in in another tab, your text stays here.")
    assert editor.text.startswith("Calls upon")

    editor.page.unroute(editor.page.url)
    editor.draft.token = "token-2"

    expect(editor.badge).to_contain_text(SAVED, timeout=15000)
    assert editor.draft.saves[-1]["token"] == "token-2"


def _changed_elsewhere(draft: Draft) -> None:
    theirs = {"runs": [{"t": "Invites all States"}], "reason": "Softer.", "draft_version": 5, "by": "Sana Rahimi"}

    def answer(sent: dict[str, Any]) -> ResponseReturnValue:
        return (
            draft.keep(sent)
            if sent["draft_version"] == 5
            else ({"message": "Changed elsewhere.", "theirs": theirs}, 409)
        )

    draft.on_save = answer


def test_of_two_texts_mine_can_be_kept(editor: Editor) -> None:
    _changed_elsewhere(editor.draft)
    editor.replace("Urges", "Calls upon")
    region = editor.page.get_by_role("region", name="This draft was changed elsewhere")
    expect(region.locator("ins")).to_contain_text("Invites")
    assert editor.text.startswith("Calls upon")

    region.get_by_role("button", name="Keep my text").click()

    expect(editor.badge).to_contain_text(SAVED)
    expect(region).to_be_hidden()
    assert editor.draft.runs == editor.runs
    assert editor.text.startswith("Calls upon")


def test_what_was_typed_over_anothers_text_waits_until_the_writer_goes_on(open_editor: Opener) -> None:
    editor = open_editor("?unsaved")
    editor.box.focus()
    editor.reason.focus()
    expect(editor.badge).to_have_text("Not saved yet")
    assert editor.draft.saves == []

    editor.replace("Urges", "Calls upon")

    expect(editor.badge).to_contain_text(SAVED)
    assert editor.draft.runs == editor.runs


def test_a_second_tab_on_one_clause_goes_on_in_the_draft_of_the_first(editor: Editor) -> None:
    draft = editor.draft
    urls = {"save": "/drafts/first", "carry": "/carry", "submit": "/submit?draft=first"}

    def answer(_sent: dict[str, Any]) -> ResponseReturnValue:
        draft.id, draft.on_save = "first", None
        theirs = {"runs": [{"t": "Invites all States"}], "reason": "", "draft_version": 5, "by": "You", "urls": urls}
        return {"message": "Changed elsewhere.", "theirs": theirs}, 409

    draft.on_save = answer
    editor.replace("Urges", "Calls upon")

    editor.page.get_by_role("button", name="Keep my text").click()

    expect(editor.badge).to_contain_text(SAVED)
    assert draft.saves[-1]["draft_version"] == 5
    assert editor.page.locator("form.amend-form").get_attribute("action") == urls["submit"]


def test_of_two_texts_the_other_can_be_taken(editor: Editor) -> None:
    _changed_elsewhere(editor.draft)
    editor.replace("Urges", "Calls upon")

    editor.page.get_by_role("button", name="Take the other text").click()

    expect(editor.badge).to_contain_text(SAVED)
    assert editor.text == "Invites all States"
    expect(editor.reason).to_have_value("Softer.")
    editor.box.focus()
    editor.page.keyboard.press("Control+z")
    assert editor.text.startswith("Calls upon")


def test_leaving_warns_only_while_something_is_not_saved(editor: Editor) -> None:
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    editor.page.on("dialog", leave)
    editor.draft.on_save = lambda _: ({}, 503)
    editor.box.click()
    editor.page.keyboard.type("x")
    expect(editor.badge).to_contain_text("Not saved")

    editor.page.reload()

    assert asked == ["beforeunload"]
    expect(editor.page.locator("clause-editor[ready]")).to_be_visible()
    editor.page.reload()
    assert asked == ["beforeunload"]


def test_what_was_written_last_goes_out_when_the_page_closes(open_editor: Opener) -> None:
    editor = open_editor()
    editor.replace("Urges", "Calls upon")

    editor.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")

    expect(editor.badge).to_contain_text(SAVED)
    assert editor.draft.runs == editor.runs


def test_the_form_sends_what_is_in_the_editor(editor: Editor) -> None:
    editor.replace("Urges", "Calls upon")
    editor.reason.fill("Agreed language.")

    editor.page.get_by_role("button", name="Submit amendment").click()

    expect(editor.page.locator("body")).to_contain_text("Agreed language.")
    sent = editor.draft.submitted
    assert json.loads(sent["runs"])[0] == {"t": "Calls upon", "m": ["em"]}
    assert sent["act"] == "submit"
    assert sent["draft_version"] == str(editor.draft.version)
    assert "proposed" not in sent


def test_the_form_waits_for_a_save_on_its_way(editor: Editor) -> None:
    answer = Event()

    def slow(sent: dict[str, Any]) -> ResponseReturnValue:
        answer.wait(10)
        return editor.draft.keep(sent)

    editor.draft.on_save = slow
    editor.replace("Urges", "Calls upon")
    expect(editor.badge).to_have_text("Saving …")
    editor.page.get_by_role("button", name="Save draft").click()
    assert editor.draft.submitted == {}
    answer.set()

    expect(editor.page.locator("body")).to_contain_text("draft_version")

    assert editor.draft.submitted["draft_version"] == "2"
    assert editor.draft.submitted["act"] == "save"
