"""What every table shares: names of constraints, column types, and which tables the log holds."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The declarative base of all tables."""

    metadata = MetaData(naming_convention=NAMES)


class Recorded:
    """Marks a table whose rows are in the event log: no change of one without an event.

    What is not marked never reaches the log: private drafts, passwords, sessions, jobs.
    """


class Moment(TypeDecorator[datetime]):
    """An aware UTC time; SQLite gives it back naive, so it is made aware again."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time; it would mean another instant on another machine."""
        if value is not None and value.tzinfo is None:
            raise ValueError("A time without its zone cannot be kept.")
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the time back in UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Json(TypeDecorator[Any]):
    """A value kept as canonical JSON text, byte for byte the same on every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write the canonical form."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read the JSON back."""
        return None if value is None else json.loads(value)


class Word(TypeDecorator[Any]):
    """A member of a ``StrEnum``, kept as its word."""

    impl = String(40)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Refuse a word that is not of the kind."""
        return None if value is None else str(self.kind(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Give back the member."""
        return None if value is None else self.kind(value)


def canonical(value: object) -> str:
    """Return the one JSON text of a value: sorted keys, no blanks, no escapes but the needed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def as_row(entity: Base) -> Mapping[str, Any]:
    """Return the columns of an entity as JSON values, by column name."""
    return {column.key: _as_json(getattr(entity, column.key)) for column in entity.__mapper__.column_attrs}


def _as_json(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value
