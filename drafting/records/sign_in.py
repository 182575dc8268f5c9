"""Passwords, one-time links and sessions: secrets, kept only as hashes and never in the log."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from drafting.records.base import Base, Moment


class Credential(Base):
    """A person's password, as an argon2 hash."""

    __tablename__ = "credential"

    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    password_hash: Mapped[str] = mapped_column(Text)
    set_at: Mapped[datetime] = mapped_column(Moment)


class SignInLink(Base):
    """A one-time link to set a password; only the SHA-256 of its token is kept."""

    __tablename__ = "sign_in_link"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class WebSession(Base):
    """A signed-in browser; only the SHA-256 of its cookie is kept. ``ended_at`` ends it at once."""

    __tablename__ = "web_session"

    cookie_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), index=True)
    form_token: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class SignInFailure(Base):
    """A failed sign-in, counted by account (SHA-256 of the address), never by network address."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (Index("ix_sign_in_failure_account", "account", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    account: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Moment)


class Answer(Base):
    """What was answered to a form's key, so that a lost answer can be asked for again."""

    __tablename__ = "answer"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    request_hash: Mapped[str] = mapped_column(String(64))
    location: Mapped[str] = mapped_column(Text)
    notice: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(Moment)
