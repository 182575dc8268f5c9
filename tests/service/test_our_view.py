import pytest

from drafting.errors import NotFoundError
from drafting.rules.life import AmendmentKind, DraftState
from drafting.service.drafts import hand_over
from drafting.service.our_view import our_amendments, our_text
from drafting.text import Change
from drafting.text.runs import plain
from drafting.view.desk import OurClause, OurView
from tests.service.conference import OP1, Conference

BETTER = OP1.replace("without delay", "every month")


def ours(conference: Conference, who: str) -> OurView:
    with conference.store.read() as session:
        return our_amendments(session, conference.actor(who), conference.document)


def text(conference: Conference, who: str) -> dict[str, OurClause]:
    with conference.store.read() as session:
        return {clause.label: clause for clause in our_text(session, conference.actor(who), conference.document)}


def proposed(clause: OurClause) -> str:
    return "".join(plain(segment.runs) for segment in clause.redline if segment.change is not Change.DELETED)


def test_a_delegation_sees_its_own_drafts_newest_first_and_no_others(conference: Conference) -> None:
    first = conference.draft("India", "OP1", BETTER)
    second = conference.draft_insertion("India delegate", "OP1", "Thanks the host;")
    conference.draft("Spain", "OP1", "Secretly;")

    drafts = ours(conference, "India").drafts

    assert [draft.id for draft in drafts] == [second, first]
    assert [draft.author for draft in drafts] == ["India delegate", "India"]
    assert [draft.kind for draft in drafts] == [AmendmentKind.INSERT, AmendmentKind.REPLACE]
    assert ours(conference, "India delegate") == ours(conference, "India")


def test_a_draft_shows_its_redline_against_the_text_it_was_written_on(conference: Conference) -> None:
    conference.draft("India", "OP1", BETTER)
    conference.accept(conference.change("Spain", "OP1", ("public", "people")))

    (draft,) = ours(conference, "India").drafts

    deleted = [plain(segment.runs) for segment in draft.redline if segment.change is Change.DELETED]
    assert [words.strip() for words in deleted] == ["without delay"]


def test_a_draft_of_a_deletion_strikes_the_clause_out(conference: Conference) -> None:
    conference.draft_deletion("India", "OP3")

    (draft,) = ours(conference, "India").drafts

    assert {segment.change for segment in draft.redline} == {Change.DELETED}
    assert draft.proposed == ()


def test_a_draft_that_waits_says_so(conference: Conference) -> None:
    draft = conference.draft("India delegate", "OP1", BETTER)
    with conference.store.write() as session:
        hand_over(session, conference.actor("India delegate"), draft)

    assert ours(conference, "India").drafts[0].state is DraftState.WAITING


def test_a_delegation_sees_what_became_of_its_amendments_in_document_order(conference: Conference) -> None:
    later = conference.change("India", "OP3", ("two", "three"))
    overtaken = conference.change("India", "OP1", ("without delay", "each year"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))
    conference.reject(later, reason="Too late.")

    amendments = ours(conference, "India").amendments

    assert [amendment.number for amendment in amendments] == [overtaken, later]
    assert amendments[0].blocked is not None
    assert amendments[1].decision is not None
    assert (amendments[1].decision.by, amendments[1].decision.reason) == ("Chair 1", "Too late.")


@pytest.mark.parametrize("who", ["Chair 1", "Secretariat", "Observer"])
def test_who_is_of_no_delegation_has_no_text_of_their_own(conference: Conference, who: str) -> None:
    for read in (our_amendments, our_text):
        with pytest.raises(NotFoundError), conference.store.read() as session:
            read(session, conference.actor(who), conference.document)


def test_our_text_is_the_rolling_text_with_our_open_amendments_in_it(conference: Conference) -> None:
    conference.propose("India", "OP1", BETTER)
    conference.change("India", "OP1", ("public", "people"))
    conference.insert("India", "OP1", "Thanks the host;")
    conference.delete("India", "OP3")
    conference.change("Spain", "PP2", ("needs", "wishes"))

    clauses = text(conference, "India")

    assert proposed(clauses["OP1"]) == BETTER.replace("public", "people")
    assert (clauses["New clause after OP1"].new, proposed(clauses["New clause after OP1"])) == (
        True,
        "Thanks the host;",
    )
    assert clauses["OP3"].deleted
    assert proposed(clauses["PP2"]) == conference.words("PP2")


def test_our_text_holds_neither_what_is_overtaken_nor_what_was_rejected(conference: Conference) -> None:
    conference.change("India", "OP1", ("without delay", "each year"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))
    conference.reject(conference.change("India", "OP3", ("two", "three")))

    clauses = text(conference, "India")

    assert proposed(clauses["OP1"]) == BETTER
    assert proposed(clauses["OP3"]) == conference.words("OP3")
