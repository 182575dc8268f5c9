"""The compilation: a clause with every amendment in place, as a structure of kept words and brackets.

``bracketed.py`` sets it out as text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafting.text.edits import Edits
from drafting.text.reading.attribution import Attribution, Heads, Stance, gathered, shown
from drafting.text.reading.places import Place, places
from drafting.text.runs import Piece, Runs, joined
from drafting.text.tokens import Token, Tokens, in_place


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment as it enters a compilation: its edits in normal form, and who stands behind it.

    One that deletes the whole clause, with what is below it, has no edits.
    """

    edits: Edits
    heads: Heads
    deletes_clause: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that nobody changes; a blank before them belongs to them."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Alternative:
    """What some would have in a bracket: words with the blank before them, or nothing: they delete."""

    heads: Heads
    runs: Runs


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that are not agreed: those that stand there at present, none for an insertion, and the alternatives.

    It is structure: a square bracket that is a character of somebody's text is in the runs like any other.
    """

    present: Runs
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Compilation:
    """A clause with every amendment in place; ``deletion``: somebody proposes to delete all of it."""

    parts: tuple[Kept | Bracket, ...]
    deletion: Alternative | None = None


def compilation(
    base: Tokens, proposals: Sequence[Proposal], attribution: Attribution = Attribution.FULL
) -> Compilation:
    """Return the clause with all its amendments in brackets, identical ones under all who propose them.

    Alternatives, and parties within a head, stand in the order of ``proposals``. The value holds no name that the
    attribution does not show.

    Law: ``tokenise(proposed_by(compilation(base, proposals), name))`` is what ``name`` proposes.
    """
    out: list[Kept | Bracket] = []
    at = 0
    for place in places(base, [proposal.edits for proposal in proposals]):
        _append_kept(out, base, at, place.start)
        out.append(_bracket(base, place, proposals, attribution, begins=not out))
        at = place.stop
    _append_kept(out, base, at, len(base))
    deleting = [proposal.heads for proposal in proposals if proposal.deletes_clause]
    deletion = Alternative(shown(gathered(deleting), attribution), ()) if deleting else None
    return Compilation(tuple(out), deletion)


def attributed(full: Compilation, attribution: Attribution) -> Compilation:
    """Return a compilation with those names alone that the attribution shows."""

    def less(alternative: Alternative) -> Alternative:
        return replace(alternative, heads=shown(alternative.heads, attribution))

    parts = tuple(
        Bracket(part.present, tuple(map(less, part.alternatives))) if isinstance(part, Bracket) else part
        for part in full.parts
    )
    return Compilation(parts, less(full.deletion) if full.deletion else None)


def proposed_by(full: Compilation, name: str) -> Runs:
    """Return the clause as a party proposes it: its alternative in each bracket, the present words elsewhere.

    Of a party that deletes the clause, nothing; of one that proposes nothing, the present text.
    """
    if full.deletion and _proposes(full.deletion, name):
        return ()
    pieces: list[Piece] = []
    for part in full.parts:
        pieces += part.runs if isinstance(part, Kept) else _chosen(part, name)
    return joined(pieces)


def _chosen(bracket: Bracket, name: str) -> Runs:
    chosen = (alternative.runs for alternative in bracket.alternatives if _proposes(alternative, name))
    return next(chosen, bracket.present)


def _proposes(alternative: Alternative, name: str) -> bool:
    return any(
        party.name == name for head in alternative.heads if head.stance is Stance.PROPOSE for party in head.parties
    )


def _bracket(
    base: Tokens, place: Place, proposals: Sequence[Proposal], attribution: Attribution, *, begins: bool
) -> Bracket:
    before = None if begins else _before(base, place.start)
    alternatives = [
        Alternative(
            shown(gathered(proposals[number].heads for number in version.by), attribution),
            in_place(version.tokens, before),
        )
        for version in place.versions
    ]
    return Bracket(in_place(base[place.start : place.stop], before), tuple(alternatives))


def _append_kept(out: list[Kept | Bracket], base: Tokens, start: int, stop: int) -> None:
    if start < stop:
        out.append(Kept(in_place(base[start:stop], _before(base, start) if out else None)))


def _before(base: Tokens, start: int) -> Token:
    return base[start - 1] if start else _START


_START = Token("")
