from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from drafting.demo.content import Content
from drafting.demo.load import load
from drafting.errors import RuleError
from drafting.records.amendment import Amendment
from drafting.records.conference import Delegation, Participant
from drafting.records.document import Clause
from drafting.records.draft import Draft
from drafting.records.event import Event
from drafting.records.log import verify
from drafting.records.store import Store
from drafting.rules.life import AmendmentState
from drafting.service.conference import is_demo
from drafting.service.delegations import groups_by_delegation
from tests.databases import Databases

NOW = datetime(2026, 11, 23, 20, 30, tzinfo=UTC)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def loaded(request: pytest.FixtureRequest) -> Iterator[Store]:
    databases: Databases = request.getfixturevalue(f"{request.param}_databases")
    with databases.migrated() as url:
        load(url, NOW)
        store = Store(url, lambda: NOW)
        yield store
        store.dispose()


def test_the_demo_is_loaded_whole(demo: Content, loaded: Store) -> None:
    with loaded.read() as session:
        counts = [session.scalar(select(func.count()).select_from(table)) for table in (Delegation, Amendment, Draft)]
        people = session.scalar(select(func.count()).select_from(Participant))
        founded_as_demo = is_demo(session)

    assert founded_as_demo
    assert counts == [len(demo.delegations), len(demo.amendments), len(demo.drafts)]
    assert people == 2 * len(demo.delegations) + len(demo.chairs) + 2


def test_amendments_are_left_in_every_state_that_a_first_reading_knows(loaded: Store) -> None:
    with loaded.read() as session:
        states = Counter(session.scalars(select(Amendment.state)))

    assert states[AmendmentState.SUBMITTED] >= 100
    assert states[AmendmentState.ACCEPTED] >= 10
    assert states[AmendmentState.REJECTED] >= 3
    assert states[AmendmentState.SATISFIED] >= 8
    assert states[AmendmentState.BLOCKED] >= 4


def test_amendments_bear_the_numbers_of_the_file(demo: Content, loaded: Store) -> None:
    with loaded.read() as session:
        delegations = {delegation.id: delegation.name for delegation in session.scalars(select(Delegation))}
        by = {
            amendment.number: delegations[amendment.delegation_id] for amendment in session.scalars(select(Amendment))
        }

    assert by == {amendment.number: amendment.by for amendment in demo.amendments}


def test_an_accepted_insertion_stands_in_the_text(loaded: Store) -> None:
    with loaded.read() as session:
        labels = set(session.scalars(select(Clause.label)))

    assert "OP10 bis" in labels


def test_a_delegation_belongs_to_its_groups(loaded: Store) -> None:
    with loaded.read() as session:
        names = {delegation.id: delegation.name for delegation in session.scalars(select(Delegation))}
        groups = {names[delegation]: found for delegation, found in groups_by_delegation(session).items()}

    assert groups["Tajikistan"] == ("CIS", "CSTO", "SCO")
    assert groups["Estonia"] == ("EU",)
    assert "Japan" not in groups


def test_everything_has_happened_within_the_weeks_before_now_and_the_log_is_sound(loaded: Store) -> None:
    with loaded.read() as session:
        times = list(session.scalars(select(Event.at).order_by(Event.seq)))
        verdict = verify(session)

    assert times == sorted(times)
    assert NOW - timedelta(days=17) < times[0]
    assert NOW - timedelta(days=1) < times[-1] <= NOW
    assert verdict.sound


def test_the_demo_is_not_loaded_over_a_conference(loaded: Store) -> None:
    url = loaded.engine.url.render_as_string(hide_password=False)

    with pytest.raises(RuleError, match="holds a conference already"):
        load(url, NOW)
