"""Markers: the number, letter or dash that stands before the words of a paragraph."""

import re
from dataclasses import dataclass
from enum import StrEnum

from drafting.rules.labels import SUFFIXES

_SUFFIX = rf"(?:{'|'.join(SUFFIXES)}|alt)"
_PATTERN = re.compile(
    rf"""(?P<open>\[*)(?P<marker>
      (?P<label>(?:PP|OP)\s?(?P<label_number>\d{{1,3}})(?:\s{_SUFFIX})?[.:)]?)
    | (?P<decimal>\d{{1,3}}(?:\.\d{{1,3}})+[.)]?)
    | (?P<number>\(\d{{1,3}}(?:\s{_SUFFIX})?\)|\d{{1,3}}(?:\s{_SUFFIX})?[.)])
    | (?P<letter>\((?:[a-z]{{1,2}}|[ivxl]+)\)|(?:[a-z]|[ivxl]+)[.)]|[a-z]{{2}}\))
    | (?P<upper>\(?(?:[IVXL]+|[A-Z])[.)])
    | (?P<dash>[-–—−*+•‣▪◦·●○■□])
    )(?:\s+|$)""",
    re.VERBOSE,
)


class Family(StrEnum):
    """What a marker counts with."""

    NONE = ""
    LABEL = "label"
    NUMBER = "number"
    DECIMAL = "decimal"
    LETTER = "letter"
    UPPER = "upper"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker understood.

    ``shape`` is the marker with what it counts left out ("()", "." or the dash itself): markers of
    one list have one shape. ``core`` is what counts: "7 bis", "a", "iv".
    """

    family: Family
    shape: str
    core: str


def found_in(text: str) -> tuple[str, str, int] | None:
    """Return the marker that opens a text, the brackets before it, and where the words begin; None without one.

    >>> found_in("7 bis. Requests")
    ('7 bis.', '', 7)
    >>> found_in("[(a) to strengthen]")
    ('(a)', '[', 5)
    """
    match = _PATTERN.match(text)
    return (match["marker"], match["open"], match.end()) if match else None


def understood(marker: str) -> Marker:
    """Return what a marker counts, and how.

    >>> understood("(iv)")
    Marker(family=<Family.LETTER: 'letter'>, shape='()', core='iv')
    """
    match = _PATTERN.fullmatch(marker)
    if match is None:
        return Marker(Family.DASH if marker else Family.NONE, marker, marker)
    family = next(family for family in Family if family and match[family.value])
    if family is Family.DASH:
        return Marker(family, marker, marker)
    core = marker.strip("().:")
    return Marker(family, marker.replace(core, ""), core)


def number_of(marker: Marker) -> int | None:
    """Return the number a marker counts: 7 for "7 bis.", the last one of "2.3."; None for letters and dashes."""
    digits = re.findall(r"\d+", marker.core)
    return int(digits[-1]) if digits else None


def letter_value(core: str) -> int:
    """Return which letter it is: 1 for "a", 27 for "aa" or "ab" as lists count on after z."""
    value = 0
    for letter in core:
        value = value * 26 + ord(letter) - ord("a") + 1
    return value


def roman_value(core: str) -> int | None:
    """Return the value of a roman number in small letters, None where it is none."""
    if not re.fullmatch(r"(xl|l?x{0,3})(ix|iv|v?i{0,3})", core) or not core:
        return None
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in core]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
