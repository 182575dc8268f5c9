"""Follows the log: tells every committed event, in order, whoever wrote it and from whichever process.

On PostgreSQL it is woken by NOTIFY; on SQLite by this process's own commits, and twice a second
for what a command beside the server wrote. A lost wake-up loses nothing: the log itself is read.
"""

import json
import threading
from collections.abc import Callable

import psycopg
from sqlalchemy import select

from drafting.records.event import ChainHead, Event
from drafting.records.store import CHANNEL, Committed, Store

_ROUND = 0.5


class Follower(threading.Thread):
    """A thread that reads the log onward from where it stood when the thread was made."""

    def __init__(self, store: Store, hear: Callable[[Committed], None]) -> None:
        super().__init__(name="follower", daemon=True)
        self._store, self._hear = store, hear
        self._bell, self._over = threading.Event(), threading.Event()
        with store.read() as session:
            self._last = session.get_one(ChainHead, 1).seq
        store.listeners.append(lambda _committed: self._bell.set())

    def run(self) -> None:
        """Follow until stopped."""
        wait = self._wait_for_notice if self._store.postgresql else self._wait_for_bell
        while not self._over.is_set():
            wait()
            for committed in after(self._store, self._last):
                self._last = committed.seq
                self._hear(committed)

    def stop(self) -> None:
        """End the thread at its next round."""
        self._over.set()
        self._bell.set()

    def _wait_for_bell(self) -> None:
        self._bell.wait(_ROUND)
        self._bell.clear()

    def _wait_for_notice(self) -> None:
        try:
            self._listen()
        except psycopg.Error:
            # The database is away or restarting; the log is read again when it is back.
            self._over.wait(_ROUND)

    def _listen(self) -> None:
        with psycopg.connect(self._store.postgresql or "", autocommit=True) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            while not self._over.is_set():
                for committed in after(self._store, self._last):
                    self._last = committed.seq
                    self._hear(committed)
                list(connection.notifies(timeout=_ROUND, stop_after=1))


def after(store: Store, seq: int, *, limit: int = 500) -> tuple[Committed, ...]:
    """Return the events after a number, in order, at most ``limit`` of them."""
    with store.read() as session:
        found = session.scalars(select(Event).where(Event.seq > seq).order_by(Event.seq).limit(limit)).all()
        return tuple(Committed(event.seq, event.type, json.loads(event.payload)["about"]) for event in found)
