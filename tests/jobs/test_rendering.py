from pathlib import Path

import pytest

from drafting.jobs.rendering import NEEDS_PANGO, Rendered, RenderFailed, render_apart


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])


def test_a_view_goes_in_and_bytes_and_progress_come_back() -> None:
    told: list[tuple[int, int]] = []

    answer = render_apart(
        "tests.jobs.renderers:echo", "text\n", {"times": 40_000}, progress=lambda *pages: told.append(pages)
    )

    assert answer == Rendered(b"text\n" * 40_000)
    assert told == [(1, 2), (2, 2)]


def test_a_large_view_to_a_child_that_dies_at_once_is_a_failure() -> None:
    answer = render_apart("no.such.module:nothing", "x" * 1_000_000, {})

    assert isinstance(answer, RenderFailed)


@pytest.mark.parametrize(
    ("renderer", "said"),
    [
        ("refuse", "The document is empty. Import one first."),
        ("without_pango", NEEDS_PANGO),
        ("crash", "could not be printed"),
        ("swell", "more memory"),
    ],
)
def test_a_failure_says_its_reason(renderer: str, said: str) -> None:
    answer = render_apart(f"tests.jobs.renderers:{renderer}", "", {})

    assert isinstance(answer, RenderFailed)
    assert said in answer.reason


def test_a_child_that_hangs_is_stopped_and_the_reason_said() -> None:
    answer = render_apart("tests.jobs.renderers:hang", "", {}, seconds=1.0)

    assert isinstance(answer, RenderFailed)
    assert "too long" in answer.reason
