"""Credits: who put each word of a text there, through decisions, orders and sub-amendments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafting.text.diff import hunks
from drafting.text.edits import Edit, Edits, Key, apply
from drafting.text.tokens import Tokens

Names = tuple[str, ...]
Credits = tuple[Names, ...]
"""For each token of a text who put it there; nobody, where it stood in the first text."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One edit, and who put each token of its ``new`` there; ``by`` is as long as that."""

    edit: Edit
    by: Credits


@dataclass(frozen=True, slots=True)
class Struck:
    """Words that a decision took out, and who asked for that."""

    tokens: Tokens
    by: Names


def uncredited(text: Tokens) -> Credits:
    """Return the credits of a first text."""
    return ((),) * len(text)


def credited(base: Tokens, before: Credits, accepted: Edits, names: Mapping[Key, Names]) -> Credits:
    """Return the credits of the text that a decision leaves.

    Laws: as long as that text; the same whatever the order in which compatible amendments are accepted; what was
    never put in keeps the credit of the base.

    Args:
        base: The text decided on.
        before: Its credits.
        accepted: The edits accepted.
        names: For the key of each of them all who ask for it, be their amendments accepted or thereby reflected.
    """
    return written(base, before, contributions(accepted, names))


def contributions(accepted: Edits, names: Mapping[Key, Names]) -> tuple[Contribution, ...]:
    """Return the edits with their names, each at its leftmost slide: there it is the same for all who ask for it."""
    return tuple(Contribution(leftmost(edit), (names[edit.key],) * len(edit.new)) for edit in accepted)


def written(base: Tokens, before: Credits, made: Sequence[Contribution]) -> Credits:
    """Return the credits of the text that contributions make, in order of place; several may stand at one place.

    Words of the base that an edit takes out and puts in again keep their credit.
    """
    out: list[Names] = []
    at = 0
    for each in made:
        start, stop, new = each.edit.start, each.edit.stop, each.edit.new
        out += before[at:start]
        kept = new_kept = 0
        for low, high, new_low, new_high in hunks(base[start:stop], new):
            out += before[start + kept : start + low]
            out += each.by[new_low:new_high]
            kept, new_kept = high, new_high
        out += before[start + kept : stop] if new_kept < len(new) else ()
        at = stop
    return (*out, *before[at:])


def credited_through(
    base: Tokens, parent: Edits, sub: Edits, together: Edits, names: Names, sub_names: Names
) -> tuple[Contribution, ...]:
    """Return the contributions of an amendment with a sub-amendment in it.

    The words of the parent are by those who ask for it, the words of the sub-amendment by them and by its own.

    Args:
        base: The text the parent amends.
        parent: Its edits before the sub-amendment was accepted.
        sub: The edits of the sub-amendment, on the parent's proposed text.
        together: What both do, as edits of ``base``.
        names: Who asks for the parent.
        sub_names: Who asks for the sub-amendment.
    """
    proposed = apply(base, parent)
    of_parent = credited(base, uncredited(base), parent, {edit.key: names for edit in parent})
    both = (*names, *(name for name in sub_names if name not in names))
    of_both = credited(proposed, of_parent, sub, {edit.key: both for edit in sub})
    out: list[Contribution] = []
    by = 0
    for edit in together:
        out.append(Contribution(edit, of_both[edit.start + by : edit.start + by + len(edit.new)]))
        by += edit.growth
    return tuple(out)


def struck(base: Tokens, accepted: Edits, names: Mapping[Key, Names]) -> tuple[Struck, ...]:
    """Return the words of ``base`` that a decision took out, in order, with all who asked for it; as ``credited``."""
    return tuple(
        Struck(base[edit.start : edit.stop], names[edit.key])
        for edit in map(leftmost, accepted)
        if edit.start < edit.stop
    )


def leftmost(edit: Edit) -> Edit:
    """Return the edit at its leftmost slide, the place of its identity."""
    return Edit(*edit.key, edit.low, edit.high)
