"""Which open amendments touch the same words, and which are the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from drafting.rules.kinds import ClauseKind
from drafting.rules.life import AmendmentKind, AmendmentState
from drafting.service.text_view import Text
from drafting.text import Edits, Tokens, conflicts, looks
from drafting.view.amendment import TouchView
from drafting.view.sentences import sides, touching_all


@dataclass(frozen=True, slots=True)
class Standing:
    """One amendment as it stands beside the others.

    ``edits`` of ``base`` make ``proposed``, the clause as it would read; ``new_kind`` is an insertion's.
    """

    number: int
    delegation: str
    kind: AmendmentKind
    state: AmendmentState
    clause_id: str
    new_kind: ClauseKind | None
    base: Tokens
    edits: Edits
    proposed: Tokens


@dataclass(frozen=True, slots=True)
class _Why:
    """Why two amendments are set side by side; an empty phrase: they have nothing to do with each other."""

    phrase: str
    near: bool = False


def identical(standings: Iterable[Standing]) -> Mapping[int, tuple[int, ...]]:
    """Return, by number, the other open amendments that ask for the very same."""
    same: defaultdict[object, list[int]] = defaultdict(list)
    for standing in _pending(standings):
        same[_asked(standing)].append(standing.number)
    return {
        number: tuple(other for other in numbers if other != number)
        for numbers in same.values()
        if len(numbers) > 1
        for number in numbers
    }


def touches(standings: Iterable[Standing], text: Text) -> Mapping[int, tuple[TouchView, ...]]:
    """Return, by number, the open amendments that touch the same words, with the words."""
    by_clause: defaultdict[str, list[Standing]] = defaultdict(list)
    for standing in _pending(standings):
        by_clause[standing.clause_id].append(standing)
    found: defaultdict[int, list[TouchView]] = defaultdict(list)
    for group in by_clause.values():
        for one, other in combinations(group, 2):
            _note(found, one, other, _why(one, other))
    for one, other in _with_deleted_parents(by_clause, text):
        _note(
            found,
            one,
            other,
            _Why(f"{_names(one, other)[0]} deletes {text.by_id[one.clause_id].label} with all that stands under it"),
        )
    return {number: tuple(sorted(each, key=lambda touch: touch.number)) for number, each in found.items()}


def _pending(standings: Iterable[Standing]) -> Iterable[Standing]:
    return (standing for standing in standings if standing.state is AmendmentState.SUBMITTED)


def _asked(standing: Standing) -> object:
    return standing.kind, standing.clause_id, standing.new_kind, standing.proposed


def _note(found: dict[int, list[TouchView]], one: Standing, other: Standing, why: _Why) -> None:
    if why.phrase:
        found[one.number].append(TouchView(other.number, other.delegation, why.phrase, why.near))
        found[other.number].append(TouchView(one.number, one.delegation, why.phrase, why.near))


def _why(one: Standing, other: Standing) -> _Why:
    kinds = {one.kind, other.kind}
    if AmendmentKind.INSERT in kinds:
        return _beside_insertion(one, other)
    if kinds == {AmendmentKind.DELETE} or (AmendmentKind.DELETE not in kinds and one.proposed == other.proposed):
        return _Why("")
    if AmendmentKind.DELETE in kinds:
        deletion, changed = (one, other) if one.kind is AmendmentKind.DELETE else (other, one)
        return _Why("{} deletes the clause, {} changes its words".format(*_names(deletion, changed)))
    clashes = conflicts(one.base, one.edits, other.edits)
    close = () if clashes else looks(one.base, one.edits, other.edits)
    return _Why(touching_all(clashes or close, *_names(one, other)), near=not clashes)


def _names(one: Standing, other: Standing) -> tuple[str, str]:
    return sides((one.number, one.delegation), (other.number, other.delegation))


def _beside_insertion(one: Standing, other: Standing) -> _Why:
    if one.kind is not other.kind or _asked(one) == _asked(other):
        return _Why("")
    return _Why("both insert a new clause at this place; accepted one after the other, they stand in that order")


def _with_deleted_parents(by_clause: Mapping[str, list[Standing]], text: Text) -> Iterable[tuple[Standing, Standing]]:
    for group in by_clause.values():
        for one in group:
            if one.kind is AmendmentKind.DELETE:
                for child in _under(text, one.clause_id):
                    yield from ((one, other) for other in by_clause.get(child, ()))


def _under(text: Text, clause_id: str) -> list[str]:
    under = [clause_id]
    for clause in text.clauses:
        if clause.parent_id in under:
            under.append(clause.id)
    return under[1:]
