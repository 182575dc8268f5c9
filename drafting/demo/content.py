"""What the demo is made of, read from the files beside this module into frozen values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from typing import Any

from drafting.demo.wording import WordEdit
from drafting.rules.kinds import ClauseKind, Form
from drafting.rules.life import DraftState, Outcome
from drafting.rules.roles import DelegationKind, Role
from drafting.view.document import ConferenceView


@dataclass(frozen=True, slots=True)
class Replacement:
    """Other words in a clause; the edits are made one after another."""

    edits: tuple[WordEdit, ...]


@dataclass(frozen=True, slots=True)
class Deletion:
    """The clause is to go."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """A new clause after the one named; ``text`` as ``drafting.demo.wording.written`` reads it."""

    kind: ClauseKind
    text: str


Proposal = Replacement | Deletion | Insertion


@dataclass(frozen=True, slots=True)
class DelegationSeats:
    """A delegation and its two people; ``delegates_submit``: without clearance by the head."""

    name: str
    full_name: str
    code: str
    kind: DelegationKind
    head: str
    delegate: str
    delegates_submit: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Delegations that act together; ``members`` by name, in the host's order."""

    code: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubmittedAmendment:
    """An amendment; ``at`` counts from the opening for amendments, ``clause`` is a label of the zero draft."""

    number: int
    by: str
    at: timedelta
    clause: str
    proposal: Proposal
    reason: str


@dataclass(frozen=True, slots=True)
class ChairDecision:
    """A decision on the amendment of that number; ``chair`` counts from 0, ``at`` from the opening."""

    amendment: int
    chair: int
    at: timedelta
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class PrivateDraft:
    """A draft that its delegation alone may see; ``role`` is the seat it is written in."""

    by: str
    role: Role
    state: DraftState
    at: timedelta
    clause: str
    proposal: Proposal
    reason: str


Act = SubmittedAmendment | ChairDecision | PrivateDraft


@dataclass(frozen=True, slots=True)
class Content:
    """The whole demo: delegations in the host's order, amendments, decisions and drafts in order of time.

    ``zero_draft`` is the file to import, under the name ``file_name``.
    """

    conference: ConferenceView
    file_name: str
    zero_draft: bytes
    form: Form
    symbol: str
    language: str
    chairs: tuple[str, ...]
    secretariat: str
    observer: str
    delegations: tuple[DelegationSeats, ...]
    groups: tuple[Group, ...]
    amendments: tuple[SubmittedAmendment, ...]
    decisions: tuple[ChairDecision, ...]
    drafts: tuple[PrivateDraft, ...]

    @property
    def history(self) -> tuple[Act, ...]:
        """All that happens, in the order of time."""
        acts: tuple[Act, ...] = (*self.amendments, *self.decisions, *self.drafts)
        return tuple(sorted(acts, key=lambda act: act.at))


def content() -> Content:
    """Read the files of the demo."""
    plan, history = _table("conference.toml"), _table("amendments.toml")
    document, seats = plan["document"], plan["seats"]
    return Content(
        conference=_conference(plan["conference"]),
        file_name=document["file"],
        zero_draft=(files("drafting.demo") / document["file"]).read_bytes(),
        form=Form(document["form"]),
        symbol=document["symbol"],
        language=document["language"],
        chairs=tuple(seats["chairs"]),
        secretariat=seats["secretariat"],
        observer=seats["observer"],
        delegations=tuple(_delegation(row) for row in plan["delegation"]),
        groups=tuple(Group(row["code"], row["name"], tuple(row["members"])) for row in plan["group"]),
        amendments=tuple(_amendment(row) for row in history["amendment"]),
        decisions=tuple(_decision(row) for row in history["decision"]),
        drafts=tuple(_draft(row) for row in history["draft"]),
    )


def kind_of(label: str) -> ClauseKind:
    """Return the kind of clause that a label of the zero draft names: "OP5 (a)" is a subparagraph."""
    if "(" in label:
        return ClauseKind.SUBPARAGRAPH
    stems = {"PP": ClauseKind.PREAMBULAR, "OP": ClauseKind.OPERATIVE}
    return stems.get(label[:2]) or ClauseKind(label.split()[0].lower())


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("drafting.demo") / name).read_text(encoding="utf-8"))


def _conference(row: Mapping[str, Any]) -> ConferenceView:
    return ConferenceView(**{**row, "partners": tuple(row["partners"])})


def _delegation(row: Mapping[str, Any]) -> DelegationSeats:
    return DelegationSeats(
        name=row["name"],
        full_name=row["full_name"],
        code=row["code"],
        kind=DelegationKind(row["kind"]),
        head=row["head"],
        delegate=row["delegate"],
        delegates_submit=row["delegates_submit"],
    )


def _amendment(row: Mapping[str, Any]) -> SubmittedAmendment:
    return SubmittedAmendment(row["number"], row["by"], _at(row), row["clause"], _proposal(row), row.get("reason", ""))


def _decision(row: Mapping[str, Any]) -> ChairDecision:
    outcome = Outcome(row["outcome"])
    return ChairDecision(row["amendment"], row["chair"] - 1, _at(row), outcome, row.get("reason", ""))


def _draft(row: Mapping[str, Any]) -> PrivateDraft:
    return PrivateDraft(
        by=row["by"],
        role=Role.HEAD if row["seat"] == "head" else Role.DELEGATE,
        state=DraftState(row["state"]),
        at=_at(row),
        clause=row["clause"],
        proposal=_proposal(row),
        reason=row.get("reason", ""),
    )


def _at(row: Mapping[str, Any]) -> timedelta:
    return timedelta(minutes=row["at"])


def _proposal(row: Mapping[str, Any]) -> Proposal:
    match row:
        case {"edits": edits}:
            return Replacement(tuple(WordEdit(old, new) for old, new in edits))
        case {"insert": text}:
            return Insertion(kind_of(row["clause"]), text)
        case _:
            return Deletion()
