"""The combined redline: all amendments of one clause in one text, each change with those who ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.text.edits import Edit, Edits, apply
from drafting.text.reading.redline import Change
from drafting.text.runs import Runs
from drafting.text.tokens import Token, Tokens, in_place

_Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttributedSegment:
    """Words with one fate, and by whom; kept words are by nobody."""

    change: Change
    runs: Runs
    by: tuple[str, ...]


@dataclass(slots=True)
class _Place:
    """Base tokens that changes claim together, with each change and the name it stands under."""

    start: int
    stop: int
    changes: list[tuple[str, Edit]]


def combined(base: Tokens, proposals: Mapping[str, Edits]) -> tuple[AttributedSegment, ...]:
    """Return base and proposals in one redline.

    Where changes share words, the words are shown once as deleted, by all who change them, then what each
    would put there; those who ask for the same are named together. Names stand in the order of ``proposals``.

    Args:
        base: The clause.
        proposals: Edits of ``base`` in normal form by the name to show.
    """
    out: list[AttributedSegment] = []
    at = 0
    for place in _places(proposals):
        _append(out, Change.KEPT, _Stretch(base, at, place.start), ())
        everyone, versions = _versions(base, place)
        _append(out, Change.DELETED, _Stretch(base, place.start, place.stop), everyone)
        for version, names in versions.items():
            _append(out, Change.INSERTED, _Stretch(base, place.start, place.stop, version), tuple(names))
        at = place.stop
    _append(out, Change.KEPT, _Stretch(base, at, len(base)), ())
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Tokens of the base, or what would stand in their place."""

    base: Tokens
    start: int
    stop: int
    instead: Tokens | None = None

    @property
    def tokens(self) -> Tokens:
        return self.base[self.start : self.stop] if self.instead is None else self.instead

    @property
    def before(self) -> Token | None:
        return self.base[self.start - 1] if self.start else None


def _places(proposals: Mapping[str, Edits]) -> list[_Place]:
    """The places to show apart, in order; within one, changes stand in the order of ``proposals``."""
    changes = [(name, edit) for name, edits in proposals.items() for edit in edits]
    out: list[_Place] = []
    for name, edit in sorted(changes, key=lambda change: (change[1].start, change[1].stop)):
        last = out[-1] if out else None
        if last and (edit.start < last.stop or (edit.start, edit.stop) == (last.start, last.stop)):
            last.stop = max(last.stop, edit.stop)
            last.changes.append((name, edit))
        else:
            out.append(_Place(edit.start, edit.stop, [(name, edit)]))
    rank = {name: at for at, name in enumerate(proposals)}
    for place in out:
        place.changes.sort(key=lambda change: rank[change[0]])
    return out


def _versions(base: Tokens, place: _Place) -> tuple[_Names, dict[Tokens, list[str]]]:
    """All who change the place, and what they would put there, with the names of those who would."""
    mine: dict[str, list[Edit]] = {}
    for name, edit in place.changes:
        mine.setdefault(name, []).append(edit.shift(-place.start))
    out: dict[Tokens, list[str]] = {}
    for name, edits in mine.items():
        out.setdefault(apply(base[place.start : place.stop], tuple(edits)), []).append(name)
    return tuple(mine), out


def _append(out: list[AttributedSegment], change: Change, stretch: _Stretch, by: _Names) -> None:
    if stretch.tokens:
        before = stretch.before or (Token("") if out else None)
        out.append(AttributedSegment(change, in_place(stretch.tokens, before), by))
