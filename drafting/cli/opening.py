"""Opens the store for a command, and closes it when the command is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from drafting import wiring
from drafting.errors import RuleError
from drafting.records import schema
from drafting.records.store import Store

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that keeps the data.",
)


@contextmanager
def opened(data: Path | None) -> Iterator[tuple[wiring.Settings, Store]]:
    """Open the configured database, brought to the present schema; it is made where there is none.

    Raises:
        RuleError: The database cannot be opened.
    """
    settings = wiring.settings(data)
    store = wiring.open_store(settings)
    try:
        yield settings, store
    finally:
        store.dispose()


@contextmanager
def present(data: Path | None) -> Iterator[tuple[wiring.Settings, Store]]:
    """Open the configured database for a command that only reads: neither a folder nor a database is made.

    Raises:
        RuleError: There is none, or it cannot be opened.
    """
    settings = wiring.settings(data)
    missing = absence(settings)
    if missing:
        raise RuleError(missing)
    with opened(data) as found:
        yield found


def absence(settings: wiring.Settings) -> str | None:
    """Return the sentence that says that there is no conference where the settings point, or None.

    Raises:
        RuleError: The database cannot be opened.
    """
    if settings.database is None:
        if schema.has_tables(settings.database_url):
            return None
        return "There is no conference in this database. Name its database with DRAFTING_DATABASE_URL."
    if settings.database.is_file() and schema.has_tables(settings.database_url):
        return None
    return f"There is no conference in {settings.database.parent}. Name its folder with --data or DRAFTING_DATA."
