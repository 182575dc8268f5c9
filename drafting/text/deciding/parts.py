"""Parts: the pieces of an amendment that can be accepted one without the other."""

from collections.abc import Collection
from dataclasses import dataclass

from drafting.text.deciding.rebase import CarriedOver, rebase
from drafting.text.edits import Edit, Edits, apply
from drafting.text.reading.redline import Change, redline
from drafting.text.tokens import Tokens, fuses, tokenise


@dataclass(frozen=True, slots=True)
class Taken:
    """What is accepted of an amendment, and the rest of it as edits of the text that this leaves."""

    accepted: Edits
    rest: Edits


def parts(base: Tokens, edits: Edits) -> tuple[Edits, ...]:
    """Return the edits in the groups in which they may be accepted: what a reader sees as one change goes together.

    Laws: the parts are the edits, in order; any of them make a text that is read again as it was written; accepted
    one after another, in any order, they make the whole proposed text.

    Args:
        base: The text the amendment is made on.
        edits: The amendment, in normal form.
    """
    out: list[Edits] = []
    kept = _kept(base, edits)
    by = 0
    for edit in edits:
        if out and (_shown_as_one(out[-1][-1], edit, by, kept) or _may_join(base, out[-1][-1], edit)):
            out[-1] = (*out[-1], edit)
        else:
            out.append((edit,))
        by += edit.growth
    return tuple(out)


def taken(base: Tokens, edits: Edits, chosen: Collection[int]) -> Taken:
    """Accept some of the ``parts`` of an amendment, named by their index; the rest is shifted, never diffed."""
    groups = parts(base, edits)
    accepted = tuple(edit for at, part in enumerate(groups) for edit in part if at in chosen)
    rest = tuple(edit for at, part in enumerate(groups) for edit in part if at not in chosen)
    outcome = rebase(base, rest, accepted)
    return Taken(accepted, outcome.edits if isinstance(outcome, CarriedOver) else ())


@dataclass(frozen=True, slots=True)
class _Kept:
    """Base tokens that a reader sees kept, and by how many tokens the text has grown before them."""

    start: int
    stop: int
    grown: int


def _kept(base: Tokens, edits: Edits) -> list[_Kept]:
    out: list[_Kept] = []
    at = new_at = 0
    for segment in redline(base, apply(base, edits)):
        size = len(tokenise(segment.runs))
        if segment.change is Change.KEPT:
            out.append(_Kept(at, at + size, new_at - at))
        at += 0 if segment.change is Change.INSERTED else size
        new_at += 0 if segment.change is Change.DELETED else size
    return out


def _shown_as_one(left: Edit, right: Edit, grown: int, kept: list[_Kept]) -> bool:
    """Tell whether no kept words part two neighbours where the edits, too, have kept them."""
    return not any(each.grown == grown and max(each.start, left.stop) <= min(each.stop, right.start) for each in kept)


def _may_join(base: Tokens, left: Edit, right: Edit) -> bool:
    """Tell whether one of two neighbours, made alone, would make one word around the only token between them."""
    if left.stop + 1 != right.start:
        return False
    befores = {*base[max(0, left.stop - 1) : left.stop], *left.new[-1:], *base[max(0, left.start - 1) : left.start]}
    afters = {*base[right.start : right.start + 1], *right.new[:1], *base[right.stop : right.stop + 1]}
    return any(fuses(before, base[left.stop], after) for before in befores for after in afters)
