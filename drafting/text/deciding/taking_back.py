"""Taking decisions back: the text in which they were never taken, and what else has to go for that."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from drafting.errors import InvalidTextError
from drafting.text.deciding.composition import followed
from drafting.text.deciding.rebase import Blocked, CarriedOver, rebase_through
from drafting.text.deciding.relation import conflicts
from drafting.text.edits import Edits, Key, apply, invert
from drafting.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in the history of a text.

    ``edits`` are what was asked for, on the text that the first ``made_on`` decisions had left: so what others had
    asked for too, and had got before, is known to be asked for still when theirs is taken back. ``parts`` are edits
    of the same text that the decision was put together from, as ``rebase`` takes their keys.
    """

    name: str
    edits: Edits
    made_on: int
    parts: Edits = ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The text without the decisions taken back, the others as they stand in its history, and the way there.

    ``edits`` make the new text of the present one, in normal form.
    """

    text: Tokens
    decisions: tuple[Decision, ...]
    edits: Edits


@dataclass(frozen=True, slots=True)
class TakeBackToo:
    """Nothing is taken back: these later decisions rest on what would go, and must be taken back with it.

    In order; they are all: with them the decisions named can be taken back.
    """

    names: tuple[str, ...]


def take_back(base: Tokens, decisions: Sequence[Decision], which: Collection[str]) -> TakenBack | TakeBackToo:
    """Take the decisions named in ``which`` back, by replaying the others without them.

    A later decision that meets what goes, be it to undo the same, rests on it.

    Laws: all taken back is ``base``; the order of taking back does not matter; what is taken back and accepted again
    leaves the same text; of compatible amendments there remains what accepting only the others gives.

    Args:
        base: The text before the first decision.
        decisions: All decisions since, in order.
        which: The names of those to take back.

    Raises:
        InvalidTextError: A decision does not fit the text that the others leave.
    """
    replay = _Replay(base)
    too = [decision.name for decision in decisions if not replay.go_on(decision, decision.name in which)]
    return TakeBackToo(tuple(too)) if too else replay.outcome()


@dataclass(frozen=True, slots=True)
class _Made:
    """A decision as it was made on the text before it."""

    edits: Edits
    parts: frozenset[Key]


_NOTHING = _Made((), frozenset())


@dataclass(slots=True)
class _Replay:
    """The history as it was, beside the history without what is taken back, step by step."""

    base: Tokens
    texts: list[Tokens] = field(init=False)
    new_texts: list[Tokens] = field(init=False)
    made: list[_Made] = field(default_factory=list)
    made_anew: list[_Made] = field(default_factory=list)
    ways: list[Edits] = field(default_factory=lambda: [()])  # From each text to the new one.
    kept: list[Decision | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.texts, self.new_texts = [self.base], [self.base]

    def go_on(self, decision: Decision, gone: bool) -> bool:
        """Take the next step with a decision or without it; tell whether that is as was wished."""
        made = _made(self.texts, self.made, decision.edits, decision.parts, decision.made_on)
        if made is None:
            raise InvalidTextError("A decision does not fit the text it was made on. The history must be read again.")
        anew = None if gone else self._anew(decision)
        self._append(made, anew or _NOTHING)
        self.kept.append(self._mapped(decision) if anew else None)
        return gone or anew is not None

    def outcome(self) -> TakenBack:
        """The end of the new history."""
        kept = tuple(decision for decision in self.kept if decision)
        return TakenBack(self.new_texts[-1], kept, self.ways[-1])

    def _anew(self, decision: Decision) -> _Made | None:
        """The decision in the new history, or None where it rests on what is gone."""
        text, way = self.texts[decision.made_on], self.ways[decision.made_on]
        if not _is_free(text, decision.edits, way):
            return None
        mapped = self._mapped(decision)
        return _made(self.new_texts, self.made_anew, mapped.edits, mapped.parts, decision.made_on)

    def _mapped(self, decision: Decision) -> Decision:
        way = self.ways[decision.made_on]
        before = sum(kept is not None for kept in self.kept[: decision.made_on])
        return Decision(decision.name, _shifted(decision.edits, way), before, _shifted(decision.parts, way))

    def _append(self, made: _Made, anew: _Made) -> None:
        text, new_text, way = self.texts[-1], self.new_texts[-1], self.ways[-1]
        after = apply(text, made.edits)
        back = followed(after, invert(text, made.edits), way)
        self.ways.append(followed(after, back, anew.edits))
        self.texts.append(after)
        self.new_texts.append(apply(new_text, anew.edits))
        self.made.append(made)
        self.made_anew.append(anew)


def _made(texts: Sequence[Tokens], before: Sequence[_Made], edits: Edits, parts: Edits, since: int) -> _Made | None:
    """Edits of one of the texts as edits of the last, or None where a decision since then blocks them."""
    since_then = before[since:]
    outcome = rebase_through(
        texts[since], edits, [each.edits for each in since_then], [each.parts for each in since_then]
    )
    if isinstance(outcome, Blocked):
        return None
    for each in since_then:
        parts = _shifted(parts, each.edits)
    left = outcome.edits if isinstance(outcome, CarriedOver) else ()
    return _Made(left, frozenset(edit.key for edit in parts))


def _is_free(text: Tokens, edits: Edits, way: Edits) -> bool:
    keys = {edit.key for edit in way}
    return not conflicts(text, edits, way) and not any(edit.key in keys for edit in edits)


def _shifted(edits: Edits, over: Edits) -> Edits:
    """Edits moved by what ``over`` changes before them; what meets is left out."""
    return tuple(
        edit.shift(sum(each.growth for each in over if each.high < edit.low))
        for edit in edits
        if not any(each.low <= edit.high and edit.low <= each.high for each in over)
    )
