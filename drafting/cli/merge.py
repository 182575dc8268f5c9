"""The command that merges amendments, a line at a time, for other programs."""

import json
import sys
from pathlib import Path

import click

from drafting.cli.files import STANDARD_INPUT, lines_of
from drafting.cli.merging import answer_to
from drafting.cli.output import quiet_when_closed


@click.command()
@click.argument("file", type=click.Path(path_type=Path), default=STANDARD_INPUT)
def merge(file: Path) -> None:
    r"""Merge amendments of a text: JSON Lines in, JSON Lines out, in the same order.

    \b
    In:  {"id", "base", "amendments": [text, …]}
    Out: {"id", "outcome": "merged" or "conflict", "text",
          "conflicts": [{"a", "b", "reason", "words_a", "words_b"}]}

    FILE is read, or the standard input. A line that cannot be understood is answered {"id", "error"}, and the
    next is read; blank lines are skipped. Each answer is sent as soon as it is found.
    """
    out = sys.stdout.buffer
    with quiet_when_closed():
        for line in lines_of(file):
            if line.strip():
                out.write(json.dumps(answer_to(line), ensure_ascii=False).encode() + b"\n")
                out.flush()
