"""What a chair has before her: drawn amendments, those that go together, sub-amendments, decisions one by one."""

from itertools import combinations

from hypothesis import strategies as st

from drafting.text import Blocked, CarriedOver, Edit, Edits, Rebased, Run, Tokens, edits_between, in_conflict, tokenise
from drafting.text.slide import slid
from tests.text.texts import edited, pieces

Fitting = tuple[Tokens, dict[str, Edits]]


@st.composite
def fitting(draw: st.DrawFn, proposals: int) -> Fitting:
    """A base, and amendments of it of which any two go together; some ask for the same in part or in whole."""
    base, _, together = draw(pending_beside(proposals))
    return base, together


@st.composite
def fitting_anywhere(draw: st.DrawFn, proposals: int) -> Fitting:
    """The same, each edit found at any place to which it slides."""
    base, together = draw(fitting(proposals))
    return base, {name: tuple([draw(_slid(edit)) for edit in edits]) for name, edits in together.items()}


def _slid(edit: Edit) -> st.SearchStrategy[Edit]:
    shifts = st.integers(edit.low - edit.start, edit.high - edit.stop)
    return shifts.map(lambda by: edit._replace(start=edit.start + by, stop=edit.stop + by, new=slid(edit.new, by)))


@st.composite
def pending_beside(draw: st.DrawFn, proposals: int) -> tuple[Tokens, Edits, dict[str, Edits]]:
    """A base, any amendment of it, and amendments of which any two go together; all choose of a few changes."""
    words = draw(pieces(5, 14))
    base = tokenise(tuple(words))
    starts = draw(st.lists(st.integers(0, len(words)), min_size=3, max_size=6, unique=True).map(sorted))
    changes = [(at, draw(st.integers(0, 1)), draw(pieces(0, 2))) for at in starts]
    together: dict[str, Edits] = {}
    pending: Edits = ()
    for at in range(proposals + 1):
        text = list(words)
        for start, size, new in reversed(
            draw(st.lists(st.sampled_from(changes), min_size=1, max_size=2, unique_by=id))
        ):
            text[start : start + size] = new
        edits = edits_between(base, tokenise(tuple(text)))
        if at == proposals:
            pending = edits
        elif edits and not any(in_conflict(base, edits, other) for other in together.values()):
            together[str(at)] = edits
    return base, pending, together


@st.composite
def hyphened(draw: st.DrawFn) -> tuple[Tokens, list[Tokens]]:
    """A base, and one text proposed in its place, of words that a hyphen may join."""
    words = st.sampled_from([Run(each) for each in ("-", "-", "a", "(", " a", " (", " b")])
    base = draw(st.lists(words, min_size=3, max_size=9))
    proposed = list(base)
    for _ in range(2):
        at = draw(st.integers(0, len(proposed) - 1))
        proposed[at] = draw(words)
    return tokenise(tuple(base)), [tokenise(tuple(proposed))]


def left_of(outcome: Rebased) -> Edits:
    """The edits carried over; nothing is left where all is in the text."""
    assert not isinstance(outcome, Blocked)
    return outcome.edits if isinstance(outcome, CarriedOver) else ()


def share_nothing(proposals: dict[str, Edits]) -> bool:
    return all(
        {edit.key for edit in one}.isdisjoint(edit.key for edit in other)
        for one, other in combinations(proposals.values(), 2)
    )


@st.composite
def successive(draw: st.DrawFn, steps: int) -> list[Tokens]:
    """A text, and what it became step by step."""
    words = draw(pieces(4, 12))
    out = [words]
    for _ in range(steps):
        out.append(draw(edited(out[-1])))
    return [tokenise(tuple(each)) for each in out]


@st.composite
def subamended(draw: st.DrawFn, others: int = 1, subs: int = 1) -> tuple[Tokens, Tokens, list[Tokens], list[Tokens]]:
    """A base, what a parent proposes, what sub-amendments make of that, and what others make of the base.

    The others, and sub-amendments after the first, mostly change the words after those that parent and first change.
    """
    left, right = draw(pieces(2, 7)), draw(pieces(2, 7))
    parent = draw(edited(left))
    of_parent = [draw(edited(parent)) + right, *(parent + draw(edited(right)) for _ in range(subs - 1))]
    anywhere = st.one_of(*[edited(right).map(lambda words: left + words)] * 4, edited(left + right))
    of_base = [draw(anywhere) for _ in range(others)]
    read = [tokenise(tuple(each)) for each in (left + right, parent + right, *of_parent, *of_base)]
    return read[0], read[1], read[2 : 2 + subs], read[2 + subs :]


@st.composite
def insertions(draw: st.DrawFn, proposals: int, others: int = 0) -> Fitting:
    """A base, and amendments that insert at one place, of which some change another place, too; then others.

    The others change one token somewhere.
    """
    base = draw(pieces(2, 10))
    place = draw(st.integers(0, len(base)))
    texts = []
    for _ in range(proposals):
        text = [*base[:place], *draw(pieces(1, 2)), *base[place:]]
        texts.append(draw(edited(text)) if draw(st.integers(0, 3)) == 3 else text)
    for _ in range(others):
        at = draw(st.integers(0, len(base)))
        texts.append([*base[:at], *draw(pieces(0, 1)), *base[at + draw(st.integers(0, 1)) :]])
    tokens = tokenise(tuple(base))
    return tokens, {str(at): edits_between(tokens, tokenise(tuple(each))) for at, each in enumerate(texts)}
