"""The conference's words around the text: masthead, running head and foot, the line of adoption."""

from dataclasses import dataclass
from datetime import date

from drafting.view.document import AdoptionView, DocumentView

NOTES = "Notes"
DRAFT = "DRAFT"
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
SHOWN_OF_FINGERPRINT = 16

_LANGUAGES = {
    "ar": "Arabic", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
    "ru": "Russian", "tg": "Tajik", "zh": "Chinese",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Masthead:
    """The lines above the text: ``place`` and ``symbol`` above the rule, the rest below it."""

    place: str
    symbol: str
    name: str
    hosts: tuple[str, ...]
    side: tuple[str, ...]


def masthead(view: DocumentView) -> Masthead:
    """Return the masthead of the conference for this document."""
    conference = view.conference
    place = ", ".join(part for part in (conference.place, conference.dates) if part)
    distribution = "Distr.: Limited" if view.adoption is None else "Distr.: General"
    return Masthead(place, view.symbol, conference.name, _hosts(view), (distribution, f"Original: {language(view)}"))


def language(view: DocumentView) -> str:
    """Return the document's language in English words, or its tag where it is not known."""
    return _LANGUAGES.get(_primary(view.language), view.language)


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


def _hosts(view: DocumentView) -> tuple[str, ...]:
    host, partners = view.conference.host, view.conference.partners
    lines = [f"Host: {host}"] if host else []
    return (*lines, f"Partners: {', '.join(partners)}") if partners else tuple(lines)


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()
