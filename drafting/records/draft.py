"""Private drafts: a delegation's own, in no log, no count and no other's view."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from drafting.records.base import Base, Json, Moment, Word
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind, DraftState


class Draft(Base):
    """An amendment in the making; ``amendment_id`` names the submitted one that it revises.

    ``version`` counts its savings, so that two tabs cannot overwrite each other unseen.
    """

    __tablename__ = "draft"
    __table_args__ = (Index("ix_draft_delegation", "delegation_id", "document_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"))
    delegation_id: Mapped[str] = mapped_column(ForeignKey("delegation.id"))
    author_id: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    clause_id: Mapped[str] = mapped_column(ForeignKey("clause.id"))
    amendment_id: Mapped[str | None] = mapped_column(ForeignKey("amendment.id"))
    kind: Mapped[AmendmentKind] = mapped_column(Word(AmendmentKind))
    new_kind: Mapped[ClauseKind | None] = mapped_column(Word(ClauseKind))
    base_version: Mapped[int]
    runs: Mapped[list[Any]] = mapped_column(Json)
    reason: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[DraftState] = mapped_column(Word(DraftState))
    version: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(Moment)
    updated_at: Mapped[datetime] = mapped_column(Moment)

    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}  # noqa: RUF012 (the mapper's own form)
