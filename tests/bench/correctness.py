"""How often each tool is right, and what each answer costs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.asking import answers, command_of
from tests.bench.case import Case, Expect, Verdict, verdict
from tests.bench.progress import Progress


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool that merges: its name in a table, its name in its process, and whether npm offers it."""

    title: str
    name: str
    npm: bool = False


OURS = Tool("**drafting**", "ours")
PEERS = (
    Tool("git merge-file, a token a line", "git-merge-file"),
    Tool("merge3 + patiencediff", "merge3-patience"),
    Tool("merge3 (difflib)", "merge3-difflib"),
    Tool("node-diff3", "node-diff3", npm=True),
    Tool("jsdiff applyPatch, fuzz 0", "jsdiff-patch", npm=True),
    Tool("jsdiff applyPatch, fuzz 2", "jsdiff-patch-fuzzy", npm=True),
    Tool("diff-match-patch patch_apply", "dmp-patch"),
)


@dataclass(frozen=True, slots=True)
class Score:
    """A tool's counts on some cases; ``separated`` is how many must merge. ``cpu`` is in seconds a case."""

    tool: Tool
    cases: int
    separated: int
    counts: dict[Verdict, int]
    troubles: dict[str, int]
    cpu: float

    @property
    def right(self) -> float:
        """The share of right answers, in per cent."""
        return 100 * self.counts.get(Verdict.RIGHT, 0) / self.cases

    @property
    def false_conflicts(self) -> float:
        """The share of false conflicts among what must merge, in per cent."""
        return 100 * self.counts.get(Verdict.FALSE_CONFLICT, 0) / max(1, self.separated)


def score(tool: Tool, cases: Sequence[Case], progress: Progress) -> Score:
    """Let a tool answer the cases."""
    counts: Counter[Verdict] = Counter()
    troubles: Counter[str] = Counter()
    cpu = 0.0
    questions = ((case.base, case.a, case.b) for case in cases)
    for case, answer in zip(cases, answers(command_of(tool.name, tool.npm), questions), strict=True):
        progress.step()
        if answer.trouble:
            troubles[answer.trouble] += 1
            continue
        cpu += answer.cpu
        counts[verdict(case, answer.text)] += 1
    separated = sum(case.expect is not Expect.CONFLICT and "conflict" not in case.also for case in cases)
    return Score(tool, len(cases), separated, dict(counts), dict(troubles), cpu / max(1, sum(counts.values())))
