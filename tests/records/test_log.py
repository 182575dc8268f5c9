import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from drafting.records.base import Recorded, as_row, canonical
from drafting.records.conference import Group
from drafting.records.document import Clause
from drafting.records.event import ORIGIN, ChainHead, Event, chained
from drafting.records.ids import new_id
from drafting.records.log import verify
from drafting.records.sign_in import Credential, WebSession
from drafting.records.store import Store
from drafting.records.tables import RECORDED, Base
from drafting.records.writing import Writing
from drafting.service.sessions import open_session
from tests.records.history import SECRET, close, play
from tests.service.conference import OPENING, Conference

GUARDS = {
    "sqlite": ("DROP TRIGGER event_stays_UPDATE", "DROP TRIGGER event_stays_DELETE"),
    "postgresql": ("DROP TRIGGER event_stays ON event",),
}


def tamper(conference: Conference, *statements: str) -> tuple[str, ...]:
    """Change the database behind the tool's back, and return what walking the log then finds."""
    engine = conference.store.engine
    with engine.execution_options(drafting_writes=True).begin() as connection:
        for statement in (*GUARDS[engine.dialect.name], *statements):
            connection.execute(text(statement))
    return conference.faults()


@pytest.fixture
def history(conference: Conference) -> Conference:
    play(conference)
    return conference


@pytest.fixture
def tampered(quick_conference: Conference) -> Conference:
    play(quick_conference)
    return quick_conference


def rename(conference: Conference, *events: str) -> None:
    with conference.store.write() as session:
        session.get_one(Clause, conference.clauses["OP1"]).label = "OP9"
        session.flush()
        for event in events:
            session.record(event, "system")


def fail_after_writing(session: Writing, conference: Conference) -> None:
    session.get_one(Clause, conference.clauses["OP1"]).label = "OP9"
    session.record("one", "system")
    session.flush()
    raise RuntimeError("the light went out")


def last_seq(conference: Conference) -> int:
    with conference.store.read() as session:
        return session.get_one(ChainHead, 1).seq


def test_after_any_history_chain_and_tables_agree(history: Conference) -> None:
    close(history)

    with history.store.read() as session:
        verdict = verify(session)
        events = session.scalar(select(func.count()).select_from(Event))

    assert verdict.sound
    assert verdict.events == events == last_seq(history)


def test_an_empty_log_is_sound(database_url: str) -> None:
    store = Store(database_url, lambda: OPENING)

    with store.read() as session:
        verdict = verify(session)

    store.dispose()
    assert (verdict.events, verdict.last_hash, verdict.faults) == (0, ORIGIN, ())


def test_the_log_alone_rebuilds_every_recorded_table(history: Conference) -> None:
    folded: dict[tuple[str, str], object] = {}
    with history.store.read() as session:
        for event in session.scalars(select(Event).order_by(Event.seq)):
            payload = json.loads(event.payload)
            folded |= {(table, row["id"]): row for table, rows in payload["rows"].items() for row in rows}
            for table, key in payload["gone"]:
                folded.pop((table, key), None)
        kept = {
            (entity.__tablename__, row["id"]): row
            for entity in RECORDED
            for row in (json.loads(canonical(as_row(found))) for found in session.scalars(select(entity)))
        }

    assert folded == kept


def test_every_event_follows_from_the_one_before_and_none_is_dated_before_it(history: Conference) -> None:
    with history.store.read() as session:
        events = session.scalars(select(Event).order_by(Event.seq)).all()

        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        assert [event.previous for event in events] == [ORIGIN, *(event.hash for event in events[:-1])]
        assert all(
            event.hash == chained(event.seq, event.at, event.actor, event.type, event.payload, event.previous)
            for event in events
        )
        assert [event.at for event in events] == sorted(event.at for event in events)


def test_drafts_passwords_and_sessions_are_in_no_event(history: Conference) -> None:
    with history.store.write() as session:
        session.add(Credential(participant_id=history.people["India"], password_hash=SECRET, set_at=session.moment))
        cookie = open_session(session, history.people["India"])

    with history.store.read() as session:
        payloads = " ".join(session.scalars(select(Event.payload)))
        token = session.scalars(select(WebSession.form_token)).one()
    assert SECRET not in payloads
    assert cookie not in payloads
    assert token not in payloads


def test_the_log_holds_every_table_but_the_secret_and_the_passing_ones() -> None:
    unrecorded = {table.name for table in Base.metadata.sorted_tables} - {entity.__tablename__ for entity in RECORDED}

    assert unrecorded == {
        "draft", "credential", "sign_in_link", "web_session", "sign_in_failure", "answer", "job", "rendering",
        "event", "chain_head",
    }  # fmt: skip
    assert all(issubclass(entity, Recorded) for entity in RECORDED)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE event SET payload = '{}' WHERE seq = 1", "UPDATE event SET actor = 'x'", "DELETE FROM event"],
)
def test_the_database_itself_refuses_to_change_the_log(conference: Conference, statement: str) -> None:
    engine = conference.store.engine.execution_options(drafting_writes=True)

    with pytest.raises(DBAPIError, match="the event log takes no change"), engine.begin() as connection:
        connection.execute(text(statement))


def test_a_change_of_a_recorded_row_without_an_event_is_refused(conference: Conference) -> None:
    with (
        pytest.raises(RuntimeError, match=r"Rows of \['clause'\] changed without an event"),
        conference.store.write() as session,
    ):
        session.get_one(Clause, conference.clauses["OP1"]).label = "OP9"

    assert conference.clause_id("OP1") == conference.clauses["OP1"]


def test_a_row_taken_away_without_an_event_is_refused(conference: Conference) -> None:
    group = new_id()
    with conference.store.write() as session:
        session.add(Group(id=group, name="EU"))
        session.record("group-added", "system")

    with pytest.raises(RuntimeError, match="changed without an event"), conference.store.write() as session:
        session.delete(session.get_one(Group, group))

    with conference.store.write() as session:
        session.delete(session.get_one(Group, group))
        session.record("group-removed", "system")
    assert conference.faults() == ()


def test_two_events_in_one_transaction_are_refused(conference: Conference) -> None:
    before = conference.dump()

    with pytest.raises(RuntimeError, match="already records one; other needs its own"):
        rename(conference, "one", "other")

    assert conference.dump() == before


def test_what_fails_in_a_transaction_leaves_nothing(conference: Conference) -> None:
    before = conference.dump()

    with pytest.raises(RuntimeError, match="the light went out"), conference.store.write() as session:
        fail_after_writing(session, conference)

    assert conference.dump() == before


def test_a_change_of_what_is_not_recorded_needs_no_event(conference: Conference) -> None:
    before = last_seq(conference)

    conference.draft("India", "OP1", SECRET)

    assert last_seq(conference) == before


TAMPERINGS = {
    "an event's payload": (
        "UPDATE event SET payload = replace(payload, 'every month', 'every decade') WHERE seq = {accepted}",
        "Event {accepted} was changed after it was written.",
    ),
    "an event's actor": (
        "UPDATE event SET actor = 'nobody' WHERE seq = {accepted}",
        "Event {accepted} was changed after it was written.",
    ),
    "an event's time": (
        "UPDATE event SET at = '2001-01-01 00:00:00.000000' WHERE seq = {accepted}",
        "Event {accepted} is dated before the one before it.",
    ),
    "an event's document": (
        "UPDATE event SET document_id = NULL WHERE seq = {accepted}",
        "Event {accepted} is filed under another document than the one it is about.",
    ),
    "an event taken out": (
        "DELETE FROM event WHERE seq = {accepted}",
        "Event {accepted} is missing: the log goes on with event {after}.",
    ),
    "the end of the log": (
        "DELETE FROM event WHERE seq = {last}",
        "The log ends at event {before_last}, but event {last} was written: the end is missing or was replaced.",
    ),
    "an unreadable payload": (
        "UPDATE event SET payload = 'nothing' WHERE seq = {accepted}",
        "Event {accepted} cannot be read.",
    ),
    "another payload's form": (
        "UPDATE event SET payload = '[1]' WHERE seq = {accepted}",
        "Event {accepted} cannot be read.",
    ),
    "the head of the chain": (
        "DELETE FROM chain_head",
        "The end of the chain is not written down: its row is missing.",
    ),
    "a clause's words": (
        "UPDATE clause_version SET runs = '[]' WHERE clause_id = '{op1}' AND number = 2",
        "differs from the log in: runs.",
    ),
    "a decision's reason": ("UPDATE decision SET reason = 'Because.'", "of decision differs from the log in: reason."),
    "a day": ("UPDATE document SET adopted_on = '2001-01-01'", "of document differs from the log in: adopted_on."),
    "a row added": (
        "INSERT INTO delegation_group (id, name) VALUES ('g', 'Friends')",
        "The row g of delegation_group is in the table and not in the log.",
    ),
    "a row taken away": (
        "DELETE FROM decision WHERE clause_id = '{pp2}'",
        "of decision is in the log and not in the table.",
    ),
    "a word that is none": (
        "UPDATE amendment SET state = 'forgotten' WHERE number = 1",
        "of amendment cannot be read.",
    ),
    "a list that is none": (
        "UPDATE clause_version SET runs = 'nothing' WHERE clause_id = '{op1}' AND number = 1",
        "of clause_version cannot be read.",
    ),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_tampering_is_found_and_named(tampered: Conference, what: str) -> None:
    statement, sentence = TAMPERINGS[what]
    with tampered.store.read() as session:
        accepted = session.scalars(select(Event.seq).where(Event.type == "amendment-accepted")).first()
    assert accepted is not None
    last = last_seq(tampered)
    names = {"accepted": accepted, "after": accepted + 1, "last": last, "before_last": last - 1}
    clauses = {"op1": tampered.clauses["OP1"], "pp2": tampered.clauses["PP2"]}

    faults = tamper(tampered, statement.format(**names, **clauses))

    assert any(sentence.format(**names) in fault for fault in faults), faults


def test_a_log_cut_with_its_head_is_found_by_the_tables(tampered: Conference) -> None:
    last = last_seq(tampered)

    faults = tamper(
        tampered,
        f"DELETE FROM event WHERE seq > {last - 4}",
        f"UPDATE chain_head SET seq = {last - 4}, hash = (SELECT hash FROM event WHERE seq = {last - 4})",
    )

    assert any("differs from the log" in fault or "not in the log" in fault for fault in faults)


def test_an_event_put_in_the_place_of_another_does_not_follow(tampered: Conference) -> None:
    last = last_seq(tampered)

    faults = tamper(tampered, f"UPDATE event SET previous = '{'1' * 64}' WHERE seq = {last}")

    assert f"Event {last} does not follow from the one before it." in faults


def test_time_never_runs_backwards(quick_conference: Conference) -> None:
    quick_conference.change("India", "OP1", ("public", "people"))
    with quick_conference.store.read() as session:
        before = session.get_one(ChainHead, 1).at
    quick_conference.clock.at -= timedelta(days=2)

    quick_conference.change("India", "OP3", ("two", "three"))

    with quick_conference.store.read() as session:
        assert session.get_one(ChainHead, 1).at == before
    assert quick_conference.faults() == ()
