"""The tools that answer cases: the engine, and the peers that pip offers.

``python -m tests.bench.peers NAME`` reads {"base", "a", "b"} a line and answers {"text", "cpu"} a line. Text is null
for a conflict; tools that only compare count edges inside words. The cpu is in seconds, tokenising included.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from diff_match_patch import diff_match_patch
from merge3 import Merge3
from patiencediff import PatienceSequenceMatcher

from drafting.text import (
    Change,
    Merged,
    Run,
    Tokens,
    apply,
    combined,
    conflict_graph,
    edits_between,
    merge,
    plain,
    redline,
    runs_of,
    tokenise,
)

Tool = Callable[[str, str, str], str | None]


def tokens(text: str) -> Tokens:
    """Return a plain text's tokens."""
    return tokenise((Run(text),))


def words(text: str) -> list[str]:
    """Return a text's words and punctuation marks with their leading blanks."""
    return [token.text for token in tokens(text)]


def ours(base: str, a: str, b: str) -> str | None:
    """Merge with the engine."""
    clause = tokens(base)
    outcome = merge(clause, edits_between(clause, tokens(a)), edits_between(clause, tokens(b)))
    return plain(runs_of(apply(clause, outcome.edits))) if isinstance(outcome, Merged) else None


def our_redline(base: str, a: str, b: str) -> str | None:
    """Show one proposal with the engine."""
    signs = {Change.KEPT: 0, Change.DELETED: -1, Change.INSERTED: 1}
    return _edges([(signs[each.change], plain(each.runs)) for each in redline(tokens(base), tokens(a))])


def all_of_ours(base: str, a: str, b: str) -> str | None:
    """Do with a clause and two proposals all that the engine does when they come in and are shown."""
    clause, one, other = tokens(base), tokens(a), tokens(b)
    edits = {"a": edits_between(clause, one), "b": edits_between(clause, other)}
    redline(clause, one)
    conflict_graph(clause, edits)
    merge(clause, edits["a"], edits["b"])
    combined(clause, edits)
    return None


def merge3_with(matcher: type | None) -> Tool:
    """Return merge3 with another matcher than difflib's, or with its own."""

    def tool(base: str, a: str, b: str) -> str | None:
        merging = Merge3(words(base), words(a), words(b), sequence_matcher=matcher)
        out: list[str] = []
        for group in merging.merge_groups():
            if group[0] == "conflict":
                return None
            out += group[1]
        return "".join(out).strip()

    return tool


def git_merge_file(base: str, a: str, b: str) -> str | None:
    """Merge with git, a token on a line."""
    with TemporaryDirectory() as folder:
        names = [str(_lines(Path(folder, name), text)) for name, text in (("a", a), ("base", base), ("b", b))]
        done = subprocess.run(["git", "merge-file", "-p", "-q", *names], capture_output=True, text=True, check=False)
    if done.returncode > 127:
        raise RuntimeError(done.stderr)
    return None if done.returncode else done.stdout.replace("\n", "").strip()


def _lines(path: Path, text: str) -> Path:
    path.write_text("".join(f"{word}\n" for word in words(text)))
    return path


def patch_apply(threshold: float) -> Tool:
    """Return diff-match-patch applying the one side's patches to the other side's text."""
    patcher = diff_match_patch()
    patcher.Diff_Timeout = 0
    patcher.Match_Threshold = threshold

    def tool(base: str, a: str, b: str) -> str | None:
        text, applied = patcher.patch_apply(patcher.patch_make(base, b), a)
        return text if all(applied) else None

    return tool


def dmp_diff(cleanup: bool) -> Tool:
    """Return diff-match-patch comparing characters, made readable or not."""
    patcher = diff_match_patch()
    patcher.Diff_Timeout = 0

    def tool(base: str, a: str, b: str) -> str | None:
        found = patcher.diff_main(base, a)
        if cleanup:
            patcher.diff_cleanupSemantic(found)
        return _edges(found)

    return tool


def difflib_diff(base: str, a: str, b: str) -> str | None:
    """Compare words with difflib, without its guess of what is junk."""
    SequenceMatcher(None, words(base), words(a), autojunk=False).get_opcodes()
    return "0"


def patience_diff(base: str, a: str, b: str) -> str | None:
    """Compare words with patiencediff."""
    PatienceSequenceMatcher(None, words(base), words(a)).get_opcodes()
    return "0"


def _edges(parts: list[tuple[int, str]]) -> str:
    """Count the edges of changes that fall inside a word of the old or the new text."""
    inside = 0
    for side in (-1, 1):
        shown = [(sign, text) for sign, text in parts if sign in (0, side)]
        for (one, left), (other, right) in pairwise(shown):
            inside += one != other and left[-1:].isalnum() and right[:1].isalnum()
    return str(inside)


TOOLS: dict[str, Tool] = {
    "ours": ours,
    "our-redline": our_redline,
    "all-of-ours": all_of_ours,
    "merge3-patience": merge3_with(PatienceSequenceMatcher),
    "merge3-difflib": merge3_with(None),
    "git-merge-file": git_merge_file,
    "dmp-patch": patch_apply(0.5),
    "dmp-characters": dmp_diff(cleanup=False),
    "dmp-semantic": dmp_diff(cleanup=True),
    "difflib": difflib_diff,
    "patiencediff": patience_diff,
}


PASSES = 3
SHORT = 0.02
"""CPU seconds: what takes longer is measured once."""


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main() -> None:
    """Answer cases until there are no more."""
    tool = TOOLS[sys.argv[1]]
    for line in sys.stdin:
        case = json.loads(line)
        text, cpu = _answered(tool, case)
        sys.stdout.write(json.dumps({"text": text, "cpu": cpu}) + "\n")
        sys.stdout.flush()


def _answered(tool: Tool, case: dict[str, str]) -> tuple[str | None, float]:
    """What the tool says, and its CPU time: a short work is measured several times, and the least counts."""
    least = float("inf")
    for _ in range(PASSES):
        start = _cpu()
        text = tool(case["base"], case["a"], case["b"])
        least = min(least, _cpu() - start)
        if least > SHORT:
            break
    return text, least


if __name__ == "__main__":
    main()
