"""The event log: append to the chain, fold it back into tables, and say whether both agree.

An event carries every recorded row it changed, as the row stood after it. So the log alone
rebuilds the tables, and no change of a recorded row can go by without an event.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.records.base import Base, as_row, canonical
from drafting.records.event import ORIGIN, ChainHead, Event, chained
from drafting.records.tables import RECORDED
from drafting.records.writing import Writing

Rows = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What walking the log found: how many events, the last hash, and each fault as a sentence."""

    events: int
    last_hash: str
    faults: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Say whether chain and tables agree."""
        return not self.faults


def append(session: Writing) -> int | None:
    """Write the transaction's event, if it changed recorded rows; return its number.

    Raises:
        RuntimeError: Recorded rows changed and no event was named.
    """
    session.flush()
    rows = session.changed_rows()
    if session.said is None:
        if rows or session.gone:
            raise RuntimeError(f"Rows of {sorted(rows)} changed without an event.")
        return None
    about = {"about": dict(session.said.about), "rows": rows, "gone": [list(key) for key in session.gone]}
    head = session.get_one(ChainHead, 1)
    payload = canonical(about)
    seq, at = head.seq + 1, session.moment
    digest = chained(seq, at, session.said.actor, session.said.type, payload, head.hash)
    session.add(
        Event(
            seq=seq,
            at=at,
            actor=session.said.actor,
            type=session.said.type,
            document_id=session.said.about.get("document"),
            payload=payload,
            previous=head.hash,
            hash=digest,
        )
    )
    head.seq, head.hash, head.at = seq, digest, at
    session.flush()
    return seq


def verify(session: Session) -> Verdict:
    """Walk the whole log: hashes, numbers, times; then fold it and hold the result against the tables."""
    faults: list[str] = []
    folded: Rows = {}
    previous, seq, last = ORIGIN, 0, None
    for event in session.scalars(select(Event).order_by(Event.seq).execution_options(yield_per=500)):
        faults += _faults_of(event, seq + 1, previous, last)
        faults += _take_in(folded, event)
        previous, seq, last = event.hash, event.seq, event.at
    faults += _faults_of_head(session, seq, previous)
    faults += _differences(folded, session)
    return Verdict(seq, previous, tuple(faults))


def _faults_of(event: Event, seq: int, previous: str, last: Any) -> Iterator[str]:
    if event.seq != seq:
        yield f"Event {seq} is missing: the log goes on with event {event.seq}."
    if event.previous != previous:
        yield f"Event {event.seq} does not follow from the one before it."
    if event.hash != chained(event.seq, event.at, event.actor, event.type, event.payload, event.previous):
        yield f"Event {event.seq} was changed after it was written."
    if last is not None and event.at < last:
        yield f"Event {event.seq} is dated before the one before it."


def _faults_of_head(session: Session, seq: int, previous: str) -> Iterator[str]:
    head = session.get(ChainHead, 1)
    if head is None:
        yield "The end of the chain is not written down: its row is missing."
    elif (head.seq, head.hash) != (seq, previous):
        yield f"The log ends at event {seq}, but event {head.seq} was written: the end is missing or was replaced."


def _take_in(folded: Rows, event: Event) -> Iterator[str]:
    try:
        payload = json.loads(event.payload)
        if event.document_id != payload["about"].get("document"):
            yield f"Event {event.seq} is filed under another document than the one it is about."
        for table, rows in payload["rows"].items():
            for row in rows:
                folded.setdefault(table, {})[row["id"]] = row
        for table, key in payload["gone"]:
            folded.get(table, {}).pop(key, None)
    except (ValueError, TypeError, KeyError, AttributeError):
        yield f"Event {event.seq} cannot be read."


def _differences(folded: Rows, session: Session) -> Iterator[str]:
    for entity in RECORDED:
        table = entity.__tablename__
        said = folded.get(table, {})
        kept = _kept(entity, session)
        for key in [key for key, row in kept.items() if row is None]:
            yield f"The row {key} of {table} cannot be read."
            said.pop(key, None)
            del kept[key]
        for key in sorted(said.keys() | kept.keys()):
            if said.get(key) != kept.get(key):
                yield _difference(table, key, said.get(key), kept.get(key))


def _kept(entity: type[Base], session: Session) -> dict[str, dict[str, Any] | None]:
    """The rows of a table by id; None for one that holds what the tool never writes."""
    try:
        return {row["id"]: row for row in map(_plain, session.scalars(select(entity)))}
    except ValueError:
        keys = session.scalars(select(entity.__table__.c.id)).all()
        return {key: _kept_alone(entity, session, key) for key in keys}


def _kept_alone(entity: type[Base], session: Session, key: str) -> dict[str, Any] | None:
    try:
        return _plain(session.get_one(entity, key))
    except ValueError:
        return None


def _plain(found: Base) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(canonical(as_row(found)))
    return row


def _difference(table: str, key: str, said: dict[str, Any] | None, kept: dict[str, Any] | None) -> str:
    if kept is None:
        return f"The row {key} of {table} is in the log and not in the table."
    if said is None:
        return f"The row {key} of {table} is in the table and not in the log."
    columns = ", ".join(sorted(name for name in said.keys() | kept.keys() if said.get(name) != kept.get(name)))
    return f"The row {key} of {table} differs from the log in: {columns}."
