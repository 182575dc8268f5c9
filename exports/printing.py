"""The conference's words around the text: running head and foot, the line of adoption."""

from datetime import date

from drafting.view.document import AdoptionView, DocumentView

NOTES = "Notes"
DRAFT = "DRAFT"
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
SHOWN_OF_FINGERPRINT = 16

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def direction(view: DocumentView) -> str:
    """Return the direction of the document's script: "rtl" or "ltr"."""
    return "rtl" if _primary(view.language) in RIGHT_TO_LEFT else "ltr"


def adopted_at(adoption: AdoptionView) -> str:
    """Return the line of adoption: "Adopted at Dushanbe on 13 May 2027"."""
    return f"Adopted at {adoption.place} on {day(adoption.on)}"


def foot(view: DocumentView) -> str:
    """Return what names the draft in the foot: event, hash and time; empty for an adopted document."""
    if view.adoption is not None:
        return ""
    return f"Event {view.event} · sha256 {view.fingerprint[:SHOWN_OF_FINGERPRINT]}…\n{view.as_of:%Y-%m-%d %H:%M} UTC"


def provenance(view: DocumentView) -> str:
    """Return the sentence of the file's metadata: where the text stands, its event and its whole hash."""
    stage = "Draft, not adopted" if view.adoption is None else adopted_at(view.adoption)
    return f"{stage}. Event {view.event}, sha256 {view.fingerprint}."


def day(on: date) -> str:
    """Return a date as documents print it: "13 May 2027"."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()
