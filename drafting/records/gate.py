"""The write gate: one writer at a time, first come first served.

SQLite's own busy wait collapses at 64 writers; behind a gate every writer waits its turn.
Commands that run beside the server take the same gate through a lock on a file.
"""

import fcntl
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class FairLock:
    """A lock that lets waiters in by order of arrival, which ``threading.Lock`` does not promise."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held = False
        self._waiting: deque[threading.Lock] = deque()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn and hold it."""
        self._acquire()
        try:
            yield
        finally:
            self._release()

    def _acquire(self) -> None:
        with self._guard:
            if not self._held:
                self._held = True
                return
            ticket = threading.Lock()
            ticket.acquire()
            self._waiting.append(ticket)
        ticket.acquire()

    def _release(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False


class Gate:
    """The gate before a database; ``lock_file`` is None where the database keeps other processes out."""

    def __init__(self, lock_file: Path | None) -> None:
        self._lock = FairLock()
        self._file = lock_file

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the gate, in this process and against others on the same file."""
        with self._lock.turn():
            if self._file is None:
                yield
                return
            with self._file.open("ab") as held:
                fcntl.flock(held, fcntl.LOCK_EX)
                yield
