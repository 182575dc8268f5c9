from itertools import permutations

import pytest
from sqlalchemy import select

from drafting.errors import InvalidTextError, NotAllowedError, NotFoundError, RuleError, StaleVersionError
from drafting.records.amendment import Decision
from drafting.records.document import Clause, ClauseVersion
from drafting.records.event import Event
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentState, Cause, Outcome
from drafting.service.decide import Ruling, Seen
from drafting.service.desk_view import preview
from drafting.service.our_view import our_amendments
from drafting.service.withdraw import withdraw
from tests.service.conference import OP1, OP2, OP3, PP1, Conference

ACCEPTED, REJECTED = Ruling(Outcome.ACCEPTED), Ruling(Outcome.REJECTED)
SUBMITTED, BLOCKED, SATISFIED = AmendmentState.SUBMITTED, AmendmentState.BLOCKED, AmendmentState.SATISFIED


def test_an_accepted_amendment_makes_a_new_text_and_the_old_one_is_kept(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("without delay", "every month"))

    decided = conference.accept(number, reason="No objection.")

    assert (decided.label, decided.outcome) == ("OP1", Outcome.ACCEPTED)
    assert conference.words("OP1") == OP1.replace("without delay", "every month")
    with conference.store.read() as session:
        versions = session.scalars(
            select(ClauseVersion).where(ClauseVersion.clause_id == conference.clauses["OP1"])
        ).all()
        decision = session.scalars(select(Decision)).one()
        assert sorted(version.number for version in versions) == [1, 2]
        assert (decision.reason, decision.clause_version) == ("No objection.", 2)
        assert decision.decided_by == conference.people["Chair 1"]


def test_a_decision_carries_over_reflects_and_overtakes_the_others(conference: Conference) -> None:
    accepted = conference.change("India", "OP1", ("without delay", "every month"))
    same = conference.change("Spain", "OP1", ("without delay", "every month"))
    free = conference.change("Japan", "OP1", ("public", "people"))
    clashing = conference.change("Japan delegate", "OP1", ("without delay", "each year"))
    elsewhere = conference.change("Spain", "OP3", ("two", "three"))

    decided = conference.accept(accepted)

    assert (decided.carried, decided.reflected, decided.overtaken) == ((free,), (same,), (clashing,))
    assert conference.states(same, free, clashing, elsewhere) == [SATISFIED, SUBMITTED, BLOCKED, SUBMITTED]
    assert conference.wordings(free)[-1].cause is Cause.CARRIED_OVER
    assert len(conference.wordings(elsewhere)) == 1


def test_an_overtaken_amendment_names_the_decision_and_the_words(conference: Conference) -> None:
    accepted = conference.change("India", "OP1", ("without delay", "every month"))
    clashing = conference.change("Spain", "OP1", ("without delay", "each year"))

    conference.accept(accepted)

    with conference.store.read() as session:
        (view,) = our_amendments(session, conference.actor("Spain"), conference.document).amendments
    assert view.number == clashing
    assert view.blocked is not None
    assert (view.blocked.by_number, view.blocked.by_delegation) == (accepted, "India")
    assert view.blocked.why == (
        "Spain replaces “without delay” with “each year”, India replaces “without delay” with “every month”"
    )


def test_a_rejection_changes_nothing_but_its_own_amendment(conference: Conference) -> None:
    rejected = conference.change("India", "OP1", ("without delay", "every month"))
    conference.change("Spain", "OP1", ("without delay", "each year"))
    before = conference.dump()

    conference.reject(rejected, reason="The room did not agree.")

    after = conference.dump()
    changed = {table for table, rows in after.items() if rows != before[table]}
    assert changed == {"amendment", "decision", "event", "chain_head"}
    assert len(set(after["amendment"]) - set(before["amendment"])) == 1
    assert conference.state(rejected) is AmendmentState.REJECTED


@pytest.mark.parametrize("second", [ACCEPTED, REJECTED], ids=["accept", "reject"])
@pytest.mark.parametrize("first", [ACCEPTED, REJECTED], ids=["accepted", "rejected"])
def test_of_two_decisions_on_one_amendment_the_first_stands(
    conference: Conference, first: Ruling, second: Ruling
) -> None:
    seen = conference.seen(conference.change("India", "OP1", ("without delay", "every month")))
    conference.decide(seen, first, "Chair 1")
    before = conference.dump()

    with pytest.raises(StaleVersionError) as refusal:
        conference.decide(seen, second, "Chair 2")

    assert f"Amendment 1 (India) was {first.outcome} by Chair 1 at 15:00 (Dushanbe)" in str(refusal.value)
    assert conference.dump() == before


def test_a_decision_on_a_clause_that_changed_is_refused_with_who_decided_what(conference: Conference) -> None:
    free = conference.change("Spain", "OP1", ("public", "people"))
    seen = conference.seen(free)
    conference.accept(conference.change("India", "OP1", ("without delay", "every month")))
    before = conference.dump()

    with pytest.raises(StaleVersionError) as refusal:
        conference.decide(seen, ACCEPTED, "Chair 2")

    assert "OP1 changed meanwhile: Chair 1 accepted Amendment 2 (India)" in str(refusal.value)
    assert conference.dump() == before


def test_a_decision_on_a_wording_that_was_revised_is_refused(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("without delay", "every month"))
    seen = conference.seen(number)

    with pytest.raises(StaleVersionError, match=r"Amendment 1 \(India\) was revised"):
        conference.decide(Seen(seen.amendment_id, seen.clause_version, 2), ACCEPTED)

    assert conference.state(number) is SUBMITTED


@pytest.mark.parametrize("state", ["overtaken by another decision", "already reflected", "withdrawn"])
def test_what_is_not_open_is_not_decided(conference: Conference, state: str) -> None:
    words = "each year" if state.startswith("overtaken") else "every month"
    number = conference.change("Spain", "OP1", ("without delay", words))
    seen = conference.seen(number)
    if state == "withdrawn":
        with conference.store.write() as session:
            withdraw(session, conference.actor("Spain"), seen.amendment_id)
    else:
        conference.accept(conference.change("India", "OP1", ("without delay", "every month")))

    with pytest.raises(StaleVersionError, match=state):
        conference.decide(seen, ACCEPTED)


@pytest.mark.parametrize("who", ["India", "India delegate", "Secretariat", "Observer"])
def test_only_a_chair_decides(conference: Conference, who: str) -> None:
    seen = conference.seen(conference.change("India", "OP1", ("without delay", "every month")))
    before = conference.dump()

    with pytest.raises(NotAllowedError):
        conference.decide(seen, ACCEPTED, who)

    assert conference.dump() == before


def test_an_amendment_that_is_not_there_is_not_decided(conference: Conference) -> None:
    with pytest.raises(NotFoundError):
        conference.decide(Seen("0" * 32, 1, 1), ACCEPTED)


def test_a_reason_with_an_invisible_character_is_refused_and_nothing_is_decided(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("without delay", "every month"))

    with pytest.raises(InvalidTextError):
        conference.accept(number, reason="No\u202eobjection")

    assert conference.state(number) is SUBMITTED
    assert conference.words("OP1") == OP1


def test_a_deleted_clause_takes_its_subparagraphs_with_it(conference: Conference) -> None:
    deletion = conference.delete("India", "OP2")
    twin = conference.delete("Spain", "OP2")
    child = conference.change("Spain", "OP2 (a)", ("water", "rain"))
    own = conference.change("Japan", "OP2", ("every year", "every month"))
    added = conference.insert("Japan", "OP2 (b)", "on the sea;", ClauseKind.SUBPARAGRAPH)
    beside = conference.insert("Japan", "OP2", "Thanks the host;")

    decided = conference.accept(deletion)

    assert (decided.overtaken, decided.reflected) == ((child, own, added), (twin,))
    assert conference.states(child, own, added, beside) == [BLOCKED, BLOCKED, BLOCKED, SUBMITTED]
    assert "which the decision deleted" in (conference.amendment(child).blocked_why or "")
    assert [label for label in conference.labels() if label.startswith("OP")] == ["OP1", "OP3"]
    assert conference.words("OP2") == OP2


def test_a_first_subparagraph_falls_with_its_paragraph(conference: Conference) -> None:
    child = conference.insert("Spain", "OP3", "at the same place;", ClauseKind.SUBPARAGRAPH)
    beside = conference.insert("Japan", "OP3", "Thanks the host.")

    decided = conference.accept(conference.delete("India", "OP3"))

    assert decided.overtaken == (child,)
    assert conference.state(beside) is SUBMITTED
    assert "inserts a subparagraph under OP3" in (conference.amendment(child).blocked_why or "")


def test_a_deletion_is_overtaken_when_the_words_that_it_deletes_change(conference: Conference) -> None:
    deletion = conference.delete("Spain", "OP1")

    conference.accept(conference.change("India", "OP1", ("without delay", "every month")))

    assert conference.state(deletion) is BLOCKED
    assert "it deletes OP1" in (conference.amendment(deletion).blocked_why or "")


def test_amendments_to_a_note_fall_with_the_last_place_that_calls_it(conference: Conference) -> None:
    note = conference.change("Spain", "Note 1", ("5 of", "6 of"))

    decided = conference.accept(conference.propose("India", "PP1", PP1))

    assert decided.overtaken == (note,)
    assert "whose last reference the decision deleted" in (conference.amendment(note).blocked_why or "")


def test_amendments_to_a_note_fall_with_the_clause_that_calls_it(conference: Conference) -> None:
    note = conference.change("Spain", "Note 1", ("5 of", "6 of"))

    decided = conference.accept(conference.delete("India", "PP1"))

    assert decided.overtaken == (note,)


def test_amendments_to_a_note_that_is_called_elsewhere_stand(conference: Conference) -> None:
    twice = (*conference.runs("PP2"), conference.runs("PP1")[-1])
    conference.accept(conference.propose("India", "PP2", twice))
    note = conference.change("Spain", "Note 1", ("5 of", "6 of"))

    conference.accept(conference.delete("India", "PP1"))

    assert conference.state(note) is SUBMITTED


def test_the_same_insertion_by_another_delegation_is_reflected(conference: Conference) -> None:
    first = conference.insert("India", "OP1", "Thanks the host;")
    same = conference.insert("Spain", "OP1", "Thanks the host;")
    other = conference.insert("Japan", "OP1", "Thanks the host warmly;")

    decided = conference.accept(first)

    assert (decided.reflected, decided.overtaken) == ((same,), ())
    assert conference.state(other) is SUBMITTED


def test_a_preview_says_what_the_decision_then_does(conference: Conference) -> None:
    accepted = conference.change("India", "OP1", ("without delay", "every month"))
    conference.change("Spain", "OP1", ("without delay", "every month"))
    conference.change("Japan", "OP1", ("public", "people"))
    conference.change("Japan delegate", "OP1", ("without delay", "each year"))
    with conference.store.read() as session:
        foreseen = preview(session, conference.amendment(accepted).id)
    before = conference.runs("OP1")

    decided = conference.accept(accepted)

    assert foreseen.before == before
    assert foreseen.after == conference.runs("OP1")
    assert foreseen.carried == decided.carried
    assert tuple(fate.number for fate in foreseen.overtaken) == decided.overtaken
    assert foreseen.reflected == decided.reflected


def test_each_decision_is_one_event_that_names_what_it_touched(conference: Conference) -> None:
    number = conference.insert("India", "OP1", "Thanks the host;")

    conference.accept(number)

    with conference.store.read() as session:
        last = session.scalars(select(Event).order_by(Event.seq.desc())).first()
        assert last is not None
        assert last.type == "amendment-accepted"
        assert last.actor == conference.people["Chair 1"]
        for clause in (conference.clauses["OP1"], conference.clause_id("OP1 bis")):
            assert clause in last.payload


def test_the_text_is_the_fold_of_the_accepted_amendments(conference: Conference) -> None:
    for words in (("without delay", "every month"), ("all States", "all parties"), ("month", "week")):
        conference.accept(conference.change("India", "OP1", words))

    assert conference.version("OP1") == 4
    assert conference.words("OP1") == (
        "Calls upon all parties to share their data every week and to inform the public;"
    )


ORDERS = list(permutations(range(4)))


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "".join(map(str, order)))
def test_the_order_in_which_compatible_amendments_are_accepted_does_not_matter(
    quick_conference: Conference, order: tuple[int, ...]
) -> None:
    numbers = [
        quick_conference.change("India", "OP1", ("Calls upon", "Urges")),
        quick_conference.change("Spain", "OP1", ("share their data", "share all their data")),
        quick_conference.change("Japan", "OP1", ("without delay ", "")),
        quick_conference.change("Japan delegate", "OP1", ("the public", "everybody"), ("Calls upon", "Urges")),
    ]

    for place in order:
        if quick_conference.state(numbers[place]) is SUBMITTED:
            quick_conference.accept(numbers[place])

    assert quick_conference.words("OP1") == "Urges all States to share all their data and to inform everybody;"
    assert quick_conference.faults() == ()


def test_decisions_on_one_clause_leave_every_other_as_it_was(conference: Conference) -> None:
    before = {label: conference.words(label) for label in conference.labels()}

    conference.accept(conference.change("India", "OP1", ("without delay", "every month")))

    after = {label: conference.words(label) for label in conference.labels()}
    assert {label for label in before if before[label] != after[label]} == {"OP1"}
    assert after["OP3"] == OP3
    with conference.store.read() as session:
        assert session.get_one(Clause, conference.clauses["OP3"]).version == 1


def test_words_that_look_like_others_are_accepted_only_when_the_chair_has_seen_them(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("data", "d\u0430ta"))

    with pytest.raises(RuleError) as refusal:
        conference.accept(number)

    assert str(refusal.value) == (
        "Amendment 1 brings in what looks like something else. “d\u0430ta” mixes Cyrillic \u0430 (U+0430) with Latin "
        "letters; it looks like “data”. Tick that you have seen it, then accept."
    )
    assert conference.state(number) is SUBMITTED
    conference.decide(conference.seen(number), Ruling(Outcome.ACCEPTED, seen_look_alikes=True))
    assert conference.words("OP1") == OP1.replace("data", "d\u0430ta")


def test_look_alikes_that_stand_in_the_text_already_or_are_rejected_need_no_tick(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("data", "d\u0430ta"))
    conference.decide(conference.seen(number), Ruling(Outcome.ACCEPTED, seen_look_alikes=True))
    other = conference.change("Spain", "OP1", ("public", "people"))
    new = conference.insert("Spain", "OP1", "Urges \u0430ll States;")
    gone = conference.delete("Japan", "OP3")

    conference.reject(new)
    conference.accept(other)
    conference.accept(gone)

    assert conference.states(other, new, gone) == [
        AmendmentState.ACCEPTED,
        AmendmentState.REJECTED,
        AmendmentState.ACCEPTED,
    ]
