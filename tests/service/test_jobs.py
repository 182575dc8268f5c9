from datetime import timedelta

import pytest

from drafting.errors import NotFoundError
from drafting.records.ids import new_id
from drafting.records.job import Job, JobState
from drafting.service import jobs
from drafting.service.jobs import JobView
from tests.service.conference import Conference


def ask(conference: Conference, who: str = "India") -> JobView:
    with conference.store.write() as session:
        return jobs.ask(session, conference.actor(who), conference.document)


def shown(conference: Conference, job: str) -> JobView:
    with conference.store.read() as session:
        return jobs.job_view(session, job)


def test_a_print_asked_for_twice_is_one_job(conference: Conference) -> None:
    first, second = ask(conference, "India"), ask(conference, "Observer")

    assert first == second
    assert first.state is JobState.QUEUED


def test_a_print_of_a_changed_text_is_another_job(conference: Conference) -> None:
    first = ask(conference)

    conference.accept(conference.change("India", "OP1", ("public", "people")))

    assert ask(conference).id != first.id


def test_a_job_is_taken_in_hand_tells_its_pages_and_is_done(conference: Conference) -> None:
    job = ask(conference).id

    with conference.store.write() as session:
        assert jobs.start(session, job)
        jobs.progress(session, job, 3, 20)
    under_way = shown(conference, job)
    with conference.store.write() as session:
        jobs.finish(session, job, "f" * 64, b"%PDF")

    assert (under_way.state, under_way.done_pages, under_way.all_pages) == (JobState.RUNNING, 3, 20)
    assert shown(conference, job).state is JobState.DONE
    with conference.store.write() as session:
        assert jobs.rendering(session, job) == b"%PDF"
        assert not jobs.start(session, job)


def test_a_failed_job_keeps_its_sentence_and_may_be_asked_for_again(conference: Conference) -> None:
    job = ask(conference)
    with conference.store.write() as session:
        jobs.fail(session, job.id, "The print took too long.")

    again = ask(conference)

    assert (shown(conference, job.id).state, shown(conference, job.id).problem) == (
        JobState.FAILED,
        "The print took too long.",
    )
    assert again.id != job.id
    with conference.store.read() as session:
        assert jobs.rendering(session, job.id) is None


def test_a_job_not_heard_of_for_long_is_to_be_queued_again(conference: Conference) -> None:
    job = ask(conference).id
    with conference.store.write() as session:
        jobs.start(session, job)
        heard = session.moment

    with conference.store.read() as session:
        assert jobs.unfinished(session, unheard_since=heard - timedelta(seconds=1)) == ()
        assert jobs.unfinished(session, unheard_since=heard + jobs.SILENT) == (job,)


def test_a_file_that_was_printed_before_is_not_printed_again(conference: Conference) -> None:
    first = ask(conference).id
    with conference.store.write() as session:
        mark = session.get_one(Job, first).fingerprint
        jobs.finish(session, first, mark, b"%PDF")
        jobs.fail(session, first, "Lost.")

    again = ask(conference)

    assert again.state is JobState.DONE


def test_a_job_that_is_not_there_is_not_shown_or_run(conference: Conference) -> None:
    with pytest.raises(NotFoundError):
        shown(conference, new_id())
    with conference.store.write() as session:
        assert not jobs.start(session, new_id())


def test_a_print_of_a_document_that_is_not_there_is_refused(conference: Conference) -> None:
    with pytest.raises(NotFoundError), conference.store.write() as session:
        jobs.ask(session, conference.actor("India"), new_id())
