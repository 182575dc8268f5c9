"""What changed where two readings of the change agree: words kept by chance are not taken for kept.

The fewest changed words are not always what was meant. Where a sentence that resembles its neighbours was put in, the
least diff keeps its "of", "the" and "in" one by one from the sentence beside it, and another's change of that sentence
would land in the wrong one. The second reading holds on to words that stand once in both texts, as a person does
(patience diff, Cohen 2010). Where it is as simple as the least diff, a word counts as kept only where both keep it,
and the whole stretch between is one change.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from drafting.text.diff import LARGEST_WINDOW, Hunk, common_ends, encoded, hunks, local_hunks, moved, windows
from drafting.text.slide import extent
from drafting.text.tokens import Tokens

DEEPEST = 10
"""How often a stretch between two anchors is searched for anchors of its own."""

FAR = 24
"""With so many kept words between them, two changes are read apart."""

DEAR = 2
"""How many changed words one change more is worth where two readings are weighed."""

_Pair = tuple[int, int]


def agreed_hunks(base: Tokens, proposed: Tokens) -> list[Hunk]:
    """Return the changed stretches, in order, between the words that both readings keep."""
    least = _leftmost(base, proposed, local_hunks(base, proposed))
    return [hunk for group in windows(least, FAR) for hunk in _again(base, proposed, group)]


def _again(base: Tokens, proposed: Tokens, least: list[Hunk]) -> list[Hunk]:
    if len(least) < 2:
        return least
    (head, _, new_head, _), (_, stop, _, new_stop) = least[0], least[-1]
    here = [moved(hunk, -head, -new_head) for hunk in least]
    return [moved(hunk, head, new_head) for hunk in _agreed(base[head:stop], proposed[new_head:new_stop], here)]


def _agreed(base: Tokens, proposed: Tokens, least: list[Hunk]) -> list[Hunk]:
    ends = len(base), len(proposed)
    anchored = _leftmost(base, proposed, list(_hunks(_anchored(*encoded(base, proposed)), ends)))
    if anchored == least or not _rivals(anchored, least):
        return least
    kept = set(_kept(least, ends)) & set(_kept(anchored, ends))
    return [_trimmed(base, proposed, hunk) for hunk in _hunks(sorted(kept), ends)]


def _rivals(anchored: list[Hunk], least: list[Hunk]) -> bool:
    """Whether a person could as well have meant the second reading: it has fewer changes, or no dearer ones."""
    return len(anchored) < len(least) or _cost(anchored) <= _cost(least)


def _cost(found: list[Hunk]) -> int:
    changed = sum(stop - start + new_stop - new_start for start, stop, new_start, new_stop in found)
    return changed + DEAR * len(found)


def _leftmost(base: Tokens, proposed: Tokens, found: list[Hunk]) -> list[Hunk]:
    """Slide each pure insertion or deletion as far left as the hunk before it lets it."""
    out: list[Hunk] = []
    floor = 0
    for hunk in found:
        start, stop, new_start, new_stop = hunk
        low, _ = extent(base, start, stop, proposed[new_start:new_stop], floor=floor, ceiling=stop)
        out.append(moved(hunk, low - start, low - start))
        floor = out[-1][1]
    return out


def _kept(found: list[Hunk], ends: _Pair) -> Iterator[_Pair]:
    at = new_at = 0
    for start, stop, new_start, new_stop in [*found, (*ends[:1], *ends[:1], *ends[1:], *ends[1:])]:
        yield from zip(range(at, start), range(new_at, new_start), strict=True)
        at, new_at = stop, new_stop


def _hunks(kept: list[_Pair], ends: _Pair) -> Iterator[Hunk]:
    at = new_at = 0
    for old, new in [*kept, ends]:
        if old > at or new > new_at:
            yield at, old, new_at, new
        at, new_at = old + 1, new + 1


def _trimmed(base: Tokens, proposed: Tokens, hunk: Hunk) -> Hunk:
    start, stop, new_start, new_stop = hunk
    head, tail = common_ends(base[start:stop], proposed[new_start:new_stop])
    return start + head, stop - tail, new_start + head, new_stop - tail


def _anchored(base: str, proposed: str) -> list[_Pair]:
    """The kept words, held by those that stand once in both, and again within what lies between them.

    The texts are encoded, a character a word: characters are compared in a fraction of the time.
    """
    out: list[_Pair] = []
    waiting = [(0, len(base), 0, len(proposed), 0)]
    while waiting:
        start, stop, new_start, new_stop, depth = waiting.pop()
        head, tail = common_ends(base[start:stop], proposed[new_start:new_stop])
        out += zip(range(start, start + head), range(new_start, new_start + head), strict=True)
        out += zip(range(stop - tail, stop), range(new_stop - tail, new_stop), strict=True)
        start, stop, new_start, new_stop = start + head, stop - tail, new_start + head, new_stop - tail
        old_words, new_words = base[start:stop], proposed[new_start:new_stop]
        anchors = _anchors(old_words, new_words) if depth < DEEPEST else []
        if not anchors:
            least = hunks(old_words, new_words, LARGEST_WINDOW)
            out += [(start + old, new_start + new) for old, new in _kept(least, (len(old_words), len(new_words)))]
            continue
        out += [(start + old, new_start + new) for old, new in anchors]
        at, new_at = start, new_start
        for old, new in [*anchors, (stop - start, new_stop - new_start)]:
            if start + old > at and new_start + new > new_at:
                waiting.append((at, start + old, new_at, new_start + new, depth + 1))
            at, new_at = start + old + 1, new_start + new + 1
    return sorted(out)


def _anchors(base: str, proposed: str) -> list[_Pair]:
    """The words that stand once in both, as many as come in one order (the longest rising sequence)."""
    counts, new_counts = Counter(base), Counter(proposed)
    places = {token: at for at, token in enumerate(base) if counts[token] == 1}
    piles: list[int] = []
    tops: list[tuple[_Pair, int]] = []
    last_of: list[int] = []
    for new, token in enumerate(proposed):
        if new_counts[token] > 1 or token not in places:
            continue
        old = places[token]
        pile = bisect_left(piles, old)
        tops.append(((old, new), last_of[pile - 1] if pile else -1))
        if pile == len(piles):
            piles.append(old)
            last_of.append(len(tops) - 1)
        else:
            piles[pile], last_of[pile] = old, len(tops) - 1
    out: list[_Pair] = []
    at = last_of[-1] if last_of else -1
    while at >= 0:
        pair, at = tops[at]
        out.append(pair)
    return out[::-1]
