from datetime import date

import pytest
from sqlalchemy import select

from drafting.errors import (
    DraftingError,
    InvalidTextError,
    NotAllowedError,
    NotFoundError,
    RuleError,
    StaleVersionError,
)
from drafting.records.document import Clause, Document
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import Agreement, AmendmentState, Stage
from drafting.service.adopt import adopt, open_amendments
from drafting.service.drafts import Target
from drafting.service.editing import begin
from drafting.service.text_view import document_view
from drafting.service.withdraw import withdraw
from drafting.view.document import AdoptionView
from tests.service.conference import OP1, Conference

DAY = date(2027, 5, 19)
BETTER = OP1.replace("without delay", "every month")


def last_event(conference: Conference) -> int:
    with conference.store.read() as session:
        return document_view(session, conference.document).event


def declare(conference: Conference, who: str = "Chair 1", place: str = "Dushanbe", read: int | None = None) -> None:
    read = last_event(conference) if read is None else read
    with conference.store.write() as session:
        adopt(session, conference.actor(who), conference.document, read=read, place=place, on=DAY)


def test_a_text_that_changed_since_it_was_read_is_not_adopted(conference: Conference) -> None:
    number = conference.propose("India", "OP1", BETTER)
    read = last_event(conference)
    conference.accept(number)

    with pytest.raises(
        StaleVersionError, match=rf"Amendment {number} was accepted by Chair 1 at .*\(Dushanbe\)\. Read"
    ):
        declare(conference, "Chair 2", read=read)

    with conference.store.read() as session:
        assert session.get_one(Document, conference.document).stage is Stage.DRAFT


def test_adoption_closes_every_clause_and_says_where_and_when(conference: Conference) -> None:
    declare(conference, place="  Dushanbe ")

    with conference.store.read() as session:
        agreements = set(session.scalars(select(Clause.agreement)))
        view = document_view(session, conference.document)
    assert agreements == {Agreement.ADOPTED}
    assert view.adoption == AdoptionView("Dushanbe", DAY)


def test_what_is_open_lapses_and_is_named_before(conference: Conference) -> None:
    overtaken = conference.change("Spain", "OP1", ("without delay", "each year"))
    decided = conference.propose("India", "OP1", BETTER)
    conference.accept(decided)
    waiting = conference.change("India", "OP3", ("two", "three"))
    with conference.store.read() as session:
        named = [amendment.number for amendment in open_amendments(session, conference.document)]

    declare(conference)

    assert named == [overtaken, waiting]
    assert conference.states(overtaken, waiting) == [AmendmentState.LAPSED] * 2
    assert conference.state(decided) is AmendmentState.ACCEPTED
    assert conference.words("OP1") == BETTER


@pytest.mark.parametrize("who", ["India", "India delegate", "Secretariat", "Observer"])
def test_only_a_chair_declares_adoption(conference: Conference, who: str) -> None:
    with pytest.raises(NotAllowedError):
        declare(conference, who)

    with conference.store.read() as session:
        assert session.get_one(Document, conference.document).stage is Stage.DRAFT


def test_the_place_is_named_and_printable(conference: Conference) -> None:
    with pytest.raises(RuleError, match="Name the place"):
        declare(conference, place="  ")
    with pytest.raises(InvalidTextError):
        declare(conference, place="Dush\u202eanbe")


def test_a_document_that_is_not_there_is_not_adopted(conference: Conference) -> None:
    with pytest.raises(NotFoundError), conference.store.write() as session:
        adopt(session, conference.actor("Chair 1"), "0" * 32, read=1, place="Dushanbe", on=DAY)


def test_after_adoption_no_act_changes_the_text_or_an_amendment(conference: Conference) -> None:
    number = conference.propose("India", "OP1", BETTER)
    seen = conference.amendment(number)
    replacement = conference.draft("Spain", "OP3", "Decides to meet again soon.")
    insertion = conference.draft_insertion("Spain", "OP3", "Thanks the host.")
    deletion = conference.draft_deletion("Spain", "OP2")
    declare(conference)
    before = conference.dump()

    def take_back() -> None:
        with conference.store.write() as session:
            withdraw(session, conference.actor("India"), seen.id)

    def write() -> None:
        with conference.store.read() as session:
            begin(session, conference.actor("India"), Target(conference.clauses["OP3"], seen.kind))

    acts = (
        lambda: conference.submit("Spain", replacement),
        lambda: conference.submit("Spain", insertion),
        lambda: conference.submit("Spain", deletion),
        lambda: conference.accept(number),
        lambda: conference.reject(number),
        lambda: conference.draft("India", "OP1", BETTER),
        lambda: conference.draft_insertion("India", "OP1", "Thanks;", ClauseKind.OPERATIVE),
        take_back,
        write,
        lambda: declare(conference),
    )
    for act in acts:
        with pytest.raises(DraftingError, match="adopted"):
            act()

    assert conference.dump() == before
