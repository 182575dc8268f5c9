"""The command ``drafting merge``: what a line of JSON costs, from start to end."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.case import Case, Verdict, verdict
from tests.bench.measured import Row


def merge_command(cases: Sequence[Case]) -> Iterator[Row]:
    """Merge all cases in one run of the command; the figure is per line, starting included."""
    lines = "".join(
        json.dumps({"id": case.id, "base": case.base, "amendments": [case.a, case.b]}) + "\n" for case in cases
    )
    before = _children()
    program = Path(sys.executable).with_name("drafting")
    done = subprocess.run([program, "merge"], input=lines, capture_output=True, text=True, check=False)
    spent = _children() - before
    what = "`drafting merge`, a line of JSON with two amendments (mean, starting included)"
    if done.returncode:
        yield Row(what, None, note=done.stderr.strip().splitlines()[-1] if done.stderr else "the command failed")
        return
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    right = sum(verdict(case, answer.get("text")) is Verdict.RIGHT for case, answer in zip(cases, answers, strict=True))
    yield Row(what, 1000 * spent / len(cases), note=f"{right:,} of {len(cases):,} lines right")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
