"""The live stream: /events in front of Flask, one open answer a page, fed by the followed log.

It carries numbers and ids, never text: a page fetches what it may see through its own route.
A page that comes back names the last event it saw and is told what it missed.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from werkzeug.http import parse_cookie

from drafting.records.follow import after
from drafting.records.store import Committed, Store
from drafting.rules.access import Act, may
from drafting.service.sessions import Seat, seat_of
from drafting.web.acts import COOKIE
from drafting.web.headers import ALWAYS

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

PATH = "/events"
_Pages = asyncio.Queue[Committed | None]
_ROUND = 15.0
_WAITING = 64
_TEXT_CHANGES = frozenset({"amendment-accepted", "document-adopted", "draft-imported"})
_HEADERS = [(b"cache-control", b"no-store")]
_HEADERS += [(name.lower().encode(), value.encode()) for name, value in ALWAYS.items()]
_OPENED = [*_HEADERS, (b"content-type", b"text/event-stream"), (b"x-accel-buffering", b"no")]


class Stream:
    """Every open page of this process; ``publish`` may be called from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._open: set[_Pages] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def publish(self, committed: Committed) -> None:
        """Tell every open page of an event."""
        if self._loop is not None and self._loop.is_running():
            self._loop.call_soon_threadsafe(self._fan_out, committed)

    def close(self) -> None:
        """End every stream, because the server stops; the pages come back by themselves. In the server's loop."""
        for queue in self._open:
            if not queue.full():
                queue.put_nowait(None)
        self._open.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one page until it goes away or its seat ends."""
        self._loop = asyncio.get_running_loop()
        cookie = _cookie(scope)
        seat = await self._seat(cookie)
        if seat is None or not may(seat.actor.role, Act.FOLLOW):
            await _refuse(send)
            return
        queue: _Pages = asyncio.Queue(_WAITING)
        self._open.add(queue)
        gone = asyncio.ensure_future(_until_gone(receive))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _OPENED})
            await self._catch_up(seat, _last_seen(scope), send)
            while not gone.done() and seat is not None:
                seat = await self._next(seat, cookie, queue, send)
            await send({"type": "http.response.body", "body": b""})
        finally:
            self._open.discard(queue)
            gone.cancel()

    def _fan_out(self, committed: Committed) -> None:
        for queue in list(self._open):
            if queue.full():
                # The page catches up from the log when it comes back.
                self._open.discard(queue)
            else:
                queue.put_nowait(committed)

    async def _next(self, seat: Seat, cookie: str, queue: _Pages, send: Send) -> Seat | None:
        if queue not in self._open and queue.empty():
            return None
        try:
            committed = await asyncio.wait_for(queue.get(), _ROUND)
        except TimeoutError:
            await _write(send, b": still here\n\n")
            return await self._seat(cookie)
        if committed is None:
            return None
        # Where the event is about no document, seats may have been given or taken away.
        still = seat if "document" in committed.about else await self._seat(cookie)
        if still is not None:
            await _write(send, message(committed, still))
        return still

    async def _catch_up(self, seat: Seat, last: int | None, send: Send) -> None:
        await _write(send, b"retry: 1500\n\n")
        # The log is read in parts: a page that was away for long is told all of it.
        while last is not None and (missed := await asyncio.to_thread(after, self._store, last)):
            for committed in missed:
                await _write(send, message(committed, seat))
                last = committed.seq

    async def _seat(self, cookie: str) -> Seat | None:
        return await asyncio.to_thread(self._look_up, cookie) if cookie else None

    def _look_up(self, cookie: str) -> Seat | None:
        with self._store.read() as session:
            return seat_of(session, cookie, now=self._store.clock())


def message(committed: Committed, seat: Seat) -> bytes:
    """Return what a seat may hear of an event; one it may not hear of still moves its number on."""
    line = f"id: {committed.seq}\n"
    if "document" not in committed.about or not _concerns(committed, seat):
        return f"{line}event: seen\ndata: \n\n".encode()
    said: dict[str, Any] = {
        "seq": committed.seq,
        "type": committed.type,
        "document": committed.about["document"],
        "clauses": committed.about.get("clauses", []),
    }
    if may(seat.actor.role, Act.READ_AMENDMENTS):
        said["number"] = committed.about.get("number")
    return f"{line}event: changed\ndata: {json.dumps(said)}\n\n".encode()


def _concerns(committed: Committed, seat: Seat) -> bool:
    return committed.type in _TEXT_CHANGES or may(seat.actor.role, Act.READ_AMENDMENTS)


def _headers(scope: Scope) -> Mapping[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope.get("headers", [])}


def _cookie(scope: Scope) -> str:
    return parse_cookie(_headers(scope).get("cookie", "")).get(COOKIE, "")


def _last_seen(scope: Scope) -> int | None:
    given = _headers(scope).get("last-event-id", "")
    if not given:
        query = scope.get("query_string", b"").decode("latin-1")
        given = query.removeprefix("after=") if query.startswith("after=") else ""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 16 else None


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _write(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _refuse(send: Send) -> None:
    await send({"type": "http.response.start", "status": 401, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": b""})
