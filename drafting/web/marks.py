"""Filters of the templates: texts, redlines and moments as HTML, everything from people escaped."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Flask
from markupsafe import Markup, escape

from drafting.text.reading.combined import AttributedSegment
from drafting.text.reading.redline import Change, Redline
from drafting.text.runs import Mark, NoteReference, Piece, Runs

_ELEMENTS = {
    Mark.STRONG: (Markup("<strong>"), Markup("</strong>")),
    Mark.EMPHASIS: (Markup("<em>"), Markup("</em>")),
}
_CHANGES = {Change.INSERTED: "ins", Change.DELETED: "del"}


def install_filters(app: Flask) -> None:
    """Give the templates their filters."""
    app.jinja_env.filters.update(runs=runs, redline=redline, attributed=attributed, moment=moment, day=day)


def runs(text: Runs, numbers: Mapping[str, int], page: str = "") -> Markup:
    """Return a text as HTML.

    Args:
        text: The words with their marks and note references.
        numbers: The printed number of each note, by the id of the note's clause.
        page: The address of the page on which the notes stand; none if it is this one.
    """
    return Markup("").join(_piece(piece, numbers, page) for piece in text)


def redline(segments: Redline, numbers: Mapping[str, int], page: str = "") -> Markup:
    """Return a redline as HTML: inserted words in ``<ins>``, deleted ones in ``<del>``, those that moved numbered."""
    return Markup("").join(
        _changed(segment.change, runs(segment.runs, numbers, page), segment.move) for segment in segments
    )


def attributed(segments: Iterable[AttributedSegment], numbers: Mapping[str, int]) -> Markup:
    """Return the redline of all amendments of a clause, each change followed by the names of those who propose it."""
    return Markup("").join(_proposed(segment, numbers) for segment in segments)


def moment(at: datetime, zone: str) -> Markup:
    """Return a time as a person of the conference reads it, "18 May 2027, 14:32 (Dushanbe)".

    Args:
        at: UTC, aware.
        zone: The conference's IANA time zone.
    """
    local = at.astimezone(ZoneInfo(zone))
    city = zone.rpartition("/")[2].replace("_", " ")
    machine = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return Markup('<time datetime="{}">{} ({})</time>').format(machine, f"{day(local)}, {local:%H:%M}", city)


def day(on: date) -> str:
    """Return a day as it is printed, "18 May 2027"."""
    return f"{on.day} {on:%B %Y}"


def _piece(piece: Piece, numbers: Mapping[str, int], page: str) -> Markup:
    if isinstance(piece, NoteReference):
        return _call(numbers.get(piece.note), page)
    words = escape(piece.text)
    for mark, (opened, closed) in _ELEMENTS.items():
        if mark in piece.marks:
            words = opened + words + closed
    return words


def _call(number: int | None, page: str) -> Markup:
    if number is None:
        return Markup("<sup>[note]</sup>")
    return Markup('<sup><a href="{0}#note-{1}" aria-label="note {1}">{1}</a></sup>').format(page, number)


def _changed(change: Change, words: Markup, move: int = 0) -> Markup:
    element = _CHANGES.get(change)
    if element is None:
        return words
    # The blank before a changed word stays outside: a line drawn under it would run into the word before.
    blank, inside = (Markup(" "), words[1:]) if words.startswith(" ") else (Markup(""), words)
    # What it means that words moved is shown and said by the style sheet.
    moved = Markup(' class="moved" data-move="{}"').format(move) if move else ""
    return blank + Markup("<{0}{1}>{2}</{0}>").format(element, moved, inside)


def _proposed(segment: AttributedSegment, numbers: Mapping[str, int]) -> Markup:
    words = _changed(segment.change, runs(segment.runs, numbers))
    if not segment.by:
        return words
    return words + Markup('<span class="by">[{}]</span>').format(", ".join(segment.by))
