"""From the lines of a text file to its paragraphs, whether blank lines part them or not.

A line that was wrapped is full: the first word of the next line had no place on it. A line with
place left ends its paragraph.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafting.intake import front, markers, openings

_NARROW = 60
_WIDE = 100
_MOSTLY = 0.65
_SHORT = 45
_MASTHEAD = 80
_NARROWEST = 24
_AND = ("and", "or", "et", "ou", "y", "o", "и", "или")
_HANGING = frozenset(
    (
        *_AND,
        *("a", "an", "the", "of", "to", "in", "on", "for", "by", "with", "at", "from", "as", "into", "upon", "under"),
        *("between", "among", "through", "within", "towards", "against", "including", "its", "their", "that", "which"),
        *("de", "du", "des", "la", "le", "les", "el", "los", "las", "в", "на", "о", "по", "с", "к"),
    )
)
_SIGNS = re.compile(r"[\s>*_]*(?=\S)")
_MID_SENTENCE = re.compile(r"\s*\d{1,3}[.)]\s+[a-z]")
_HYPHENED = re.compile(r"\w-$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, joined; ``indent`` in characters; ``adjacent``: no blank line before it."""

    text: str
    indent: int
    adjacent: bool


def paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a file in order.

    Args:
        lines: The lines without their ends; a blank line parts paragraphs.
    """
    widest = max((len(line) for line in lines), default=0)
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line.rstrip())
        elif group:
            yield from _of_group(group, widest)
            group = []


def marker_at(line: str) -> str | None:
    """Return the marker that a line opens with, signs of italics and bold aside."""
    found = markers.found_in(line.lstrip()) or markers.found_in(_without_signs(line))
    return found[0] if found else None


def joined_lines(rows: Sequence[str]) -> str:
    """Return lines as one: with blanks between, or without where a line ends in the hyphen of a word."""
    rows = [row.strip() for row in rows]
    out = rows[:1]
    for before, row in itertools.pairwise(rows):
        out += ["" if _is_glued(before, row) else " ", row]
    return "".join(out)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines between two blank ones: how wide they are, and whether they look like one wrapped paragraph."""

    width: int
    wrapped: bool
    sure: bool


def _of_group(group: Sequence[str], widest: int) -> Iterator[Paragraph]:
    own = max(len(line) for line in group)
    wrapped = _is_wrapped(group, own)
    lines = _Lines(own if own >= _NARROW else widest, wrapped, wrapped and len(group) >= 3)
    rows, adjacent = [group[0]], False
    for before, line in itertools.pairwise(group):
        first = rows[0]
        masthead = len(rows) == 1 and not _goes_on(first, before) and _is_masthead(before, line)
        if not masthead and _continues(first, before, line, lines):
            rows.append(line)
        else:
            yield Paragraph(joined_lines(rows), _indent(rows[0]), adjacent)
            rows, adjacent = [line], True
    yield Paragraph(joined_lines(rows), _indent(rows[0]), adjacent)


def _is_wrapped(group: Sequence[str], own: int) -> bool:
    """Say whether every line is full against the longest of its own group, and the whole ends as a paragraph does."""
    if own < _NARROWEST or not all(_is_full(before, line, own) for before, line in itertools.pairwise(group)):
        return False
    return openings.is_closed(group[-1]) or _goes_on(group[0], group[0])


def _is_full(before: str, line: str, width: int) -> bool:
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) > width


def _goes_on(first: str, before: str) -> bool:
    """Say whether a line cannot be the last of its paragraph: it hangs, or the paragraph opens with a participle."""
    if openings.is_closed(before):
        return False
    return before.split()[-1].strip("*_").lower() in _HANGING or openings.is_participial(_without_signs(first))


def _continues(first: str, before: str, line: str, lines: _Lines) -> bool:
    full = _is_full(before, line, lines.width)
    closed = openings.is_closed(before)
    if marker_at(line) is not None:
        follows = full or lines.sure or _MID_SENTENCE.match(line) is not None
        return not closed and follows and before.split()[-1].lower() not in _AND
    if _without_signs(line)[:1].islower():
        hangs = marker_at(before) is not None and _indent(line) > _indent(before)
        return full or lines.wrapped or hangs or not before.endswith((";", ":", "."))
    if _goes_on(first, before) and not openings.is_we(line) and not openings.is_participial(line):
        return True
    long = _NARROW <= lines.width <= _WIDE and len(before) >= lines.width * _MOSTLY
    return (full or long or lines.wrapped) and not _begins(first, before, line, lines)


def _begins(first: str, before: str, line: str, lines: _Lines) -> bool:
    if openings.is_closed(before):
        return _starts(before, line, lines) or _is_organ(line)
    new = openings.is_participial(line) and marker_at(first) is None and not _goes_on(first, before)
    return _is_organ(line) or (new and not lines.sure)


def _starts(before: str, line: str, lines: _Lines) -> bool:
    indented = marker_at(before) is None and _indent(line) >= _indent(before) + 3
    if before.endswith((";", ":")) or indented or openings.is_participial(line) or openings.is_we(line):
        return True
    listed = lines.wrapped and before.endswith(",")
    return openings.is_heading_like(line) and len(line) < lines.width * 2 // 3 and not listed


def _is_masthead(before: str, line: str) -> bool:
    """Say whether two lines are lines of a masthead: the first is one, or the second, short and no sentence."""
    whole = not _without_signs(line)[:1].islower() or (len(line) <= _SHORT and front.is_masthead_line(line))
    if whole and len(before) <= _MASTHEAD and front.is_masthead_line(before):
        return True
    sentences = openings.is_closed(before) or openings.is_closed(line) or _without_signs(line)[:1].islower()
    return not sentences and len(line) <= _SHORT and front.is_masthead_line(line)


def _is_organ(line: str) -> bool:
    return re.match(r"[\s*_]*(?:We, |The [A-Z][^.;:,]{3,60}[*_]*,[*_]*$)", line) is not None


def _is_glued(before: str, row: str) -> bool:
    if re.search(r"\d[–-]$", before[-2:]):
        return row[:1].isdigit()
    return bool(_HYPHENED.search(before[-2:])) and row[:1].isalnum() and row.split(maxsplit=1)[0] not in _AND


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _without_signs(line: str) -> str:
    return _SIGNS.sub("", line, count=1)
