"""Sets up an installation: the conference and the first seat of the secretariat, in one transaction."""

from drafting.records.conference import Participant
from drafting.records.ids import new_id
from drafting.records.store import Store
from drafting.rules.roles import Role
from drafting.service.actor import SYSTEM
from drafting.service.conference import add_conference
from drafting.service.links import Link, add_link
from drafting.service.seats import PersonLines, write_person
from drafting.view.document import ConferenceView


def set_up(store: Store, lines: ConferenceView, *, name: str, email: str) -> Link:
    """Found the conference and return the one-time link of its first secretariat account.

    Args:
        store: A migrated store.
        lines: The conference as its masthead names it.
        name: The person's.
        email: The person's; they sign in with it.

    Raises:
        InvalidTextError: A line, the name or the address cannot be kept.
        RuleError: There is a conference already.
    """
    with store.write() as session:
        add_conference(session, lines)
        person = Participant(id=new_id(), active=True, seated_at=session.moment)
        write_person(session, person, PersonLines(name, email, Role.SECRETARIAT))
        link = add_link(session, person.id)
        session.record("conference-founded", SYSTEM, participant=person.id)
    return link
