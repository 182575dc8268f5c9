"""A short history with every kind of act, for the tests of the log."""

from datetime import date

from drafting.service.adopt import adopt
from drafting.service.drafts import hand_over
from drafting.service.seats import take_seat_away
from drafting.service.text_view import document_view
from drafting.service.withdraw import withdraw
from tests.service.conference import Conference

SECRET = "quinquereme"


def play(conference: Conference) -> None:
    """Submit, revise, decide, withdraw, insert, delete, change seats; leave drafts that nobody else may see."""
    accepted = conference.change("India", "OP1", ("without delay", "every month"))
    conference.change("Spain", "OP1", ("without delay", "every month"))
    conference.change("Spain", "OP1", ("public", "people"))
    conference.change("Japan", "OP1", ("without delay", "each year"))
    conference.accept(accepted, reason="No objection.")
    conference.accept(conference.insert("Japan", "OP1", "Thanks the host;"))
    conference.accept(conference.delete("India", "OP2"))
    conference.reject(conference.change("Japan", "PP2", ("needs", "wishes")))
    withdrawn = conference.change("India", "OP3", ("two", "three"))
    with conference.store.write() as session:
        withdraw(session, conference.actor("India"), conference.amendment(withdrawn).id)
    conference.draft("India", "OP3", SECRET, reason=SECRET)
    waiting = conference.draft("Spain delegate", "OP3", f"{SECRET} {SECRET}")
    with conference.store.write() as session:
        hand_over(session, conference.actor("Spain delegate"), waiting)
    with conference.store.write() as session:
        take_seat_away(session, conference.actor("Secretariat"), conference.people["Spain delegate"])


def close(conference: Conference) -> None:
    """Declare adoption."""
    with conference.store.read() as session:
        read = document_view(session, conference.document).event
    with conference.store.write() as session:
        adopt(
            session, conference.actor("Chair 1"), conference.document, read=read, place="Dushanbe", on=date(2027, 5, 19)
        )
