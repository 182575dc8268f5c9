"""Commands that serve: the conference, or the demonstration."""

import socket
from pathlib import Path

import click
import uvicorn

from drafting import wiring
from drafting.cli.opening import DATA, opened
from drafting.demo.load import load
from drafting.errors import RuleError
from drafting.records.store import Store
from drafting.service.conference import is_demo, is_founded

PORT = click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
_MOST_OPEN = 65_536


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@PORT
@DATA
def serve(host: str, port: int, data: Path | None) -> None:
    """Serve the conference."""
    with opened(data) as (settings, store):
        with store.read() as session:
            founded = is_founded(session)
        if not founded:
            raise RuleError("There is no conference yet. Make one and its first account with: drafting init")
        _serve(settings, store, host, port)


@click.command()
@PORT
@DATA
def demo(port: int, data: Path | None) -> None:
    """Load the demo conference, if it is not there yet, and serve it on this machine alone."""
    _load_once(wiring.settings(data))
    with opened(data) as (settings, store):
        with store.read() as session:
            demonstration = is_demo(session)
        if not demonstration:
            raise RuleError("These data are of a real conference. Give the demo a folder of its own with --data.")
        _serve(settings, store, "127.0.0.1", port)


def _load_once(settings: wiring.Settings) -> None:
    """Load the demo where there is nothing yet; in a file of its own, so that a load cut short leaves nothing."""
    with opened(settings.data) as (_, store), store.read() as session:
        if is_founded(session):
            return
    click.echo("Loading the demo conference …")
    if settings.database is None:
        load(settings.database_url, wiring.now())
        return
    loading = settings.data / "loading.db"
    _remove(loading)
    url = f"sqlite:///{loading}"
    wiring.store_at(url).dispose()
    load(url, wiring.now())
    _remove(settings.database)
    loading.replace(settings.database)
    _remove(loading)


def _remove(database: Path) -> None:
    for end in ("", "-wal", "-shm", ".gate"):
        database.with_name(database.name + end).unlink(missing_ok=True)


def _serve(settings: wiring.Settings, store: Store, host: str, port: int) -> None:
    _must_be_free(host, port)
    held = wiring.sole_server(settings)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"Serving on http://{shown}:{port}  (stop with Ctrl-C)")
    try:
        wiring.Serving(
            uvicorn.Config(
                wiring.Server(wiring.build(settings, store)),
                host=host,
                port=port,
                log_level="warning",
                access_log=False,
                server_header=False,
                limit_concurrency=_MOST_OPEN,
                timeout_graceful_shutdown=3,
            )
        ).run()
    finally:
        if held is not None:
            held.close()


def _must_be_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise RuleError(f"Port {port} is taken on {host}. Give another with --port.") from error
