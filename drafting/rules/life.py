"""The life of an amendment, of a draft, of a clause's agreement and of the document."""

from enum import StrEnum


class AmendmentKind(StrEnum):
    """What an amendment does to its clause; an insertion names the clause it stands after."""

    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"


class AmendmentState(StrEnum):
    """Where a submitted amendment stands.

    ``BLOCKED`` is said "overtaken" on pages, ``SATISFIED`` "already reflected".
    ``LAPSED``: still open when the document was adopted.
    """

    SUBMITTED = "submitted"
    BLOCKED = "blocked"
    SATISFIED = "satisfied"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class DraftState(StrEnum):
    """A private draft is being written, or waits for the head of delegation to clear it."""

    WRITING = "writing"
    WAITING = "waiting"


class Outcome(StrEnum):
    """The chair's decision on an amendment."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Cause(StrEnum):
    """Why a version of an amendment was made."""

    SUBMITTED = "submitted"
    REVISED = "revised"
    CARRIED_OVER = "carried-over"


class Agreement(StrEnum):
    """Where a clause stands."""

    OPEN = "open"
    UNDER_DISCUSSION = "under discussion"
    AGREED_IN_INFORMALS = "agreed in informals"
    AGREED_AD_REFERENDUM = "agreed ad referendum"
    REOPENED = "reopened"
    ADOPTED = "adopted"


class Stage(StrEnum):
    """Where the document stands; adopted text can never change again."""

    DRAFT = "draft"
    ADOPTED = "adopted"


OPEN_STATES = frozenset({AmendmentState.SUBMITTED, AmendmentState.BLOCKED})
DECIDABLE_STATES = frozenset({AmendmentState.SUBMITTED})
REVISABLE_STATES = frozenset({AmendmentState.SUBMITTED, AmendmentState.BLOCKED})

_NEXT: dict[AmendmentState, frozenset[AmendmentState]] = {
    AmendmentState.SUBMITTED: frozenset(AmendmentState) - {AmendmentState.SUBMITTED},
    AmendmentState.BLOCKED: frozenset({AmendmentState.SUBMITTED, AmendmentState.WITHDRAWN, AmendmentState.LAPSED}),
}


def may_become(state: AmendmentState, following: AmendmentState) -> bool:
    """Say whether an amendment in ``state`` may go to ``following``."""
    return following in _NEXT.get(state, frozenset())
