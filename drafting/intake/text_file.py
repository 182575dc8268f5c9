"""Reads the blocks of text files: Markdown and plain text.

By lines, not by a Markdown parser: that would number the paragraphs anew, drop "7 bis." and join
masthead lines.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from drafting.intake import footnotes, lines, markers, tables
from drafting.intake.blocks import (
    LONGEST_BLOCK,
    Block,
    Source,
    called,
    check_size,
    checked_words,
    without_start,
    words_of,
)
from drafting.intake.draft import ReadNote
from drafting.intake.emphasis import bare, emphasised
from drafting.text.runs import Run, Runs, plain

_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(?=\S)")
_RULE = re.compile(r"\s*(?:(?:[-_*=~—]\s*){3,})$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*$")
_BREAK = re.compile(r"(?<=\S)\\\s*$")
_HEAD_SIGN = "\x01"
Reader = Callable[[str], Runs]


def read_markdown(text: str) -> Source:
    """Take a Markdown file apart."""
    _check_lines(text)
    words = checked_words(bare(text))
    rows, tabled = tables.rows_parted([_BREAK.sub("", _QUOTE.sub("", line)) for line in text.splitlines()])
    found = footnotes.found_in(rows)
    return _source(_headings_parted(found.lines), found, emphasised, words, tabled)


def read_plain(text: str) -> Source:
    """Take a plain text file apart: as Markdown, without its signs."""
    _check_lines(text)
    words = checked_words(text)
    rows, tabled = tables.rows_parted(text.splitlines())
    found = footnotes.found_in(rows)
    kept = ["" if _RULE.match(line) else line for line in found.lines]
    return _source(kept, found, lambda row: (Run(row),) if row else (), words, tabled)


def _check_lines(text: str) -> None:
    for position, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST_BLOCK:
            check_size(len(line), position)


def _headings_parted(rows: Sequence[str]) -> list[str]:
    """Return the lines with every heading on a line of its own, its level written before it."""
    out: list[str] = []
    for row in rows:
        if match := _HEADING.match(row):
            out += ["", f"{_HEAD_SIGN}{len(match[1])}{row[match.end() :].rstrip(' #')}", ""]
        elif (line := _UNDERLINE.match(row)) and _is_lone(out):
            out[-1:] = [f"{_HEAD_SIGN}{1 if line[1][0] == '=' else 2}{out[-1].strip()}", ""]
        else:
            out.append("" if _RULE.match(row) else row)
    return out


def _is_lone(rows: Sequence[str]) -> bool:
    return bool(rows and rows[-1].strip()) and (len(rows) < 2 or not rows[-2].strip()) and rows[-1][0] != _HEAD_SIGN


def _source(
    rows: Sequence[str], found: footnotes.FoundNotes, read: Reader, words: tuple[str, ...], tabled: bool
) -> Source:
    blocks = []
    for position, paragraph in enumerate(lines.paragraphs(rows), start=1):
        check_size(len(paragraph.text.encode()), position)
        blocks.append(_block(paragraph, found, read))
    notes = found.notes(read)
    labels = [note.number for note in notes] + list(found.doubled)
    labels += [number for runs in _all_runs(blocks, notes) for number in called(runs)]
    markup = tuple(word for number in labels for word in words_of(number))
    twice = tuple(f"The file has two footnotes {number}; their texts were joined." for number in found.doubled)
    return Source(tuple(blocks), notes, words, markup, (*twice, *((tables.WARNING,) if tabled else ())))


def _all_runs(blocks: Sequence[Block], notes: Sequence[ReadNote]) -> list[Runs]:
    return [block.runs for block in blocks] + [note.runs for note in notes]


def _block(paragraph: lines.Paragraph, found: footnotes.FoundNotes, read: Reader) -> Block:
    text, heading = paragraph.text, 0
    if text.startswith(_HEAD_SIGN):
        heading, text = int(text[1]), text[2:].strip()
    if text.startswith(tables.ROW_SIGN):
        return replace(marked(Block(found.runs_with_calls(read(text[1:].strip())))), row=True)
    if text.startswith("\\"):
        return Block(found.runs_with_calls(read(text)), "", paragraph.indent, heading, paragraph.adjacent)
    bullet = markers.found_in(text)
    if bullet and bullet[0] in "*+-" and not bullet[1]:
        return Block(
            found.runs_with_calls(read(text[bullet[2] :])), bullet[0], paragraph.indent, heading, paragraph.adjacent
        )
    return marked(Block(found.runs_with_calls(read(text)), "", paragraph.indent, heading, paragraph.adjacent))


def marked(block: Block) -> Block:
    """Return the block with a marker that its words open with taken from them; brackets before it stay."""
    found = markers.found_in(plain(block.runs))
    if found is None:
        return block
    marker, brackets, start = found
    runs = without_start(block.runs, start)
    if brackets:
        runs = (Run(brackets), *runs)
    return replace(block, runs=runs, marker=marker)
