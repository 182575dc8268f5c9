"""Who may do what: one table of acts, the seats that carry them, and when.

``own`` acts are for things of one's own delegation; another's and a thing that does not
exist get the same answer, which is the service's duty.
"""

from dataclasses import dataclass
from enum import StrEnum

from drafting.rules.life import Stage
from drafting.rules.roles import Role


class Act(StrEnum):
    """Everything a person can ask the tool for."""

    VISIT = "see the first page, sign in"
    READ_TEXT = "read the rolling text"
    FOLLOW = "follow the live stream"
    EXPORT = "take the text away as a file"
    READ_AMENDMENTS = "read submitted amendments"
    DRAFT = "write an amendment in private"
    SUBMIT = "submit, revise or withdraw an amendment"
    READ_DESK = "see the chair's desk"
    DECIDE = "accept or reject an amendment"
    ADOPT = "declare adoption"
    IMPORT = "bring in a zero draft"
    MANAGE_SEATS = "enter delegations and people"


@dataclass(frozen=True, slots=True)
class Rule:
    """The seats that carry an act; ``public`` needs none; ``stages`` are those of the document."""

    roles: frozenset[Role]
    stages: frozenset[Stage] = frozenset(Stage)
    own: bool = False
    public: bool = False


_EVERYBODY = frozenset(Role)
_NEGOTIATORS = frozenset({Role.HEAD, Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT})
_DELEGATION = frozenset({Role.HEAD, Role.DELEGATE})
_PODIUM = frozenset({Role.CHAIR, Role.SECRETARIAT})
_DRAFT = frozenset({Stage.DRAFT})

ACCESS: dict[Act, Rule] = {
    Act.VISIT: Rule(_EVERYBODY, public=True),
    Act.READ_TEXT: Rule(_EVERYBODY),
    Act.FOLLOW: Rule(_EVERYBODY),
    Act.EXPORT: Rule(_EVERYBODY),
    Act.READ_AMENDMENTS: Rule(_NEGOTIATORS),
    Act.DRAFT: Rule(_DELEGATION, own=True),
    # A delegate submits only where the delegation lets its delegates: the service asks that.
    Act.SUBMIT: Rule(_DELEGATION, stages=_DRAFT, own=True),
    Act.READ_DESK: Rule(_PODIUM),
    Act.DECIDE: Rule(frozenset({Role.CHAIR}), stages=_DRAFT),
    Act.ADOPT: Rule(frozenset({Role.CHAIR}), stages=_DRAFT),
    Act.IMPORT: Rule(frozenset({Role.SECRETARIAT})),
    Act.MANAGE_SEATS: Rule(frozenset({Role.SECRETARIAT})),
}


def may(role: Role | None, act: Act, *, own: bool = True, stage: Stage = Stage.DRAFT) -> bool:
    """Say whether a seat carries an act.

    Args:
        role: The seat, None for a visitor who has not signed in.
        own: Whether the thing belongs to the actor's own delegation.
        stage: Where the document stands.
    """
    rule = ACCESS[act]
    if role is None:
        return rule.public
    return role in rule.roles and stage in rule.stages and (own or not rule.own)
