"""Amendments as pages show them: to their delegation, to the room and to the chair."""

from dataclasses import dataclass
from datetime import datetime

from drafting.rules.life import AmendmentKind, AmendmentState, DraftState, Outcome
from drafting.text.look_alikes import LookAlike
from drafting.text.reading.redline import Redline
from drafting.text.runs import Runs
from drafting.view.document import ClauseView


@dataclass(frozen=True, slots=True)
class TouchView:
    """Another amendment that touches the same words; ``why`` is a phrase naming them.

    ``near``: both can be accepted, but their words stand so close that the whole clause should be read first.
    """

    number: int
    delegation: str
    why: str
    near: bool = False


@dataclass(frozen=True, slots=True)
class BlockedView:
    """Why an amendment is overtaken: by which decision, and by which words."""

    by_number: int | None
    by_delegation: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What the chair decided; ``at`` is UTC, aware."""

    outcome: Outcome
    by: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """A submitted amendment.

    ``number`` is its public number ("Amendment 7"). ``redline`` is against the text it is based on now;
    ``proposed`` is the whole clause as proposed (empty for a deletion). ``clause`` is its clause, or
    the one an insertion stands after. ``version`` counts its wordings; ``carried_over`` says
    that the last wording was carried over a decision rather than written. ``look_alikes`` are the words that it
    brings in and that look like others.
    """

    id: str
    number: int
    kind: AmendmentKind
    state: AmendmentState
    delegation_id: str
    delegation: str
    clause: ClauseView
    redline: Redline
    proposed: Runs
    reason: str
    version: int
    carried_over: bool
    submitted_at: datetime
    identical_to: tuple[int, ...]
    touches: tuple[TouchView, ...]
    blocked: BlockedView | None
    decision: DecisionView | None
    look_alikes: tuple[LookAlike, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftView:
    """A delegation's private draft; seen by that delegation alone.

    ``version`` counts its savings. ``revises`` is the number of the amendment that it revises, ``closed`` the state
    of that amendment where it takes no other wording any more.
    """

    id: str
    state: DraftState
    kind: AmendmentKind
    clause: ClauseView
    redline: Redline
    proposed: Runs
    reason: str
    author: str
    updated_at: datetime
    version: int
    revises: int | None
    closed: AmendmentState | None
