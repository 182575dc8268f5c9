"""The suggested order of consideration: what is furthest removed from the present text first, with the reason.

Source: General Assembly rules 90 and 130: of several amendments the one furthest removed in substance is taken first,
then the next furthest; one whose rejection another's adoption implies is not put. A count of words is only a
measure of substance: the chair decides, and may take the steps in any order.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.text.deciding.distance import Distance, Removal, distance, in_plain_words
from drafting.text.deciding.document_graph import Act, DocumentGraph
from drafting.text.deciding.graph import ConflictGraph
from drafting.text.edits import Key


@dataclass(frozen=True, slots=True)
class Step:
    """One proposal to consider, under the names of all who ask for it.

    ``group`` numbers the amendments that hang together, from 0 in the order of consideration. When the step is
    accepted, ``falls`` are the other amendments that are implied rejected, and ``satisfied`` those that ask for
    nothing more; both in the order of consideration.
    """

    names: tuple[str, ...]
    distance: Distance
    group: int
    falls: tuple[str, ...] = ()
    satisfied: tuple[str, ...] = ()


def order_of_consideration(graph: ConflictGraph) -> tuple[Step, ...]:
    """Return the suggested order for the amendments of one clause's text, each name once.

    To delete all the words comes first. Amendments that hang together are taken together, group by group in the
    order of the text. Within a group what deletes comes before what replaces, and that before what inserts; then
    what takes more words away, then what puts more in, then what is earlier in the text, then what was there first.
    """
    return _finished(graph, list(_of_text(graph)), _asked_for_by(graph))


def order_in_document(graph: DocumentGraph) -> tuple[Step, ...]:
    """Return the suggested order for all amendments of a document, clause by clause, each name once.

    On each clause its deletion comes first, then the amendments of its text, then what joins, splits and moves
    it, and last what is inserted after it. Operations on clauses that the graph does not have come at the end.
    """
    blocks: list[list[Step]] = []
    satisfied: dict[str, tuple[str, ...]] = {}
    operations = _of_operations(graph)
    for clause in [*graph.clauses, *(name for name in operations if name not in graph.clauses)]:
        whole = operations.get(clause, [])
        deletions = sum(step.distance.removal is Removal.DELETES_CLAUSE for step in whole)
        text = graph.clauses.get(clause)
        blocks += [whole[:deletions], list(_of_text(text)) if text else [], whole[deletions:]]
        satisfied |= _asked_for_by(text) if text else {}
    return _finished(graph, _numbered(blocks), satisfied)


def reasons(steps: Sequence[Step]) -> tuple[str, ...]:
    """Return for each step, in the order given, a sentence that says why it is suggested there."""
    furthest: dict[int, Step] = {}
    return tuple(_reason(step, furthest.setdefault(step.group, step)) for step in steps)


def _reason(step: Step, first: Step) -> str:
    said = in_plain_words(step.distance)
    if step.distance.removal is Removal.DELETES_CLAUSE:
        return f"First, since nothing is further removed from the present text: it {said}."
    if step.distance.removal.is_of_clauses:
        return f"After the amendments of the text, which it leaves as it is: it {said}."
    if not step.falls:
        return f"At its place in the text, since no other amendment stands against it: it {said}."
    if step is first:
        return f"Furthest removed from the present text of those that stand against each other: it {said}."
    return f"Next furthest removed from the present text: it {said}."


def _of_text(graph: ConflictGraph) -> Iterator[Step]:
    """Yield the steps of one clause's text in order, groups numbered from 0."""
    places = {name: edits[0].low if edits else len(graph.base) + 1 for name, edits in graph.proposals.items()}
    part_of: dict[str, tuple[int, int]] = {}
    for number, part in enumerate(graph.connected()):
        part_of |= dict.fromkeys(part, (min(map(places.__getitem__, part)), number))
    found = {names: distance(graph.base, graph.proposals[names[0]]) for names in graph.identical()}
    numbers: dict[tuple[int, int], int] = {}

    def order(names: tuple[str, ...]) -> tuple[object, ...]:
        far, name = found[names], names[0]
        measure = (far.removal.rank, -far.taken_away, -far.put_in, places[name])
        return (far.removal is not Removal.DELETES_CLAUSE, part_of[name], measure)

    # Sorting is stable: of equals the one that was there first stays first.
    for names in sorted(found, key=order):
        yield Step(names, found[names], numbers.setdefault(part_of[names[0]], len(numbers)))


def _of_operations(graph: DocumentGraph) -> dict[str, list[Step]]:
    """The operations on whole clauses by clause, those that delete it first."""
    names: dict[tuple[str, Act, Hashable], list[str]] = {}
    for operation in graph.operations:
        names.setdefault(operation.asks, []).append(operation.name)
    out: dict[str, list[Step]] = {}
    for group, ((clause, act, _), each) in enumerate(names.items()):
        out.setdefault(clause, []).append(Step(tuple(each), Distance(Removal.of(act)), group))
    return {clause: sorted(steps, key=lambda step: step.distance.removal.rank) for clause, steps in out.items()}


def _numbered(blocks: list[list[Step]]) -> list[Step]:
    """The steps of all blocks with their groups numbered through."""
    numbers: dict[tuple[int, int], int] = {}
    return [
        replace(step, group=numbers.setdefault((at, step.group), len(numbers)))
        for at, block in enumerate(blocks)
        for step in block
    ]


def _asked_for_by(graph: ConflictGraph) -> dict[str, tuple[str, ...]]:
    """Which amendments ask for a part of what an amendment asks for, or for nothing."""
    asks = {names: frozenset(edit.key for edit in graph.proposals[names[0]]) for names in graph.identical()}
    holders: dict[Key, set[tuple[str, ...]]] = {}
    for names, keys in asks.items():
        for key in keys:
            holders.setdefault(key, set()).add(names)
    out: dict[str, tuple[str, ...]] = {}
    for names, keys in asks.items():
        larger = set.intersection(*(holders[key] for key in keys)) if keys else set(asks)
        for each in larger - {names}:
            out[each[0]] = out.get(each[0], ()) + names
    return out


def _finished(
    graph: ConflictGraph | DocumentGraph, steps: list[Step], satisfied: Mapping[str, tuple[str, ...]]
) -> tuple[Step, ...]:
    """The steps with what follows from each."""
    place = {name: at for at, name in enumerate(name for step in steps for name in step.names)}
    return tuple(
        replace(
            step,
            falls=tuple(sorted(graph.neighbours(step.names[0]), key=place.__getitem__)),
            satisfied=tuple(sorted(satisfied.get(step.names[0], ()), key=place.__getitem__)),
        )
        for step in steps
    )
