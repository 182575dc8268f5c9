"""What the engine found, said as diplomats say it."""

from drafting.text.relation import Conflict, Look, Reason

_TOGETHER = {
    Reason.OVERLAP: "both change “{ours}”",
    Reason.DELETE_AGAINST_MODIFY: "one deletes “{ours}”, the other changes “{theirs}”",
    Reason.SAME_PLACE: "both insert at the same place: “{ours}” and “{theirs}”",
    Reason.SUBSUMED: "one deletes “{ours}”, the other “{theirs}”, and one lies within the other",
    Reason.MARKS: "one sets “{ours}” otherwise, the other changes “{theirs}”",
    Reason.TOUCHING: "the changes stand side by side: “{ours}” and “{theirs}”",
    Reason.AMBIGUOUS: "the same words stand here more than once, so “{ours}” and “{theirs}” may be the same place",
    Reason.NEAR: "“{ours}” and “{theirs}”; read the whole clause before both are taken",
    Reason.REPEATED: "the same words, “{ours}”, are inserted at two places of one sentence",
}


def touching(found: Conflict | Look) -> str:
    """Return why two amendments touch the same words, naming them: "both change “should consider”"."""
    if found.reason is Reason.OVERLAP and found.our_words != found.their_words:
        return f"one changes “{found.our_words}”, the other “{found.their_words}”"
    return _TOGETHER[found.reason].format(ours=found.our_words, theirs=found.their_words)


def touching_all(found: tuple[Conflict, ...]) -> str:
    """Return the reasons of several conflicts as one phrase, each said once."""
    return "; ".join(dict.fromkeys(touching(conflict) for conflict in found))
