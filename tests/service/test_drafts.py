import pytest
from sqlalchemy import select

from drafting.errors import InvalidTextError, NotAllowedError, NotFoundError, RuleError
from drafting.records.document import Document
from drafting.records.draft import Draft
from drafting.records.event import Event
from drafting.records.ids import new_id
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind, DraftState, Stage
from drafting.service import drafts
from drafting.service.drafts import LARGEST_DRAFT, Content, Saved, Superseded, Target
from drafting.service.editing import resume
from drafting.text import Run
from tests.service.conference import OP1, Conference

BETTER = OP1.replace("without delay", "every month")
SECRET = "quinquereme"


def save(conference: Conference, who: str, draft: str, words: str, seen: int, reason: str = "") -> Saved | Superseded:
    with conference.store.write() as session:
        content = Content((Run(words),), reason, 1, seen)
        return drafts.save(session, conference.actor(who), draft, conference.target("OP1"), content)


def kept(conference: Conference, draft: str) -> str:
    with conference.store.read() as session:
        return str(session.get_one(Draft, draft).runs)


def test_a_draft_is_kept_as_it_was_typed(conference: Conference) -> None:
    typed = "  Urges\u00a0all \u200bStates "

    saved = save(conference, "India", new_id(), typed, 0, reason=" why\nnot ")

    assert isinstance(saved, Saved)
    assert (saved.version, saved.runs, saved.reason) == (1, (Run(typed),), " why\nnot ")


def test_each_saving_counts(conference: Conference) -> None:
    draft = new_id()

    versions = [save(conference, "India", draft, f"{BETTER} {seen}", seen) for seen in range(3)]

    assert [saved.version for saved in versions if isinstance(saved, Saved)] == [1, 2, 3]


def test_a_lost_answer_is_given_again_and_counts_nothing(conference: Conference) -> None:
    draft = new_id()
    first = save(conference, "India", draft, BETTER, 0)

    again = save(conference, "India", draft, BETTER, 0)

    assert again == first


def test_a_second_tab_does_not_overwrite_the_first_unseen(conference: Conference) -> None:
    draft = new_id()
    save(conference, "India", draft, OP1, 0)
    save(conference, "India", draft, BETTER, 1)

    answer = save(conference, "India delegate", draft, "Something else", 1)

    assert isinstance(answer, Superseded)
    assert (answer.theirs.version, answer.theirs.runs, answer.author) == (2, (Run(BETTER),), "India")
    assert "every month" in kept(conference, draft)


@pytest.mark.parametrize("who", ["Spain", "Spain delegate"])
def test_anothers_draft_and_one_that_is_not_there_get_the_same_answer(conference: Conference, who: str) -> None:
    draft = conference.draft("India", "OP1", BETTER)
    actor = conference.actor(who)

    said = set()
    for named in (draft, new_id()):
        for act in (drafts.discard, drafts.hand_over):
            with pytest.raises(NotFoundError) as refusal, conference.store.write() as session:
                act(session, actor, named)
            said.add(str(refusal.value))
        with pytest.raises(NotFoundError) as refusal, conference.store.read() as session:
            resume(session, actor, named)
        said.add(str(refusal.value))
        with pytest.raises(NotFoundError) as refusal:
            conference.submit("Spain", named)
        said.add(str(refusal.value))

    assert said == {"There is no such draft, or it is not open to you."}
    with pytest.raises(NotFoundError):
        save(conference, who, draft, "Taken over", 1)
    assert "every month" in kept(conference, draft)


@pytest.mark.parametrize("who", ["Chair 1", "Secretariat", "Observer"])
def test_nobody_outside_a_delegation_drafts(conference: Conference, who: str) -> None:
    with pytest.raises(NotAllowedError):
        save(conference, who, new_id(), BETTER, 0)


def test_both_members_of_a_delegation_write_on_one_draft(conference: Conference) -> None:
    draft = new_id()
    save(conference, "India delegate", draft, OP1, 0)

    saved = save(conference, "India", draft, BETTER, 1)

    assert isinstance(saved, Saved)
    with conference.store.read() as session:
        assert session.get_one(Draft, draft).author_id == conference.people["India delegate"]


def test_a_draft_leaves_no_trace_in_the_log(conference: Conference) -> None:
    with conference.store.read() as session:
        before = session.scalars(select(Event.seq)).all()

    draft = conference.draft("India", "OP1", f"{OP1} {SECRET}", reason=SECRET)
    with conference.store.write() as session:
        drafts.hand_over(session, conference.actor("India"), draft)
    gone = conference.draft("India", "OP3", SECRET)
    with conference.store.write() as session:
        drafts.discard(session, conference.actor("India"), gone)

    with conference.store.read() as session:
        assert session.scalars(select(Event.seq)).all() == before


def test_a_draft_that_is_gone_is_not_begun_anew_by_an_old_tab(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", BETTER)
    conference.submit("India", draft)

    for seen in (0, 1):
        with pytest.raises(RuleError, match=r"Amendment 1 was submitted from this draft\."):
            save(conference, "India", draft, f"{BETTER} more", seen)
    with pytest.raises(NotFoundError):
        save(conference, "Spain", draft, f"{BETTER} more", 1)


def test_a_draft_that_was_discarded_is_not_begun_anew_by_an_old_tab(conference: Conference) -> None:
    draft = conference.draft("India", "OP1", BETTER)
    with conference.store.write() as session:
        drafts.discard(session, conference.actor("India"), draft)

    with pytest.raises(RuleError, match="discarded elsewhere"):
        save(conference, "India", draft, f"{BETTER} more", 1)


def test_a_draft_is_no_larger_than_can_be_kept(conference: Conference) -> None:
    fits = save(conference, "India", new_id(), "x" * (LARGEST_DRAFT - 3), 0, reason="why")

    with pytest.raises(InvalidTextError, match="262,144 characters"):
        save(conference, "India", new_id(), "x" * LARGEST_DRAFT, 0, reason="y")

    assert isinstance(fits, Saved)


@pytest.mark.parametrize("base", [-1, 0, 2])
@pytest.mark.parametrize("kind", [AmendmentKind.REPLACE, AmendmentKind.DELETE])
def test_a_draft_names_a_text_that_its_clause_has(conference: Conference, base: int, kind: AmendmentKind) -> None:
    target = Target(conference.clauses["OP1"], kind)

    with pytest.raises(InvalidTextError, match="no such text of OP1"):
        conference.save("India", target, Content((Run(BETTER),), "", base, 0))


@pytest.mark.parametrize("typed", ["before\x00after", "half \ud800"])
def test_signs_that_no_database_keeps_are_refused_with_a_sentence(conference: Conference, typed: str) -> None:
    with pytest.raises(InvalidTextError, match="cannot be kept"):
        save(conference, "India", new_id(), typed, 0)
    with pytest.raises(InvalidTextError, match="cannot be kept"):
        save(conference, "India", new_id(), BETTER, 0, reason=typed)


def test_a_draft_is_handed_to_the_head_of_delegation(conference: Conference) -> None:
    draft = conference.draft("India delegate", "OP1", BETTER)

    with conference.store.write() as session:
        waiting = drafts.hand_over(session, conference.actor("India delegate"), draft)

    assert (waiting.state, waiting.version) == (DraftState.WAITING, 2)


def test_the_kind_of_an_inserted_clause_may_be_changed_while_it_is_written(conference: Conference) -> None:
    draft = conference.draft_insertion("India", "PP2", "Water", ClauseKind.PREAMBULAR)

    target = Target(conference.clauses["PP2"], AmendmentKind.INSERT, ClauseKind.HEADING)
    conference.save("India", target, Content((Run("Water"),), "", 1, seen_version=1), draft)

    with conference.store.read() as session:
        assert session.get_one(Draft, draft).new_kind is ClauseKind.HEADING


def test_a_draft_on_a_clause_that_is_not_there_is_refused(conference: Conference) -> None:
    with pytest.raises(NotFoundError):
        conference.save("India", Target(new_id(), AmendmentKind.REPLACE), Content((Run(BETTER),), "", 1, 0))


def test_a_revision_of_anothers_amendment_is_not_drafted(conference: Conference) -> None:
    number = conference.propose("Spain", "OP1", BETTER)
    amendment = conference.amendment(number)
    target = Target(amendment.clause_id, amendment.kind, amendment_id=amendment.id)

    with pytest.raises(NotFoundError):
        conference.save("India", target, Content((Run(BETTER),), "", 1, 0))


def state(conference: Conference, draft: str) -> DraftState:
    with conference.store.read() as session:
        return session.get_one(Draft, draft).state


def hand_over(conference: Conference, who: str, draft: str) -> None:
    with conference.store.write() as session:
        drafts.hand_over(session, conference.actor(who), draft)


def adopt_the_text(conference: Conference) -> None:
    with conference.store.write() as session:
        session.get_one(Document, conference.document).stage = Stage.ADOPTED
        chair = conference.people["Chair 1"]
        session.record("document-adopted", chair, document=conference.document, clauses=[])


@pytest.mark.parametrize(
    ("who", "words", "becomes"),
    [
        ("India delegate", f"{BETTER} And more.", DraftState.WRITING),
        ("India delegate", BETTER, DraftState.WAITING),
        ("India", f"{BETTER} And more.", DraftState.WAITING),
    ],
)
def test_a_waiting_draft_is_written_again_when_one_who_may_not_submit_changes_it(
    conference: Conference, who: str, words: str, becomes: DraftState
) -> None:
    draft = conference.draft("India delegate", "OP1", BETTER)
    hand_over(conference, "India delegate", draft)

    save(conference, who, draft, words, 2)

    assert state(conference, draft) is becomes


@pytest.mark.parametrize(("words", "why"), [(OP1, "the same as OP1"), ("", "Your text is empty")])
def test_what_could_not_be_submitted_is_not_handed_over(conference: Conference, words: str, why: str) -> None:
    draft = conference.draft("India delegate", "OP1", words)

    with pytest.raises(RuleError, match=why):
        hand_over(conference, "India delegate", draft)

    assert state(conference, draft) is DraftState.WRITING


def test_an_empty_new_clause_is_not_handed_over(conference: Conference) -> None:
    draft = conference.draft_insertion("India delegate", "OP1", "")

    with pytest.raises(RuleError, match="has no words yet"):
        hand_over(conference, "India delegate", draft)


def test_a_draft_that_touches_an_own_amendment_may_wait_for_clearance(conference: Conference) -> None:
    conference.propose("India", "OP1", BETTER)
    draft = conference.draft("India delegate", "OP1", OP1.replace("without delay", "each year"))

    hand_over(conference, "India delegate", draft)

    assert state(conference, draft) is DraftState.WAITING


def test_an_adopted_text_takes_no_saving_and_no_handing_over_but_lets_a_draft_go(conference: Conference) -> None:
    draft = conference.draft("India delegate", "OP1", BETTER)
    adopt_the_text(conference)

    for act in (
        lambda: save(conference, "India delegate", draft, OP1, 1),
        lambda: save(conference, "India delegate", new_id(), OP1, 0),
        lambda: hand_over(conference, "India delegate", draft),
    ):
        with pytest.raises(RuleError, match=r"The text has been adopted\. Nothing in it can be changed any more\."):
            act()
    with conference.store.write() as session:
        drafts.discard(session, conference.actor("India delegate"), draft)


def test_two_tabs_on_one_target_do_not_make_two_drafts(conference: Conference) -> None:
    first = conference.draft("India", "OP1", BETTER)

    answer = save(conference, "India", new_id(), "Something else", 0)

    assert isinstance(answer, Superseded)
    assert (answer.draft_id, answer.theirs.version, answer.theirs.runs) == (first, 1, (Run(BETTER),))


def revision(conference: Conference) -> str:
    amendment = conference.amendment(conference.propose("India", "OP1", BETTER))
    target = Target(amendment.clause_id, amendment.kind, amendment_id=amendment.id)
    return conference.save("India", target, Content((Run(BETTER.replace("public", "people")),), "", 1, 0))


def test_the_revision_of_a_decided_amendment_is_proposed_as_a_new_one(conference: Conference) -> None:
    draft = revision(conference)
    conference.reject(1)
    with pytest.raises(RuleError, match="Propose a new amendment"):
        conference.submit("India", draft)

    with conference.store.write() as session:
        drafts.propose_anew(session, conference.actor("India"), draft)

    assert conference.submit("India", draft) == 2


def test_a_revision_that_can_still_be_submitted_stays_one(conference: Conference) -> None:
    draft = revision(conference)

    with pytest.raises(RuleError, match="can be submitted as it is"), conference.store.write() as session:
        drafts.propose_anew(session, conference.actor("India"), draft)
    with pytest.raises(NotFoundError), conference.store.write() as session:
        drafts.propose_anew(session, conference.actor("Spain"), draft)
