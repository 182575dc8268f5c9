"""Tables in text files: each row is read as a line of its own, the rule below the head is left out."""

import re

ROW_SIGN = "\x02"
WARNING = "The file holds a table; its text was read row by row."
_RULE = re.compile(r"\|?\s*:?-+:?(?:\s*\|\s*:?-+:?)*\s*\|?$")
_CELLS = re.compile(r"(?<!\\)\|")


def rows_parted(lines: list[str]) -> tuple[list[str], bool]:
    r"""Return the lines with every row of a table alone between blank lines, and whether there was a table.

    >>> rows_parted(["| a | b |", "|---|---|", "| x | y |"])
    (['', '\x02a b', '', '', '\x02x y', ''], True)
    """
    rules = {
        index
        for index, line in enumerate(lines)
        if "|" in line and _RULE.match(line.strip()) and _has_head(lines, index)
    }
    out: list[str] = []
    found = within = False
    for index, line in enumerate(lines):
        within = "|" in line and (within or index in rules)
        if index in rules:
            continue
        if not (within or index + 1 in rules or _is_row(lines, index)):
            out.append(line)
            continue
        found = True
        out += ["", ROW_SIGN + " ".join(cell for part in _CELLS.split(line) if (cell := part.strip())), ""]
    return out, found


def _has_head(lines: list[str], index: int) -> bool:
    return index > 0 and "|" in lines[index - 1]


def _is_row(lines: list[str], index: int) -> bool:
    """Say whether a line between two bars stands above or below another: one alone is text."""
    near = lines[max(index - 1, 0) : index] + lines[index + 1 : index + 2]
    return _is_barred(lines[index]) and any(map(_is_barred, near))


def _is_barred(line: str) -> bool:
    bare = line.strip()
    return len(bare) > 1 and bare.startswith("|") and bare.endswith("|")
