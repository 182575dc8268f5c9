import pytest

from drafting.errors import NotAllowedError, NotFoundError, RuleError
from drafting.records.document import Clause
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind
from drafting.service.drafts import Target
from drafting.service.editing import begin, present, resume
from drafting.text import Run
from drafting.text.runs import plain
from drafting.view.editor import EditorView
from tests.service.conference import OP1, Conference

BETTER = OP1.replace("without delay", "every month")


def opened(conference: Conference, who: str, target: Target) -> EditorView:
    with conference.store.read() as session:
        return begin(session, conference.actor(who), target)


def resumed(conference: Conference, who: str, draft: str) -> EditorView:
    with conference.store.read() as session:
        return resume(session, conference.actor(who), draft)


def test_a_proposal_begins_with_the_rolling_text(conference: Conference) -> None:
    view = opened(conference, "India", conference.target("OP1"))

    assert view.proposed == view.base == conference.runs("OP1")
    assert (view.draft_version, view.base_version, view.news, view.revises) == (0, 1, "", None)


def test_an_insertion_begins_empty_and_offers_what_may_stand_there(conference: Conference) -> None:
    view = opened(conference, "India", conference.target("OP3", AmendmentKind.INSERT))

    assert (view.proposed, view.base) == ((), ())
    assert view.kinds == (ClauseKind.OPERATIVE, ClauseKind.HEADING, ClauseKind.SUBPARAGRAPH)


def test_nothing_is_inserted_after_a_note(conference: Conference) -> None:
    with pytest.raises(RuleError, match="No clause can be inserted after Note 1"):
        opened(conference, "India", conference.target("Note 1", AmendmentKind.INSERT))


def test_a_person_goes_on_with_the_draft_they_began(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", BETTER, reason="Why.")

    view = opened(conference, "India", conference.target("OP1"))

    assert (view.draft_id, plain(view.proposed), view.reason, view.draft_version) == (draft, BETTER, "Why.", 1)
    assert opened(conference, "India delegate", conference.target("OP1")).draft_id != draft


def test_a_draft_on_an_older_text_is_carried_over_to_the_new_one(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", OP1.replace("public", "people"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))

    view = resumed(conference, "India", draft)

    assert view.base_version == 2
    assert plain(view.base) == BETTER
    assert plain(view.proposed) == BETTER.replace("public", "people")
    assert view.news == (
        "OP1 changed since this was written, by Amendment 1 (Spain). Your draft was carried over to the new text."
    )
    assert view.clashes == ()


def test_a_draft_whose_words_were_changed_keeps_them_and_names_the_conflict(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", OP1.replace("without delay", "each year"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))

    view = resumed(conference, "India", draft)

    assert plain(view.base) == BETTER
    assert plain(view.proposed) == OP1.replace("without delay", "each year")
    assert view.clashes[0].startswith("Your text replaces “without delay” with “each year”, Amendment 1 ")
    assert "Your words touch the same words" in view.news


def test_the_news_names_what_changed_the_words_not_what_was_inserted_after_them(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", OP1.replace("public", "people"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))
    conference.accept(conference.insert("Japan", "OP1", "Thanks the host;"))

    view = resumed(conference, "India", draft)

    assert "by Amendment 1 (Spain)" in view.news


def test_a_draft_on_a_deleted_clause_says_so(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", BETTER)
    conference.accept(conference.delete("Spain", "OP1"))

    view = resumed(conference, "India", draft)

    assert view.clashes == ("OP1 was deleted.",)
    assert "by Amendment 1 (Spain)" in view.news
    assert plain(view.proposed) == BETTER


def test_a_revision_begins_with_the_delegations_own_words(conference: Conference) -> None:
    number = conference.propose("India", "OP1", BETTER, reason="Why.")
    amendment = conference.amendment(number)

    view = opened(conference, "India", Target("", amendment.kind, amendment_id=amendment.id))

    assert (plain(view.proposed), view.reason, view.revises) == (BETTER, "Why.", number)
    with pytest.raises(NotFoundError):
        opened(conference, "Spain", Target("", amendment.kind, amendment_id=amendment.id))


def test_the_repair_of_an_overtaken_amendment_shows_its_words_beside_the_new_text(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("without delay", "each year"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))
    amendment = conference.amendment(number)

    view = opened(conference, "India", Target("", amendment.kind, amendment_id=amendment.id))

    assert plain(view.base) == BETTER
    assert "each year" in plain(view.proposed)
    assert view.clashes


def test_what_is_decided_is_not_revised(conference: Conference) -> None:
    number = conference.propose("India", "OP1", BETTER)
    conference.reject(number)
    amendment = conference.amendment(number)

    with pytest.raises(RuleError, match="is rejected and takes no other wording"):
        opened(conference, "India", Target("", amendment.kind, amendment_id=amendment.id))


@pytest.mark.parametrize("kind", [AmendmentKind.DELETE, AmendmentKind.INSERT])
def test_deletions_and_insertions_are_revised_too(conference: Conference, kind: AmendmentKind) -> None:
    deletes = kind is AmendmentKind.DELETE
    number = conference.delete("India", "OP1") if deletes else conference.insert("India", "OP1", "Thanks the host;")
    amendment = conference.amendment(number)

    view = opened(conference, "India", Target("", kind, amendment_id=amendment.id))

    assert plain(view.proposed) == ("" if deletes else "Thanks the host;")
    assert (view.kind, view.new_kind) == (kind, None if deletes else ClauseKind.OPERATIVE)


@pytest.mark.parametrize("who", ["Chair 1", "Secretariat", "Observer"])
def test_only_delegations_write(conference: Conference, who: str) -> None:
    with pytest.raises(NotAllowedError):
        opened(conference, who, conference.target("OP1"))


def test_words_that_the_new_text_says_already_are_no_change_any_more(conference: Conference) -> None:
    conference.accept(conference.propose("Spain", "OP1", BETTER))

    with conference.store.read() as session:
        now = present(session, session.get_one(Clause, conference.clauses["OP1"]), 1, (Run(BETTER),))

    assert (plain(now.base), plain(now.proposed), now.clashes) == (BETTER, BETTER, ())


def test_a_clause_that_is_not_there_is_not_amended(conference: Conference) -> None:
    with pytest.raises(NotFoundError):
        opened(conference, "India", Target("0" * 32, AmendmentKind.REPLACE))
