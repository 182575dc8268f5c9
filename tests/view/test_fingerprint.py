import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from drafting.text import Mark, NoteReference, Run
from drafting.view.document import AdoptionView
from drafting.view.fingerprint import fingerprint

BOTH = frozenset({Mark.EMPHASIS, Mark.STRONG})


@dataclass(frozen=True)
class Page:
    words: tuple[Run | NoteReference, ...] = (Run("Calls upon", BOTH), NoteReference("n"))
    at: datetime = datetime(2027, 5, 19, 9, tzinfo=UTC)
    adoption: AdoptionView | None = None
    count: int = 3


def test_the_same_content_has_the_same_fingerprint() -> None:
    assert fingerprint(Page()) == fingerprint(Page())
    assert len(fingerprint(Page())) == 64


@pytest.mark.parametrize(
    "other",
    [
        {"words": (Run("Calls on", BOTH), NoteReference("n"))},
        {"words": (Run("Calls upon"), NoteReference("n"))},
        {"words": (NoteReference("n"), Run("Calls upon", BOTH))},
        {"at": datetime(2027, 5, 19, 10, tzinfo=UTC)},
        {"adoption": AdoptionView("Dushanbe", date(2027, 5, 19))},
        {"count": 4},
    ],
    ids=["words", "marks", "order", "time", "adoption", "count"],
)
def test_any_other_content_has_another(other: dict[str, object]) -> None:
    assert fingerprint(replace(Page(), **other)) != fingerprint(Page())  # type: ignore[arg-type]


def test_a_value_of_another_class_is_another_content() -> None:
    assert fingerprint(Run("n")) != fingerprint(NoteReference("n"))


def test_another_process_finds_the_same_fingerprint() -> None:
    program = (
        "from drafting.text import Mark, Run; from drafting.view.fingerprint import fingerprint;"
        "print(fingerprint(Run('Calls', frozenset(Mark))))"
    )

    answers = {
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
        for _ in range(3)
    }

    assert answers == {fingerprint(Run("Calls", BOTH))}
