"""Which paragraph of one text became which of another, in order; so that each two can be shown as a redline."""

from collections.abc import Iterator, Sequence

from drafting.text.diff import hunks
from drafting.text.runs import to_wire
from drafting.text.tokens import Token, Tokens, runs_of

Pair = tuple[Tokens | None, Tokens | None]
"""A paragraph before and after; None before: it is new; None after: it is gone."""

LEAST_ALIKE = 0.4
"""The share of different words that two paragraphs must have in common to be shown as one that changed."""

LARGEST_STRETCH = 1_000_000
"""So many comparisons, a few seconds, are made between two paragraphs that did not change; otherwise none is."""


def paired(old: Sequence[Tokens], new: Sequence[Tokens]) -> tuple[Pair, ...]:
    """Return the paragraphs in pairs, equal ones first of all, then those most alike, without crossing.

    Laws: the first of each pair, those absent left out, are ``old``; the second ``new``.
    """
    out: list[Pair] = []
    at = new_at = 0
    for start, stop, new_start, new_stop in hunks(_whole(old), _whole(new)):
        out += zip(old[at:start], new[new_at:new_start], strict=True)
        out += _by_likeness(old[start:stop], new[new_start:new_stop])
        at, new_at = stop, new_stop
    return (*out, *zip(old[at:], new[new_at:], strict=True))


def _whole(paragraphs: Sequence[Tokens]) -> Tokens:
    """Each paragraph as one token, to find the equal ones with the diff of words."""
    return tuple(Token(repr(to_wire(runs_of(tokens)))) for tokens in paragraphs)


def _by_likeness(old: Sequence[Tokens], new: Sequence[Tokens]) -> Iterator[Pair]:
    at = new_at = 0
    for i, j in _matched(old, new):
        yield from ((gone, None) for gone in old[at:i])
        yield from ((None, come) for come in new[new_at:j])
        yield old[i], new[j]
        at, new_at = i + 1, j + 1
    yield from ((gone, None) for gone in old[at:])
    yield from ((None, come) for come in new[new_at:])


def _matched(old: Sequence[Tokens], new: Sequence[Tokens]) -> list[tuple[int, int]]:
    """The pairs of most likeness in all; a table as for the longest common subsequence."""
    if len(old) * len(new) > LARGEST_STRETCH:
        return []
    words, new_words = [_words(each) for each in old], [_words(each) for each in new]
    table = [[0.0] * (len(new) + 1)]
    for ours in words:
        above, row = table[-1], [0.0]
        for j, theirs in enumerate(new_words):
            row.append(max(above[j + 1], row[j], above[j] + _likeness(ours, theirs)))
        table.append(row)
    out: list[tuple[int, int]] = []
    i, j = len(old), len(new)
    while i and j:
        if table[i][j] == table[i - 1][j]:
            i -= 1
        elif table[i][j] == table[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            out.append((i, j))
    return out[::-1]


def _words(tokens: Tokens) -> frozenset[str]:
    return frozenset(token.word for token in tokens)


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    least = LEAST_ALIKE * (len(ours) + len(theirs)) / 2
    if min(len(ours), len(theirs)) < least:
        return 0.0
    common = len(ours & theirs)
    return common / least * LEAST_ALIKE if common >= least > 0 else 0.0
