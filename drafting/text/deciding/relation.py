"""How two amendments of one text stand to each other: which of their edits cannot both be made, and why."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from drafting.text.diff import NEAR
from drafting.text.edits import Edit, Edits
from drafting.text.tokens import Tokens, fuses, plain_words
from drafting.text.wording import in_words, is_formatting, words

REACH = 1
"""How many kept tokens between two edits a conflict can reach over: a word can form across one."""

_SENTENCE_ENDS = frozenset(".!?。！？؟")


class Reason(StrEnum):
    """Why two edits were set side by side.

    Conflicts: ``OVERLAP``: both change the same words. ``DELETE_AGAINST_MODIFY``: one deletes what the other
    changes. ``SAME_PLACE``: different words inserted at one place, so that somebody must order them. ``SUBSUMED``: a
    deletion within a larger deletion. ``MARKS``: one sets the words otherwise, the other changes them.
    ``TOUCHING``: nothing stands between them. ``AMBIGUOUS``: repeated words let one of them be read at the
    other's place.

    Not conflicts, but to be read in the whole clause before both are accepted: ``NEAR``: fewer than three
    kept tokens apart. ``REPEATED``: the same words inserted at two places of one sentence.
    """

    OVERLAP = "overlap"
    DELETE_AGAINST_MODIFY = "delete-against-modify"
    SAME_PLACE = "same-place"
    SUBSUMED = "subsumed"
    MARKS = "marks"
    TOUCHING = "touching"
    AMBIGUOUS = "ambiguous"
    NEAR = "near"
    REPEATED = "repeated"

    @property
    def needs_a_look(self) -> bool:
        """Whether the two may well go together, once a person has read them."""
        return self not in _HARD


_HARD = frozenset({Reason.OVERLAP, Reason.DELETE_AGAINST_MODIFY, Reason.SAME_PLACE})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two edits of one base set side by side, and why.

    ``…_words`` are the words each touches, ``…_act`` is what each does: "deletes “all”". They are put into words when
    they are asked for: most pairs are never read.
    """

    reason: Reason
    ours: Edit
    theirs: Edit
    base: Tokens = field(repr=False)

    @property
    def our_words(self) -> str:
        """The words that our edit touches."""
        return words(self.base, self.ours)

    @property
    def their_words(self) -> str:
        """The words that their edit touches."""
        return words(self.base, self.theirs)

    @property
    def our_act(self) -> str:
        """What our edit does."""
        return in_words(self.base, self.ours)

    @property
    def their_act(self) -> str:
        """What their edit does."""
        return in_words(self.base, self.theirs)


class Conflict(Pair):
    """Two edits that cannot both be made."""

    __slots__ = ()


class Look(Pair):
    """Two edits that can both be made, but should be read together first."""

    __slots__ = ()


def conflicts(base: Tokens, ours: Edits, theirs: Edits) -> tuple[Conflict, ...]:
    """Return every pair of edits that cannot both be made, in order of ours; none: they are compatible."""
    return tuple(
        Conflict(_reason(base, our, their), our, their, base)
        for our, their in _pairs(ours, theirs, reach=REACH)
        if excludes(base, our, their)
    )


def in_conflict(base: Tokens, ours: Edits, theirs: Edits) -> bool:
    """Tell whether two amendments of one base cannot both be accepted, without saying why."""
    return any(excludes(base, our, their) for our, their in _pairs(ours, theirs, reach=REACH))


def excludes(base: Tokens, one: Edit, other: Edit) -> bool:
    """Tell whether two edits of one base cannot both be made; an edit and itself can."""
    if _meet(one, other):
        # The key begins with the low gap.
        return one.low != other.low or one.key != other.key
    return _joined_around(base, one, other)


def looks(base: Tokens, ours: Edits, theirs: Edits) -> tuple[Look, ...]:
    """Return the pairs of compatible edits that a person should read in the whole clause first."""
    near = [(Reason.NEAR, *pair) for pair in _pairs(ours, theirs, reach=NEAR) if _is_near(base, *pair)]
    repeated = [(Reason.REPEATED, *pair) for pair in _equal_insertions(base, ours, theirs)]
    return tuple(Look(reason, our, their, base) for reason, our, their in near + repeated)


def same(ours: Edits, theirs: Edits) -> bool:
    """Tell whether two amendments of one base are identical."""
    return [edit.key for edit in ours] == [edit.key for edit in theirs]


def _pairs(ours: Edits, theirs: Edits, reach: int) -> Iterator[tuple[Edit, Edit]]:
    """Yield the pairs of edits whose extents have at most ``reach`` kept tokens between them."""
    first = 0
    for our in ours:
        while first < len(theirs) and theirs[first].high + reach < our.low:
            first += 1
        at = first
        while at < len(theirs) and theirs[at].low <= our.high + reach:
            yield our, theirs[at]
            at += 1


def _meet(one: Edit, other: Edit) -> bool:
    return one.low <= other.high and other.low <= one.high


def _reason(base: Tokens, ours: Edit, theirs: Edit) -> Reason:
    if not _meet(ours, theirs):
        return Reason.TOUCHING
    if ours.inserts and theirs.inserts:
        return Reason.SAME_PLACE if ours.start == theirs.start else Reason.AMBIGUOUS
    if _overlap(ours, theirs):
        return _overlap_reason(base, ours, theirs)
    return Reason.TOUCHING if ours.stop == theirs.start or theirs.stop == ours.start else Reason.AMBIGUOUS


def _overlap(one: Edit, other: Edit) -> bool:
    start, stop = max(one.start, other.start), min(one.stop, other.stop)
    if one.inserts or other.inserts:
        span = other if one.inserts else one
        return start == stop and span.start < start < span.stop
    return start < stop


def _overlap_reason(base: Tokens, ours: Edit, theirs: Edit) -> Reason:
    if is_formatting(base, ours) or is_formatting(base, theirs):
        return Reason.MARKS
    if ours.deletes and theirs.deletes:
        return Reason.SUBSUMED if _one_holds_the_other(ours, theirs) else Reason.OVERLAP
    return Reason.DELETE_AGAINST_MODIFY if ours.deletes or theirs.deletes else Reason.OVERLAP


def _one_holds_the_other(one: Edit, other: Edit) -> bool:
    """Tell whether one deletion lies within the other at some place to which both can be slid."""
    small, large = sorted((one, other), key=lambda edit: edit.stop - edit.start)
    spare = small.growth - large.growth
    # Each may begin anywhere from its low gap to its high one less what it takes away.
    return max(large.low, small.low - spare) <= min(large.high + large.growth, small.high + small.growth)


def _joined_around(base: Tokens, one: Edit, other: Edit) -> bool:
    """Tell whether together they would make one word around the only token between them ("a", "-", "b")."""
    left, right = (one, other) if one.start < other.start else (other, one)
    if left.stop + 1 != right.start:
        return False
    before = left.new[-1:] or base[left.start - 1 : left.start]
    after = right.new[:1] or base[right.stop : right.stop + 1]
    return bool(before and after) and fuses(before[0], base[left.stop], after[0])


def _is_near(base: Tokens, ours: Edit, theirs: Edit) -> bool:
    gap = max(ours.start, theirs.start) - min(ours.stop, theirs.stop)
    return gap < NEAR and not _meet(ours, theirs) and not _joined_around(base, ours, theirs)


def _equal_insertions(base: Tokens, ours: Edits, theirs: Edits) -> Iterator[tuple[Edit, Edit]]:
    by_words: dict[str, list[Edit]] = {}
    for their in theirs:
        if their.inserts:
            by_words.setdefault(plain_words(their.new), []).append(their)
    for our in ours:
        others = by_words.get(plain_words(our.new), []) if our.inserts else []
        at = bisect_left(others, our.low, key=lambda edit: edit.low)
        for their in others[max(0, at - 1) : at + 2]:
            if not _meet(our, their) and not _ends_between(base, our, their):
                yield our, their


def _ends_between(base: Tokens, ours: Edit, theirs: Edit) -> bool:
    start, stop = sorted((ours.start, theirs.start))
    return any(token.word in _SENTENCE_ENDS for token in base[start:stop])
