"""The cases and texts that are measured: read from files that the user names, or generated."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafting.errors import RuleError
from tests.bench.case import Case, Expect

MERGE_CASES = "merge-cases.jsonl"
PARAGRAPHS = "parliament-amendments.jsonl"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A real paragraph and what different people proposed in its place."""

    location: str
    base: str
    proposed: tuple[str, ...]


def merge_cases(folder: Path | None) -> list[Case]:
    """Return the three-way cases of a folder; none without the file."""
    return [
        Case(
            line["id"],
            line["kind"],
            line["base"],
            line["a"],
            line["b"],
            Expect(line["expect"]),
            line["merged"],
            tuple(line["also"]),
        )
        for line in _lines(folder, MERGE_CASES)
    ]


def paragraphs(folder: Path | None) -> list[Paragraph]:
    """Return the real paragraphs of a folder; none without the file."""
    return [
        Paragraph(line["location"], line["base"], tuple(each["amended"] for each in line["amendments"]))
        for line in _lines(folder, PARAGRAPHS)
    ]


def _lines(folder: Path | None, name: str) -> Iterator[dict[str, Any]]:
    if folder is None or not (folder / name).exists():
        return
    with (folder / name).open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise RuleError(
                    f"Line {number} of {name} is not JSON. Give a folder with the file as it was."
                ) from error
