"""Commands that look after an installation: does the log agree with the tables, what is missing."""

import sys
from pathlib import Path

import click

from drafting import wiring
from drafting.cli.opening import DATA, absence, opened, present
from drafting.cli.text import line_of
from drafting.errors import RuleError
from drafting.records import log
from drafting.service.conference import conference_view, is_founded
from drafting.service.text_view import documents


@click.command()
@DATA
def verify(data: Path | None) -> None:
    """Walk the event log and say whether its chain and the tables agree; status 1 if not."""
    with present(data) as (_, store), store.read() as session:
        verdict = log.verify(session)
    for fault in verdict.faults:
        click.echo(fault, err=True)
    if not verdict.sound:
        click.echo(f"{len(verdict.faults)} faults in {verdict.events} events.", err=True)
        sys.exit(1)
    click.echo(f"{verdict.events} events; chain and tables agree. Last hash {verdict.last_hash}")


@click.command()
@DATA
def doctor(data: Path | None) -> None:
    """Say where the data lies, what is in them and what this machine lacks; status 1 if there is no conference."""
    settings = wiring.settings(data)
    click.echo(f"Data: {settings.data}")
    missing = absence(settings)
    if missing is None:
        _tell_contents(data)
    click.echo(f"PDF: {wiring.pdf_problem() or 'ready'}")
    built = (settings.static / "build" / "page.js").exists()
    click.echo(f"Pages: {'ready' if built else 'not built; run ./run serve once'}")
    if missing:
        raise RuleError(missing)


def _tell_contents(data: Path | None) -> None:
    with opened(data) as (_, store), store.read() as session:
        click.echo(f"Database: {store.engine.dialect.name} {store.version()}")
        founded = conference_view(session).name if is_founded(session) else "none yet; found it with drafting init"
        click.echo(f"Conference: {founded}")
        for document in documents(session):
            click.echo(f"Document: {line_of(document)}")
