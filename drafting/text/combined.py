"""The combined redline: all amendments of one clause in one text, each change with those who ask for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafting.text.edits import Edit, Edits, apply
from drafting.text.redline import Change
from drafting.text.runs import Runs, joined
from drafting.text.tokens import Token, Tokens, in_place


@dataclass(frozen=True, slots=True)
class AttributedSegment:
    """Words with one fate, and by whom; kept words are by nobody."""

    change: Change
    runs: Runs
    by: tuple[str, ...]


def combined(base: Tokens, proposals: Mapping[str, Edits]) -> tuple[AttributedSegment, ...]:
    """Return base and proposals in one redline.

    Where changes share words, the words are shown once as deleted, by all who change them, then what each
    would put there; who asks for the same is named together. Names stand in the order of ``proposals``.

    Args:
        base: The clause.
        proposals: Edits of ``base`` in normal form by the name to show.
    """
    out: list[AttributedSegment] = []
    at = 0
    for start, stop in _places({edit for edits in proposals.values() for edit in edits}):
        _append(out, base[at:start], base[max(0, at - 1) : at], Change.KEPT, ())
        versions = _versions(base, proposals, start, stop)
        before = base[max(0, start - 1) : start]
        everyone = tuple(name for name in proposals if any(name in by for by in versions.values()))
        _append(out, base[start:stop], before, Change.DELETED, everyone)
        for version, by in versions.items():
            _append(out, version, before, Change.INSERTED, tuple(by))
        at = stop
    _append(out, base[at:], base[max(0, at - 1) : at], Change.KEPT, ())
    return tuple(out)


def _places(edits: set[Edit]) -> list[tuple[int, int]]:
    """The spans to show apart: spans that share words made one."""
    out: list[tuple[int, int]] = []
    for start, stop in sorted({(edit.start, edit.stop) for edit in edits}):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], stop))
        else:
            out.append((start, stop))
    return out


def _versions(base: Tokens, proposals: Mapping[str, Edits], start: int, stop: int) -> dict[Tokens, list[str]]:
    """What each would put in place of base[start:stop], with the names of those who would."""
    out: dict[Tokens, list[str]] = {}
    for name, edits in proposals.items():
        here = tuple(edit for edit in edits if _belongs(edit, start, stop))
        if here:
            out.setdefault(apply(base[:stop], here)[start:], []).append(name)
    return out


def _belongs(edit: Edit, start: int, stop: int) -> bool:
    if start == stop or edit.inserts:
        return edit.start == edit.stop and (start < edit.start < stop or start == stop == edit.start)
    return start <= edit.start and edit.stop <= stop


def _append(
    out: list[AttributedSegment], tokens: Sequence[Token], before: Sequence[Token], change: Change, by: tuple[str, ...]
) -> None:
    if tokens:
        previous = before[0] if before else (Token("") if out else None)
        out.append(AttributedSegment(change, joined(tuple(in_place(tokens, previous))), by))
