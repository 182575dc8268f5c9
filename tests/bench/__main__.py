"""``python -m tests.bench``: measure the engine and its peers, print the tables, keep them with ``--write``."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from drafting.errors import RuleError
from tests.bench import table
from tests.bench.case import Case
from tests.bench.command import merge_command
from tests.bench.corpus import merge_cases, paragraphs
from tests.bench.correctness import OURS, PEERS, Score, score
from tests.bench.generated.cases import generate
from tests.bench.hostile import hostile
from tests.bench.progress import Progress
from tests.bench.real import divided
from tests.bench.speed import TWO_WAY, hostile_texts, one_clause, one_document, redlines

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
GENERATED = 2_000
SEED = 2_026


def main() -> None:
    """Measure, print, and keep if asked to."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder with merge-cases.jsonl and parliament-amendments.jsonl")
    parser.add_argument("--write", action="store_true", help="keep the tables in docs/benchmarks.md")
    parser.add_argument("--cases", type=int, default=GENERATED, help="how many cases to generate (%(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="what they are drawn with (%(default)s)")
    parser.add_argument("--from", dest="place", type=Path, default=Path(), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    folder = asked.data and asked.place / asked.data
    try:
        parts = measured(folder, list(generate(asked.seed, asked.cases)))
    except RuleError as error:
        sys.exit(str(error))
    command = "./run bench" + (" --data DIR" if asked.data else "")
    page = "\n".join((table.heading(datetime.now(UTC).date().isoformat(), command), *parts))
    sys.stdout.write(page)
    if asked.write:
        PAGE.write_text(page, encoding="utf-8")


def measured(folder: Path | None, generated: Sequence[Case]) -> list[str]:
    """Return the tables, in the order of the page."""
    parts: list[str] = []
    cases, real = merge_cases(folder), paragraphs(folder)
    if folder and not (cases or real):
        raise RuleError(f"There is neither merge-cases.jsonl nor parliament-amendments.jsonl in {folder}.")
    for title, some in (("Merging: the cases of the folder", cases), ("Merging: generated cases", generated)):
        if some:
            parts.append(table.correctness(title, scores(some)))
    if real:
        parts.append(table.division(divided(real, Progress("real amendments", len(real)))))
    rows = [
        *redlines(Progress("redlines", 2 * (len(TWO_WAY) + 1))),
        *one_clause(Progress("one clause", 2)),
        *one_document(Progress("one document", 4)),
        *merge_command(cases or generated),
        *hostile_texts(Progress("hostile texts", len(list(hostile())))),
    ]
    return [*parts, table.speed(rows)]


def scores(cases: Sequence[Case]) -> list[Score]:
    """Let the engine and every peer answer."""
    return [score(tool, cases, Progress(tool.title, len(cases))) for tool in (OURS, *PEERS)]


main()
