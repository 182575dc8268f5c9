"""Prints asked for as jobs: the table says where each stands, so that none is lost when a worker dies."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError
from drafting.records.ids import new_id
from drafting.records.job import Job, JobState, Rendering
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.service.actor import Actor
from drafting.service.text_view import document_view
from drafting.view.fingerprint import fingerprint

SILENT = timedelta(seconds=45)
"""A running job that has not been heard of for so long has lost its worker."""


@dataclass(frozen=True, slots=True)
class JobView:
    """Where a print stands; ``problem`` is a sentence when it failed."""

    id: str
    document_id: str
    state: JobState
    done_pages: int
    all_pages: int
    problem: str


def ask(session: Writing, actor: Actor, document_id: str) -> JobView:
    """Ask for the rolling text as PDF; the same text asked for again is the same job.

    Raises:
        NotFoundError: There is no such document.
    """
    actor.must(Act.EXPORT)
    mark = fingerprint(document_view(session, document_id))
    known = session.scalars(
        select(Job).where(Job.document_id == document_id, Job.fingerprint == mark, Job.state != JobState.FAILED)
    ).first()
    if known is not None:
        return _view(known)
    printed = session.get(Rendering, mark) is not None
    job = Job(
        id=new_id(),
        document_id=document_id,
        asked_by=actor.id,
        fingerprint=mark,
        state=JobState.DONE if printed else JobState.QUEUED,
        done_pages=0,
        all_pages=0,
        problem="",
        asked_at=session.moment,
        heartbeat_at=None,
    )
    session.add(job)
    return _view(job)


def job_view(session: Session, job_id: str) -> JobView:
    """Return where a print stands.

    Raises:
        NotFoundError: There is no such job.
    """
    return _view(_found(session, job_id))


def rendering(session: Session, job_id: str) -> bytes | None:
    """Return the finished file of a job, None while there is none."""
    kept = session.get(Rendering, _found(session, job_id).fingerprint)
    return kept.content if kept else None


def start(session: Writing, job_id: str) -> bool:
    """Take a job in hand; False if there is nothing left to do."""
    job = session.get(Job, job_id)
    if job is None or job.state in {JobState.DONE, JobState.FAILED}:
        return False
    job.state, job.heartbeat_at = JobState.RUNNING, session.moment
    return True


def progress(session: Writing, job_id: str, done_pages: int, all_pages: int) -> None:
    """Write down how far a print is; it is also the sign that its worker lives."""
    job = _found(session, job_id)
    job.done_pages, job.all_pages, job.heartbeat_at = done_pages, all_pages, session.moment


def finish(session: Writing, job_id: str, mark: str, content: bytes) -> None:
    """Keep the finished file under the fingerprint of the view that was printed."""
    job = _found(session, job_id)
    job.fingerprint, job.state = mark, JobState.DONE
    if session.get(Rendering, mark) is None:
        session.add(Rendering(fingerprint=mark, content=content, made_at=session.moment))


def fail(session: Writing, job_id: str, problem: str) -> None:
    """Give a job up, with the sentence that says why."""
    job = _found(session, job_id)
    job.state, job.problem = JobState.FAILED, problem


def unfinished(session: Session, *, unheard_since: datetime) -> tuple[str, ...]:
    """Return the jobs to put into the queue again, oldest first: those not heard of since a time."""
    found = session.scalars(
        select(Job).where(Job.state.in_([JobState.QUEUED, JobState.RUNNING])).order_by(Job.asked_at)
    )
    return tuple(job.id for job in found if (job.heartbeat_at or job.asked_at) <= unheard_since)


def _found(session: Session, job_id: str) -> Job:
    job = session.get(Job, job_id)
    if job is None:
        raise NotFoundError("print")
    return job


def _view(job: Job) -> JobView:
    return JobView(job.id, job.document_id, job.state, job.done_pages, job.all_pages, job.problem)
