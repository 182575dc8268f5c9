"""The worker with a small renderer of the test's own; the queue runs in this process, as it does in the server."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from drafting.jobs.rendering import Progress, Rendered, RenderFailed
from drafting.jobs.worker import Render, Worker
from drafting.records.job import JobState
from drafting.service import jobs
from drafting.service.jobs import JobView
from drafting.view.document import DocumentView
from tests.service.conference import Conference
from tests.service.conftest import conference, models, quick_conference

__all__ = ["conference", "models", "quick_conference"]
PATIENCE = 30.0


class Printer:
    """Renders a title, says its pages, and says when it was called."""

    def __init__(self, answer: Callable[[DocumentView], Rendered | RenderFailed] | None = None) -> None:
        self.views: list[DocumentView] = []
        self._answer = answer or (lambda view: Rendered(view.title.encode()))

    def __call__(self, view: DocumentView, progress: Progress) -> Rendered | RenderFailed:
        self.views.append(view)
        progress(2, 3)
        return self._answer(view)


class Watched(Worker):
    """A worker that says when it has run a job, and waits for its threads when it stops."""

    def __init__(self, conference: Conference, tmp_path: Path, render: Render) -> None:
        self.ran = threading.Event()
        super().__init__(conference.store, render, tmp_path / "queue.db")

    def _run(self, job_id: str) -> None:
        super()._run(job_id)
        self.ran.set()

    def stop(self) -> None:
        super().stop()
        assert self._consumer is not None
        for _, thread in self._consumer.worker_threads:
            thread.join(PATIENCE)
        self._consumer.scheduler.join(PATIENCE)


def ask(conference: Conference) -> str:
    with conference.store.write() as session:
        return jobs.ask(session, conference.actor("India"), conference.document).id


def shown(conference: Conference, job: str) -> JobView:
    with conference.store.read() as session:
        return jobs.job_view(session, job)


def test_a_job_is_printed_and_its_file_and_pages_are_kept(quick_conference: Conference, tmp_path: Path) -> None:
    printer, job = Printer(), ask(quick_conference)

    hand = Watched(quick_conference, tmp_path, printer)
    hand.start()

    assert hand.ran.wait(PATIENCE)
    hand.stop()
    view = shown(quick_conference, job)
    assert (view.state, view.done_pages, view.all_pages) == (JobState.DONE, 2, 3)
    with quick_conference.store.read() as session:
        assert jobs.rendering(session, job) == b"Draft declaration on water"
    assert len(printer.views) == 1


def test_what_an_earlier_process_left_undone_is_done_at_the_next_start(
    quick_conference: Conference, tmp_path: Path
) -> None:
    lost, hand = ask(quick_conference), Watched(quick_conference, tmp_path, Printer())
    with quick_conference.store.write() as session:
        jobs.start(session, lost)

    hand.start()

    assert hand.ran.wait(PATIENCE)
    hand.stop()
    assert shown(quick_conference, lost).state is JobState.DONE


def test_a_job_asked_for_while_the_worker_works_is_done(quick_conference: Conference, tmp_path: Path) -> None:
    hand = Watched(quick_conference, tmp_path, Printer())
    hand.start()
    job = ask(quick_conference)

    hand.enqueue(job)

    assert hand.ran.wait(PATIENCE)
    hand.stop()
    assert shown(quick_conference, job).state is JobState.DONE


def test_the_queue_of_each_database_hands_a_job_on(conference: Conference, tmp_path: Path) -> None:
    hand, job = Worker(conference.store, Printer(), tmp_path / "queue.db"), ask(conference)

    hand.enqueue(job)
    hand._huey.execute(hand._huey.dequeue())

    hand._huey.storage.close()
    assert shown(conference, job).state is JobState.DONE


def test_a_failure_keeps_its_sentence(quick_conference: Conference, tmp_path: Path) -> None:
    printer, job = Printer(lambda _: RenderFailed("The print took too long.")), ask(quick_conference)

    Watched(quick_conference, tmp_path, printer)._run(job)

    assert (shown(quick_conference, job).state, shown(quick_conference, job).problem) == (
        JobState.FAILED,
        "The print took too long.",
    )


def test_a_renderer_that_breaks_fails_its_job_with_a_sentence_and_no_words(
    quick_conference: Conference, tmp_path: Path
) -> None:
    def breaks(view: DocumentView) -> Rendered:
        raise ZeroDivisionError(view.title)

    job = ask(quick_conference)

    with pytest.raises(ZeroDivisionError):
        Watched(quick_conference, tmp_path, Printer(breaks))._run(job)

    view = shown(quick_conference, job)
    assert (view.state, "Try again" in view.problem, "water" in view.problem) == (JobState.FAILED, True, False)


def test_a_job_that_is_done_or_that_is_none_is_not_printed_again(quick_conference: Conference, tmp_path: Path) -> None:
    printer, job = Printer(), ask(quick_conference)
    hand = Watched(quick_conference, tmp_path, printer)

    for each in (job, job, "0" * 32):
        hand._run(each)

    assert len(printer.views) == 1


def test_a_text_that_changed_before_it_was_printed_is_kept_as_what_it_is(
    quick_conference: Conference, tmp_path: Path
) -> None:
    job = ask(quick_conference)
    quick_conference.accept(quick_conference.change("India", "Title", ("water", "rain")))
    hand = Watched(quick_conference, tmp_path, Printer())

    hand._run(job)

    assert ask(quick_conference) == job
    with quick_conference.store.read() as session:
        assert jobs.rendering(session, job) == b"Draft declaration on rain"


def test_a_job_that_lost_its_worker_is_queued_again_while_others_are_left_alone(
    quick_conference: Conference, tmp_path: Path
) -> None:
    job = ask(quick_conference)
    with quick_conference.store.write() as session:
        jobs.start(session, job)
    hand = Watched(quick_conference, tmp_path, Printer())

    hand._queue_lost()
    before = len(hand._huey)
    quick_conference.clock.at += jobs.SILENT
    hand._queue_lost()

    assert (before, len(hand._huey)) == (0, 1)
