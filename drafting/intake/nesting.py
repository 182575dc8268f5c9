"""Which paragraph a marked paragraph stands under: 1. over (a) over (i), dashes under what they divide."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.intake.blocks import Block
from drafting.intake.markers import Family, Marker, letter_value, number_of, roman_value, understood
from drafting.intake.openings import ends_with
from drafting.text.runs import plain

_SLACK = 1
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One open level: the list a paragraph belongs to, where it stands in it, and whose parent it can be."""

    key: str
    marker: Marker
    value: int | None
    roman: bool
    indent: int
    divides: bool


class Outline:
    """The paragraphs that are open at one place of the document, the outermost first."""

    def __init__(self) -> None:
        self._levels: list[Level] = []

    def close(self) -> None:
        """Forget every open paragraph: a heading or a chapeau stands here."""
        self._levels = []

    def open(self, key: str, block: Block) -> None:
        """Begin a new outermost paragraph."""
        self._levels = []
        self._push(key, block, roman=False)

    def add(self, key: str, block: Block, following: Sequence[Block]) -> str | None:
        """Place a marked paragraph; return the key of its parent, or None where it is an outermost one.

        Args:
            key: The key of the new paragraph.
            block: The paragraph, with its marker.
            following: The blocks after it, to tell the letter (i) from the number (i).
        """
        marker = understood(block.marker)
        if not self._levels:
            return None
        roman = marker.family is Family.LETTER and self._is_roman(marker, following)
        depth = min(self._depth(marker, block, roman), _DEEPEST)
        if depth == 0:
            return None
        del self._levels[depth:]
        parent = self._levels[-1].key
        self._push(key, block, roman)
        return parent

    def _push(self, key: str, block: Block, roman: bool) -> None:
        marker = understood(block.marker)
        divides = ends_with(plain(block.runs), ":")
        self._levels.append(Level(key, marker, _value(marker, roman), roman, block.indent, divides))

    def _depth(self, marker: Marker, block: Block, roman: bool) -> int:
        siblings = [depth for depth, level in enumerate(self._levels) if _is_list(level, marker, roman)]
        near = [depth for depth in siblings if abs(self._levels[depth].indent - block.indent) <= _SLACK]
        if marker.family is Family.DECIMAL:
            return min(len(self._levels), marker.core.count("."))
        if marker.family is Family.LETTER:
            return self._letter_depth(marker, roman, near or siblings)
        if near:
            return near[-1]
        return len(self._levels) if self._goes_under(marker, block, siblings) else max(siblings, default=0)

    def _letter_depth(self, marker: Marker, roman: bool, siblings: Sequence[int]) -> int:
        value = _value(marker, roman)
        follows = [depth for depth in siblings if self._levels[depth].value == (value or 0) - 1]
        if follows or (siblings and value != 1):
            return (follows or siblings)[-1]
        return len(self._levels)

    def _goes_under(self, marker: Marker, block: Block, siblings: Sequence[int]) -> bool:
        top, last = self._levels[0], self._levels[-1]
        deeper = block.indent > last.indent + _SLACK
        if marker.family is Family.DASH:
            return top.marker.family not in (Family.DASH, Family.NONE) or last.divides or (deeper and bool(siblings))
        if marker.family is not Family.NUMBER:
            return False
        if top.marker.family is Family.NONE:
            return deeper and last.divides
        if not block.typed or top.marker.family not in (Family.NUMBER, Family.LABEL):
            return deeper
        value = number_of(marker)
        is_next = bool(siblings) and value == (top.value or 0) + 1 and value != 1
        return not is_next and value is not None and (value == 1 or len(self._levels) > 1) and (deeper or last.divides)

    def _is_roman(self, marker: Marker, following: Sequence[Block]) -> bool:
        value = roman_value(marker.core)
        if value is None:
            return False
        letter = letter_value(marker.core)
        for level in reversed(self._levels):
            if level.marker.family is Family.LETTER and level.marker.shape == marker.shape and level.value is not None:
                if level.roman and level.value == value - 1:
                    return True
                if not level.roman and level.value == letter - 1:
                    return value == 1 and _next_like(marker, following) == "ii"
        return value == 1 or len(marker.core) > 1


def _is_list(level: Level, marker: Marker, roman: bool) -> bool:
    return level.marker.family is marker.family and level.marker.shape == marker.shape and level.roman == roman


def _value(marker: Marker, roman: bool) -> int | None:
    if marker.family is Family.LETTER:
        return roman_value(marker.core) if roman else letter_value(marker.core)
    return number_of(marker)


def _next_like(marker: Marker, following: Sequence[Block]) -> str | None:
    for block in following:
        other = understood(block.marker)
        if other.family is Family.LETTER and other.shape == marker.shape:
            return other.core
        if other.family is Family.NUMBER:
            return None
    return None
