"""The store: one database, read freely, written through the gate one transaction at a time."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, make_url, text
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy.orm import Session, sessionmaker

from drafting.records.event import ChainHead
from drafting.records.gate import Gate
from drafting.records.log import append
from drafting.records.writing import Writing, watch

Clock = Callable[[], datetime]
Reading = Session
"""A session that reads one state of the database; who only reads names this type."""
CHANNEL = "drafting"
_ADVISORY_KEY = 0x64726166  # "draf": one lock for the conference of a PostgreSQL database
_PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "mmap_size": 0}


@dataclass(frozen=True, slots=True)
class Committed:
    """An event that is safe in the database: its number, its type and what it is about."""

    seq: int
    type: str
    about: dict[str, Any]


class Store:
    """A database opened for the tool; ``listeners`` hear of every committed event, in order."""

    def __init__(self, url: str, clock: Clock) -> None:
        self.engine = _engine(url)
        self.clock = clock
        self.listeners: list[Callable[[Committed], None]] = []
        self._gate = Gate(_lock_file(url))
        self._read = sessionmaker(self.engine)
        self._write = sessionmaker(
            self.engine.execution_options(drafting_writes=True), class_=Writing, expire_on_commit=False
        )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session that sees one state of the database and changes nothing."""
        with self._read() as session:
            yield session
            session.rollback()

    @contextmanager
    def write(self) -> Iterator[Writing]:
        """Open the one session that may change things; it commits when its block ends.

        The event named by ``session.record`` is written in the same transaction.
        """
        with self._gate.turn():
            with self._write.begin() as session:
                self._prepare(session)
                yield session
                seq = append(session)
                self._notify(session, seq)
            if seq is not None and session.said is not None:
                committed = Committed(seq, session.said.type, dict(session.said.about))
                for listener in self.listeners:
                    listener(committed)

    @property
    def postgresql(self) -> str | None:
        """The connection string of a PostgreSQL database, None where it is SQLite."""
        url = self.engine.url
        return url.set(drivername="postgresql").render_as_string(hide_password=False) if _is_postgresql(url) else None

    def version(self) -> str:
        """Return the database's own version."""
        with self.engine.connect() as connection:
            return ".".join(str(part) for part in connection.dialect.server_version_info or ())

    def dispose(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def _prepare(self, session: Writing) -> None:
        session.said, session.touched, session.gone = None, {}, []
        watch(session)
        if _is_postgresql(self.engine.url):
            session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_KEY})
        head = session.get_one(ChainHead, 1)
        session.moment = max(self.clock(), head.at)

    def _notify(self, session: Writing, seq: int | None) -> None:
        if seq is not None and _is_postgresql(self.engine.url):
            session.execute(text("SELECT pg_notify(:channel, :seq)"), {"channel": CHANNEL, "seq": str(seq)})


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, connect_args={"check_same_thread": False, "timeout": 10})
        sqlalchemy_event.listen(engine, "connect", _set_pragmas)
        sqlalchemy_event.listen(engine, "begin", _begin)
        return engine
    return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=10)


def _is_postgresql(url: URL) -> bool:
    return url.get_backend_name() == "postgresql"


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for name, value in _PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is not None and found[0] != value:
            raise RuntimeError(
                f"SQLite would not take {name}={value} (it says {found[0]}): this database is not safe here."
            )


def _begin(connection: Connection) -> None:
    # SQLAlchemy's default driver would begin late and without the write lock.
    writes = connection.get_execution_options().get("drafting_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _lock_file(url: str) -> Path | None:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database + ".gate")
