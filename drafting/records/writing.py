"""The session in which things change: it knows its moment, its ids and the one event it records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import event as sqlalchemy_event
from sqlalchemy.orm import Session

from drafting.records.base import Base, Recorded, as_row


@dataclass(frozen=True, slots=True)
class Said:
    """The event of a transaction before it has its number; ``about`` names the things it is about."""

    type: str
    actor: str
    about: Mapping[str, Any]


class Writing(Session):
    """A session inside the write gate.

    ``moment`` is the time of everything that happens in it: never before the last event's.
    ``touched`` gathers the recorded rows that changed, in the order of their first change.
    """

    moment: datetime
    said: Said | None
    touched: dict[tuple[str, str], Base]
    gone: list[tuple[str, str]]

    def record(self, kind: str, actor: str, **about: Any) -> None:
        """Name the event of this transaction; there is one, named once."""
        if self.said is not None:
            raise RuntimeError(f"This transaction already records {self.said.type}; {kind} needs its own.")
        self.said = Said(kind, actor, about)

    def changed_rows(self) -> dict[str, list[Mapping[str, Any]]]:
        """Return the recorded rows as they stand now, by table, in the order of their first change."""
        rows: dict[str, list[Mapping[str, Any]]] = {}
        for (table, _), entity in self.touched.items():
            rows.setdefault(table, []).append(as_row(entity))
        return rows


def watch(session: Writing) -> None:
    """Gather what the session flushes."""
    sqlalchemy_event.listen(session, "before_flush", _gather)


def _gather(session: Session, _context: object, _instances: object) -> None:
    assert isinstance(session, Writing)
    changed = (entity for entity in session.dirty if session.is_modified(entity))
    for entity in (*session.new, *changed):
        if isinstance(entity, Recorded) and isinstance(entity, Base):
            session.touched.setdefault((entity.__tablename__, entity.id), entity)  # type: ignore[attr-defined]
    for entity in session.deleted:
        if isinstance(entity, Recorded) and isinstance(entity, Base):
            key = (entity.__tablename__, entity.id)  # type: ignore[attr-defined]
            session.touched.pop(key, None)
            session.gone.append(key)
