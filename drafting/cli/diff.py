"""The command that shows what changed between two text files, as a redline in the terminal."""

import re
import sys
from pathlib import Path

import click

from drafting import wiring
from drafting.cli.files import content_of
from drafting.cli.output import quiet_when_closed
from drafting.errors import DraftingError, InvalidTextError, UnreadableFileError
from drafting.text.characters import admit
from drafting.text.reading.paired import Pair, paired
from drafting.text.reading.redline import Change, Segment, redline
from drafting.text.runs import Run, plain
from drafting.text.tokens import Tokens, tokenise

LARGEST_FILE = 2 * 1024 * 1024
EQUAL, DIFFERENT, TROUBLE = 0, 1, 2
_PARTED = re.compile(r"\n[^\S\n]*\n\s*")
_SIGNS = {Change.DELETED: ("[", "-", "]"), Change.INSERTED: ("{", "+", "}")}


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--colour",
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours beside the marks; auto: on a terminal, unless NO_COLOR is set.",
)
def diff(old: Path, new: Path, colour: str) -> None:
    r"""Show what changed from the text file OLD to NEW, by words.

    \b
    [-deleted-]  {+inserted+}  and moved: [1-from here-1] {1+to here+1}

    Empty lines part paragraphs; in files without any, each line is one. White space does not count. The status
    is 0 if the texts are equal (nothing is printed), 1 if they differ, 2 if a file cannot be read.
    """
    try:
        pairs = _pairs(old, new)
    except DraftingError as error:
        click.echo(f"drafting: {error}", err=True)
        sys.exit(TROUBLE)
    if all(before == after for before, after in pairs):
        sys.exit(EQUAL)
    with quiet_when_closed():
        click.echo("\n\n".join(_drawn(pair) for pair in pairs), color=_coloured(colour))
    sys.exit(DIFFERENT)


def _pairs(old: Path, new: Path) -> tuple[Pair, ...]:
    texts = [_text(file) for file in (old, new)]
    by_lines = not any(_PARTED.search(text.strip()) for text in texts)
    before, after = (_paragraphs(file, text, by_lines) for file, text in zip((old, new), texts, strict=True))
    return paired(before, after)


def _text(file: Path) -> str:
    content = content_of(file, LARGEST_FILE)
    if b"\0" in content:
        raise UnreadableFileError(f"The file {file} is no text file. Give a file of plain text.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"The file {file} is not in UTF-8 (byte {error.start + 1:,} is no part of it). Save it as UTF-8."
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _paragraphs(file: Path, text: str, by_lines: bool) -> list[Tokens]:
    parts = text.split("\n") if by_lines else _PARTED.split(text)
    out: list[Tokens] = []
    for part in filter(str.strip, parts):
        try:
            out.append(tokenise(admit((Run(part),))))
        except InvalidTextError as error:
            raise InvalidTextError(f"In {file}, paragraph {len(out) + 1}: {error}") from error
    return out


def _drawn(pair: Pair) -> str:
    before, after = pair
    return "".join(_marked(segment) for segment in redline(before or (), after or ()))


def _marked(segment: Segment) -> str:
    words = plain(segment.runs)
    if segment.change is Change.KEPT:
        return words
    blank = " " if words.startswith(" ") else ""
    opened, sign, closed = _SIGNS[segment.change]
    number = str(segment.move or "")
    marked = f"{opened}{number}{sign}{words.strip()}{sign}{number}{closed}"
    if segment.move:
        return blank + click.style(marked, fg="magenta")
    deleted = segment.change is Change.DELETED
    return blank + click.style(marked, fg="red" if deleted else "green", strikethrough=deleted or None)


def _coloured(colour: str) -> bool | None:
    """Whether to colour; None leaves it to whether the output is a terminal."""
    if colour == "auto":
        return False if wiring.colours_unwanted() else None
    return colour == "always"
