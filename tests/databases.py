"""Databases for single tests: a migrated one is made once for each kind and copied, which is quicker than migrating."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Protocol

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from drafting.records.schema import migrate
from drafting.records.store import Store
from tests.postgres import Postgres

_MIGRATED = "migrated"


class Databases(Protocol):
    """Gives the URLs of databases that live as long as one ``with``."""

    def empty(self) -> AbstractContextManager[str]:
        """Make a database without any table."""

    def migrated(self) -> AbstractContextManager[str]:
        """Make a database with the present schema."""


class SqliteDatabases:
    """SQLite files in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """Make a folder for the file and its journals."""
        place = self._folder / str(next(self._numbers))
        place.mkdir()
        yield f"sqlite:///{place / 'drafting.sqlite'}"
        shutil.rmtree(place)

    @contextmanager
    def migrated(self) -> Iterator[str]:
        """Copy the migrated file."""
        model = self._folder / _MIGRATED
        if not model.exists():
            _migrate(f"sqlite:///{model}")
        with self.empty() as url:
            shutil.copyfile(model, url.removeprefix("sqlite:///"))
            yield url


class PostgresDatabases:
    """Databases of one PostgreSQL server."""

    def __init__(self, server: Postgres) -> None:
        self._server = server
        self._numbers = count(1)
        self._has_model = False

    @contextmanager
    def empty(self) -> Iterator[str]:
        """Make a database without any table."""
        with self._made(f"test_{next(self._numbers)}", "template0") as url:
            yield url

    @contextmanager
    def migrated(self) -> Iterator[str]:
        """Copy the migrated database."""
        if not self._has_model:
            self._create(_MIGRATED, "template0")
            _migrate(self._server.url(_MIGRATED))
            self._has_model = True
        with self._made(f"test_{next(self._numbers)}", _MIGRATED) as url:
            yield url

    @contextmanager
    def _made(self, name: str, model: str) -> Iterator[str]:
        self._create(name, model)
        yield self._server.url(name)
        self._say(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    def _create(self, name: str, model: str) -> None:
        self._say(SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(Identifier(name), Identifier(model)))

    def _say(self, statement: Composed) -> None:
        with psycopg.connect(self._server.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


def _migrate(url: str) -> None:
    store = Store(url, lambda: datetime.now(UTC))
    migrate(store)
    store.dispose()
