"""The conference, its delegations and groups, and who sits in which seat."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.records.base import Base, Json, Moment, Recorded, Word
from drafting.rules.roles import DelegationKind, Role


class Conference(Recorded, Base):
    """The one conference of this installation; its lines head every paper."""

    __tablename__ = "conference"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str] = mapped_column(Text)
    host: Mapped[str] = mapped_column(Text)
    partners: Mapped[list[str]] = mapped_column(Json)
    place: Mapped[str] = mapped_column(Text)
    dates: Mapped[str] = mapped_column(Text)
    time_zone: Mapped[str] = mapped_column(String(64))
    demo: Mapped[bool] = mapped_column(default=False)


class Delegation(Recorded, Base):
    """A State or an organisation; ``position`` is its place in the host's list."""

    __tablename__ = "delegation"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    code: Mapped[str] = mapped_column(String(16), default="")
    kind: Mapped[DelegationKind] = mapped_column(Word(DelegationKind))
    position: Mapped[int]
    delegates_may_submit: Mapped[bool] = mapped_column(default=False)


class Group(Recorded, Base):
    """A group that delegations belong to: EU, CSTO …"""

    __tablename__ = "delegation_group"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)


class GroupMember(Recorded, Base):
    """One delegation's membership of one group."""

    __tablename__ = "group_member"
    __table_args__ = (UniqueConstraint("group_id", "delegation_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("delegation_group.id"))
    delegation_id: Mapped[str] = mapped_column(ForeignKey("delegation.id"))


class Participant(Recorded, Base):
    """A person and the seat given to them; ``active`` ends when the seat is taken away."""

    __tablename__ = "participant"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    delegation_id: Mapped[str | None] = mapped_column(ForeignKey("delegation.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(Text, unique=True)
    role: Mapped[Role] = mapped_column(Word(Role))
    active: Mapped[bool] = mapped_column(default=True)
    seated_at: Mapped[datetime] = mapped_column(Moment)
