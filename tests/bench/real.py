"""How pairs of real amendments divide, and whether every answer holds what it has to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

from drafting.text import Conflicted, Edits, Reason, Tokens, apply, edits_between, merge, same
from tests.bench.corpus import Paragraph
from tests.bench.peers import tokens
from tests.bench.progress import Progress

HARDEST = tuple(Reason)
"""A pair in conflict is counted under the first of these that it has."""


@dataclass(slots=True)
class Division:
    """``outcomes`` counts pairs; ``faults`` are sentences on answers that break a rule."""

    pairs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def divided(texts: Sequence[Paragraph], progress: Progress) -> Division:
    """Merge every two amendments of each paragraph, in both directions."""
    out = Division()
    for paragraph in texts:
        base = tokens(paragraph.base)
        edits = [edits_between(base, tokens(text)) for text in paragraph.proposed]
        for ours, theirs in combinations(edits, 2):
            out.pairs += 1
            try:
                outcome, fault = _judged(base, ours, theirs)
            except Exception as error:
                outcome, fault = "exception", f"{type(error).__name__}"
            out.outcomes[outcome] += 1
            if fault:
                out.faults.append(f"{paragraph.location}: {fault}")
        progress.step()
    return out


def _judged(base: Tokens, ours: Edits, theirs: Edits) -> tuple[str, str]:
    found = merge(base, ours, theirs)
    turned = merge(base, theirs, ours)
    if isinstance(found, Conflicted):
        if not isinstance(turned, Conflicted):
            return "conflict", "a conflict in one order only"
        reasons = {conflict.reason for conflict in found.conflicts}
        hardest = next(reason for reason in HARDEST if reason in reasons)
        touched = all(
            conflict.our_words
            and conflict.their_words
            and conflict.ours in ours
            and conflict.theirs in theirs
            and conflict.ours.low <= conflict.theirs.high + 1
            and conflict.theirs.low <= conflict.ours.high + 1
            for conflict in found.conflicts
        )
        return f"conflict: {hardest}", "" if touched else "a conflict that names words not touched by both"
    if isinstance(turned, Conflicted):
        return "merge", "a conflict in one order only"
    merged = apply(base, found.edits)
    if apply(base, turned.edits) != merged:
        return "merge", "another text in the other order"
    return _kind(ours, theirs), _missing(base, apply(base, ours), apply(base, theirs), merged)


def _kind(ours: Edits, theirs: Edits) -> str:
    return "the same" if same(ours, theirs) else "merge"


def _missing(base: Tokens, a: Tokens, b: Tokens, merged: Tokens) -> str:
    """Count words: what each side puts in and takes out is in and out; what both do may be done once."""
    counts = [Counter(token.text for token in each) for each in (base, a, b, merged)]
    (put, taken), (their_put, their_taken) = (_done(base, each) for each in (a, b))
    for word in set().union(*counts):
        at, ours, theirs, now = (count[word] for count in counts)
        least = max(put[word], their_put[word]) - taken[word] - their_taken[word]
        most = put[word] + their_put[word] - max(taken[word], their_taken[word])
        if not least <= now - at <= most or not (at or ours or theirs):
            return f"“{word.strip()}” is there {now} times; {at} in the paragraph, {ours} and {theirs} in the proposals"
    return ""


def _done(base: Tokens, proposed: Tokens) -> tuple[Counter[str], Counter[str]]:
    """Count the words put in and taken out, as another diff than the engine's finds them."""
    put: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for act, start, stop, new_start, new_stop in SequenceMatcher(None, base, proposed, autojunk=False).get_opcodes():
        if act != "equal":
            taken.update(token.text for token in base[start:stop])
            put.update(token.text for token in proposed[new_start:new_stop])
    return put, taken
