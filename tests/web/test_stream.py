"""The stream is driven as a server drives it: its ASGI call, and the pages' two ends."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from drafting.records.conference import Group
from drafting.records.follow import after
from drafting.records.ids import new_id
from drafting.service.seats import take_seat_away
from drafting.service.sessions import end_session, open_session
from drafting.web.stream import PATH, Stream
from tests.service.conference import Conference
from tests.web.rooms import Pages

PATIENCE = 30.0
SECRET = "quinquereme"


@dataclass
class OpenPage:
    """A page that follows: what reaches it, and its going away."""

    sent: "asyncio.Queue[dict[str, Any]]" = field(default_factory=asyncio.Queue)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    heard: str = ""

    async def receive(self) -> dict[str, Any]:
        """Tell the server that the page went away, once it did."""
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        """Take what the server sends."""
        await self.sent.put(message)

    async def next(self) -> dict[str, Any]:
        """Return the next message of the server."""
        message = await asyncio.wait_for(self.sent.get(), PATIENCE)
        self.heard += message.get("body", b"").decode()
        return message

    async def started(self) -> dict[str, Any]:
        """Wait until the stream is open."""
        start = await self.next()
        await self.next()
        return start

    async def event(self) -> tuple[int, str, dict[str, Any]]:
        """Return the next event: its number, its name, and what it says."""
        while not (body := (await self.next()).get("body", b"").decode()).startswith("id: "):
            pass
        lines = dict(line.split(": ", 1) for line in body.strip().splitlines() if ": " in line)
        data = lines.get("data", "")
        return int(lines["id"]), lines["event"], json.loads(data) if data else {}


def cookie_of(conference: Conference, who: str) -> str:
    with conference.store.write() as session:
        return open_session(session, conference.people[who])


def scope(cookie: str, last: int | None = None, query: bytes = b"") -> dict[str, Any]:
    headers = [(b"Cookie", cookie.encode())] if cookie else []
    headers += [(b"Last-Event-ID", str(last).encode())] if last is not None else []
    return {"type": "http", "path": PATH, "headers": headers, "query_string": query}


@asynccontextmanager
async def followed(
    conference: Conference, who: str, last: int | None = None, query: bytes = b""
) -> AsyncIterator[tuple[OpenPage, "asyncio.Task[None]"]]:
    stream = Stream(conference.store)
    conference.store.listeners.append(stream.publish)
    page = OpenPage()
    cookie = f"drafting={await asyncio.to_thread(cookie_of, conference, who)}"
    task = asyncio.ensure_future(stream(scope(cookie, last, query), page.receive, page.send))
    await page.started()
    yield page, task
    conference.store.listeners.remove(stream.publish)
    task.cancel()


def run(story: Callable[[], Awaitable[None]]) -> None:
    async def told() -> None:
        await asyncio.wait_for(story(), PATIENCE)

    # A browser test of the same process leaves a loop running in its thread.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, told()).result()


def last_event(conference: Conference) -> int:
    return after(conference.store, 0)[-1].seq


def test_an_open_page_hears_of_a_decision_with_its_number_and_clauses(pages: Pages) -> None:
    conference = pages.conference
    number = conference.change("India", "OP1", ("public", "people"))

    async def story() -> None:
        async with followed(conference, "Spain") as (page, _):
            await asyncio.to_thread(conference.accept, number)

            seq, name, said = await page.event()

        assert (seq, name) == (last_event(conference), "changed")
        assert said == {
            "seq": seq,
            "type": "amendment-accepted",
            "document": conference.document,
            "clauses": [conference.clauses["OP1"]],
            "number": number,
        }

    run(story)


@pytest.mark.parametrize("how", ["header", "query"])
def test_a_page_that_comes_back_is_told_what_it_missed_in_order(pages: Pages, how: str) -> None:
    conference = pages.conference
    last = last_event(conference)
    numbers = [conference.change("India", "OP1", ("public", "people")), conference.delete("Spain", "OP3")]

    async def story() -> None:
        way: dict[str, Any] = {"last": last} if how == "header" else {"query": f"after={last}".encode()}
        async with followed(conference, "Japan", **way) as (page, _):
            heard = [await page.event() for _ in numbers]

        assert [said["number"] for _, _, said in heard] == numbers
        assert [seq for seq, _, _ in heard] == [last + 1, last + 2]

    run(story)


def test_a_page_that_missed_very_much_is_told_all_of_it(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    conference = pages.conference
    everything = [committed.seq for committed in after(conference.store, 0)]
    monkeypatch.setattr("drafting.web.stream.after", lambda store, seq: after(store, seq, limit=3))

    async def story() -> None:
        async with followed(conference, "India", last=0) as (page, _):
            assert [(await page.event())[0] for _ in everything] == everything

    run(story)


@pytest.mark.parametrize("last", ["-1", "x", "9" * 16, "１"])
def test_a_number_that_is_none_is_passed_over(pages: Pages, last: str) -> None:
    conference = pages.conference

    async def story() -> None:
        async with followed(conference, "India", query=f"after={last}".encode()) as (page, _):
            await asyncio.to_thread(conference.change, "India", "OP1", ("public", "people"))

            assert (await page.event())[0] == last_event(conference)

    run(story)


def test_an_observer_hears_of_changes_to_the_text_alone(pages: Pages) -> None:
    conference = pages.conference

    async def story() -> None:
        async with followed(conference, "Observer") as (page, _):
            number = await asyncio.to_thread(conference.change, "India", "OP1", ("public", "people"))
            await asyncio.to_thread(conference.accept, number)

            submitted, accepted = await page.event(), await page.event()

        assert submitted[1:] == ("seen", {})
        assert accepted[1] == "changed"
        assert "number" not in accepted[2]

    run(story)


def test_the_stream_carries_no_words_and_nothing_of_a_draft(pages: Pages) -> None:
    conference = pages.conference

    async def story() -> None:
        async with followed(conference, "Spain") as (page, _):
            await asyncio.to_thread(conference.draft, "India", "OP3", SECRET, SECRET)
            number = await asyncio.to_thread(conference.propose, "India", "OP1", SECRET, SECRET)
            await asyncio.to_thread(conference.accept, number, reason=SECRET)

            numbers = [(await page.event())[2]["number"] for _ in range(2)]

            assert numbers == [number, number]
            assert SECRET not in page.heard
            assert page.sent.empty()

    run(story)


def test_the_stream_ends_when_the_seat_is_taken_away(pages: Pages) -> None:
    conference = pages.conference

    def take_away() -> None:
        with conference.store.write() as session:
            take_seat_away(session, conference.actor("Secretariat"), conference.people["Spain"])

    async def story() -> None:
        async with followed(conference, "Spain") as (page, task):
            await asyncio.to_thread(take_away)

            await asyncio.wait_for(task, PATIENCE)

            last = await page.next()
            assert last == {"type": "http.response.body", "body": b""}
            assert page.sent.empty()

    run(story)


def test_what_is_about_no_document_only_moves_the_number_on(pages: Pages) -> None:
    conference = pages.conference

    def add_group() -> None:
        with conference.store.write() as session:
            session.add(Group(id=new_id(), name="EU"))
            session.record("group-added", "system")

    async def story() -> None:
        async with followed(conference, "India") as (page, _):
            await asyncio.to_thread(add_group)

            assert await page.event() == (last_event(conference), "seen", {})

    run(story)


def test_the_stream_ends_when_the_page_goes_away(pages: Pages) -> None:
    conference = pages.conference

    async def story() -> None:
        async with followed(conference, "India") as (page, task):
            page.gone.set()
            await asyncio.to_thread(conference.change, "India", "OP1", ("public", "people"))

            await asyncio.wait_for(task, PATIENCE)

    run(story)


def test_all_streams_end_when_the_server_stops(pages: Pages) -> None:
    conference = pages.conference

    async def story() -> None:
        stream, page = Stream(conference.store), OpenPage()
        cookie = f"drafting={await asyncio.to_thread(cookie_of, conference, 'India')}"
        task = asyncio.ensure_future(stream(scope(cookie), page.receive, page.send))
        await page.started()

        stream.close()

        await asyncio.wait_for(task, PATIENCE)

    run(story)


def refused(conference: Conference, cookie: str) -> dict[str, Any]:
    page = OpenPage()

    async def story() -> None:
        await Stream(conference.store)(scope(cookie), page.receive, page.send)

    run(story)
    return page.sent.get_nowait()


def test_nobody_follows_without_a_seat(pages: Pages) -> None:
    conference = pages.conference
    ended = cookie_of(conference, "India")
    with conference.store.write() as session:
        end_session(session, ended)

    for cookie in ("", "drafting=", "drafting=nonsense", f"drafting={ended}", "other=1"):
        assert refused(conference, cookie)["status"] == 401


def test_the_cookies_of_other_programs_on_this_machine_do_not_hide_ours(pages: Pages) -> None:
    conference = pages.conference

    async def story() -> None:
        stream, page = Stream(conference.store), OpenPage()
        cookie = await asyncio.to_thread(cookie_of, conference, "India")
        others = f'state={{"a": [1]}}; a[b]=1; drafting={cookie}; last=@'
        task = asyncio.ensure_future(stream(scope(others), page.receive, page.send))

        assert (await page.started())["status"] == 200

        task.cancel()

    run(story)


def test_a_page_that_does_not_listen_is_let_go_and_comes_back(pages: Pages) -> None:
    conference = pages.conference
    committed = after(conference.store, 0)[-1]

    async def story() -> None:
        async with followed(conference, "India") as (page, task):
            stream_publish = conference.store.listeners[-1]
            for _ in range(200):
                stream_publish(committed)

            await asyncio.wait_for(task, PATIENCE)

            assert page.sent.qsize() <= 66

    run(story)


@pytest.mark.parametrize("cookie", ["signed in", ""])
def test_the_streams_own_answers_carry_the_headers_of_every_answer(pages: Pages, cookie: str) -> None:
    conference = pages.conference

    async def story() -> None:
        stream, page = Stream(conference.store), OpenPage()
        sent = f"drafting={await asyncio.to_thread(cookie_of, conference, 'India')}" if cookie else ""
        task = asyncio.ensure_future(stream(scope(sent), page.receive, page.send))
        start = await page.next()
        task.cancel()

        headers = {name.decode(): value.decode() for name, value in start["headers"]}
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")

    run(story)
