"""Commands that look after an installation: does the log agree with the tables, what is missing."""

import sys
from pathlib import Path

import click

from drafting import wiring
from drafting.cli.opening import DATA, opened
from drafting.records import log


@click.command()
@DATA
def verify(data: Path | None) -> None:
    """Walk the event log and say whether its chain and the tables agree; status 1 if not."""
    with opened(data) as (_, store), store.read() as session:
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
    """Say where the data lies and what this machine lacks."""
    with opened(data) as (settings, store):
        click.echo(f"Data: {settings.data}")
        click.echo(f"Database: {store.engine.dialect.name} {store.version()}")
    click.echo(f"PDF: {wiring.pdf_problem() or 'ready'}")
    built = (settings.static / "build" / "page.js").exists()
    click.echo(f"Pages: {'ready' if built else 'not built; run ./run serve once'}")
