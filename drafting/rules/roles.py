"""The seats people sit in."""

from enum import StrEnum


class Role(StrEnum):
    """A person's seat at the conference."""

    HEAD = "head of delegation"
    DELEGATE = "delegate"
    CHAIR = "chair"
    SECRETARIAT = "secretariat"
    OBSERVER = "observer"


OF_A_DELEGATION = frozenset({Role.HEAD, Role.DELEGATE})


class DelegationKind(StrEnum):
    """Who a delegation speaks for."""

    STATE = "state"
    ORGANISATION = "organisation"
