"""The worker: runs queued prints in a thread of the server, each rendered in a process of its own.

Huey runs things at most once; the job table is the truth. What a dead worker left is queued again.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from huey import Huey, PostgresHuey, SqliteHuey, crontab
from huey.consumer import Consumer

from drafting.jobs.rendering import BROKEN, Progress, Rendered, RenderFailed
from drafting.records.store import Store
from drafting.service import jobs
from drafting.service.text_view import document_view
from drafting.view.document import DocumentView
from drafting.view.fingerprint import fingerprint

Render = Callable[[DocumentView, Progress], Rendered | RenderFailed]


class _Consumer(Consumer):  # type: ignore[misc]
    """A consumer that leaves the process's signals to the server it lives in."""

    def _set_signal_handlers(self) -> None:
        return


class Worker:
    """Takes jobs by their id and runs them; ``start`` and ``stop`` belong to the server's life."""

    def __init__(self, store: Store, render: Render, queue_file: Path) -> None:
        self._store, self._render = store, render
        self._huey = _queue(store, queue_file)
        self._print = self._huey.task()(self._run)
        self._huey.periodic_task(crontab(minute="*"))(self._queue_lost)
        self._consumer: Consumer | None = None

    def enqueue(self, job_id: str) -> None:
        """Hand a job to the queue; it must be committed."""
        self._print(job_id)

    def start(self) -> None:
        """Start working, first on what an earlier process left undone."""
        logging.getLogger("huey").setLevel(logging.WARNING)
        with self._store.read() as session:
            left = jobs.unfinished(session, unheard_since=self._store.clock())
        for job_id in left:
            self.enqueue(job_id)
        self._consumer = _Consumer(self._huey, workers=1, max_delay=0.5, check_worker_health=False)
        self._consumer.start()

    def stop(self) -> None:
        """Stop; a print under way is queued again at the next start."""
        if self._consumer is not None:
            self._consumer.stop_flag.set()

    def _queue_lost(self) -> None:
        with self._store.read() as session:
            lost = jobs.unfinished(session, unheard_since=self._store.clock() - jobs.SILENT)
        for job_id in lost:
            self.enqueue(job_id)

    def _run(self, job_id: str) -> None:
        with self._store.write() as session:
            if not jobs.start(session, job_id):
                return
            view = document_view(session, jobs.job_view(session, job_id).document_id)
        # Whatever breaks, the job is given up with a sentence: queued again, it would break again.
        outcome: Rendered | RenderFailed = RenderFailed(BROKEN)
        try:
            outcome = self._render(view, lambda done, expected: self._tell(job_id, done, expected))
        finally:
            self._settle(job_id, view, outcome)

    def _settle(self, job_id: str, view: DocumentView, outcome: Rendered | RenderFailed) -> None:
        with self._store.write() as session:
            match outcome:
                case Rendered(content=content):
                    jobs.finish(session, job_id, fingerprint(view), content)
                case RenderFailed(reason=reason):
                    jobs.fail(session, job_id, reason)

    def _tell(self, job_id: str, done: int, expected: int) -> None:
        with self._store.write() as session:
            jobs.progress(session, job_id, done, expected)


def _queue(store: Store, queue_file: Path) -> Huey:
    if store.postgresql:
        return PostgresHuey("drafting", dsn=store.postgresql, results=False)
    return SqliteHuey("drafting", filename=str(queue_file), results=False)
