"""The places of a clause that amendments would change, each with what they would put there and whose that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from drafting.text.edits import Edit, Edits, apply
from drafting.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Version:
    """What would stand in a place, nothing for a deletion; ``by`` are the numbers of the amendments that ask for it."""

    tokens: Tokens
    by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Base tokens ``start`` up to, not including, ``stop``, which amendments claim together; none: they insert."""

    start: int
    stop: int
    versions: tuple[Version, ...]

    @property
    def by(self) -> tuple[int, ...]:
        """The numbers of all amendments that change the place, in order."""
        return tuple(sorted(number for version in self.versions for number in version.by))


def places(base: Tokens, proposals: Sequence[Edits]) -> tuple[Place, ...]:
    """Return the places that amendments change, in order of the text; what stands between them nobody changes.

    Changes of overlapping words share a place, and so do insertions at one gap; amendments that would have the
    same words there share a version. Versions stand in the order of ``proposals``.

    Law: the base, with an amendment's version in each place where it has one, is what the amendment proposes.

    Args:
        base: The clause.
        proposals: Edits of ``base`` in normal form; an amendment's number is its index here.
    """
    changes = [(edit.start, edit.stop, number, edit) for number, edits in enumerate(proposals) for edit in edits]
    changes.sort(key=itemgetter(0, 1, 2))
    out: list[Place] = []
    begin = 0
    reach = 0
    for at, (start, stop, _, _) in enumerate(changes):
        first, last, _, _ = changes[begin]
        if at > begin and start >= reach and (start, stop) != (first, last):
            out.append(_place(base, [change[2:] for change in changes[begin:at]], reach))
            begin = at
        reach = max(reach, stop)
    if changes:
        out.append(_place(base, [change[2:] for change in changes[begin:]], reach))
    return tuple(out)


def _place(base: Tokens, changes: list[tuple[int, Edit]], stop: int) -> Place:
    start = changes[0][1].start
    mine: dict[int, list[Edit]] = {}
    for number, edit in changes:
        mine.setdefault(number, []).append(edit)
    versions: dict[Tokens, list[int]] = {}
    for number in sorted(mine):
        versions.setdefault(_made(base, start, stop, mine[number]), []).append(number)
    return Place(start, stop, tuple(Version(tokens, tuple(by)) for tokens, by in versions.items()))


def _made(base: Tokens, start: int, stop: int, edits: list[Edit]) -> Tokens:
    if len(edits) == 1 and edits[0].stop - edits[0].start == stop - start:
        return edits[0].new
    return apply(base[start:stop], tuple(edit.shift(-start) for edit in edits))
