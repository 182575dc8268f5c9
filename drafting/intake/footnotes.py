"""Footnotes in text files: "[^1]" with its definition, "[1]" or "¹" with a list at the end."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drafting.intake.draft import ReadNote
from drafting.intake.lines import joined_lines
from drafting.text.runs import NoteReference, Piece, Run, Runs, joined

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CARET = re.compile(r"[ ]{0,3}\[\^(?P<number>[!-Z\\_-~]{1,40})\]:?\s*(?P<text>.*)")
_LISTED = (
    (re.compile(r"\s*\[(?P<number>\d{1,3})\]:?\s+(?P<text>\S.*)"), re.compile(r"\[(?P<number>\d{1,3})\]")),
    (re.compile(r"\s*(?P<number>[⁰¹²³⁴-⁹]{1,3})\s*(?P<text>\S.*)"), re.compile(r"(?P<number>[⁰¹²³⁴-⁹]{1,3})")),
)
_CARET_CALL = re.compile(r"\[\^(?P<number>[!-Z\\_-~]{1,40})\]")
_RULE = re.compile(r"\s*[-_*=—]{3,}\s*")
_INDENTS = ("  ", "\t")
Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """The notes of a text file: the lines without them, their texts by number, and what calls them."""

    lines: tuple[str, ...]
    texts: Texts
    call: re.Pattern[str]
    doubled: tuple[str, ...]

    def runs_with_calls(self, runs: Runs) -> Runs:
        """Return the runs with each call of a known note made a reference to it."""
        out: list[Piece] = []
        for piece in runs:
            out += self._called(piece) if isinstance(piece, Run) else [piece]
        return joined(out)

    def notes(self, read: Callable[[str], Runs]) -> tuple[ReadNote, ...]:
        """Return the notes in the file's order, each text read as a line of the file is."""
        return tuple(ReadNote(number, read(text)) for number, text in self.texts.items())

    def _called(self, run: Run) -> list[Piece]:
        out: list[Piece] = []
        start = 0
        for match in self.call.finditer(run.text):
            number = match["number"].translate(_RAISED)
            if number in self.texts:
                before = run.text[start : match.start()]
                out += [Run(before.rstrip() if before.strip() or out else before, run.marks), NoteReference(number)]
                start = match.end()
        return [*out, Run(run.text[start:], run.marks)]


def found_in(lines: Sequence[str]) -> FoundNotes:
    """Take the notes out of the lines of a file.

    A "[^1]" definition may stand anywhere; "[1]" and "¹" are notes only where a list of them ends
    the file and the text before it calls one of them: square brackets are the negotiation's own.
    """
    rest, texts, doubled = _defined(lines, _CARET)
    if texts:
        return FoundNotes(tuple(rest), texts, _CARET_CALL, tuple(doubled))
    for definition, call in _LISTED:
        start = _list_start(lines, definition)
        if start is not None and _calls_one(lines[:start], lines[start:], definition, call):
            _, texts, doubled = _defined(lines[start:], definition)
            return FoundNotes(tuple(_without_rule(lines[:start])), texts, call, tuple(doubled))
    return FoundNotes(tuple(lines), {}, _CARET_CALL, ())


def _defined(lines: Sequence[str], definition: re.Pattern[str]) -> tuple[list[str], Texts, list[str]]:
    rest: list[str] = []
    rows: dict[str, list[str]] = {}
    doubled: list[str] = []
    number, after_blank = None, False
    for line in lines:
        if match := definition.match(line):
            number = match["number"].translate(_RAISED)
            doubled += [number] if number in rows else []
            rows.setdefault(number, []).append(match["text"])
        elif number is not None and line.strip() and not (after_blank and not line.startswith(_INDENTS)):
            rows[number].append(line)
        else:
            number = number if not line.strip() else None
            rest.append(line)
        after_blank = not line.strip()
    return rest, {number: joined_lines(texts).strip() for number, texts in rows.items()}, doubled


def _list_start(lines: Sequence[str], definition: re.Pattern[str]) -> int | None:
    """Return where the list of notes that ends the file begins: every group of lines from there opens with one."""
    start = None
    for index in range(len(lines) - 1, -1, -1):
        opens_group = bool(lines[index].strip()) and (index == 0 or not lines[index - 1].strip())
        if definition.match(lines[index]):
            start = index
        elif opens_group and not lines[index].startswith(_INDENTS):
            break
    return start


def _calls_one(text: Sequence[str], notes: Sequence[str], definition: re.Pattern[str], call: re.Pattern[str]) -> bool:
    numbers = {match["number"] for line in notes if (match := definition.match(line))}
    return any(match["number"] in numbers for line in text for match in call.finditer(line))


def _without_rule(lines: Sequence[str]) -> list[str]:
    kept = list(lines)
    while kept and (not kept[-1].strip() or _RULE.fullmatch(kept[-1])):
        kept.pop()
    return kept
