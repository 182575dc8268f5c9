"""A three-way case: a clause, two delegations' texts of it, and what has to come of them."""

from dataclasses import dataclass
from enum import StrEnum


class Expect(StrEnum):
    """What has to come of two amendments; ``SAME`` is a merge of two that are identical."""

    MERGE = "merge"
    CONFLICT = "conflict"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Case:
    """``merged`` is the right text, None for a conflict; ``also`` holds other right ones: texts, or "conflict"."""

    id: str
    kind: str
    base: str
    a: str
    b: str
    expect: Expect
    merged: str | None
    also: tuple[str, ...] = ()


class Verdict(StrEnum):
    """How a tool's answer stands to what has to come."""

    RIGHT = "right"
    FALSE_CONFLICT = "false conflict"
    WRONG_TEXT = "wrong text"
    CONFLICT_MISSED = "conflict missed"


def verdict(case: Case, text: str | None) -> Verdict:
    """Judge a tool's answer.

    Args:
        case: The case answered.
        text: The merged text; None for a conflict.
    """
    if text is None:
        right = case.merged is None or "conflict" in case.also
        return Verdict.RIGHT if right else Verdict.FALSE_CONFLICT
    if text == case.merged or text in case.also:
        return Verdict.RIGHT
    return Verdict.CONFLICT_MISSED if case.merged is None else Verdict.WRONG_TEXT
