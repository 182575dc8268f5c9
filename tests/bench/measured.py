"""CPU time of pieces of work, and rows of figures."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of ours beside its target and what peers need for the same; all in CPU milliseconds, p95.

    ``at_least`` turns the target round: more is better, and the figure is a plain number.
    """

    what: str
    ours: float | None
    target: float | None = None
    peers: dict[str, float | None] = field(default_factory=dict)
    note: str = ""
    at_least: bool = False

    @property
    def met(self) -> str:
        """Whether the target is met, in words; empty without one."""
        if self.target is None:
            return ""
        if self.ours is None:
            return "not measured"
        return "met" if (self.ours >= self.target if self.at_least else self.ours <= self.target) else "NOT MET"


PASSES = 5
"""How often each work is measured; the least counts, since a machine that does other things only makes it longer."""


def p95(values: Sequence[float]) -> float:
    """Return what 95 of 100 do not exceed."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def milliseconds(works: Sequence[Work], warm: int = 3) -> float:
    """Return the p95, over works of one kind, of each work's least CPU time in some passes, after some practice."""
    for work in works[:warm]:
        work()
    gc.collect()
    return p95([min(_once(work) for _ in range(PASSES)) for work in works]) * 1000


def average(works: Sequence[Work]) -> float:
    """Return the mean, over works of one kind, of each work's least CPU time in some passes."""
    return sum(min(_once(work) for _ in range(PASSES)) for work in works) / len(works) * 1000


def _once(work: Work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
