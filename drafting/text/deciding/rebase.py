"""Rebasing: carrying a pending amendment over what was accepted, by shifting its edits, never by diffing again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from drafting.text.deciding.relation import REACH, Conflict, conflicts
from drafting.text.edits import Edit, Edits, Key, apply
from drafting.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The amendment stands on the new text; ``reflected`` are those of its edits that are already in it.

    ``reflected`` are edits of the text that the amendment was carried from, however many decisions lie between.
    """

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


def rebase(base: Tokens, pending: Edits, accepted: Edits, parts: Collection[Key] = ()) -> Rebased:
    """Carry ``pending`` over ``accepted``; both are edits of ``base``.

    Edits that are the same are reflected, those free of the accepted ones are shifted, any conflict
    blocks the whole amendment.

    Args:
        base: The text that both are made on.
        pending: The amendment to carry over.
        accepted: What the decision changed.
        parts: The keys of the edits that the decision was put together from, where they are not those of
            ``accepted``: who asked for one of them is answered, though it stands between others now.
    """
    if pending and not parts:
        apart = _shifted_apart(pending, accepted)
        if apart is not None:
            return CarriedOver(apart)
    asked = tuple(edit for edit in pending if edit.key not in parts) if parts else pending
    found = conflicts(base, asked, accepted)
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
        meets = at < len(accepted) and accepted[at].low <= edit.high
        if meets or (parts and edit.key in parts):
            reflected.append(edit)
        else:
            left.append(edit.shift(by))
    return CarriedOver(tuple(left), tuple(reflected)) if left else Satisfied()


def _shifted_apart(pending: Edits, accepted: Edits) -> Edits | None:
    """Shift edits that are out of reach of every accepted one, as most are; None where one is not."""
    out: list[Edit] = []
    by = at = 0
    count = len(accepted)
    for edit in pending:
        while at < count and accepted[at].high + REACH < edit.low:
            by += accepted[at].growth
            at += 1
        if at < count and accepted[at].low <= edit.high + REACH:
            return None
        out.append(edit.shift(by))
    return tuple(out)


def rebase_through(
    base: Tokens, pending: Edits, decisions: Sequence[Edits], parts: Sequence[Collection[Key]] = ()
) -> Rebased:
    """Carry ``pending`` over several decisions, each an edit list of the text the one before left.

    Laws: it is ``rebase`` step by step; over decisions on compatible amendments it is ``rebase`` over their union.

    Args:
        base: The text that ``pending`` and the first decision are made on.
        pending: The amendment to carry over.
        decisions: What each decision changed, in order.
        parts: For each decision what ``rebase`` takes as such; may be left out, or end early.
    """
    asked, reflected = pending, set[Key]()
    for step, accepted in enumerate(decisions):
        outcome = rebase(base, pending, accepted, parts[step] if step < len(parts) else ())
        if isinstance(outcome, Blocked):
            return replace(outcome, step=step)
        if isinstance(outcome, Satisfied):
            return outcome
        open_still = [edit for edit in asked if edit.key not in reflected]
        gone = {edit.key for edit in outcome.reflected}
        reflected |= {first.key for first, now in zip(open_still, pending, strict=True) if now.key in gone}
        pending, base = outcome.edits, apply(base, accepted)
    if not pending:
        return Satisfied()
    return CarriedOver(pending, tuple(edit for edit in asked if edit.key in reflected))
