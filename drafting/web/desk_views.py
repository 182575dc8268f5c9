"""What the desk shows: what waits for a decision, what of it is in conflict, or all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafting.rules.life import AmendmentState
from drafting.view.amendment import AmendmentView
from drafting.view.desk import DeskClause, DeskView

VIEWS = {"open": "Still to be decided", "conflict": "In conflict", "all": "All"}


@dataclass(frozen=True, slots=True)
class Sifted:
    """The desk as one view shows it: its clauses, and how many amendments of the document are which."""

    clauses: tuple[DeskClause, ...]
    waiting: int
    in_conflict: int
    overtaken: int


def sifted(view: DeskView, shown: str, just: str) -> Sifted:
    """Return the clauses of the desk with the amendments that a view of ``VIEWS`` shows open.

    ``just`` is the id of the clause decided on last: there all are shown, so that what it overtook is seen.
    """
    every = [each for clause in view.clauses for each in clause.open]
    return Sifted(
        tuple(_sift(clause, "all" if clause.clause.id == just else shown) for clause in view.clauses),
        waiting=sum(map(_waits, every)),
        in_conflict=sum(map(_clashes, every)),
        overtaken=sum(not _waits(each) for each in every),
    )


def together(amendments: Iterable[AmendmentView]) -> tuple[AmendmentView, ...]:
    """Return amendments by number, those that ask for the very same directly after the first of them."""
    return tuple(sorted(amendments, key=lambda each: (min((each.number, *each.identical_to)), each.number)))


def _sift(clause: DeskClause, shown: str) -> DeskClause:
    if shown == "all":
        return replace(clause, open=together(clause.open))
    keeps = _clashes if shown == "conflict" else _waits
    # What is overtaken waits for its delegation; here it lies with what is decided.
    overtaken = [each for each in clause.open if not _waits(each)]
    return replace(
        clause, open=together(each for each in clause.open if keeps(each)), decided=(*overtaken, *clause.decided)
    )


def _waits(amendment: AmendmentView) -> bool:
    return amendment.state is AmendmentState.SUBMITTED


def _clashes(amendment: AmendmentView) -> bool:
    return _waits(amendment) and any(not touch.near for touch in amendment.touches)
