"""The pages over a test's conference: a browser for each person, and a count of the questions put to the database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from lxml import html
from sqlalchemy import event

from drafting.service.sessions import open_session
from drafting.web.app import create_app
from drafting.web.room import Room
from tests.house import ROOT, Browser
from tests.service.conference import Conference


@dataclass
class Pages:
    """The real application on the conference's store; ``enqueued`` are the jobs handed to the worker."""

    conference: Conference
    enqueued: list[str] = field(default_factory=list)
    app: Flask = field(init=False)

    def __post_init__(self) -> None:
        room = Room(
            store=self.conference.store,
            templates=ROOT / "templates",
            static=ROOT / "static",
            enqueue=self.enqueued.append,
            pdf_problem=lambda: None,
        )
        self.app = create_app(room)

    def browser(self, who: str) -> Browser:
        """Open a browser in which a person is signed in."""
        with self.conference.store.write() as session:
            cookie = open_session(session, self.conference.people[who])
        return Browser.on(self.app, cookie)

    def path(self, rest: str = "") -> str:
        """Return a path below the document's."""
        return f"/documents/{self.conference.document}{rest}"

    def read(self, who: str, rest: str = "") -> "Shown":
        """Open a page of the document as a person."""
        answer = self.browser(who).get(self.path(rest))
        assert answer.status_code == 200
        return Shown.of(answer.text)

    @contextmanager
    def counting(self) -> Iterator[list[str]]:
        """Count the statements that reach the database meanwhile."""
        said: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            said.append(statement)

        event.listen(self.conference.store.engine, "before_cursor_execute", note)
        yield said
        event.remove(self.conference.store.engine, "before_cursor_execute", note)


@dataclass
class Shown:
    """A page as a reader finds their way in it."""

    root: Any

    @classmethod
    def of(cls, text: str) -> "Shown":
        """Read a page."""
        return cls(html.document_fromstring(text))

    def articles(self) -> list[str]:
        """Return the accessible names of the articles, in order."""
        return [each.get("aria-label") for each in self.root.iter("article")]

    def article(self, name: str) -> "Shown":
        """Return the one article of a name."""
        (found,) = (each for each in self.root.iter("article") if each.get("aria-label") == name)
        return Shown(found)

    def words(self, path: str = ".") -> str:
        """Return the words of the first element that a path finds, blanks made single."""
        return re.sub(r"\s+", " ", self.root.xpath(path)[0].text_content()).strip()

    def all(self, path: str) -> list[str]:
        """Return the words of every element that a path finds."""
        return [re.sub(r"\s+", " ", each.text_content()).strip() for each in self.root.xpath(path)]

    def links(self) -> dict[str, str]:
        """Return the addresses of the links by their words."""
        return {re.sub(r"\s+", " ", each.text_content()).strip(): each.get("href") for each in self.root.iter("a")}

    def buttons(self) -> list[str]:
        """Return the words of the buttons."""
        return self.all(".//button")

    def fields(self, path: str) -> dict[str, str]:
        """Return the hidden fields of the first form that a path finds."""
        return {each.get("name"): each.get("value") for each in self.root.xpath(f"{path}//input[@type='hidden']")}
