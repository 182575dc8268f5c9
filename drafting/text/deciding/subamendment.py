"""Sub-amendments: an amendment of another's proposed text, one level deep, from its submission to its end.

Its edits are edits of the text that its parent proposes. Two sub-amendments of one parent stand to each other as two
amendments of that text: ``conflicts``, ``merge`` and ``rebase`` take them as they are.
"""

from collections.abc import Collection
from dataclasses import dataclass

from drafting.text.deciding.composition import composed
from drafting.text.deciding.rebase import Blocked, CarriedOver, Satisfied, rebase
from drafting.text.deciding.relation import Conflict
from drafting.text.edits import Edits, Key, apply, edits_between
from drafting.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class BecomesAmendment:
    """The parent is in the text now: ``edits`` are those of an amendment of the new text."""

    edits: Edits


@dataclass(frozen=True, slots=True)
class WaitsWithParent:
    """The parent is blocked by these conflicts; the sub-amendment stays on its last proposed text."""

    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class FallsWithParent:
    """The parent was rejected or withdrawn, or falls; its name tells why there is nothing left to amend."""

    parent: str


Mapped = CarriedOver | Satisfied | Blocked | BecomesAmendment | WaitsWithParent
"""What became of a sub-amendment when a decision met its parent; edits and conflicts are of the new, or of the last,
text that the parent proposes. In ``Blocked``, ``ours`` is the sub-amendment's edit and ``theirs`` the decision's."""


def into_parent(base: Tokens, parent: Edits, sub: Edits) -> Edits:
    """Return the parent's edits with the sub-amendment in them, which is accepted; ``credited_through`` names both.

    Law: accepting these leaves the text that accepting the parent, and then the sub-amendment, leaves.
    """
    return composed(base, parent, sub)


def parent_accepted(sub: Edits) -> BecomesAmendment:
    """Say what becomes of a sub-amendment when its parent is accepted as it stands: the text it amends is the text."""
    return BecomesAmendment(sub)


def parent_accepted_in_part(rest: Edits, sub: Edits) -> CarriedOver | BecomesAmendment:
    """Say what becomes of a sub-amendment when parts of its parent are accepted.

    The parent's ``rest``, on the new text, proposes the same text as before, so nothing changes for the
    sub-amendment; without a rest, the parent was accepted.
    """
    return CarriedOver(sub) if rest else BecomesAmendment(sub)


def parent_carried_over(
    base: Tokens, parent: Edits, sub: Edits, accepted: Edits, parts: Collection[Key] = ()
) -> Mapped:
    """Carry a sub-amendment, with its parent, over a decision on another amendment.

    Law: a decision that is free of both leaves the same text whenever it is taken.

    Args:
        base: The text that parent and decision are made on.
        parent: The pending parent.
        sub: The sub-amendment, on the parent's proposed text.
        accepted: What the decision changed.
        parts: As ``rebase`` takes them.
    """
    moved = rebase(base, parent, accepted, parts)
    if isinstance(moved, Blocked):
        return WaitsWithParent(moved.conflicts)
    outcome = rebase(apply(base, parent), sub, _over_parent(base, parent, accepted, moved))
    if isinstance(outcome, CarriedOver) and isinstance(moved, Satisfied):
        return BecomesAmendment(outcome.edits)
    return outcome


def parent_revised(base: Tokens, parent: Edits, sub: Edits, revised: Edits) -> CarriedOver | Satisfied | Blocked:
    """Carry a sub-amendment over a revision of its parent; ``parent`` and ``revised`` are edits of ``base``.

    What the revision changed is found by a diff, as it is a new text; the sub-amendment is shifted.
    """
    proposed = apply(base, parent)
    return rebase(proposed, sub, edits_between(proposed, apply(base, revised)))


def parent_fell(parent: str) -> FallsWithParent:
    """Say what becomes of a sub-amendment when its parent is rejected, withdrawn or falls."""
    return FallsWithParent(parent)


def _over_parent(base: Tokens, parent: Edits, accepted: Edits, moved: CarriedOver | Satisfied) -> Edits:
    """What the decision changes in the parent's proposed text."""
    decision = rebase(base, accepted, parent)
    if isinstance(decision, Blocked):
        # Put together from others' edits and the parent's own, it stands in the parent's way: seen from the
        # parent's proposed text it is a change like a revision.
        left = moved.edits if isinstance(moved, CarriedOver) else ()
        return edits_between(apply(base, parent), apply(apply(base, accepted), left))
    return decision.edits if isinstance(decision, CarriedOver) else ()
