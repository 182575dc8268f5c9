"""The pages over a small conference, on either kind of database."""

from collections.abc import Iterator

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache

from tests.databases import Databases
from tests.service.conference import Conference, Models
from tests.web.rooms import Pages


@pytest.fixture(scope="session")
def models() -> Models:
    return Models()


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled templates from one test's application to the next: half of a page's time is compiling it."""
    cache = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "jinja_options", {"bytecode_cache": cache})
        yield


@pytest.fixture
def pages(models: Models, databases: Databases) -> Iterator[Pages]:
    """The pages on a conference of the test's own; the test runs once on each kind of database."""
    with models.copy(databases) as url:
        conference = Conference.at(url)
        yield Pages(conference)
        conference.store.dispose()
