from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError, StatementError

from drafting.records import store as store_module
from drafting.records.base import Json, Moment, Word, as_row, canonical
from drafting.records.conference import Group
from drafting.records.document import Document
from drafting.records.ids import new_id
from drafting.records.store import Committed, Store
from drafting.rules.roles import Role
from tests.service.conference import OPENING, Conference

NOW = datetime(2027, 5, 17, 9, tzinfo=UTC)
DIALECT = sqlite.dialect()


def add_group(conference: Conference, name: str) -> None:
    with conference.store.write() as session:
        session.add(Group(id=new_id(), name=name))
        session.record("group-added", "system", name=name)


def test_listeners_hear_of_each_event_once_it_is_committed(conference: Conference) -> None:
    heard: list[tuple[Committed, int]] = []

    def hear(committed: Committed) -> None:
        with conference.store.read() as session:
            heard.append((committed, session.execute(text("SELECT count(*) FROM delegation_group")).scalar_one()))

    conference.store.listeners.append(hear)

    add_group(conference, "EU")
    add_group(conference, "CIS")

    assert [committed.about for committed, _ in heard] == [{"name": "EU"}, {"name": "CIS"}]
    assert heard[1][0].seq == heard[0][0].seq + 1
    assert [groups for _, groups in heard] == [1, 2]


def test_a_listener_hears_nothing_of_what_failed_or_of_a_draft(conference: Conference) -> None:
    heard: list[Committed] = []
    conference.store.listeners.append(heard.append)

    conference.draft("India", "OP1", "Anything")
    with pytest.raises(RuntimeError), conference.store.write() as session:
        session.add(Group(id=new_id(), name="EU"))

    assert heard == []


def test_a_reader_sees_one_state_and_changes_nothing(conference: Conference) -> None:
    with conference.store.read() as session:
        session.add(Group(id=new_id(), name="EU"))
        session.flush()

    with conference.store.read() as session:
        assert session.execute(text("SELECT count(*) FROM delegation_group")).scalar_one() == 0


def test_a_reader_keeps_its_state_while_another_writes_on_sqlite(quick_conference: Conference) -> None:
    count = text("SELECT count(*) FROM delegation_group")

    with quick_conference.store.read() as session:
        before = session.execute(count).scalar_one()
        add_group(quick_conference, "EU")
        after = session.execute(count).scalar_one()

    assert (before, after) == (0, 0)


def test_sqlite_is_opened_as_safe_as_it_can_be(quick_conference: Conference) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "mmap_size": 0}

    with quick_conference.store.engine.connect() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in wanted}

    assert found == wanted


def test_an_sqlite_that_would_not_be_safe_is_not_opened(
    quick_conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(store_module._PRAGMAS, "secure_delete", 7)
    store = Store(str(quick_conference.store.engine.url), lambda: NOW)

    with pytest.raises(RuntimeError, match="would not take secure_delete=7"), store.read() as session:
        session.execute(text("SELECT 1"))

    store.dispose()


def test_the_database_refuses_a_row_that_names_what_is_not_there(conference: Conference) -> None:
    engine = conference.store.engine.execution_options(drafting_writes=True)

    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(text("INSERT INTO group_member (id, group_id, delegation_id) VALUES ('a', 'b', 'c')"))


def test_only_postgresql_has_a_connection_string_to_listen_on(conference: Conference) -> None:
    string = conference.store.postgresql

    if conference.store.engine.dialect.name == "sqlite":
        assert string is None
    else:
        assert string is not None
        assert string.startswith("postgresql://")


def test_a_store_says_the_version_of_its_database(conference: Conference) -> None:
    major = int(conference.store.version().split(".")[0])

    assert major >= 3


def test_a_time_without_its_zone_is_not_kept(conference: Conference) -> None:
    def write() -> None:
        with conference.store.write() as session:
            document = session.get_one(Document, conference.document)
            document.adopted_at = datetime(2027, 5, 17, 9)  # noqa: DTZ001
            session.record("dated", "system")

    with pytest.raises(StatementError, match="A time without its zone cannot be kept"):
        write()


def test_a_time_is_kept_and_given_back_in_utc(conference: Conference) -> None:
    dushanbe = timezone(timedelta(hours=5))

    with conference.store.write() as session:
        document = session.get_one(Document, conference.document)
        document.adopted_at, document.adopted_on = datetime(2027, 5, 17, 14, tzinfo=dushanbe), date(2027, 5, 17)
        session.record("dated", "system", document=conference.document)

    with conference.store.read() as session:
        document = session.get_one(Document, conference.document)
        assert document.adopted_at == NOW
        assert as_row(document)["adopted_at"] == "2027-05-17T09:00:00+00:00"
        assert as_row(document)["adopted_on"] == "2027-05-17"


def test_nothing_is_kept_as_nothing() -> None:
    for kind in (Moment(), Json(), Word(Role)):
        assert kind.process_bind_param(None, DIALECT) is None
        assert kind.process_result_value(None, DIALECT) is None


def test_a_word_that_is_not_of_the_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="emperor"):
        Word(Role).process_bind_param("emperor", DIALECT)


def test_a_value_has_one_canonical_text() -> None:
    assert canonical({"b": [1, None], "a": "ҷ"}) == '{"a":"ҷ","b":[1,null]}'
    with pytest.raises(ValueError, match="Out of range"):
        canonical(float("nan"))


def test_ids_are_long_and_differ() -> None:
    ids = {new_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert {len(each) for each in ids} == {32}


def test_the_clock_of_a_store_is_the_one_that_was_handed_in(conference: Conference) -> None:
    with conference.store.write() as session:
        assert session.moment == conference.clock.at
        assert session.moment > OPENING
