"""The combined redline: all amendments of one clause in one text, each change with those who ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.text.edits import Edits
from drafting.text.reading.attribution import Attribution, Party, named
from drafting.text.reading.places import places
from drafting.text.reading.redline import Change
from drafting.text.runs import Runs
from drafting.text.tokens import Token, Tokens, in_place


@dataclass(frozen=True, slots=True)
class AttributedSegment:
    """Words with one fate, and by whom; kept words are by nobody, and so is what nobody is named with."""

    change: Change
    runs: Runs
    by: tuple[str, ...]


def combined(
    base: Tokens,
    proposals: Mapping[str, Edits],
    *,
    attribution: Attribution = Attribution.FULL,
    groups: frozenset[str] = frozenset(),
) -> tuple[AttributedSegment, ...]:
    """Return base and proposals in one redline.

    Where changes share words, the words are shown once as deleted, by all who change them, then what each
    would put there; those who ask for the same are named together. Names stand in the order of ``proposals``.
    Whoever is named, every different insertion is a segment of its own.

    Args:
        base: The clause.
        proposals: Edits of ``base`` in normal form by the name to show.
        attribution: How much is shown of who proposes what.
        groups: Those of the names that are groups.
    """
    parties = [Party(name, name in groups) for name in proposals]

    def names(numbers: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(party.name for party in named((parties[number] for number in numbers), attribution))

    out: list[AttributedSegment] = []
    at = 0
    for place in places(base, list(proposals.values())):
        before = base[place.start - 1] if place.start else None
        _append(out, Change.KEPT, base[at : place.start], base[at - 1] if at else None, ())
        _append(out, Change.DELETED, base[place.start : place.stop], before, names(place.by))
        for version in place.versions:
            _append(out, Change.INSERTED, version.tokens, before, names(version.by))
        at = place.stop
    _append(out, Change.KEPT, base[at:], base[at - 1] if at else None, ())
    return tuple(out)


def _append(
    out: list[AttributedSegment], change: Change, tokens: Tokens, before: Token | None, by: tuple[str, ...]
) -> None:
    if tokens:
        out.append(AttributedSegment(change, in_place(tokens, before or (Token("") if out else None)), by))
