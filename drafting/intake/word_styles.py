"""What Word's styles say: the heading level of a paragraph, its indent, its list, and italics or bold."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_TWIPS = 180
"""Twentieths of a point that count as one character of indent."""

_OFF = ("0", "false", "off", "none")
_LONGEST_CHAIN = 20


def value(element: Element | None, path: str, attribute: str = "w-val") -> str | None:
    """Return an attribute of the element at a path, None where there is none."""
    found = element.find(path) if element is not None else None
    return found.get(attribute) if found is not None else None


def is_on(properties: Element | None, name: str) -> bool | None:
    """Return whether a property such as "w-i" is on, off, or (None) not given."""
    found = properties.find(name) if properties is not None else None
    return None if found is None else found.get("w-val", "1").lower() not in _OFF


def indent_of(properties: Element | None) -> int | None:
    """Return the left indent of paragraph properties in characters, None where it is not given."""
    given = value(properties, "w-ind", "w-left") or value(properties, "w-ind", "w-start")
    return int(given) // _TWIPS if given is not None and re.fullmatch(r"-?\d{1,6}", given) else None


class Styles:
    """The styles of a file, each with those it is based on."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind("w-style") if root is not None else ()
        self._styles = {style.get("w-styleId", ""): style for style in found}

    def heading_of(self, paragraph: Element | None) -> int:
        """Return the heading level of a paragraph by its properties: 1 for a title, 0 for none."""
        outline = value(paragraph, "w-outlineLvl")
        for style in self._chain(value(paragraph, "w-pStyle")):
            name = (value(style, "w-name") or "").lower()
            if name in ("title", "document title"):
                return 1
            if name == "subtitle":
                return 2
            if match := re.fullmatch(r"heading (\d)", name):
                return int(match[1])
            outline = outline or value(style, "w-pPr/w-outlineLvl")
        return int(outline) + 1 if outline is not None and re.fullmatch(r"[0-8]", outline) else 0

    def list_of(self, paragraph: Element | None) -> tuple[str, str | None, str | None] | None:
        """Return the list of a paragraph: its number's id, its level where given, and the style that gives it."""
        if (number := value(paragraph, "w-numPr/w-numId")) is not None:
            return number, value(paragraph, "w-numPr/w-ilvl"), None
        for style in self._chain(value(paragraph, "w-pStyle")):
            if (number := value(style, "w-pPr/w-numPr/w-numId")) is not None:
                return number, value(style, "w-pPr/w-numPr/w-ilvl"), style.get("w-styleId")
        return None

    def indent_of(self, paragraph: Element | None) -> int | None:
        """Return the indent that a paragraph or its styles give, in characters."""
        indents = [indent_of(paragraph)] + [
            indent_of(style.find("w-pPr")) for style in self._chain(value(paragraph, "w-pStyle"))
        ]
        return next((indent for indent in indents if indent is not None), None)

    def run_is(self, properties: Element | None, name: str) -> bool:
        """Say whether a run is set so ("w-i", "w-b", "w-vanish") by itself or by its character style."""
        given = is_on(properties, name)
        if given is not None:
            return given
        styles = self._chain(value(properties, "w-rStyle"))
        return next((on for style in styles if (on := is_on(style.find("w-rPr"), name)) is not None), False)

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = value(style, "w-basedOn")
