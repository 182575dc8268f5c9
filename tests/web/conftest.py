"""The pages over a small conference, on either kind of database."""

from collections.abc import Iterator

import pytest

from tests.databases import Databases
from tests.service.conference import Conference, Models
from tests.web.rooms import Pages


@pytest.fixture(scope="session")
def models() -> Models:
    return Models()


@pytest.fixture
def pages(models: Models, databases: Databases) -> Iterator[Pages]:
    """The pages on a conference of the test's own; the test runs once on each kind of database."""
    with models.copy(databases) as url:
        conference = Conference.at(url)
        yield Pages(conference)
        conference.store.dispose()
