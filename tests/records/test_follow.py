import threading

from drafting.records.follow import Follower, after
from drafting.records.store import Committed
from tests.service.conference import Conference

PATIENCE = 30.0


class Ear:
    """Hears a number of events, and says when it has."""

    def __init__(self, count: int) -> None:
        self.heard: list[Committed] = []
        self.full = threading.Event()
        self._count = count

    def __call__(self, committed: Committed) -> None:
        self.heard.append(committed)
        if len(self.heard) == self._count:
            self.full.set()


def test_a_follower_tells_of_every_event_in_order_from_where_it_began(conference: Conference) -> None:
    conference.change("India", "OP1", ("public", "people"))
    ear = Ear(3)
    follower = Follower(conference.store, ear)
    follower.start()

    numbers = [conference.change("India", "OP3", ("two", words)) for words in ("three",)]
    numbers += [conference.insert("Spain", "OP1", "Thanks;"), conference.delete("Japan", "PP2")]

    assert ear.full.wait(PATIENCE)
    follower.stop()
    follower.join(PATIENCE)
    assert [committed.about["number"] for committed in ear.heard] == numbers
    assert not follower.is_alive()


def test_a_follower_hears_what_another_process_writes(conference: Conference) -> None:
    ear = Ear(1)
    follower = Follower(conference.store, ear)
    follower.start()
    beside = Conference.at(conference.store.engine.url.render_as_string(hide_password=False))

    number = beside.change("India", "OP1", ("public", "people"))

    assert ear.full.wait(PATIENCE)
    follower.stop()
    follower.join(PATIENCE)
    beside.store.dispose()
    assert ear.heard[0].about["number"] == number


def test_the_events_after_a_number_are_read_in_order_and_no_more_than_asked_for(conference: Conference) -> None:
    everything = after(conference.store, 0)

    assert [committed.seq for committed in everything] == list(range(1, len(everything) + 1))
    assert after(conference.store, everything[-1].seq) == ()
    assert after(conference.store, 2, limit=3) == everything[2:5]
