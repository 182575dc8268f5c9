"""A small conference for the tests, made through the real services: three delegations, a podium, a short document.

It is made once for each kind of database and copied for each test.
"""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import ClassVar
from weakref import WeakKeyDictionary

from sqlalchemy import make_url, select

from drafting.intake import ReadClause, ReadDraft, ReadNote
from drafting.records.amendment import Amendment, AmendmentVersion
from drafting.records.base import canonical
from drafting.records.conference import Delegation, Participant
from drafting.records.document import Clause, Document
from drafting.records.ids import new_id
from drafting.records.log import verify
from drafting.records.store import Store
from drafting.records.tables import Base
from drafting.records.writing import Writing
from drafting.rules.kinds import ClauseKind, Form
from drafting.rules.life import AmendmentKind, AmendmentState, Outcome
from drafting.rules.roles import DelegationKind, Role
from drafting.service import drafts, import_draft
from drafting.service.actor import Actor
from drafting.service.conference import found
from drafting.service.decide import Decided, Ruling, Seen, decide
from drafting.service.delegations import DelegationLines, add_delegation
from drafting.service.seats import PersonLines, add_person
from drafting.service.sessions import actor_of
from drafting.service.submit import prepare, submit
from drafting.service.text_view import read_text
from drafting.text import NoteReference, Run, Runs
from drafting.text.runs import plain
from tests.databases import Databases, PostgresDatabases, SqliteDatabases

OPENING = datetime(2027, 5, 17, 9, tzinfo=UTC)
OP1 = "Calls upon all States to share their data without delay and to inform the public;"
OP2 = "Requests the secretariat to report every year:"
OP2A = "on the use of water;"
OP2B = "on the state of rivers;"
OP3 = "Decides to meet again in two years."
PP1 = "Recalling its decision of last year,"
PP2 = "Noting the needs of all States,"
NOTE = "Decision 5 of 2025."
_SECOND = timedelta(seconds=1)


class Clock:
    """A clock that goes on by one second each time it is looked at."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += _SECOND
        return self.at


def zero_draft() -> ReadDraft:
    """Return the short document: title, chapeau, two preambular and three operative paragraphs, a note."""
    words = (
        ("c1", None, ClauseKind.TITLE, "Draft declaration on water"),
        ("c2", None, ClauseKind.CHAPEAU, "The Conference,"),
        ("c3", None, ClauseKind.PREAMBULAR, PP1),
        ("c4", None, ClauseKind.PREAMBULAR, PP2),
        ("c5", None, ClauseKind.OPERATIVE, OP1),
        ("c6", None, ClauseKind.OPERATIVE, OP2),
        ("c7", "c6", ClauseKind.SUBPARAGRAPH, OP2A),
        ("c8", "c6", ClauseKind.SUBPARAGRAPH, OP2B),
        ("c9", None, ClauseKind.OPERATIVE, OP3),
    )
    clauses = tuple(
        ReadClause(key, parent, kind, (Run(text), *((NoteReference("1"),) if text is PP1 else ())))
        for key, parent, kind, text in words
    )
    return ReadDraft(Form.RESOLUTION, ("Conference on Water",), clauses, (ReadNote("1", (Run(NOTE),)),), ())


@dataclass(slots=True)
class Conference:
    """The conference as a test acts in it; people are named "India", "India delegate", "Chair 1", "Observer" …

    ``clauses`` are the ids of the imported clauses by label.
    """

    store: Store
    clock: Clock
    document: str = ""
    people: dict[str, str] = field(default_factory=dict)
    clauses: dict[str, str] = field(default_factory=dict)

    @classmethod
    def at(cls, url: str) -> "Conference":
        """Open the copied conference of a database."""
        clock = Clock(OPENING + timedelta(hours=1))
        conference = cls(Store(url, clock), clock)
        with conference.store.read() as session:
            conference.document = session.scalars(select(Document.id)).one()
            conference.people = {person.name: person.id for person in session.scalars(select(Participant))}
            conference.clauses = {clause.label: clause.id for clause in session.scalars(select(Clause))}
        return conference

    def actor(self, who: str) -> Actor:
        """Return a person in their seat."""
        with self.store.read() as session:
            person = session.get_one(Participant, self.people[who])
            own = session.get_one(Delegation, person.delegation_id) if person.delegation_id else None
            return actor_of(person, own)

    def save(self, who: str, target: drafts.Target, content: drafts.Content, draft: str = "") -> str:
        """Save a draft, a new one if none is named, and return its id."""
        draft = draft or new_id()
        with self.store.write() as session:
            kept = drafts.save(session, self.actor(who), draft, target, content)
            assert isinstance(kept, drafts.Saved)
        return draft

    def draft(self, who: str, label: str, words: str | Runs, reason: str = "", base: int | None = None) -> str:
        """Draft another wording of a clause."""
        return self.save(who, self.target(label), self.content(label, words, reason, base))

    def draft_insertion(
        self, who: str, label: str, words: str | Runs, kind: ClauseKind = ClauseKind.OPERATIVE, reason: str = ""
    ) -> str:
        """Draft a new clause after one."""
        target = drafts.Target(self.clause_id(label), AmendmentKind.INSERT, kind)
        return self.save(who, target, self.content(label, words, reason))

    def draft_deletion(self, who: str, label: str, reason: str = "") -> str:
        """Draft the deletion of a clause."""
        return self.save(who, self.target(label, AmendmentKind.DELETE), self.content(label, self.runs(label), reason))

    def target(self, label: str, kind: AmendmentKind = AmendmentKind.REPLACE) -> drafts.Target:
        """Return what a draft on a clause is about."""
        return drafts.Target(self.clause_id(label), kind)

    def content(self, label: str, words: str | Runs, reason: str = "", base: int | None = None) -> drafts.Content:
        """Return what is typed, on the present text of the clause if no other is named."""
        runs = (Run(words),) if isinstance(words, str) else words
        return drafts.Content(runs, reason, self.version(label) if base is None else base, seen_version=0)

    def submit(self, who: str, draft: str) -> int:
        """Submit a draft and return the amendment's number."""
        actor = self.actor(who)
        with self.store.read() as session:
            prepared = prepare(session, actor, draft)
        with self.store.write() as session:
            return submit(session, actor, prepared).number

    def propose(self, who: str, label: str, words: str | Runs, reason: str = "") -> int:
        """Draft and submit another wording of a clause."""
        return self.submit(who, self.draft(who, label, words, reason))

    def change(self, who: str, label: str, *changes: tuple[str, str]) -> int:
        """Draft and submit a clause with some of its words changed: ("all States", "States")."""
        words = self.words(label)
        for old, new in changes:
            assert words.count(old) == 1
            words = words.replace(old, new)
        return self.propose(who, label, words)

    def insert(self, who: str, label: str, words: str | Runs, kind: ClauseKind = ClauseKind.OPERATIVE) -> int:
        """Draft and submit a new clause after one."""
        return self.submit(who, self.draft_insertion(who, label, words, kind))

    def delete(self, who: str, label: str) -> int:
        """Draft and submit the deletion of a clause."""
        return self.submit(who, self.draft_deletion(who, label))

    def accept(self, number: int, *, reason: str = "", place: str | None = None) -> Decided:
        """Let Chair 1 accept an amendment as it stands now."""
        return self.decide(self.seen(number), Ruling(Outcome.ACCEPTED, reason, place))

    def reject(self, number: int, *, reason: str = "") -> Decided:
        """Let Chair 1 reject an amendment as it stands now."""
        return self.decide(self.seen(number), Ruling(Outcome.REJECTED, reason))

    def seen(self, number: int) -> Seen:
        """Return what a chair who looks at the desk now has before them."""
        amendment = self.amendment(number)
        with self.store.read() as session:
            return Seen(amendment.id, session.get_one(Clause, amendment.clause_id).version, amendment.version)

    def decide(self, seen: Seen, ruling: Ruling, who: str = "Chair 1") -> Decided:
        """Decide on an amendment."""
        with self.store.write() as session:
            return decide(session, self.actor(who), seen, ruling)

    def amendment(self, number: int) -> Amendment:
        """Return an amendment's row by its public number."""
        with self.store.read() as session:
            amendment = session.scalars(select(Amendment).where(Amendment.number == number)).one()
            session.expunge(amendment)
            return amendment

    def wordings(self, number: int) -> list[AmendmentVersion]:
        """Return every wording that an amendment had."""
        with self.store.read() as session:
            wording = select(AmendmentVersion).where(AmendmentVersion.amendment_id == self.amendment(number).id)
            found = list(session.scalars(wording.order_by(AmendmentVersion.number)))
            session.expunge_all()
            return found

    def state(self, number: int) -> AmendmentState:
        """Return where an amendment stands."""
        return self.amendment(number).state

    def states(self, *numbers: int) -> list[AmendmentState]:
        """Return where amendments stand."""
        return [self.state(number) for number in numbers]

    def clause_id(self, label: str) -> str:
        """Return the id of the clause that has a label now."""
        with self.store.read() as session:
            return session.scalars(
                select(Clause.id).where(Clause.document_id == self.document, Clause.label == label)
            ).one()

    def version(self, label: str) -> int:
        """Return the number of a clause's present text."""
        with self.store.read() as session:
            return session.get_one(Clause, self.clause_id(label)).version

    def runs(self, label: str) -> Runs:
        """Return the present text of a clause."""
        with self.store.read() as session:
            return read_text(session, self.document).runs[self.clause_id(label)]

    def words(self, label: str) -> str:
        """Return the present words of a clause."""
        return plain(self.runs(label))

    def labels(self) -> list[str]:
        """Return the labels of the standing text in document order, notes last."""
        with self.store.read() as session:
            return [clause.label for clause in read_text(session, self.document).clauses if not clause.deleted]

    def dump(self) -> dict[str, list[str]]:
        """Return every row of every table, as text."""
        with self.store.read() as session:
            return {
                table.name: sorted(canonical([str(value) for value in row]) for row in session.execute(select(table)))
                for table in Base.metadata.sorted_tables
            }

    def faults(self) -> tuple[str, ...]:
        """Walk the log and return what is wrong with it."""
        with self.store.read() as session:
            return verify(session).faults


class Models:
    """The conference on each kind of database, made when it is first asked for, copied for each test.

    What was made is kept for the process: the tests of several folders share one server.
    """

    _made: ClassVar[WeakKeyDictionary[Databases, str]] = WeakKeyDictionary()
    _numbers: ClassVar[Iterator[int]] = count(1)

    def copy(self, databases: Databases) -> AbstractContextManager[str]:
        """Give the URL of a copy that lives as long as one ``with``."""
        if isinstance(databases, SqliteDatabases):
            return self._sqlite(databases)
        assert isinstance(databases, PostgresDatabases)
        return self._postgres(databases)

    @contextmanager
    def _sqlite(self, databases: SqliteDatabases) -> Iterator[str]:
        if databases not in self._made:
            with databases.migrated() as url:
                _hold(url)
                self._made[databases] = str(databases._folder / "conference")
                shutil.copyfile(url.removeprefix("sqlite:///"), self._made[databases])
        with databases.empty() as url:
            shutil.copyfile(self._made[databases], url.removeprefix("sqlite:///"))
            yield url

    @contextmanager
    def _postgres(self, databases: PostgresDatabases) -> Iterator[str]:
        if databases not in self._made:
            with databases.migrated() as url:
                _hold(url)
                databases._create("conference", str(make_url(url).database))
                self._made[databases] = "conference"
        with databases._made(f"conference_{next(self._numbers)}", self._made[databases]) as url:
            yield url


def _hold(url: str) -> None:
    """Found the conference, give the seats and bring the document in."""
    store = Store(url, Clock(OPENING))
    with store.write() as session:
        found(
            session,
            name="High-Level Conference on Water",
            short_name="Water 2027",
            host="Tajikistan",
            place="Dushanbe",
            dates="17–19 May 2027",
            time_zone="Asia/Dushanbe",
        )
    for name, lets in (("India", False), ("Japan", True), ("Spain", False)):
        _seat_delegation(store, name, lets=lets)
    podium = (("Chair 1", Role.CHAIR), ("Chair 2", Role.CHAIR), ("Secretariat", Role.SECRETARIAT))
    for name, role in (*podium, ("Observer", Role.OBSERVER)):
        with store.write() as session:
            _seat(session, name, role, None)
    with store.write() as session:
        import_draft.keep(session, None, zero_draft(), symbol="HLC/2027/L.1")
    store.dispose()


def _seat_delegation(store: Store, name: str, *, lets: bool) -> None:
    lines = DelegationLines(name, DelegationKind.STATE, name[:3].upper(), delegates_may_submit=lets)
    with store.write() as session:
        delegation = add_delegation(session, None, lines)
    with store.write() as session:
        _seat(session, name, Role.HEAD, delegation)
    with store.write() as session:
        _seat(session, f"{name} delegate", Role.DELEGATE, delegation)


def _seat(session: Writing, name: str, role: Role, delegation: str | None) -> None:
    add_person(session, None, PersonLines(name, f"{name.replace(' ', '.')}@example.org", role, delegation))
