"""Delegations and people from two CSV files: a preview first, with every fault by its line; then all or nothing."""

from contextlib import closing

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from drafting.errors import InvalidTextError, UnreadableFileError
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.service.conference import conference_view
from drafting.service.people_csv import Imported, PeopleFileError, import_people, preview_people
from drafting.web.acts import declares
from drafting.web.once import Done, once
from drafting.web.room import actor, room

page = Blueprint("people_files", __name__)
LARGEST_FILE = 1024 * 1024


@page.post("/people/files")
@declares(Act.MANAGE_SEATS)
def preview() -> tuple[str, int]:
    """Show what the two files would change; nothing is kept, their content travels in the form."""
    try:
        delegations, people = _uploaded("delegations"), _uploaded("people")
        with room().store.read() as session:
            found = preview_people(session, delegations, people)
    except PeopleFileError as refusal:
        return _page(faults=tuple(map(str, refusal.faults))), 422
    except UnreadableFileError as refusal:
        return _page(faults=(str(refusal),)), 422
    return _page(found, delegations.decode(), people.decode()), 200


@page.post("/people/files/keep")
@declares(Act.MANAGE_SEATS)
def keep() -> Response:
    """Bring in what the preview showed."""

    def perform(session: Writing) -> Done:
        done = import_people(session, actor(), request.form.get("delegations", ""), request.form.get("people", ""))
        return Done(url_for("people.show"), _counted(done))

    return once(perform)


def _uploaded(name: str) -> bytes:
    upload = request.files.get(name)
    if upload is None:
        return b""
    with closing(upload):
        data: bytes = upload.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise InvalidTextError(f"The file {name}.csv may have up to 1 MB. Divide it and bring in the parts one by one.")
    return data


def _page(found: Imported | None = None, delegations: str = "", people: str = "", faults: tuple[str, ...] = ()) -> str:
    with room().store.read() as session:
        return render_template(
            "people_files/page.html",
            conference=conference_view(session),
            found=found,
            counted=_counted(found) if found else "",
            delegations=delegations,
            people=people,
            faults=faults,
            here="People",
        )


def _counted(done: Imported) -> str:
    return (
        f"Delegations: {done.delegations_added} new, {done.delegations_changed} changed. "
        f"People: {done.people_added} new, {done.people_changed} changed."
    )
