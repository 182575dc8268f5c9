"""Long work and what it made; the table is the truth, the queue only runs it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from drafting.records.base import Base, Moment, Word


class JobState(StrEnum):
    """Where a job stands; ``RUNNING`` with an old heartbeat is queued again."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(Base):
    """One rendering asked for; ``fingerprint`` names the view, ``done_pages`` of ``all_pages`` is progress."""

    __tablename__ = "job"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"), index=True)
    asked_by: Mapped[str] = mapped_column(ForeignKey("participant.id"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    state: Mapped[JobState] = mapped_column(Word(JobState))
    done_pages: Mapped[int] = mapped_column(default=0)
    all_pages: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(Text, default="")
    asked_at: Mapped[datetime] = mapped_column(Moment)
    heartbeat_at: Mapped[datetime | None] = mapped_column(Moment)


class Rendering(Base):
    """A finished file, by the fingerprint of the view it shows: same view, same bytes."""

    __tablename__ = "rendering"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(Moment)
