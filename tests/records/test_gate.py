import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select

from drafting.errors import StaleVersionError
from drafting.records.amendment import Amendment
from drafting.records.event import Event
from drafting.records.gate import FairLock, Gate
from drafting.rules.life import Outcome
from drafting.service.decide import Ruling
from tests.service.conference import Conference

WRITERS = 16


def test_waiting_writers_are_let_in_by_order_of_arrival() -> None:
    lock = FairLock()
    order: list[int] = []
    threads = []

    def write(number: int) -> None:
        with lock.turn():
            order.append(number)

    with lock.turn():
        for number in range(WRITERS):
            thread = threading.Thread(target=write, args=(number,))
            thread.start()
            threads.append(thread)
            while len(lock._waiting) <= number:  # the writer has taken its place in the line
                pass
        assert order == []
    for thread in threads:
        thread.join()

    assert order == list(range(WRITERS))


def test_one_writer_is_in_at_a_time() -> None:
    lock, start = FairLock(), threading.Barrier(WRITERS)
    inside: list[int] = []
    most: list[int] = []

    def write(number: int) -> None:
        start.wait()
        for _ in range(50):
            with lock.turn():
                inside.append(number)
                most.append(len(inside))
                inside.remove(number)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))

    assert max(most) == 1
    assert len(most) == WRITERS * 50


def test_a_writer_that_fails_leaves_the_gate_open() -> None:
    gate = Gate(None)

    with pytest.raises(KeyError), gate.turn():
        raise KeyError

    with gate.turn():
        pass


def test_commands_beside_the_server_take_the_same_gate_through_a_file(tmp_path: Path) -> None:
    file = tmp_path / "gate"
    server, command = Gate(file), Gate(file)
    arrived = threading.Event()
    order: list[str] = []

    def write() -> None:
        arrived.set()
        with command.turn():
            order.append("command")

    with server.turn():
        beside = threading.Thread(target=write)
        beside.start()
        arrived.wait()
        order.append("server")
    beside.join()

    assert order == ["server", "command"]


def test_submissions_at_the_same_moment_get_different_numbers_without_a_gap(conference: Conference) -> None:
    drafted = [
        (head, conference.draft_insertion(who, label, f"After {label};"))
        for head in ("India", "Spain")
        for who in (head, f"{head} delegate")
        for label in ("PP2", "OP1", "OP2", "OP3")
    ]
    start = threading.Barrier(WRITERS)

    def submit(of: tuple[str, str]) -> int:
        start.wait()
        return conference.submit(*of)

    with ThreadPoolExecutor(WRITERS) as pool:
        numbers = list(pool.map(submit, drafted))

    assert sorted(numbers) == list(range(1, WRITERS + 1))
    with conference.store.read() as session:
        assert session.scalar(select(func.count()).select_from(Amendment)) == WRITERS
        assert session.scalar(select(func.count()).where(Event.type == "amendment-submitted")) == WRITERS


def test_of_two_chairs_at_the_same_moment_one_decides(conference: Conference) -> None:
    seen = conference.seen(conference.change("India", "OP1", ("public", "people")))
    start = threading.Barrier(2)

    def rule(who: str) -> str:
        start.wait()
        try:
            conference.decide(seen, Ruling(Outcome.ACCEPTED), who)
        except StaleVersionError as refusal:
            return str(refusal)
        return "decided"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(rule, ("Chair 1", "Chair 2")))

    assert answers[1] == "decided"
    assert answers[0].startswith("Amendment 1 (India) was accepted by Chair ")
    assert conference.version("OP1") == 2
