"""The document and its clauses; a clause keeps its id for ever and every text it had."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.records.base import Base, Json, Moment, Recorded, Word
from drafting.rules.kinds import ClauseKind, Form
from drafting.rules.life import Agreement, Stage


class Document(Recorded, Base):
    """A text under negotiation; ``amendments`` is the last public number given to one."""

    __tablename__ = "document"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    form: Mapped[Form] = mapped_column(Word(Form))
    symbol: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(16))
    masthead: Mapped[list[str]] = mapped_column(Json)
    stage: Mapped[Stage] = mapped_column(Word(Stage))
    amendments: Mapped[int] = mapped_column(default=0)
    imported_at: Mapped[datetime] = mapped_column(Moment)
    adopted_at: Mapped[datetime | None] = mapped_column(Moment)
    adopted_on: Mapped[date | None] = mapped_column(Date)
    adopted_place: Mapped[str | None] = mapped_column(Text)


class Clause(Recorded, Base):
    """A unit that can be amended; ``rank`` orders it among the clauses of one parent.

    ``version`` numbers its current text. A decision names the version it was made on: the
    mapper updates ``WHERE version = :seen`` and fails when the row has moved on.
    """

    __tablename__ = "clause"
    __table_args__ = (UniqueConstraint("document_id", "label"), Index("ix_clause_document", "document_id"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("clause.id"))
    kind: Mapped[ClauseKind] = mapped_column(Word(ClauseKind))
    rank: Mapped[str] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text)
    agreement: Mapped[Agreement] = mapped_column(Word(Agreement))
    version: Mapped[int] = mapped_column()
    deleted: Mapped[bool] = mapped_column(default=False)

    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}  # noqa: RUF012 (the mapper's own form)


class ClauseVersion(Recorded, Base):
    """One text of a clause; ``decision_id`` names the decision that made it, None for the imported.

    ``edits`` lead here from the version before; empty for a clause's first text.
    """

    __tablename__ = "clause_version"
    __table_args__ = (UniqueConstraint("clause_id", "number"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    clause_id: Mapped[str] = mapped_column(ForeignKey("clause.id"))
    number: Mapped[int]
    runs: Mapped[list[Any]] = mapped_column(Json)
    edits: Mapped[list[Any]] = mapped_column(Json, default=list)
    decision_id: Mapped[str | None] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(Moment)
