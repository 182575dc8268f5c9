"""Adoption: the end. Every clause is closed for good, what is still open lapses."""

import json
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import RuleError, StaleVersionError
from drafting.records.amendment import Amendment
from drafting.records.conference import Participant
from drafting.records.document import Clause, Document
from drafting.records.event import Event
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.life import OPEN_STATES, Agreement, AmendmentState, Stage
from drafting.service.actor import Actor
from drafting.service.conference import clock_time
from drafting.service.finding import find_document
from drafting.text import admit_line

_ACTS = ("submitted", "revised", "withdrawn", "accepted", "rejected")


def adopt(session: Writing, actor: Actor, document_id: str, *, read: int, place: str, on: date) -> Document:
    """Declare a document adopted.

    Args:
        session: The open write transaction.
        actor: The chair.
        document_id: The document.
        read: The number of the document's last event when the text was read.
        place: Where, as it is printed ("Dushanbe").
        on: The day, at the place.

    Raises:
        NotAllowedError: The actor is not the chair, or the text is adopted already.
        StaleVersionError: Something happened to the document since it was read; says what.
        RuleError: No place is named.
    """
    document = find_document(session, document_id)
    actor.must(Act.ADOPT, stage=document.stage)
    _must_be_as_read(session, document_id, read)
    place = admit_line(place)
    if not place:
        raise RuleError("Name the place of adoption; it is printed on the text.")
    document.stage, document.adopted_at, document.adopted_on, document.adopted_place = (
        Stage.ADOPTED,
        session.moment,
        on,
        place,
    )
    for clause in session.scalars(select(Clause).where(Clause.document_id == document_id)):
        clause.agreement = Agreement.ADOPTED
    for amendment in open_amendments(session, document_id):
        amendment.state = AmendmentState.LAPSED
    session.record("document-adopted", actor.id, document=document_id, clauses=[])
    return document


def open_amendments(session: Session, document_id: str) -> tuple[Amendment, ...]:
    """Return the amendments that would lapse if the document were adopted now, by number."""
    return tuple(
        session.scalars(
            select(Amendment)
            .where(Amendment.document_id == document_id, Amendment.state.in_(OPEN_STATES))
            .order_by(Amendment.number)
        )
    )


def _must_be_as_read(session: Session, document_id: str, read: int) -> None:
    newer = select(Event).where(Event.document_id == document_id, Event.seq > read).order_by(Event.seq.desc()).limit(1)
    last = session.scalars(newer).first()
    if last is not None:
        raise StaleVersionError(
            f"The text changed since you read this page: {_happened(session, last)}. Read it again, then adopt."
        )


def _happened(session: Session, event: Event) -> str:
    about = json.loads(event.payload)["about"]
    who = session.get(Participant, event.actor)
    act = event.type.removeprefix("amendment-")
    what = f"Amendment {about['number']} was {act}" if act in _ACTS else "it was changed"
    by = f" by {who.name}" if who else ""
    return f"{what}{by} at {clock_time(session, event.at)}"
