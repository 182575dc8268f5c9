"""Submits a draft for the two pages that offer it: the editor, and the delegation's own amendments."""

from flask import url_for
from werkzeug.wrappers import Response

from drafting.records.writing import Writing
from drafting.service.submit import prepare, submit
from drafting.text import tokenise
from drafting.text.look_alikes import brought_in
from drafting.web.once import Done, once
from drafting.web.room import actor, room


def submitted(document_id: str, draft_id: str, *, read_version: int) -> Response:
    """Submit a draft as it stood in the saving ``read_version``, and go on to the delegation's amendments."""
    with room().store.read() as session:
        prepared = prepare(session, actor(), draft_id, read_version=read_version)
    odd = brought_in(prepared.wording.base, tokenise(prepared.wording.runs))

    def perform(session: Writing) -> Done:
        amendment = submit(session, actor(), prepared)
        said = "is submitted" if amendment.version == 1 else "is submitted in its new wording"
        place = f"{url_for('ours.show', document_id=document_id)}#amendment-{amendment.number}"
        return Done(place, " ".join([f"Amendment {amendment.number} {said}.", *(each.sentence for each in odd)]))

    return once(perform)
