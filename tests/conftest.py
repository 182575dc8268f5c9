"""What every test may ask for: a database of either kind, a browser, a thorough or a quick Hypothesis."""

import shutil
from collections.abc import Iterator
from os import geteuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.postgres import Postgres

settings.register_profile("quick", derandomize=True, max_examples=50, deadline=None, database=None)
settings.register_profile("long", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quick")

_CHROMIUM = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_CHROMIUM += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Run one PostgreSQL server for the session."""
    server = Postgres.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    """Give SQLite files."""
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_databases(postgres: Postgres) -> PostgresDatabases:
    """Give databases of the session's PostgreSQL server."""
    return PostgresDatabases(postgres)


@pytest.fixture(params=["sqlite", "postgres"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Name the kind of database; a test that asks for it runs once on each kind."""
    found: Databases = request.getfixturevalue(f"{request.param}_databases")
    return found


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """Make a database with the present schema and nothing in it; it is gone after the test."""
    with databases.migrated() as url:
        yield url


@pytest.fixture
def empty_database_url(databases: Databases) -> Iterator[str]:
    """Make a database without any table; it is gone after the test."""
    with databases.empty() as url:
        yield url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium; its sandbox does not work for root."""
    sandbox = ["--no-sandbox"] if geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": _chromium(), "args": [*_CHROMIUM, *sandbox]}


def _chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return str(Path(found))
    raise RuntimeError("The browser tests need Chromium. Install it: apt-get install --no-install-recommends chromium")
