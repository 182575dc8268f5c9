"""Makes the table of character classes anew: ``python -m tests.text.character_classes``, in the folder of the project.

Source: the properties of Unicode 18.0 as the package ``regex`` (2026.11) knows them. A newer version of it may want the
table made anew; the texts that were cut before keep their edits, which are stored.
"""

import json
from itertools import pairwise
from pathlib import Path

import regex

TABLE = Path(__file__).parents[2] / "drafting" / "text" / "character-classes.json"

UNICODE = "18.0"
ITS_CHARACTERS = 172_808
"""How many characters that version has, controls not counted; another version has another number."""

# Written without blanks between words: these go character by character.
SOLO = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# Combining marks, joiners and direction marks stay with what they follow.
EXTEND = r"\p{M}\u200c-\u200f"

CLASSES = {
    "blank": r"\p{White_Space}",
    "solo": f"[{SOLO}]",
    "extend": f"[{EXTEND}]",
    "letter": rf"(?![{SOLO}])[\p{{L}}\p{{N}}_{EXTEND}]",
}
SIGNS = {
    "inner": "'\u2019-\u2010\u2011./,\u00b7",  # between letters these are part of the word
    "stops": ".;:!?。；：！？؛؟",
    "closers": ",)，、）،",
}

# No text may hold these, so they belong to the class around them: half as many ranges.
_REFUSED = regex.compile(r"[\p{Cn}\p{Co}\p{Cs}]")
_NO_CHARACTER = regex.compile(r"[\p{Cn}\p{Co}\p{Cs}\p{Cc}]")
_CODES = range(0x110000)


def table() -> dict[str, str | list[int]]:
    """Return the table: signs as they are; a class as how many code points lie outside, inside, outside … in turn.

    Raises:
        RuntimeError: The package knows another version of Unicode.
    """
    known = sum(not _NO_CHARACTER.match(chr(code)) for code in _CODES)
    if known != ITS_CHARACTERS:
        raise RuntimeError(
            f"The package regex knows {known:,} characters; Unicode {UNICODE} has {ITS_CHARACTERS:,}. "
            "Write here the version it knows and its number of characters, and make the table anew."
        )
    return {"unicode": UNICODE, **SIGNS, **{name: _lengths(_ranges(pattern)) for name, pattern in CLASSES.items()}}


def written() -> str:
    """Return the table as the file has it, a line for each class."""
    lines = (
        f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for name, value in table().items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _ranges(pattern: str) -> list[tuple[int, int]]:
    """The half-open ranges of a class, over what no text may hold."""
    inside = regex.compile(pattern)
    out: list[tuple[int, int]] = []
    open_till = -1
    for code in _CODES:
        character = chr(code)
        if inside.match(character):
            start = out.pop()[0] if code == open_till else code
            out.append((start, code + 1))
            open_till = code + 1
        elif code == open_till and _REFUSED.match(character):
            open_till = code + 1
    return out


def _lengths(ranges: list[tuple[int, int]]) -> list[int]:
    edges = [0, *(edge for span in ranges for edge in span)]
    return [after - before for before, after in pairwise(edges)]


if __name__ == "__main__":
    TABLE.write_text(written(), encoding="utf-8")
