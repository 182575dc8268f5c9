"""Joins the parts once: the store, the pages, the worker, the stream and the exporters."""

import fcntl
import functools
import importlib
import importlib.util
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import uvicorn
from a2wsgi import WSGIMiddleware

from drafting import config as environment
from drafting.config import Config, from_environment
from drafting.errors import RuleError
from drafting.jobs.rendering import NEEDS_PANGO, Progress, Rendered, RenderFailed, render_apart
from drafting.jobs.worker import Worker
from drafting.records import schema
from drafting.records.follow import Follower
from drafting.records.store import Clock, Store
from drafting.view.document import DocumentView
from drafting.web.app import Application, create_app
from drafting.web.room import Room
from drafting.web.stream import PATH, Receive, Scope, Send, Stream

Settings = Config
PDF_RENDERER = "exports.pdf:render"
_THREADS = 16


def now() -> datetime:
    """Return the present time; the only clock of the running tool."""
    return datetime.now(UTC)


def settings(data: Path | None = None) -> Config:
    """Return the settings, with another data folder if one is given."""
    return from_environment(data)


def colours_unwanted() -> bool:
    """Tell whether the person at the terminal wants no colours."""
    return environment.colours_unwanted()


def open_store(config: Config, clock: Clock = now) -> Store:
    """Open the configured database and bring it to the present schema.

    Raises:
        RuleError: It cannot be opened, or there is no folder for the data.
    """
    try:
        config.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise RuleError(f"The folder {config.data} cannot be made: {error.strerror}. Give another --data.") from error
    return store_at(config.database_url, clock)


def store_at(url: str, clock: Clock = now) -> Store:
    """Open a database by its URL and bring it to the present schema."""
    return schema.open_store(url, clock)


def print_pdf(config: Config, view: DocumentView, progress: Progress) -> Rendered | RenderFailed:
    """Print a document in a process of its own."""
    folders = {"fonts": config.static / "build", "templates": config.templates}
    return render_apart(PDF_RENDERER, view, folders, progress=progress)


@functools.cache
def pdf_problem() -> str | None:
    """Return what printing lacks on this machine, as a sentence, or None."""
    if importlib.util.find_spec("weasyprint") is None:
        return "PDF export needs WeasyPrint: run ./run once more to install it."
    try:
        importlib.import_module("weasyprint")
    except OSError:
        return NEEDS_PANGO
    return None


@dataclass(frozen=True, slots=True)
class House:
    """All that serves: hand ``asgi`` to a server; ``pages`` is the Flask application alone, for tests."""

    store: Store
    worker: Worker
    pages: Application
    stream: Stream


def build(config: Config, store: Store) -> House:
    """Join everything for one opened store."""
    worker = Worker(store, functools.partial(print_pdf, config), config.queue_file)
    room = Room(
        store=store,
        templates=config.templates,
        static=config.static,
        enqueue=worker.enqueue,
        pdf_problem=pdf_problem,
        secure_cookies=config.secure_cookies,
    )
    return House(store, worker, create_app(room), Stream(store))


class Server:
    """The ASGI application: the stream in front, the pages behind, the worker and the follower beside."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._pages = WSGIMiddleware(house.pages, workers=_THREADS)  # type: ignore[arg-type]
        self._follower: Follower | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or the server's own start and stop."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http" and scope["path"] == PATH:
            await self._house.stream(scope, receive, send)
        else:
            await self._pages(scope, receive, send)  # type: ignore[arg-type]

    def close(self) -> None:
        """End every stream."""
        self._house.stream.close()

    async def _live(self, receive: Receive, send: Send) -> None:
        async with self._running():
            while (message := await receive())["type"] != "lifespan.shutdown":
                await send({"type": f"{message['type']}.complete"})
        await send({"type": "lifespan.shutdown.complete"})

    @asynccontextmanager
    async def _running(self) -> AsyncIterator[None]:
        self._house.worker.start()
        self._follower = Follower(self._house.store, self._house.stream.publish)
        self._follower.start()
        try:
            yield
        finally:
            self._follower.stop()
            self._house.worker.stop()


class Serving(uvicorn.Server):
    """A server that lets go of the streams when it stops, rather than wait for pages that never end."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop serving."""
        application = self.config.app
        if isinstance(application, Server):
            application.close()
        await super().shutdown(sockets)


def sole_server(config: Config) -> IO[bytes] | None:
    """Keep a second server off an SQLite database; hold on to what is returned while serving.

    Raises:
        RuleError: A server is running on this database already.
    """
    if config.database is None:
        return None
    # Beside the database, not in the data folder: two folders may name one database.
    held = config.database.with_name(f"{config.database.name}.server").open("wb")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        held.close()
        raise RuleError(
            f"A server is running on the database {config.database} already. "
            "Stop it first, or give another folder with --data."
        ) from error
    return held
