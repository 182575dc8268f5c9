"""Seams: the words of a clause cut in two, or of two put together, and the edits that go with them."""

from drafting.text.edits import Edits
from drafting.text.slide import extent
from drafting.text.tokens import Tokens, runs_of, tokenise


def cut(tokens: Tokens, gap: int) -> tuple[Tokens, Tokens]:
    """Return the words before and after a gap, each as ``tokenise`` would give them alone.

    Only the first token after the gap can change, by its leading blank. Put together again with ``+``,
    the parts are again as ``tokenise`` gives them: a first word carries its blank already.
    """
    return tokens[:gap], tokenise(runs_of(tokens[gap : gap + 1])) + tokens[gap + 1 :]


def ends_before(edits: Edits, gap: int) -> bool:
    """Tell whether all the edits could only be made left of a gap."""
    return all(edit.high < gap for edit in edits)


def begins_after(edits: Edits, gap: int) -> bool:
    """Tell whether all the edits could only be made right of a gap."""
    return all(edit.low > gap for edit in edits)


def shifted(edits: Edits, by: int) -> Edits:
    """Return the same edits ``by`` tokens further right."""
    return tuple(edit.shift(by) for edit in edits)


def growth_before(edits: Edits, gap: int) -> int:
    """Return by how many tokens the edits left of a gap push it to the right."""
    return sum(edit.growth for edit in edits if edit.high < gap)


def after_cut(tokens: Tokens, edits: Edits, gap: int) -> Edits:
    """Return edits right of a gap as edits of the right part.

    The first token of the part may have got or lost a blank, so that the first edit can now slide over it.

    Args:
        tokens: The whole clause.
        edits: Edits of it, all of which begin after the gap.
        gap: Where it is cut.
    """
    first, *others = shifted(edits, -gap)
    if first.low == 1:
        part = cut(tokens, gap)[1]
        low, _ = extent(part, first.start, first.stop, first.new, floor=0, ceiling=first.stop)
        first = first._replace(low=low)
    return (first, *others)
