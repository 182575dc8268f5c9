"""Merging amendments of one base: the union of their edits, or the conflicts that forbid it."""

from dataclasses import dataclass

from drafting.text.edits import Edits, apply
from drafting.text.relation import Conflict, Reason, conflicts
from drafting.text.tokens import Tokens, runs_of, tokenise


@dataclass(frozen=True, slots=True)
class Merged:
    """Both amendments as one."""

    edits: Edits


@dataclass(frozen=True, slots=True)
class Conflicted:
    """What stands in the way.

    ``suggestion`` is the text with both made where no words are claimed by two (touching and ambiguous
    pairs only), for a person to read and take in one click; else None.
    """

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
    if not found:
        return Merged(union(ours, theirs))
    apart = all(conflict.reason in (Reason.TOUCHING, Reason.AMBIGUOUS) for conflict in found)
    return Conflicted(found, _together(base, ours, theirs) if apart else None)


def _together(base: Tokens, ours: Edits, theirs: Edits) -> Tokens:
    return tokenise(runs_of(apply(base, union(ours, theirs))))
