from dataclasses import replace

import pytest

from drafting.errors import InvalidTextError, NotAllowedError, NotFoundError, RuleError, StaleVersionError
from drafting.records.draft import Draft
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind, AmendmentState, Cause, DraftState
from drafting.service import drafts
from drafting.service.drafts import Content, Target, discard, hand_over
from drafting.service.submit import prepare, submit
from drafting.text import NoteReference, Run
from drafting.text.runs import from_wire, plain
from tests.service.conference import NOTE, OP1, OP3, PP1, Conference

BETTER = OP1.replace("without delay", "every month")


def test_a_delegates_draft_waits_until_the_head_of_delegation_submits_it(conference: Conference) -> None:
    draft = conference.draft("India delegate", "OP1", BETTER, reason="Delay cannot be measured.")
    with conference.store.write() as session:
        waiting = hand_over(session, conference.actor("India delegate"), draft)

    number = conference.submit("India", draft)

    amendment, wordings = conference.amendment(number), conference.wordings(number)
    assert waiting.state is DraftState.WAITING
    assert amendment.state is AmendmentState.SUBMITTED
    assert amendment.submitted_by == conference.people["India"]
    assert plain(from_wire(wordings[0].runs)) == BETTER
    assert wordings[0].reason == "Delay cannot be measured."
    with conference.store.read() as session:
        assert session.get(Draft, draft) is None


def test_a_delegate_does_not_submit_where_the_head_of_delegation_does(conference: Conference) -> None:
    draft = conference.draft("India delegate", "OP1", BETTER)

    with pytest.raises(NotAllowedError, match="head of delegation submits"):
        conference.submit("India delegate", draft)

    with conference.store.read() as session:
        assert session.get(Draft, draft) is not None


def test_a_delegate_submits_where_the_delegation_lets_its_delegates(conference: Conference) -> None:
    draft = conference.draft("Japan delegate", "OP1", BETTER)

    number = conference.submit("Japan delegate", draft)

    assert conference.state(number) is AmendmentState.SUBMITTED


@pytest.mark.parametrize("who", ["Chair 1", "Secretariat", "Observer"])
def test_nobody_outside_a_delegation_submits(conference: Conference, who: str) -> None:
    draft = conference.draft("India", "OP1", BETTER)

    with pytest.raises(NotAllowedError):
        conference.submit(who, draft)


def test_amendments_are_numbered_in_the_order_of_their_submission(conference: Conference) -> None:
    numbers = [
        conference.propose("India", "OP1", BETTER),
        conference.insert("Spain", "OP3", "Thanks the host."),
        conference.delete("Japan", "PP2"),
    ]

    assert numbers == [1, 2, 3]


def test_words_written_on_an_older_text_are_carried_over(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", OP1.replace("public", "people"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))

    number = conference.submit("India", draft)

    assert conference.wordings(number)[0].base_version == 2
    conference.accept(number)
    assert conference.words("OP1") == BETTER.replace("public", "people")


def test_words_that_a_decision_overtook_are_refused_by_name_and_the_draft_stays(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", OP1.replace("without delay", "each year"))
    number = conference.propose("Spain", "OP1", BETTER)
    conference.accept(number)
    before = conference.dump()

    with pytest.raises(StaleVersionError) as refusal:
        conference.submit("India", draft)

    assert f"Amendment {number} (Spain) was accepted" in str(refusal.value)
    assert "without delay" in str(refusal.value)
    assert "Your draft is kept." in str(refusal.value)
    assert conference.dump() == before


def test_words_that_the_text_says_already_are_not_submitted(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", BETTER)
    conference.accept(conference.propose("Spain", "OP1", BETTER))

    with pytest.raises(RuleError, match="already says all that you propose"):
        conference.submit("India", draft)


@pytest.mark.parametrize(
    ("words", "said"), [(OP1, "the same as OP1"), ("", "empty. To take OP1 out, use “Propose deletion”")]
)
def test_a_text_that_changes_nothing_or_says_nothing_is_refused(conference: Conference, words: str, said: str) -> None:
    draft = conference.draft("India", "OP1", words)

    with pytest.raises(RuleError, match=said):
        conference.submit("India", draft)


def test_an_invisible_character_is_refused_with_its_place_and_the_draft_stays(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", OP1.replace("States", "Sta\u200btes"))

    with pytest.raises(InvalidTextError, match=r"U\+200B"):
        conference.submit("India", draft)

    with conference.store.read() as session:
        assert session.get(Draft, draft) is not None


def test_a_delegations_open_amendments_on_one_clause_must_fit_together(conference: Conference) -> None:
    first = conference.propose("India", "OP1", BETTER)
    clashing = conference.draft("India", "OP1", OP1.replace("without delay", "each year"))
    fitting = conference.draft("India delegate", "OP1", OP1.replace("public", "people"))

    said = f"own Amendment {first} touches the same words: your text replaces .*, Amendment {first} replaces"
    with pytest.raises(RuleError, match=said):
        conference.submit("India", clashing)

    assert conference.submit("India", fitting) == 2


def test_another_delegations_amendment_may_touch_the_same_words(conference: Conference) -> None:
    conference.propose("India", "OP1", BETTER)

    second = conference.propose("Spain", "OP1", OP1.replace("without delay", "each year"))

    assert conference.state(second) is AmendmentState.SUBMITTED


def test_a_delegation_does_not_ask_for_a_clause_to_go_and_to_be_changed(conference: Conference) -> None:
    first = conference.propose("India", "OP1", BETTER)
    deletion = conference.draft_deletion("India", "OP1")

    with pytest.raises(RuleError, match=f"Your Amendment {first} on OP1 is still open"):
        conference.submit("India", deletion)


def test_a_revision_is_a_new_wording_of_the_same_amendment(conference: Conference) -> None:
    number = conference.propose("India", "OP1", BETTER)
    amendment = conference.amendment(number)
    target = Target(amendment.clause_id, amendment.kind, amendment_id=amendment.id)
    words = OP1.replace("without delay", "each year")
    draft = conference.save("India", target, Content((Run(words),), "Better.", 1, 0))

    revised = conference.submit("India", draft)

    wordings = conference.wordings(number)
    assert revised == number
    assert [wording.cause for wording in wordings] == [Cause.SUBMITTED, Cause.REVISED]
    assert plain(from_wire(wordings[0].runs)) == BETTER
    assert plain(from_wire(wordings[1].runs)) == words


def test_an_overtaken_amendment_is_repaired_on_the_new_text(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("without delay", "each year"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))
    overtaken = conference.amendment(number)
    target = Target(overtaken.clause_id, overtaken.kind, amendment_id=overtaken.id)
    repaired = conference.save("India", target, Content((Run(BETTER.replace("month", "week")),), "", 2, 0))

    conference.submit("India", repaired)

    amendment = conference.amendment(number)
    assert overtaken.state is AmendmentState.BLOCKED
    assert (amendment.state, amendment.blocked_by, amendment.blocked_why) == (AmendmentState.SUBMITTED, None, None)
    conference.accept(number)
    assert conference.words("OP1") == BETTER.replace("month", "week")


def test_a_decided_amendment_takes_no_other_wording(conference: Conference) -> None:
    number = conference.propose("India", "OP1", BETTER)
    amendment = conference.amendment(number)
    target = Target(amendment.clause_id, amendment.kind, amendment_id=amendment.id)
    draft = conference.save("India", target, Content((Run(OP1.replace("public", "people")),), "", 1, 0))
    conference.reject(number)

    with pytest.raises(RuleError, match="is rejected and takes no other wording"):
        conference.submit("India", draft)


def test_a_draft_changed_after_it_was_compared_is_not_submitted(conference: Conference) -> None:
    actor, draft = conference.actor("India"), conference.draft("India", "OP1", BETTER)
    with conference.store.read() as session:
        prepared = prepare(session, actor, draft)
    with conference.store.write() as session:
        typed = Content((Run(OP1.replace("public", "people")),), "", 1, seen_version=1)
        drafts.save(session, actor, draft, conference.target("OP1"), typed)

    with pytest.raises(StaleVersionError, match="changed since you read it"), conference.store.write() as session:
        submit(session, actor, prepared)


def test_a_prepared_draft_is_submitted_once(conference: Conference) -> None:
    actor, draft = conference.actor("India"), conference.draft("India", "OP1", BETTER)
    with conference.store.read() as session:
        prepared = prepare(session, actor, draft)
    with conference.store.write() as session:
        submit(session, actor, prepared)

    with pytest.raises(NotFoundError), conference.store.write() as session:
        submit(session, actor, prepared)

    assert conference.amendment(1).number == 1


def test_a_discarded_draft_cannot_be_submitted(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", BETTER)
    with conference.store.write() as session:
        discard(session, conference.actor("India"), draft)

    with pytest.raises(NotFoundError):
        conference.submit("India", draft)


def test_a_deleted_clause_takes_no_amendment(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", BETTER)
    conference.accept(conference.delete("Spain", "OP1"))

    with pytest.raises(RuleError, match="OP1 has been deleted by a decision"):
        conference.submit("India", draft)


def test_a_note_reference_may_move_but_not_name_a_note_that_is_not_there(conference: Conference) -> None:
    note = conference.clauses["Note 1"]
    moved = (Run("Recalling"), NoteReference(note), Run(PP1.removeprefix("Recalling")))
    unknown = (Run(PP1), NoteReference(conference.clauses["OP1"]))

    with pytest.raises(RuleError, match="calls a note that this document does not have"):
        conference.propose("India", "PP1", unknown)
    number = conference.propose("Spain", "PP1", moved)

    conference.accept(number)
    assert conference.runs("PP1") == moved


def test_the_text_of_a_note_is_amended_like_any_clause(conference: Conference) -> None:
    number = conference.propose("India", "Note 1", NOTE.replace("5 of", "6 of"))

    conference.accept(number)

    assert conference.words("Note 1") == "Decision 6 of 2025."


def test_an_insertion_needs_words_and_a_kind_that_can_stand_there(conference: Conference) -> None:
    empty = conference.draft_insertion("India", "OP1", "")
    misplaced = conference.draft_insertion("India delegate", "OP1", "Recalling,", ClauseKind.PREAMBULAR)

    with pytest.raises(RuleError, match="no words yet"):
        conference.submit("India", empty)
    with pytest.raises(RuleError, match="A preambular cannot stand after OP1"):
        conference.submit("India", misplaced)


def test_a_subparagraph_is_not_inserted_under_a_deleted_paragraph(conference: Conference) -> None:
    draft = conference.draft_insertion("India", "OP2 (a)", "on the law;", ClauseKind.SUBPARAGRAPH)
    first = conference.draft_insertion("India", "OP3", "at the same place;", ClauseKind.SUBPARAGRAPH)
    for label in ("OP2", "OP3"):
        conference.accept(conference.delete("Spain", label))

    with pytest.raises(RuleError, match="OP2 has been deleted by a decision"):
        conference.submit("India", draft)
    with pytest.raises(RuleError, match="OP3 has been deleted by a decision"):
        conference.submit("India", first)


def test_a_clause_may_be_inserted_where_one_was_deleted(conference: Conference) -> None:
    conference.accept(conference.delete("Spain", "OP3"))

    conference.accept(conference.insert("India", "OP3", "Decides to meet every year."))

    assert conference.labels()[-2:] == ["OP3 bis", "Note 1"]
    assert conference.words("OP3") == OP3


def test_an_insertion_and_a_replacement_on_one_clause_do_not_disturb_each_other(conference: Conference) -> None:
    insertion = conference.insert("India", "OP1", "Thanks the host;")

    replacement = conference.propose("India", "OP1", BETTER)

    assert conference.amendment(insertion).kind is AmendmentKind.INSERT
    assert conference.states(insertion, replacement) == [AmendmentState.SUBMITTED] * 2


@pytest.mark.parametrize(("who", "by"), [("India", " by India delegate"), ("India delegate", "")])
def test_only_the_words_that_were_read_are_submitted(conference: Conference, who: str, by: str) -> None:
    draft = conference.draft("India delegate", "OP1", BETTER)
    with conference.store.write() as session:
        content = Content((Run(f"{BETTER} Unseen."),), "", 1, 1)
        drafts.save(session, conference.actor("India delegate"), draft, conference.target("OP1"), content)
    actor = replace(conference.actor(who), may_submit=True)

    sentence = f"^The draft was changed{by} since you read it. Read it again, then submit.$"
    with pytest.raises(StaleVersionError, match=sentence), conference.store.read() as session:
        prepare(session, actor, draft, read_version=1)
    with conference.store.read() as session:
        assert prepare(session, actor, draft, read_version=2).draft_version == 2
