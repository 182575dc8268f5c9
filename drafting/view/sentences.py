"""What the engine found, said as diplomats say it."""

from drafting.text.deciding.relation import Conflict, Look, Reason

_ACTS = "{ours} {our_act}, {theirs} {their_act}"
_TOGETHER = {
    Reason.OVERLAP: _ACTS,
    Reason.DELETE_AGAINST_MODIFY: _ACTS,
    Reason.MARKS: _ACTS,
    Reason.SAME_PLACE: "both insert at the same place: {ours} “{our_words}”, {theirs} “{their_words}”",
    Reason.TOUCHING: f"the changes stand side by side: {_ACTS}",
    Reason.AMBIGUOUS: f"the same words stand here more than once: {_ACTS}; this may be one place",
    Reason.NEAR: f"{_ACTS}; read the whole clause before both are taken",
    Reason.REPEATED: "both insert “{our_words}”, at two places of one sentence",
}


def touching(found: Conflict | Look, ours: str = "one", theirs: str = "the other") -> str:
    """Return why two amendments touch the same words, as a phrase: "India deletes “all”, Spain replaces …".

    Args:
        found: What the engine found.
        ours: Who makes its first edit, as the phrase names them.
        theirs: Who makes its second.
    """
    if found.reason is Reason.SUBSUMED:
        return _within(found, ours, theirs)
    return _TOGETHER[found.reason].format(
        ours=ours,
        theirs=theirs,
        our_words=found.our_words,
        their_words=found.their_words,
        our_act=found.our_act,
        their_act=found.their_act,
    )


def touching_all(found: tuple[Conflict | Look, ...], ours: str = "one", theirs: str = "the other") -> str:
    """Return the reasons of several conflicts as one phrase, each said once."""
    return "; ".join(dict.fromkeys(touching(each, ours, theirs) for each in found))


def sides(ours: tuple[int, str], theirs: tuple[int, str]) -> tuple[str, str]:
    """Return how to name two amendments, each given as number and delegation, in a phrase about both."""
    if ours[1] == theirs[1]:
        return f"Amendment {ours[0]}", f"Amendment {theirs[0]}"
    return ours[1], theirs[1]


def as_sentence(phrase: str) -> str:
    """Return a phrase that stands alone, with its capital and full stop."""
    return f"{phrase[:1].upper()}{phrase[1:]}."


def _within(found: Conflict | Look, ours: str, theirs: str) -> str:
    if found.theirs.start <= found.ours.start and found.ours.stop <= found.theirs.stop:
        return f"{ours} {found.our_act}, which lies within what {theirs} deletes"
    return f"{theirs} {found.their_act}, which lies within what {ours} deletes"
