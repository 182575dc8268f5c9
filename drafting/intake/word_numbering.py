"""Word's automatic numbers, counted as Word counts them: "1.", "(a)", "•" before a paragraph that holds none."""

import re
from collections import defaultdict
from xml.etree.ElementTree import Element

from drafting.intake.word_styles import Styles, indent_of, value

_LEVELS = 9
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """The lists of a file, and how far each was counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        abstract = (
            {item.get("w-abstractNumId"): item for item in root.iterfind("w-abstractNum")} if root is not None else {}
        )
        numbers = root.iterfind("w-num") if root is not None else ()
        self._numbers = {item.get("w-numId"): item for item in numbers}
        self._abstract = {key: abstract.get(value(item, "w-abstractNumId")) for key, item in self._numbers.items()}
        self._styles = styles
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def marker_of(self, paragraph: Element | None) -> tuple[str, int]:
        """Return the marker Word prints before a paragraph and its indent; "" for one in no list.

        Args:
            paragraph: The paragraph's properties.
        """
        found = self._styles.list_of(paragraph)
        own = self._styles.indent_of(paragraph)
        if found is None or self._abstract.get(found[0]) is None:
            return "", own or 0
        number, given, style = found
        level = self._level(number, given, style)
        counted = self._counted(number, level)
        definition = self._definition(number, level)
        listed = indent_of(definition.find("w-pPr")) if definition is not None else None
        indent = own if own is not None else listed
        return counted, indent if indent is not None else level * 4

    def _level(self, number: str, given: str | None, style: str | None) -> int:
        if given is not None and re.fullmatch(r"[0-8]", given):
            return int(given)
        for level in range(_LEVELS):
            definition = self._definition(number, level)
            if style and value(definition, "w-pStyle") == style:
                return level
        return 0

    def _definition(self, number: str, level: int) -> Element | None:
        override = self._override(number, level)
        if override is not None and (own := override.find("w-lvl")) is not None:
            return own
        abstract = self._abstract[number]
        levels = abstract.iterfind("w-lvl") if abstract is not None else ()
        return next((item for item in levels if item.get("w-ilvl") == str(level)), None)

    def _override(self, number: str, level: int) -> Element | None:
        overrides = self._numbers[number].iterfind("w-lvlOverride")
        return next((item for item in overrides if item.get("w-ilvl") == str(level)), None)

    def _counted(self, number: str, level: int) -> str:
        counts = self._counts[value(self._numbers[number], "w-abstractNumId") or number]
        restart = value(self._override(number, level), "w-startOverride")
        if restart is not None and number not in self._begun:
            counts.pop(level, None)
        self._begun.add(number)
        counts[level] = counts[level] + 1 if level in counts else self._start(number, level)
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._printed(number, level, counts)

    def _start(self, number: str, level: int) -> int:
        start = value(self._override(number, level), "w-startOverride") or value(
            self._definition(number, level), "w-start"
        )
        return int(start) if start is not None and re.fullmatch(r"\d{1,5}", start) else 1

    def _printed(self, number: str, level: int, counts: dict[int, int]) -> str:
        definition = self._definition(number, level)
        format_ = value(definition, "w-numFmt") or "decimal"
        if format_ == "bullet":
            return "•"
        pattern = value(definition, "w-lvlText") or ""

        def counted(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            own = value(self._definition(number, place), "w-numFmt") or "decimal"
            return _written(counts.get(place, 1), own)

        return "" if format_ == "none" else re.sub(r"%([1-9])", counted, pattern).strip()


def _written(count: int, format_: str) -> str:
    if format_ in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if format_ == "lowerLetter" else letter.upper()
    if format_ in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if format_ == "lowerRoman" else roman.upper()
    return str(count)


def _roman(count: int) -> str:
    out = ""
    for size, digits in _ROMAN:
        times, count = divmod(count, size)
        out += digits * times
    return out
