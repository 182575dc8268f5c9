"""Merging amendments of one base: the union of their edits, or the conflicts that forbid it."""

from dataclasses import dataclass

from drafting.text.deciding.relation import Conflict, Reason, conflicts
from drafting.text.edits import Edit, Edits, apply
from drafting.text.tokens import Tokens, runs_of, tokenise


@dataclass(frozen=True, slots=True)
class Merged:
    """Both amendments as one."""

    edits: Edits


@dataclass(frozen=True, slots=True)
class Conflicted:
    """What stands in the way; ``suggestion`` is what ``suggested`` says."""

    conflicts: tuple[Conflict, ...]
    suggestion: Tokens | None


def union(*edits: Edits) -> Edits:
    """Return each different edit once, in order; the amendments must be compatible.

    Laws: the order of the arguments does not matter, and neither do repeats; so the order in which
    compatible amendments are accepted cannot matter.
    """
    different = {edit.key: edit for each in edits for edit in each}
    return tuple(sorted(different.values(), key=lambda edit: (edit.start, edit.stop)))


def merge(base: Tokens, ours: Edits, theirs: Edits) -> Merged | Conflicted:
    """Merge two amendments of one base."""
    found = conflicts(base, ours, theirs)
    if found:
        return Conflicted(found, suggested(base, ours, theirs, found))
    return Merged(union(ours, theirs))


def suggested(base: Tokens, ours: Edits, theirs: Edits, found: tuple[Conflict, ...]) -> Tokens | None:
    """Return the text with both amendments made, for a person to read and take in one click.

    There is one only where no two of the changes claim the same words in different ways: they touch, are
    ambiguous, or one deletion holds the other; else None.

    Args:
        base: The text both amendments are made on.
        ours: One amendment.
        theirs: The other.
        found: Their conflicts.
    """
    if not all(conflict.reason in _READY for conflict in found):
        return None
    held = {_smaller(conflict).key for conflict in found if conflict.reason is Reason.SUBSUMED}
    return tokenise(runs_of(apply(base, tuple(edit for edit in union(ours, theirs) if edit.key not in held))))


_READY = frozenset({Reason.TOUCHING, Reason.AMBIGUOUS, Reason.SUBSUMED})


def _smaller(conflict: Conflict) -> Edit:
    ours, theirs = conflict.ours, conflict.theirs
    return ours if ours.stop - ours.start <= theirs.stop - theirs.start else theirs
