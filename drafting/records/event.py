"""The event log's tables: append-only, each event chained to the one before by its hash."""

import hashlib
from datetime import UTC, datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from drafting.records.base import Base, Moment, canonical

ORIGIN = "0" * 64


class Event(Base):
    """One act: who did what, with every row it changed; ``payload`` is canonical JSON text.

    ``document_id`` repeats what the payload is about, so that a document's last event is found at once.
    """

    __tablename__ = "event"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(32))
    type: Mapped[str] = mapped_column(String(60))
    document_id: Mapped[str | None] = mapped_column(String(32), index=True)
    payload: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64), unique=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)


class ChainHead(Base):
    """The one row that says where the chain ends."""

    __tablename__ = "chain_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Moment)


def chained(seq: int, at: datetime, actor: str, kind: str, payload: str, previous: str) -> str:
    """Return the hash of an event: SHA-256 over the canonical JSON of its parts and the hash before it."""
    moment = at.astimezone(UTC).isoformat()
    return hashlib.sha256(canonical([seq, moment, actor, kind, payload, previous]).encode()).hexdigest()
