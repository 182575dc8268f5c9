"""Documents made by hand for the tests of the exporters."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from drafting.rules.kinds import ClauseKind, Form
from drafting.rules.labels import Place, depth_by_id, marker, numbered
from drafting.rules.life import Agreement
from drafting.text.runs import Mark, NoteReference, Run, Runs
from drafting.view.document import AdoptionView, ClauseView, ConferenceView, DocumentView, NoteView

FINGERPRINT = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809"
ADOPTED = AdoptionView("Dushanbe", date(2027, 5, 13))
_KINDS = {
    "T": ClauseKind.TITLE,
    "H": ClauseKind.HEADING,
    "C": ClauseKind.CHAPEAU,
    "P": ClauseKind.PREAMBULAR,
    "O": ClauseKind.OPERATIVE,
    "a": ClauseKind.SUBPARAGRAPH,
    "i": ClauseKind.SUBPARAGRAPH,
}


def runs(text: str) -> Runs:
    """Read ``*italic*``, ``**bold**`` and ``[^id]`` into runs."""
    out: list[Run | NoteReference] = []
    for number, bold in enumerate(text.split("**")):
        for italic, part in enumerate(bold.split("*")):
            marks = {Mark.STRONG} if number % 2 else set()
            marks |= {Mark.EMPHASIS} if italic % 2 else set()
            out += _with_notes(part, frozenset(marks))
    return tuple(out)


def document(
    lines: Iterable[str],
    notes: Iterable[str] = (),
    *,
    form: Form = Form.RESOLUTION,
    adoption: AdoptionView | None = None,
    language: str = "en",
    symbol: str = "HLC/2027/L.3",
) -> DocumentView:
    """Return a document of lines "KIND words"; KIND is one of T H C P O a i, with ``-`` after it when deleted."""
    parts = [line.partition(" ") for line in lines]
    places = list(_places([kind for kind, _, _ in parts]))
    labels, depths = numbered(places), depth_by_id(places)
    clauses = tuple(
        ClauseView(
            place.id, place.kind, labels[place.id], marker(place.kind, labels[place.id], form), depths[place.id],
            runs(words), 1, Agreement.OPEN, 0, kind.endswith("-"),
        )
        for place, (kind, _, words) in zip(places, parts, strict=True)
    )  # fmt: skip
    return DocumentView(
        id="6d2f4c1e-0000-4000-8000-000000000001", form=form, symbol=symbol, language=language,
        title=next((words for kind, _, words in parts if kind == "T"), "Untitled"), masthead=("Zero draft",),
        conference=conference(), clauses=clauses,
        notes=tuple(_note(number, text) for number, text in enumerate(notes, 1)),
        adoption=adoption, event=1234, fingerprint=FINGERPRINT, as_of=datetime(2027, 5, 12, 21, 40, 5, tzinfo=UTC),
    )  # fmt: skip


def conference() -> ConferenceView:
    """Return the model conference."""
    name = "High-Level International Conference on Countering Terrorism and Preventing Violent Extremism"
    partners = ("the United Nations", "the OSCE", "the European Union")
    return ConferenceView(
        name,
        "Conference on Countering Terrorism",
        "Tajikistan",
        partners,
        "Dushanbe",
        "12–13 May 2027",
        "Asia/Dushanbe",
    )


def _note(number: int, text: str) -> NoteView:
    clause = ClauseView(
        f"n{number}", ClauseKind.NOTE, f"Note {number}", "", 0, runs(text), 1, Agreement.OPEN, 0, deleted=False
    )
    return NoteView(number, clause)


def _places(kinds: Iterable[str]) -> Iterable[Place]:
    above: list[str] = []
    for number, kind in enumerate(kinds):
        level = {"a": 1, "i": 2}.get(kind[0], 0)
        above = [*above[:level], f"c{number}"]
        yield Place(f"c{number}", above[-2] if level else None, _KINDS[kind[0]])


def _with_notes(text: str, marks: frozenset[Mark]) -> Iterable[Run | NoteReference]:
    for number, part in enumerate(text.split("[^")):
        note, found, rest = part.partition("]") if number else ("", "", part)
        if found:
            yield NoteReference(f"n{note}")
        if rest:
            yield Run(rest, marks)
