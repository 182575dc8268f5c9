"""Edits: an amendment's text as replacements of base tokens, in normal form, with their inverse and wire form."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from drafting.errors import InvalidTextError
from drafting.text.agreed import agreed_hunks
from drafting.text.diff import common_ends
from drafting.text.runs import Mark
from drafting.text.slide import best_shift, extent, slid
from drafting.text.tokens import Token, Tokens

Key = tuple[int, int, Tokens]


class Edit(NamedTuple):
    """Replace base tokens ``start`` up to, not including, ``stop`` by ``new``.

    An empty span inserts, an empty ``new`` deletes. ``low`` to ``high`` is the slide extent: the closed
    interval of gaps over which the same edit can be made with equal effect. A named tuple, not a dataclass: a
    decision makes hundreds anew.
    """

    start: int
    stop: int
    new: Tokens
    low: int
    high: int

    @property
    def key(self) -> Key:
        """The edit's identity on its base: its leftmost slide."""
        by = self.low - self.start
        return self.low, self.stop + by, slid(self.new, by)

    @property
    def growth(self) -> int:
        """By how many tokens the text grows."""
        return len(self.new) - (self.stop - self.start)

    @property
    def inserts(self) -> bool:
        """Whether it takes nothing away."""
        return self.start == self.stop

    @property
    def deletes(self) -> bool:
        """Whether it puts nothing in."""
        return not self.new

    def shift(self, by: int) -> "Edit":
        """Return the same edit ``by`` tokens further right."""
        if not by:
            return self
        return Edit(self.start + by, self.stop + by, self.new, self.low + by, self.high + by)


Edits = tuple[Edit, ...]
"""Edits of one base in normal form: in order, their slide extents pairwise disjoint."""


def edits_between(base: Tokens, proposed: Tokens) -> Edits:
    """Return the edits that make ``proposed`` of ``base``, in normal form.

    Laws: ``apply(base, edits_between(base, proposed)) == proposed``; equal texts give no edits.
    """
    found = agreed_hunks(base, proposed)
    stops = [0, *(hunk[1] for hunk in found)]
    starts = [*(hunk[0] for hunk in found[1:]), len(base)]
    out: list[Edit] = []
    for (start, stop, new_start, new_stop), floor, ceiling in zip(found, stops, starts, strict=False):
        new = proposed[new_start:new_stop]
        edit = Edit(start, stop, new, *extent(base, start, stop, new, floor=floor, ceiling=ceiling))
        while out and out[-1].high >= edit.low:
            left = out.pop()
            edit = _fused(base, left, edit, floor=out[-1].stop if out else 0, ceiling=ceiling)
        out.append(edit)
    return tuple(_settled(base, edit) for edit in out)


def apply(base: Tokens, edits: Edits) -> Tokens:
    """Return the text with the edits made.

    Raises:
        InvalidTextError: The edits are not in order or do not lie in ``base``.
    """
    out: list[Token] = []
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.stop <= len(base):
            raise InvalidTextError("A change does not fit the text it is made on. Reload the page and try again.")
        out += base[at : edit.start]
        out += edit.new
        at = edit.stop
    out += base[at:]
    return tuple(out)


def invert(base: Tokens, edits: Edits) -> Edits:
    """Return the edits that undo these.

    Laws: ``apply(apply(base, edits), invert(base, edits)) == base``, and inverting twice gives ``edits``.

    Args:
        base: The text as it was before the edits.
        edits: The edits to undo, in normal form.
    """
    out: list[Edit] = []
    by = 0
    for edit in edits:
        start, low = edit.start + by, edit.low + by
        by += edit.growth
        out.append(Edit(start, edit.stop + by, base[edit.start : edit.stop], low, edit.high + by))
    return tuple(out)


def edits_to_wire(edits: Edits) -> list[dict[str, Any]]:
    """Return the edits as JSON: ``{"at": [start, stop], "slide": [low, high], "new": [tokens]}``."""
    return [
        {
            "at": [edit.start, edit.stop],
            "slide": [edit.low, edit.high],
            "new": [_token_to_wire(token) for token in edit.new],
        }
        for edit in edits
    ]


def edits_from_wire(wire: object) -> Edits:
    """Read edits from JSON made by ``edits_to_wire``.

    Raises:
        InvalidTextError: The JSON is not a list of edits in normal form.
    """
    try:
        edits = tuple(_edit_from_wire(item) for item in _listed(wire))
    except (ValueError, TypeError) as error:
        raise InvalidTextError("The changes were not kept in a form that can be read.") from error
    at = -1
    for edit in edits:
        if not at < edit.low <= edit.start <= edit.stop <= edit.high:
            raise InvalidTextError("The changes are not in order, or they meet.")
        at = edit.high
    return edits


def _fused(base: Tokens, left: Edit, right: Edit, *, floor: int, ceiling: int) -> Edit:
    """One edit over both extents, without the words that it would keep at its ends.

    It depends neither on where the two were found nor on whether they were found as one.
    """
    low, high = left.low, right.high
    between = base[left.stop : right.start]
    new = base[low : left.start] + left.new + between + right.new + base[right.stop : high]
    head, tail = common_ends(base[low:high], new)
    start, stop, new = low + head, high - tail, new[head : len(new) - tail]
    return Edit(start, stop, new, *extent(base, start, stop, new, floor=floor, ceiling=ceiling))


def _settled(base: Tokens, edit: Edit) -> Edit:
    by = best_shift(base, edit.start, edit.stop, edit.low, edit.high)
    return Edit(edit.start + by, edit.stop + by, slid(edit.new, by), edit.low, edit.high)


def _token_to_wire(token: Token) -> object:
    if token.note:
        return {"fn": token.note, "t": token.text}
    if not token.settings:
        return token.text
    return {"t": token.text, "m": [[size, sorted(marks)] for size, marks in token.settings]}


def _edit_from_wire(item: object) -> Edit:
    match item:
        case {"at": [int(start), int(stop)], "slide": [int(low), int(high)], "new": list(new)}:
            # Almost every token is plain: 10,000 amendments are read at once.
            tokens = [Token(token) if type(token) is str else _token_from_wire(token) for token in new]
            return Edit(start, stop, tuple(tokens), low, high)
        case _:
            raise ValueError("not an edit")


def _token_from_wire(item: object) -> Token:
    match item:
        case {"fn": str(note), "t": str(text)}:
            return Token(text, (), note)
        case {"t": str(text), "m": list(settings)}:
            return Token(text, tuple((int(size), frozenset(Mark(name) for name in names)) for size, names in settings))
        case _:
            raise ValueError("not a token")


def _listed(wire: object) -> Iterable[Mapping[str, Any]]:
    if isinstance(wire, list):
        return wire
    raise ValueError("not a list")
