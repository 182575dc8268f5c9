"""The one conference of an installation: founding it, and the lines that head every paper."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import InvalidTextError, NotFoundError, RuleError
from drafting.records.conference import Conference
from drafting.records.ids import new_id
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.service.actor import SYSTEM, Actor
from drafting.text.characters import admit_line
from drafting.view.document import ConferenceView


def found(  # noqa: PLR0913 (the lines of a masthead, each by its name)
    session: Writing,
    *,
    name: str,
    short_name: str,
    host: str,
    partners: tuple[str, ...] | list[str] = (),
    place: str,
    dates: str,
    time_zone: str,
    demo: bool = False,
) -> str:
    """Found the conference and return its id.

    Args:
        session: The open write transaction.
        name: Its full name, as the masthead prints it.
        short_name: The name for running heads.
        host: The inviting State.
        partners: Those it is organised with, in the host's order.
        place: Where it meets.
        dates: When it meets, printed as given ("12–13 May 2027").
        time_zone: An IANA name ("Asia/Dushanbe").
        demo: Whether anybody may sit in any seat; only for the demonstration.

    Raises:
        InvalidTextError: A line is empty, too long or holds a character that cannot be kept.
        RuleError: There is a conference already.
    """
    add_conference(session, ConferenceView(name, short_name, host, tuple(partners), place, dates, time_zone), demo=demo)
    kept = session.scalars(select(Conference)).one()
    session.record("conference-founded", SYSTEM, conference=kept.id)
    return kept.id


def add_conference(session: Writing, lines: ConferenceView, *, demo: bool = False) -> None:
    """Add the conference's row; whoever calls records the event.

    Raises:
        InvalidTextError: See ``found``.
        RuleError: There is a conference already.
    """
    if session.scalars(select(Conference)).first() is not None:
        raise RuleError("This database holds a conference already. Name another database to found another conference.")
    conference = Conference(id=new_id(), demo=demo)
    _write(conference, lines)
    session.add(conference)
    session.flush()


def conference_view(session: Session) -> ConferenceView:
    """Return the conference as its masthead names it.

    Raises:
        NotFoundError: None was founded.
    """
    kept = _kept(session)
    return ConferenceView(
        name=kept.name,
        short_name=kept.short_name,
        host=kept.host,
        partners=tuple(kept.partners),
        place=kept.place,
        dates=kept.dates,
        time_zone=kept.time_zone,
    )


def clock_time(session: Session, at: datetime) -> str:
    """Return a time of day as the conference reads it, with the zone named: "14:32 (Dushanbe)"."""
    zone = session.scalar(select(Conference.time_zone)) or "UTC"
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M} ({zone.rpartition('/')[2].replace('_', ' ')})"


def is_founded(session: Session) -> bool:
    """Say whether there is a conference."""
    return session.scalar(select(Conference.id)) is not None


def is_demo(session: Session) -> bool:
    """Say whether this is the demonstration, where anybody may sit in any seat."""
    return bool(session.scalar(select(Conference.demo)))


def edit(session: Writing, actor: Actor, lines: ConferenceView) -> None:
    """Change the lines of the masthead; whether it is the demonstration never changes.

    Raises:
        NotAllowedError: The actor is not the secretariat.
        InvalidTextError: See ``found``.
    """
    actor.must(Act.MANAGE_SEATS)
    kept = _kept(session)
    _write(kept, lines)
    session.record("conference-edited", actor.id, conference=kept.id)


def _kept(session: Session) -> Conference:
    kept = session.scalars(select(Conference)).one_or_none()
    if kept is None:
        raise NotFoundError("conference")
    return kept


def _write(kept: Conference, lines: ConferenceView) -> None:
    kept.name = _line(lines.name, "name")
    kept.short_name = _line(lines.short_name, "short name")
    kept.host = _line(lines.host, "host")
    kept.partners = [_line(partner, "partner") for partner in lines.partners]
    kept.place = _line(lines.place, "place")
    kept.dates = _line(lines.dates, "dates")
    kept.time_zone = _zone(lines.time_zone)


def _line(given: str, what: str) -> str:
    line = admit_line(given)
    if not line:
        raise InvalidTextError(f"The conference needs its {what}. Give it and try again.")
    return line


def _zone(given: str) -> str:
    try:
        return ZoneInfo(given.strip()).key
    except (KeyError, OSError, ValueError) as refusal:
        raise InvalidTextError(
            f"There is no time zone {given!r}. Give a name of the IANA list, such as Asia/Dushanbe."
        ) from refusal
