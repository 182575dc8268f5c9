"""Small outlines for the tests: shorthand, and Hypothesis strategies for any operation on any small outline."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from drafting.errors import DraftingError
from drafting.text import Edits, edits_between, runs_of, tokenise
from drafting.text.clauses.acceptance import accept
from drafting.text.clauses.carrying import Blocked, CarriedOver, carried
from drafting.text.clauses.fitting import check
from drafting.text.clauses.operations import Amend, Delete, Insert, Join, Move, Operation, Split
from drafting.text.clauses.outline import Clause, Outline, Place
from drafting.text.runs import NoteReference, Piece, Run
from drafting.text.tokens import Token
from tests.text.texts import EMPHASIS, shown, text

Shape = tuple[tuple[int, str, bool], ...]


_PIECES: list[Piece] = [Run(" the"), Run(" of"), Run(","), Run("-"), Run(" ("), Run("of", EMPHASIS), Run("约")]
_PIECES += [NoteReference("c")]  # The id of a clause: notes are clauses too.
_NEW = [*tokenise((Run(" the x of"),)), Token(","), Token("约"), Token("", (), "c")]


def outline(*lines: str) -> Outline:
    """An outline of lines such as "op5 Calls for action", "  a in all States", "op6 † Struck": indented, † deleted."""
    clauses: list[Clause] = []
    path: list[str] = []
    for line in lines:
        depth = (len(line) - len(line.lstrip())) // 2
        name, _, words = line.strip().partition(" ")
        del path[depth:]
        parent = path[-1] if path else None
        clauses.append(Clause(name, text(words.removeprefix("† ")), parent, deleted=words.startswith("†")))
        path.append(name)
    return Outline(tuple(clauses))


def lines(of: Outline) -> list[str]:
    """The lines that ``outline`` reads."""
    return [
        f"{'  ' * (len(of.above(each.id)) - 1)}{each.id} {'† ' if each.deleted else ''}{shown(each.tokens)}"
        for each in of.clauses
    ]


def amend(of: Outline, clause: str, words: str) -> Amend:
    return Amend(clause, edits_between(of.clause(clause).tokens, text(words)))


def insert(clause: str, *, after: str | None = None, under: str | None = None, words: str = "new") -> Insert:
    return Insert(clause, Place(under, after), text(words))


def move(clause: str, *, after: str | None = None, under: str | None = None) -> Move:
    return Move(clause, Place(under, after))


def fits(of: Outline, operation: Operation) -> bool:
    try:
        check(of, operation)
    except DraftingError:
        return False
    return True


def shape(of: Outline) -> Shape:
    """All that a reader sees: levels, words, tombstones; without ids."""
    return tuple((len(of.above(each.id)), shown(each.tokens), each.deleted) for each in of.clauses)


def accept_in(
    of: Outline, pending: Mapping[str, Operation], order: tuple[str, ...]
) -> tuple[Outline, dict[str, str], list[str]]:
    """Accept what can be accepted in an order; give the outline, what became of each, and who was accepted."""
    left, fate, accepted = dict(pending), dict[str, str](), list[str]()
    for name in order:
        if name not in left:
            continue
        decision = left.pop(name)
        fate[name] = "accepted"
        accepted.append(name)
        for other, operation in list(left.items()):
            outcome = carried(of, operation, decision)
            if isinstance(outcome, CarriedOver):
                left[other] = outcome.operation
            else:
                del left[other]
                fate[other] = f"blocked by {name}" if isinstance(outcome, Blocked) else f"satisfied by {name}"
        of = accept(of, decision)
    return of, fate, accepted


def outlines() -> st.SearchStrategy[Outline]:
    """Three to seven clauses on up to three levels, some but not the first of them tombstones."""
    return _SEEDS.map(lambda seed: _outline(Random(seed)))


def cases(operations: int) -> st.SearchStrategy[tuple[Outline, dict[str, Operation]]]:
    """An outline, and operations on it by name; most are about two or three clauses only, so that they often meet.

    Drawn from one seed, not from Hypothesis, which takes 15 ms for each: they are too small to need shrinking.
    """
    return _SEEDS.map(lambda seed: _case(Random(seed), operations))


def places(of: Outline) -> list[Place]:
    """Every place that is not under a tombstone."""
    parents = [None, *(each.id for each in of.clauses if not each.deleted)]
    return [Place(parent, after) for parent in parents for after in (None, *of.children(parent))]


def edits_of(operation: Operation) -> Edits:
    assert isinstance(operation, Amend)
    return operation.edits


_SEEDS = st.integers(0, 2**48)


def _outline(random: Random) -> Outline:
    clauses: list[Clause] = []
    path: list[Clause] = []
    for name in "abcdefg"[: random.randint(3, 7)]:
        del path[random.randint(0, min(2, len(path))) :]
        parent = path[-1] if path else None
        deleted = bool(clauses) and (random.random() < 0.2 or (parent is not None and parent.deleted))
        tokens = tokenise(tuple(random.choices(_PIECES, k=random.randint(1, 6))))
        clauses.append(Clause(name, tokens, parent.id if parent else None, deleted=deleted))
        path.append(clauses[-1])
    return Outline(tuple(clauses))


def _case(random: Random, operations: int) -> tuple[Outline, dict[str, Operation]]:
    of = _outline(random)
    living = [each.id for each in of.clauses if not each.deleted]
    near = random.choices(living, k=random.randint(1, 3))
    found: dict[str, Operation] = {}
    while len(found) < operations:
        new = f"new{len(found)}"
        made = random.choice(_MAKERS)(random, of, random.choice([*near, *near, *living]), new)
        if fits(of, made):
            found[str(len(found))] = made
    return of, found


def _place(random: Random, of: Outline, clause: str) -> Place:
    place = of.place_of(clause)
    children = [None, *of.children(clause)]
    near = [place, Place(place.parent, clause), Place(clause, children[0]), Place(clause, children[-1])]
    return random.choice([*near, random.choice(places(of))])


def _amend(random: Random, of: Outline, clause: str, _: str) -> Operation:
    tokens = of.clause(clause).tokens
    proposed = list(tokens)
    for _change in range(random.randint(1, 2)):
        start = random.randint(0, len(proposed))
        proposed[start : start + random.randint(0, 2)] = random.choices(_NEW, k=random.randint(0, 2))
    return Amend(clause, edits_between(tokens, tokenise(runs_of(proposed))))


def _insert(random: Random, of: Outline, clause: str, new: str) -> Operation:
    return Insert(new, _place(random, of, clause), text(random.choice("xy")))


def _delete(random: Random, of: Outline, clause: str, _: str) -> Operation:
    return Delete(clause)


def _move(random: Random, of: Outline, clause: str, _: str) -> Operation:
    moved = random.choice([clause, random.choice(of.clauses).id])
    return Move(moved, _place(random, of, clause))


def _split(random: Random, of: Outline, clause: str, new: str) -> Operation:
    return Split(clause, random.randint(1, len(of.clause(clause).tokens)), new)


def _join(random: Random, of: Outline, clause: str, _: str) -> Operation:
    siblings = [each for each in of.children(of.clause(clause).parent) if of.living(each)]
    return Join(*random.choice([pair for pair in pairwise(siblings) if clause in pair] or [(clause, clause)]))


_MAKERS: list[Callable[[Random, Outline, str, str], Operation]] = [_amend, _insert, _delete, _move, _split, _join]
