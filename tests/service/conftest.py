"""A seated conference with a short document, on either kind of database."""

from collections.abc import Iterator

import pytest

from tests.databases import Databases, SqliteDatabases
from tests.service.conference import Conference, Models


@pytest.fixture(scope="session")
def models() -> Models:
    return Models()


@pytest.fixture
def conference(models: Models, databases: Databases) -> Iterator[Conference]:
    """A conference of the test's own; the test runs once on each kind of database, and the log is walked after it."""
    with models.copy(databases) as url:
        conference = Conference.at(url)
        yield conference
        faults = conference.faults()
        conference.store.dispose()
        assert faults == ()


@pytest.fixture
def quick_conference(models: Models, sqlite_databases: SqliteDatabases) -> Iterator[Conference]:
    """The same on SQLite alone, for what is asked of many histories."""
    with models.copy(sqlite_databases) as url:
        conference = Conference.at(url)
        yield conference
        conference.store.dispose()
