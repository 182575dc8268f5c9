"""Brings a database to the present schema; the migrations are the only thing that makes tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, inspect
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from drafting.errors import RuleError
from drafting.records.store import Clock, Store

_MIGRATIONS = Path(__file__).parent / "migrations"
_UNOPENED = "The database cannot be opened. Check DRAFTING_DATABASE_URL and DRAFTING_DATA, and that it runs."


def open_store(url: str, clock: Clock) -> Store:
    """Open a database by its URL and bring it to the present schema.

    Raises:
        RuleError: It cannot be opened.
    """
    try:
        store = Store(url, clock)
        migrate(store)
    except (ArgumentError, NoSuchModuleError, DBAPIError, OSError) as error:
        raise RuleError(_UNOPENED) from error
    return store


def has_tables(url: str) -> bool:
    """Say whether a database holds the tool's tables; nothing in it is changed.

    Raises:
        RuleError: It cannot be opened.
    """
    try:
        engine = create_engine(url)
        try:
            return inspect(engine).has_table("event")
        finally:
            engine.dispose()
    except (ArgumentError, NoSuchModuleError, DBAPIError, OSError) as error:
        raise RuleError(_UNOPENED) from error


def migrate(store: Store) -> None:
    """Run every migration that this database has not seen, in one transaction."""
    with store.engine.connect() as connection, connection.begin():
        command.upgrade(settings(connection), "head")


def settings(connection: Connection) -> Config:
    """Return Alembic's settings for one open connection."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
