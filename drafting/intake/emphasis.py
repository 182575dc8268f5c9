"""The marks within a line of Markdown: italics, bold, escapes and entities.

Only these are read: a full Markdown parser numbers lists anew and takes the square brackets of a
negotiation for links.
"""

import html
import re
from dataclasses import dataclass

from drafting.text.runs import Mark, Run, Runs, joined

MOST_SIGNS = 2_000
"""More stars and underscores in one paragraph than this are text: pairing them takes the square of their number."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINK = re.compile(r"!?\[([^\[\]^][^\[\]]*)\]\((?:https?://|mailto:|www\.|[/#])[^()\s]*\)")
_PARTS = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|_+|[^\\*_]+|\\")


@dataclass(slots=True)
class _Part:
    """A stretch of text; where ``delimiter`` is set, a row of stars or underscores not yet paired."""

    text: str
    delimiter: str = ""
    opens: bool = False
    closes: bool = False
    marks: frozenset[Mark] = frozenset()


def emphasised(text: str) -> Runs:
    """Return the runs that a line of Markdown means.

    >>> emphasised("*Urges* all")
    (Run(text='Urges', marks=frozenset({<Mark.EMPHASIS: 'em'>})), Run(text=' all', marks=frozenset()))
    """
    parts = _parted(_LINK.sub(r"\1", text))
    for index, part in enumerate(parts):
        if part.delimiter and part.closes:
            _pair(parts, index)
    return _blanks_filled(joined([Run(part.text, part.marks) for part in parts]))


def bare(text: str) -> str:
    """Return Markdown with its escapes and entities resolved, to count the words by."""
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    return match[1] or html.unescape(match[0])


def _parted(text: str) -> list[_Part]:
    if not 0 < text.count("*") + text.count("_") <= MOST_SIGNS:
        return [_Part(_ESCAPED.sub(_unescaped, text))]
    return [_part(match, text) for match in _PARTS.finditer(text)]


def _part(match: re.Match[str], text: str) -> _Part:
    word = match[0]
    if word[0] not in "*_":
        return _Part(_ESCAPED.sub(_unescaped, word))
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    opens = not after.isspace() and (after.isalnum() or not before.isalnum())
    closes = not before.isspace() and (before.isalnum() or not after.isalnum())
    if word[0] == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return _Part(word, word[0], opens, closes)


def _pair(parts: list[_Part], closing: int) -> None:
    closer = parts[closing]
    for index in range(closing - 1, -1, -1):
        opener = parts[index]
        while opener.delimiter == closer.delimiter and opener.opens and opener.text and closer.text:
            width = 2 if len(opener.text) >= 2 and len(closer.text) >= 2 else 1
            _mark(parts[index + 1 : closing], Mark.STRONG if width == 2 else Mark.EMPHASIS)
            opener.text, closer.text = opener.text[width:], closer.text[width:]
        if not closer.text:
            return


def _mark(parts: list[_Part], mark: Mark) -> None:
    for part in parts:
        part.marks |= {mark}
        part.opens = part.closes = False


def _blanks_filled(runs: Runs) -> Runs:
    """Set the blanks between two runs of one setting as these are set."""
    out = [piece for piece in runs if isinstance(piece, Run)]
    for index in range(1, len(out) - 1):
        before, piece, after = out[index - 1 : index + 2]
        if piece.text.isspace() and before.marks == after.marks:
            out[index] = Run(piece.text, before.marks)
    return joined(out)
