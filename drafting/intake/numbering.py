"""Labels of a draft as it was read, and where the file's own numbers say otherwise."""

from collections.abc import Iterator, Mapping

from drafting.intake.draft import ReadClause, ReadDraft
from drafting.intake.markers import Family, Marker, letter_value, number_of, roman_value, understood
from drafting.rules.kinds import ClauseKind
from drafting.rules.labels import Place, numbered
from drafting.text.runs import plain


def labelled(draft: ReadDraft) -> dict[str, str]:
    """Return the full label of every clause by its key: "PP1", "OP2 (a)", "Title"."""
    return numbered(Place(clause.key, clause.parent, clause.kind) for clause in draft.clauses)


def number_warnings(draft: ReadDraft) -> tuple[str, ...]:
    """Return a sentence for each place where the file's numbers and the labels part.

    A paragraph whose number differs by as much as the one before it is not named again.
    """
    return tuple(_warnings(draft, labelled(draft)))


def _warnings(draft: ReadDraft, labels: Mapping[str, str]) -> Iterator[str]:
    shift = 0
    for clause in draft.clauses:
        marker = understood(clause.marker)
        if clause.kind is ClauseKind.SUBPARAGRAPH:
            if _sub_differs(marker, labels[clause.key]):
                yield _sentence(clause, marker, labels[clause.key], goes_on=False)
            continue
        number = number_of(marker)
        if number is None or marker.family is Family.DECIMAL:
            continue
        label = labels[clause.key]
        now = _own_number(label) - number
        suffixed = " " in marker.core.removeprefix("PP ").removeprefix("OP ")
        if suffixed or now != shift or _stem_differs(marker, label):
            yield _sentence(clause, marker, label, goes_on=not suffixed and now != 0)
        shift = shift if suffixed else now


def _own_number(label: str) -> int:
    digits = "".join(filter(str.isdigit, label))
    return int(digits) if digits else 0


def _stem_differs(marker: Marker, label: str) -> bool:
    if marker.family is Family.LABEL:
        return marker.core[:2] != label[:2]
    return not label.startswith("OP")


def _sub_differs(marker: Marker, label: str) -> bool:
    last = label[label.rfind("(") + 1 :].rstrip(")")
    if marker.family is Family.LETTER:
        return last not in (marker.core, f"{marker.core[0]}{marker.core}") and not _counts_alike(marker.core, last)
    number = number_of(marker)
    return (
        number is not None and number not in (letter_value(last), roman_value(last))
        if last.isalpha() and last.islower()
        else False
    )


def _counts_alike(core: str, last: str) -> bool:
    """Say whether two letters count the same thing in two lists: "aa" of one list is "aa" or "ab" of another."""
    return len(core) > 1 and len(core) == len(last) and core == last


def _sentence(clause: ReadClause, marker: Marker, label: str, *, goes_on: bool) -> str:
    words = plain(clause.runs).split()
    opening = " ".join(words[:6]) + (" …" if len(words) > 6 else "")
    written = marker.core if marker.family in (Family.NUMBER, Family.LABEL) else clause.marker
    further = ", and so on" if goes_on else ""
    return f"The file numbers this paragraph {written}; here it is {label}{further}: “{opening}”."
