"""Brings a database to the present schema; the migrations are the only thing that makes tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from drafting.records.store import Store

_MIGRATIONS = Path(__file__).parent / "migrations"


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
