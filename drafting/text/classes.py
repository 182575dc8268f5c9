"""The classes of characters that a text is cut by: one table, which the editor in the browser reads too.

So a word is a word on both sides, whatever Unicode either knows. ``python -m tests.text.character_classes`` makes it.
"""

import json
from collections.abc import Sequence
from importlib.resources import files
from itertools import accumulate

_TABLE = json.loads(files("drafting.text").joinpath("character-classes.json").read_text(encoding="utf-8"))


def _members(lengths: Sequence[int]) -> str:
    """A class as it stands between the brackets of a regular expression."""
    edges = accumulate(lengths)
    return "".join(f"\\U{start:08x}-\\U{stop - 1:08x}" for start, stop in zip(edges, edges, strict=True))


BLANK = _members(_TABLE["blank"])
"""White space."""

SOLO = _members(_TABLE["solo"])
"""Scripts written without blanks between words: these go character by character."""

EXTEND = _members(_TABLE["extend"])
"""Combining marks, joiners and direction marks: they stay with what they follow."""

LETTER = _members(_TABLE["letter"])
"""Letters and digits of all other scripts, and what extends them."""

INNER = frozenset(_TABLE["inner"])
"""Signs that between letters are part of the word."""

STOPS = frozenset(_TABLE["stops"])
"""Signs after which a sentence or its part is over."""

CLOSERS = frozenset(_TABLE["closers"])
"""Signs that stand at the end of what they divide."""
