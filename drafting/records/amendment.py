"""Submitted amendments, every wording they had, and the chair's decisions."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.records.base import Base, Json, Moment, Recorded, Word
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind, AmendmentState, Cause, Outcome


class Amendment(Recorded, Base):
    """One change to one clause by one delegation.

    ``clause_id`` is the amended clause, or the one that an insertion stands after; an insertion has
    the id and kind of its clause from submission on. ``version`` numbers its last wording.
    ``blocked_by`` is the decision that overtook it, ``blocked_why`` the sentence naming the words.
    """

    __tablename__ = "amendment"
    __table_args__ = (
        UniqueConstraint("document_id", "number"),
        Index("ix_amendment_clause_state", "clause_id", "state"),
        Index("ix_amendment_delegation", "delegation_id"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"))
    number: Mapped[int]
    kind: Mapped[AmendmentKind] = mapped_column(Word(AmendmentKind))
    clause_id: Mapped[str] = mapped_column(ForeignKey("clause.id"))
    new_clause_id: Mapped[str | None] = mapped_column(String(32))
    new_kind: Mapped[ClauseKind | None] = mapped_column(Word(ClauseKind))
    delegation_id: Mapped[str] = mapped_column(ForeignKey("delegation.id"))
    state: Mapped[AmendmentState] = mapped_column(Word(AmendmentState))
    version: Mapped[int]
    submitted_at: Mapped[datetime] = mapped_column(Moment)
    submitted_by: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    blocked_by: Mapped[str | None] = mapped_column(String(32))
    blocked_why: Mapped[str | None] = mapped_column(Text)


class AmendmentVersion(Recorded, Base):
    """One wording of an amendment against one text of its clause.

    ``runs`` is the whole clause as the delegation wrote it, None where the wording was carried over;
    ``edits`` are what is left to be decided, against ``base_version`` (0: the empty text of an insertion).
    """

    __tablename__ = "amendment_version"
    __table_args__ = (UniqueConstraint("amendment_id", "number"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    amendment_id: Mapped[str] = mapped_column(ForeignKey("amendment.id"))
    number: Mapped[int]
    cause: Mapped[Cause] = mapped_column(Word(Cause))
    base_version: Mapped[int]
    runs: Mapped[list[Any] | None] = mapped_column(Json)
    edits: Mapped[list[Any]] = mapped_column(Json)
    reason: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime] = mapped_column(Moment)


class Decision(Recorded, Base):
    """What the chair decided on one amendment; ``clause_version`` is the text it made, if it made one."""

    __tablename__ = "decision"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    amendment_id: Mapped[str] = mapped_column(ForeignKey("amendment.id"), unique=True)
    clause_id: Mapped[str] = mapped_column(ForeignKey("clause.id"), index=True)
    outcome: Mapped[Outcome] = mapped_column(Word(Outcome))
    reason: Mapped[str] = mapped_column(Text, default="")
    clause_version: Mapped[int | None]
    decided_by: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    decided_at: Mapped[datetime] = mapped_column(Moment)
