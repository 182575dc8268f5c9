"""The conflict graph of a document made of operations: text by text, and what operations on whole clauses add."""

from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations, product

from drafting.text.clauses.claims import claims
from drafting.text.clauses.operations import Amend, Delete, Insert, Join, Move, Operation, Split
from drafting.text.clauses.outline import Outline, Place
from drafting.text.clauses.relation import clause_conflicts
from drafting.text.deciding.document_graph import Act, DocumentGraph, FurtherPair, OnClause
from drafting.text.deciding.graph import ConflictGraph
from drafting.text.edits import Edits


def graph_of_document(outline: Outline, operations: Mapping[str, Operation]) -> DocumentGraph:
    """Return the conflict graph of all amendments of a document, by name.

    Laws: two amendments are neighbours exactly when ``clause_conflicts`` finds something.
    """
    texts: dict[str, dict[str, Edits]] = {clause.id: {} for clause in outline.clauses if not clause.deleted}
    for name, operation in operations.items():
        if isinstance(operation, Amend):
            texts[operation.clause][name] = operation.edits
    graphs = {clause: ConflictGraph.of(outline.clause(clause).tokens, text) for clause, text in texts.items()}
    return DocumentGraph.of(graphs, on_clauses(operations), further_pairs(outline, operations))


def on_clauses(operations: Mapping[str, Operation]) -> tuple[OnClause, ...]:
    """Return the amendments of whole clauses as the document's graph takes them."""
    return tuple(
        OnClause(name, *_act(operation)) for name, operation in operations.items() if not isinstance(operation, Amend)
    )


def further_pairs(outline: Outline, operations: Mapping[str, Operation]) -> tuple[FurtherPair, ...]:
    """Return the pairs that cannot both be accepted for a reason beyond the words of one clause.

    Only those are compared that lay hands on one thing.
    """
    place = {name: at for at, name in enumerate(operations)}
    pairs = set(_candidates(outline, operations))
    out: list[FurtherPair] = []
    for one, other in sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]])):
        if found := clause_conflicts(outline, operations[one], operations[other]):
            out.append(FurtherPair(one, other, found[0].reason))
    return tuple(out)


def _candidates(outline: Outline, operations: Mapping[str, Operation]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names, in order, that touch one clause or place, but for two that amend one clause's words."""
    place = {name: at for at, name in enumerate(operations)}
    plain: dict[Hashable, list[str]] = {}
    others: dict[Hashable, list[str]] = {}
    # Most amendments touch a clause that calls no note, and lay hands on nothing else.
    with_notes = {clause.id for clause in outline.clauses if any(token.note for token in clause.tokens)}
    for name, operation in operations.items():
        amended = operation.clause if isinstance(operation, Amend) else None
        if amended is not None:
            plain.setdefault(amended, []).append(name)
        if amended is None or amended in with_notes:
            for thing in _touched(outline, operation) - {amended}:
                others.setdefault(thing, []).append(name)
    for thing, names in others.items():
        for pair in (*combinations(names, 2), *product(names, plain.get(thing, ()))):
            one, other = sorted(pair, key=place.__getitem__)
            if not _amend_one_clause(operations[one], operations[other]):
                yield one, other


def _amend_one_clause(one: Operation, other: Operation) -> bool:
    return isinstance(one, Amend) and isinstance(other, Amend) and one.clause == other.clause


def _touched(outline: Outline, operation: Operation) -> set[Hashable]:
    claim = claims(outline, operation)
    things: set[Hashable] = {*claim.needs, *claim.ends, *claim.closes, *claim.under, *claim.holds, claim.moves}
    if claim.place:
        things |= {claim.place, claim.place.after}
    return things - {None}


def _act(operation: Insert | Delete | Move | Split | Join) -> tuple[str, Act, Hashable]:
    match operation:
        case Insert(_, place, tokens, kind):
            return _stands_at(place), Act.INSERT, (place, tokens, kind)
        case Delete(clause):
            return clause, Act.DELETE, None
        case Move(clause, place):
            return clause, Act.MOVE, place
        case Split(clause, gap):
            return clause, Act.SPLIT, gap
        case join:
            return join.clause, Act.JOIN, join.next


def _stands_at(place: Place) -> str:
    return place.after or place.parent or ""
