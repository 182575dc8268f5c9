"""Rebasing: carrying a pending amendment over what was accepted, by shifting its edits, never by diffing again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafting.text.deciding.relation import Conflict, conflicts
from drafting.text.edits import Edit, Edits, apply, edits_between
from drafting.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The amendment stands on the new text; ``reflected`` are its edits (on the old one) already in it."""

    edits: Edits
    reflected: Edits = ()


@dataclass(frozen=True, slots=True)
class Satisfied:
    """All that the amendment asks for is already in the new text."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """The amendment cannot live with what was accepted; ``ours`` in each conflict is the pending edit.

    ``merge.suggested`` gives the new text with the amendment in it where a person may find that good.
    ``step`` counts from 0 which of several decisions blocked it.
    """

    conflicts: tuple[Conflict, ...]
    step: int = 0


Rebased = CarriedOver | Satisfied | Blocked


def rebase(base: Tokens, pending: Edits, accepted: Edits) -> Rebased:
    """Carry ``pending`` over ``accepted``; both are edits of ``base``.

    Edits that are the same are reflected, those free of the accepted ones are shifted, any conflict
    blocks the whole amendment.
    """
    found = conflicts(base, pending, accepted)
    if found:
        return Blocked(found)
    left: list[Edit] = []
    reflected: list[Edit] = []
    by = at = 0
    for edit in pending:
        while at < len(accepted) and accepted[at].high < edit.low:
            by += accepted[at].growth
            at += 1
        # What meets and is no conflict is the same.
        if at < len(accepted) and accepted[at].low <= edit.high:
            reflected.append(edit)
        else:
            left.append(edit.shift(by))
    return CarriedOver(tuple(left), tuple(reflected)) if left else Satisfied()


def rebase_through(base: Tokens, pending: Edits, decisions: Sequence[Edits]) -> Rebased:
    """Carry ``pending`` over several decisions, each an edit list of the text the one before left."""
    for step, accepted in enumerate(decisions):
        outcome = rebase(base, pending, accepted)
        if isinstance(outcome, Blocked):
            return replace(outcome, step=step)
        if isinstance(outcome, Satisfied):
            return outcome
        pending, base = outcome.edits, apply(base, accepted)
    return CarriedOver(pending)


def composed(base: Tokens, first: Edits, then: Edits) -> Edits:
    """Return the edits of ``base`` that do what ``first``, and ``then`` on its result, do."""
    return edits_between(base, apply(apply(base, first), then))
