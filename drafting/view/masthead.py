"""The masthead of a document, the same on the page and on paper."""

from dataclasses import dataclass

from drafting.view.document import DocumentView

_LANGUAGES = {
    "ar": "Arabic", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
    "ru": "Russian", "tg": "Tajik", "zh": "Chinese",
}  # fmt: skip


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
    return _LANGUAGES.get(view.language.split("-")[0].lower(), view.language)


def _hosts(view: DocumentView) -> tuple[str, ...]:
    host, partners = view.conference.host, view.conference.partners
    lines = [f"Host: {host}"] if host else []
    return (*lines, f"Partners: {', '.join(partners)}") if partners else tuple(lines)
