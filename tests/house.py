"""A founded conference on a test's own database, with a clock that stands still."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, stream_encode_multipart

from drafting.intake import read
from drafting.records.conference import Participant
from drafting.records.event import Event
from drafting.records.log import Verdict, verify
from drafting.records.store import Store
from drafting.rules.roles import DelegationKind, Role
from drafting.service.actor import Actor
from drafting.service.delegations import DelegationLines, add_delegation
from drafting.service.import_draft import keep
from drafting.service.links import PasswordSet, make_link, use_link
from drafting.service.seats import PersonLines, add_person
from drafting.service.sessions import Seat, actor_of, open_session, seat_of
from drafting.service.setup_conference import set_up
from drafting.view.document import ConferenceView
from drafting.web.acts import COOKIE
from drafting.web.app import create_app
from drafting.web.room import Room

ROOT = Path(__file__).parents[1]
MOST_IN_MEMORY = 16 * 1024 * 1024
PASSWORD = "harbour lantern quiet seven"
LINES = ConferenceView(
    "Conference on the Waters of the Pamir",
    "Pamir Waters",
    "Tajikistan",
    ("United Nations",),
    "Dushanbe",
    "18–19 May 2027",
    "Asia/Dushanbe",
)


@dataclass
class Clock:
    """A clock that moves when it is told to."""

    at: datetime = datetime(2027, 5, 18, 4, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **span: float) -> None:
        """Let time go by."""
        self.at += timedelta(**span)


@dataclass
class House:
    """The conference, its store and its clock; ``secretariat`` is the first account."""

    store: Store
    clock: Clock
    secretariat: Actor = field(init=False)

    def __post_init__(self) -> None:
        set_up(self.store, LINES, name="Mavzuna Sharifzoda", email="mavzuna@un.example")
        with self.store.read() as session:
            self.secretariat = actor_of(session.scalars(select(Participant)).one(), None)

    def delegation(self, name: str, *, delegates_may_submit: bool = False) -> str:
        """Enter a State."""
        lines = DelegationLines(name, DelegationKind.STATE, delegates_may_submit=delegates_may_submit)
        with self.store.write() as session:
            return add_delegation(session, self.secretariat, lines)

    def person(self, name: str, role: Role, delegation: str | None = None) -> str:
        """Enter a person with the address name@un.example."""
        lines = PersonLines(name, f"{name.split()[0].lower()}@un.example", role, delegation)
        with self.store.write() as session:
            return add_person(session, self.secretariat, lines)

    def link(self, participant: str) -> str:
        """Make a one-time link and return its token."""
        with self.store.write() as session:
            return make_link(session, self.secretariat, participant).token

    def password(self, participant: str, password: str = PASSWORD) -> str:
        """Set a person's password through a new link and return the cookie."""
        done = use_link(self.store, self.link(participant), password)
        assert isinstance(done, PasswordSet)
        return done.cookie

    def session(self, participant: str) -> str:
        """Open a session and return its cookie."""
        with self.store.write() as session:
            return open_session(session, participant)

    def seat(self, cookie: str) -> Seat | None:
        """Return whom a cookie stands for now."""
        with self.store.read() as session:
            return seat_of(session, cookie, now=self.clock())

    def events(self) -> list[str]:
        """Return the types of all events, in order."""
        with self.store.read() as session:
            return list(session.scalars(select(Event.type).order_by(Event.seq)))

    def verdict(self) -> Verdict:
        """Hold the tables against the log."""
        with self.store.read() as session:
            return verify(session)

    def app(self, *, secure_cookies: bool = False) -> Flask:
        """Return the real application on this store."""
        return app_on(self.store, secure_cookies=secure_cookies)


def app_on(store: Store, *, secure_cookies: bool = False) -> Flask:
    """Return the real application on a store."""
    return create_app(
        Room(
            store=store,
            templates=ROOT / "templates",
            static=ROOT / "static",
            enqueue=lambda _: None,
            pdf_problem=lambda: None,
            secure_cookies=secure_cookies,
        )
    )


def kept_text(store: Store) -> str:
    """Keep a short zero draft and return its document's id."""
    draft = read(b"# Waters of the Pamir\n\nRecalling the Charter,\n\n1. Calls upon States to save water.\n", "a.md")
    with store.write() as session:
        return keep(session, None, draft, symbol="PW/L.1")


@contextmanager
def founded(database_url: str) -> Iterator[House]:
    """Found the conference in a database, and let go of it afterwards."""
    clock = Clock()
    store = Store(database_url, clock)
    yield House(store, clock)
    store.dispose()


@dataclass
class Browser:
    """A browser on the application: sends what browsers send, and fills in the forms' tokens."""

    client: FlaskClient
    token: str = ""

    @classmethod
    def on(cls, app: Flask, cookie: str | None = None) -> "Browser":
        """Open a browser, signed in if a cookie is given."""
        client = app.test_client()
        client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        if cookie is not None:
            client.set_cookie(COOKIE, cookie)
        return cls(client)

    def get(self, path: str) -> TestResponse:
        """Open a page and keep its token."""
        answer = self.client.get(path)
        found = re.search(r'name="token" value="([^"]*)"', answer.text)
        self.token = found[1] if found else self.token
        return answer

    def post(self, path: str, **fields: object) -> TestResponse:
        """Send a form with the last page's token."""
        files = {name: _file(*value) if isinstance(value, tuple) else value for name, value in fields.items()}
        # Kept in memory: the client would spool a large body to a file and not close it.
        body, _, boundary = stream_encode_multipart({"token": self.token, **files}, threshold=MOST_IN_MEMORY)
        return self.client.post(path, input_stream=body, content_type=f'multipart/form-data; boundary="{boundary}"')

    @property
    def cookie(self) -> str | None:
        """The session's cookie."""
        found = self.client.get_cookie(COOKIE)
        return found.value if found else None


def _file(stream: IO[bytes], filename: str) -> FileStorage:
    return FileStorage(stream, filename)
