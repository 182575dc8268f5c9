"""The text as a PDF: asks the worker for it, shows how far it is, and hands the file over."""

import re
import unicodedata
from urllib.parse import quote

from flask import Blueprint, Response, render_template, url_for
from werkzeug.wrappers import Response as Answer

from drafting.errors import NotFoundError, RuleError
from drafting.records.store import Reading
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.service.jobs import JobView, ask, job_view, rendering
from drafting.service.text_view import document_view
from drafting.view.document import DocumentView
from drafting.web.acts import declares
from drafting.web.once import Done, once
from drafting.web.room import actor, room

page = Blueprint("pdf", __name__)
_UNFIT = re.compile(r"[^\w.-]+")


@page.post("/documents/<document_id>/pdf")
@declares(Act.EXPORT)
def begin(document_id: str) -> Answer:
    """Ask for the PDF of the text as it stands now."""
    problem = room().pdf_problem()
    if problem:
        raise RuleError(problem)
    asked: list[str] = []
    answer = once(lambda session: _ask(session, document_id, asked))
    for job in asked:
        room().enqueue(job)
    return answer


@page.get("/documents/<document_id>/pdf/<job_id>")
@declares(Act.EXPORT)
def show(document_id: str, job_id: str) -> str:
    """Show how far the PDF is, and then where it can be had."""
    with room().store.read() as session:
        document = document_view(session, document_id)
        return render_template(
            "pdf_job/page.html",
            document=document,
            job=_job(session, document_id, job_id),
            file=url_for("pdf.hand_over", document_id=document_id, job_id=job_id),
            name=_file_name(document),
            here="Rolling text",
        )


@page.get("/documents/<document_id>/pdf/<job_id>/file")
@declares(Act.EXPORT)
def hand_over(document_id: str, job_id: str) -> Response:
    """Hand the finished file over."""
    with room().store.read() as session:
        name = _file_name(document_view(session, document_id))
        content = rendering(session, _job(session, document_id, job_id).id)
    if content is None:
        raise NotFoundError("PDF")
    return Response(content, mimetype="application/pdf", headers={"Content-Disposition": disposition(name)})


def disposition(name: str) -> str:
    """Return the header of a file to keep, named for old browsers and new ones.

    Source: RFC 6266, section 5.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = plain if plain.strip("-.") not in ("", "pdf") else "text.pdf"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _ask(session: Writing, document_id: str, asked: list[str]) -> Done:
    job = ask(session, actor(), document_id)
    asked.append(job.id)
    return Done(url_for("pdf.show", document_id=document_id, job_id=job.id))


def _job(session: Reading, document_id: str, job_id: str) -> JobView:
    job = job_view(session, job_id)
    if job.document_id != document_id:
        raise NotFoundError("PDF")
    return job


def _file_name(document: DocumentView) -> str:
    stem = _UNFIT.sub("-", document.symbol or document.title).strip("-.")[:80]
    return f"{stem or 'text'}.pdf"
