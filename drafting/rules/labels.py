"""Labels: what a clause is called while it is negotiated, and what is printed before it.

A label is display, never identity. Labels do not move during a reading: what is
inserted after OP5 is OP5 bis, then OP5 ter; what is deleted keeps its place.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafting.rules.kinds import ClauseKind, Form

SUFFIXES = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies",
    "undecies", "duodecies", "terdecies", "quaterdecies", "quindecies", "sexdecies",
)  # fmt: skip
_STEMS = {ClauseKind.PREAMBULAR: "PP", ClauseKind.OPERATIVE: "OP"}
_NAMES = {
    ClauseKind.TITLE: "Title",
    ClauseKind.HEADING: "Heading",
    ClauseKind.CHAPEAU: "Chapeau",
    ClauseKind.NOTE: "Note",
}
_ALWAYS_NUMBERED = {ClauseKind.HEADING, ClauseKind.NOTE}


@dataclass(frozen=True, slots=True)
class Place:
    """A clause in its document: ``parent`` is the id of the clause it stands under, or None."""

    id: str
    parent: str | None
    kind: ClauseKind


def numbered(places: Iterable[Place]) -> dict[str, str]:
    """Return the full label of every clause, by id: "Title", "PP2", "OP5", "OP5 (a)", "OP5 (a) (i)".

    Args:
        places: The clauses in document order, parents before their children.
    """
    places = list(places)
    depths = depth_by_id(places)
    labels: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for place in places:
        if place.kind is ClauseKind.SUBPARAGRAPH and place.parent is not None:
            stem = labels[place.parent]
            seen[stem] += 1
            labels[place.id] = f"{stem} ({_counted(seen[stem], depths[place.id])})"
        else:
            name = _STEMS.get(place.kind) or _NAMES.get(place.kind, "Paragraph")
            seen[name] += 1
            labels[place.id] = _top_label(place.kind, name, seen[name])
    return labels


def inserted_after(anchor: str, taken: Iterable[str]) -> str:
    """Return the label of a clause inserted after ``anchor``: the first free of bis, ter and so on."""
    labels = set(taken)
    stem = _without_suffix(anchor)
    for suffix in SUFFIXES:
        if f"{stem} {suffix}" not in labels:
            return f"{stem} {suffix}"
    number = len(SUFFIXES) + 2
    while f"{stem} ({number})" in labels:
        number += 1
    return f"{stem} ({number})"


def marker(kind: ClauseKind, label: str, form: Form) -> str:
    """Return what is printed before the words of a clause: "5.", "5 bis.", "(a)", "–" or nothing."""
    if kind is ClauseKind.SUBPARAGRAPH:
        return label[label.rindex("(") :] if "(" in label else ""
    if form is Form.DASHES and kind in _STEMS:
        return "–"
    if kind is ClauseKind.OPERATIVE:
        return f"{label.removeprefix('OP')}."
    return ""


def depth_by_id(places: Iterable[Place]) -> Mapping[str, int]:
    """Return how many clauses stand above each clause, by id."""
    depths: dict[str, int] = {}
    for place in places:
        depths[place.id] = 0 if place.parent is None else depths[place.parent] + 1
    return depths


def _top_label(kind: ClauseKind, name: str, count: int) -> str:
    if kind in _STEMS:
        return f"{name}{count}"
    return f"{name} {count}" if count > 1 or kind in _ALWAYS_NUMBERED else name


def _without_suffix(label: str) -> str:
    stem, _, last = label.rpartition(" ")
    return stem if last in SUFFIXES else label


def _counted(number: int, depth: int) -> str:
    return _letters(number) if depth % 2 else _roman(number)


def _letters(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


def _roman(number: int) -> str:
    out = ""
    for value, digits in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        count, number = divmod(number, value)
        out += digits * count
    return out
