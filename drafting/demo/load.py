"""Plays the demo's history into an empty database, through the services, each act at its own time."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from drafting.demo.content import (
    ChairDecision,
    Content,
    DelegationSeats,
    Deletion,
    Insertion,
    PrivateDraft,
    Proposal,
    Replacement,
    SubmittedAmendment,
    content,
)
from drafting.demo.wording import proposed, written
from drafting.intake import read
from drafting.records.amendment import Amendment
from drafting.records.conference import Delegation, Participant
from drafting.records.document import Clause
from drafting.records.ids import new_id
from drafting.records.store import Store
from drafting.records.writing import Writing
from drafting.rules.life import AmendmentKind, DraftState
from drafting.rules.roles import Role
from drafting.service import conference, drafts, import_draft
from drafting.service.actor import Actor
from drafting.service.decide import Ruling, Seen, decide
from drafting.service.delegations import DelegationLines, add_delegation
from drafting.service.seats import PersonLines, add_person
from drafting.service.sessions import actor_of
from drafting.service.submit import prepare, submit
from drafting.service.text_view import read_text
from drafting.text import Runs

_MORNING = time(9)
_DOMAIN = "demo.invalid"


def load(url: str, now: datetime) -> str:
    """Load the demo and return the id of its document.

    Args:
        url: A migrated database in which no conference was founded.
        now: The time before which everything happens: UTC, aware.

    Raises:
        RuleError: The database holds a conference already.
    """
    demo = content()
    clock = _Clock(_opening(demo, now) - timedelta(days=1))
    store = Store(url, clock)
    try:
        play = _Play(store, clock, clock.at + timedelta(days=1), demo)
        play.found()
        play.bring_in()
        play.negotiate()
        return play.document
    finally:
        store.dispose()


@dataclass(slots=True)
class _Clock:
    """A clock that stands where it was put."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at


@dataclass(slots=True)
class _Play:
    """The acts of the demo, made one after another; ``people`` by delegation (or none) and place in it."""

    store: Store
    clock: _Clock
    opening: datetime
    demo: Content
    document: str = ""
    people: dict[tuple[str, Role], list[str]] = field(default_factory=dict)
    clauses: dict[str, tuple[str, Runs]] = field(default_factory=dict)
    amendments: dict[int, str] = field(default_factory=dict)

    def found(self) -> None:
        """Found the conference and give every seat."""
        with self.store.write() as session:
            conference.found(session, **asdict(self.demo.conference), demo=True)
        for name in self.demo.chairs:
            self._seat("", name, Role.CHAIR, "chair")
        self._seat("", self.demo.secretariat, Role.SECRETARIAT, "secretariat")
        self._seat("", self.demo.observer, Role.OBSERVER, "observer")
        groups = _groups(self.demo)
        for seats in self.demo.delegations:
            self._add_delegation(seats, groups.get(seats.name, ()))

    def bring_in(self) -> None:
        """Import the zero draft."""
        draft = read(self.demo.zero_draft, self.demo.file_name, self.demo.form)
        with self.store.write() as session:
            secretariat = self._actor(session, "", Role.SECRETARIAT)
            self.document = import_draft.keep(
                session, secretariat, draft, symbol=self.demo.symbol, language=self.demo.language
            )
        with self.store.read() as session:
            text = read_text(session, self.document)
            self.clauses = {clause.label: (clause.id, text.runs[clause.id]) for clause in text.clauses}

    def negotiate(self) -> None:
        """Submit, decide and draft, in the order of time."""
        for act in self.demo.history:
            self.clock.at = self.opening + act.at
            with self.store.write() as session:
                match act:
                    case SubmittedAmendment():
                        self._submit(session, act)
                    case ChairDecision():
                        self._decide(session, act)
                    case PrivateDraft():
                        self._draft(session, act)

    def _add_delegation(self, seats: DelegationSeats, groups: tuple[str, ...]) -> None:
        lines = DelegationLines(seats.name, seats.kind, seats.code, groups, seats.delegates_submit)
        with self.store.write() as session:
            delegation = add_delegation(session, None, lines)
        for name, role, seat in ((seats.head, Role.HEAD, "head"), (seats.delegate, Role.DELEGATE, "delegate")):
            self._seat(seats.name, name, role, f"{seat}.{seats.code.lower()}", delegation)

    def _seat(self, delegation: str, name: str, role: Role, account: str, delegation_id: str | None = None) -> None:
        held = self.people.setdefault((delegation, role), [])
        address = f"{account}{len(held) + 1 if role is Role.CHAIR else ''}@{_DOMAIN}"
        with self.store.write() as session:
            held.append(add_person(session, None, PersonLines(name, address, role, delegation_id)))

    def _actor(self, session: Writing, delegation: str, role: Role, place: int = 0) -> Actor:
        person = session.get_one(Participant, self.people[delegation, role][place])
        own = session.get_one(Delegation, person.delegation_id) if person.delegation_id else None
        return actor_of(person, own)

    def _submit(self, session: Writing, act: SubmittedAmendment) -> None:
        delegate = self._actor(session, act.by, Role.DELEGATE)
        actor = delegate if delegate.may_submit else self._actor(session, act.by, Role.HEAD)
        draft = self._save(session, actor, act)
        amendment = submit(session, actor, prepare(session, actor, draft))
        self.amendments[act.number] = amendment.id

    def _decide(self, session: Writing, act: ChairDecision) -> None:
        amendment = session.get_one(Amendment, self.amendments[act.amendment])
        clause = session.get_one(Clause, amendment.clause_id)
        chair = self._actor(session, "", Role.CHAIR, act.chair)
        decide(session, chair, Seen(amendment.id, clause.version, amendment.version), Ruling(act.outcome, act.reason))

    def _draft(self, session: Writing, act: PrivateDraft) -> None:
        actor = self._actor(session, act.by, act.role)
        draft = self._save(session, actor, act)
        if act.state is DraftState.WAITING:
            drafts.hand_over(session, actor, draft)

    def _save(self, session: Writing, actor: Actor, act: SubmittedAmendment | PrivateDraft) -> str:
        clause, runs = self.clauses[act.clause]
        draft = new_id()
        drafts.save(
            session,
            actor,
            draft,
            _target(clause, act.proposal),
            drafts.Content(_runs(runs, act.proposal), act.reason, base_version=1, seen_version=0),
        )
        session.flush()
        return draft


def _opening(demo: Content, now: datetime) -> datetime:
    """Return the last morning, at the conference, after which the whole history has passed by ``now``: UTC, aware."""
    length = demo.history[-1].at
    zone = ZoneInfo(demo.conference.time_zone)
    morning = datetime.combine((now - length).astimezone(zone).date(), _MORNING, zone).astimezone(UTC)
    return morning if morning + length <= now else morning - timedelta(days=1)


def _groups(demo: Content) -> Mapping[str, tuple[str, ...]]:
    """Return the groups of each delegation by its name."""
    found: dict[str, tuple[str, ...]] = {}
    for group in demo.groups:
        for member in group.members:
            found[member] = (*found.get(member, ()), group.code)
    return found


def _target(clause: str, proposal: Proposal) -> drafts.Target:
    match proposal:
        case Replacement():
            return drafts.Target(clause, AmendmentKind.REPLACE)
        case Deletion():
            return drafts.Target(clause, AmendmentKind.DELETE)
        case Insertion(kind=kind):
            return drafts.Target(clause, AmendmentKind.INSERT, kind)


def _runs(runs: Runs, proposal: Proposal) -> Runs:
    match proposal:
        case Replacement(edits=edits):
            return proposed(runs, edits)
        case Deletion():
            return runs
        case Insertion(text=text):
            return written(text)
