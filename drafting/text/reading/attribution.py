"""Who stands behind words in a combined text, and how much of that is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Attribution(StrEnum):
    """How much is shown of who proposes what, as the chair set it.

    ``FULL``: everybody is named. ``GROUP``: groups are named, single delegations are not. ``ANONYMOUS``: nobody is.
    """

    FULL = "full"
    GROUP = "group"
    ANONYMOUS = "anonymous"


class Stance(StrEnum):
    """Where a delegation or a group stands on an amendment; the value is said of several of them."""

    PROPOSE = "propose"
    SUPPORT = "support"
    SUPPORT_IN_PRINCIPLE = "support in principle"
    SUPPORT_AD_REFERENDUM = "support ad referendum"
    FLEXIBLE = "flexible"
    CONSIDERING = "considering"
    SEEK_CLARIFICATION = "seek clarification"
    RESERVE = "reserve"
    OPPOSE = "oppose"

    def said_of(self, parties: int) -> str:
        """Return the stance as it is said of so many: "oppose" of two, "opposes" of one."""
        if parties > 1 or self in _INVARIABLE:
            return self.value
        verb, blank, rest = self.value.partition(" ")
        return f"{verb}s{blank}{rest}"


_INVARIABLE = frozenset({Stance.FLEXIBLE, Stance.CONSIDERING})


@dataclass(frozen=True, slots=True)
class Party:
    """A delegation or a group of them, by the name to show."""

    name: str
    group: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """Parties with one stance, in the order to show; there is always one."""

    parties: tuple[Party, ...]
    stance: Stance = Stance.PROPOSE


Heads = tuple[Head, ...]
"""The stances on one amendment or one version, those who propose it first; none: nobody is named."""


def named(parties: Iterable[Party], attribution: Attribution) -> tuple[Party, ...]:
    """Return those of the parties whose names are shown."""
    if attribution is Attribution.FULL:
        return tuple(parties)
    return tuple(party for party in parties if party.group and attribution is Attribution.GROUP)


def shown(heads: Heads, attribution: Attribution) -> Heads:
    """Return the heads with those parties alone whose names are shown, heads of nobody left out."""
    if attribution is Attribution.FULL:
        return heads
    left = ((named(head.parties, attribution), head.stance) for head in heads)
    return tuple(Head(parties, stance) for parties, stance in left if parties)


def gathered(all_heads: Iterable[Heads]) -> Heads:
    """Return the heads of equal proposals as one: each party once a stance, and who proposes does nothing else."""
    found: dict[Stance, dict[Party, None]] = {}
    for heads in all_heads:
        for head in heads:
            found.setdefault(head.stance, {}).update(dict.fromkeys(head.parties))
    proposers = found.get(Stance.PROPOSE, {})
    out: list[Head] = []
    for stance in sorted(found, key=_ORDER.index) if len(found) > 1 else found:
        others = [party for party in found[stance] if stance is Stance.PROPOSE or party not in proposers]
        if others:
            out.append(Head(tuple(others), stance))
    return tuple(out)


_ORDER = tuple(Stance)


def in_grammar(heads: Heads) -> str:
    """Return what stands before the colon in a bracket; that somebody proposes is said only beside other stances.

    ``heads := head {';' head}; head := party {',' party} [stance]``: "NZ, PE propose; US opposes", "EU, NOR".

    Source: the grammar of a twelve-party negotiating text.
    """
    if all(head.stance is Stance.PROPOSE for head in heads):
        return "; ".join(_names(head) for head in heads)
    return "; ".join(f"{_names(head)} {head.stance.said_of(len(head.parties))}" for head in heads)


def _names(head: Head) -> str:
    return ", ".join(party.name for party in head.parties)
