"""Opens the store for a command, and closes it when the command is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from drafting import wiring
from drafting.records.store import Store

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that keeps the data.",
)


@contextmanager
def opened(data: Path | None) -> Iterator[tuple[wiring.Settings, Store]]:
    """Open the configured database, brought to the present schema.

    Raises:
        RuleError: The database cannot be opened.
    """
    settings = wiring.settings(data)
    store = wiring.open_store(settings)
    try:
        yield settings, store
    finally:
        store.dispose()
