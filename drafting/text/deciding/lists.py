"""Lists: additions to an enumeration made one, its commas and its conjunction written anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.text.tokens import Token, Tokens

_COMMAS = frozenset(",،、，")
_AND = frozenset("and et y e и 和 及 و ва".split())
_OR = frozenset("or ou o u или 或 أو ё".split())
_HAN = frozenset("和及或")
_WAW = "و"

# Words that begin with what elsewhere is a conjunction.
_NO_CONJUNCTION = frozenset("和平 和谐 和解 和睦 和约 及时 及早 及格 或许 或者".split())


@dataclass(frozen=True, slots=True)
class Item:
    """One addition to a list, without what joins it to the rest."""

    tokens: Tokens
    comma: Token | None
    conjunction: Token | None


def item(new: Tokens) -> Item | None:
    """Return what an insertion adds to a list, or None where it begins with neither comma nor conjunction."""
    left = new
    comma = left[0] if left and left[0].word in _COMMAS else None
    left = left[1:] if comma else left
    conjunction, left = _conjunction(left)
    if not left or not (comma or conjunction):
        return None
    return Item(left, comma, conjunction)


def as_one_list(items: Sequence[Item], following: Tokens) -> tuple[Tokens, ...] | None:
    """Return each item with what joins it to the one before, or None where "and" stands against "or".

    The last item has a conjunction where one of them had, unless the list goes on with its own. A comma stands before
    the conjunction where it did in one of the items.

    Args:
        items: The items in their order.
        following: The tokens after the place.
    """
    conjunctions = [each.conjunction for each in items if each.conjunction]
    if len({_is_or(each) for each in conjunctions}) > 1:
        return None
    goes_on = _conjunction(following)[0] is not None
    if any(_is_prefix(each) for each in conjunctions) and not goes_on:
        return tuple(_prefixed(each) for each in items)
    comma = next((each.comma for each in items if each.comma), None) or _comma_beside(conjunctions)
    out = [(comma, *each.tokens) for each in items]
    if conjunctions and not goes_on:
        serial = any(each.comma and each.conjunction for each in items)
        last = items[-1]
        word = _fitting(last.conjunction or conjunctions[0], last.tokens)
        out[-1] = (*((comma,) if serial else ()), word, *last.tokens)
    return tuple(out)


def _conjunction(tokens: Tokens) -> tuple[Token | None, Tokens]:
    """The conjunction that tokens begin with, and the rest."""
    if not tokens:
        return None, tokens
    first, rest = tokens[0], tokens[1:]
    word = first.word.casefold()
    if word in _HAN and rest and word + rest[0].text in _NO_CONJUNCTION:
        return None, tokens
    if word in _AND or word in _OR:
        return first, rest
    if word.startswith(_WAW) and len(word) > 3 and not first.settings:
        return Token(" " + _WAW), (Token(" " + first.word[1:]), *rest)
    return None, tokens


def _is_or(conjunction: Token) -> bool:
    return conjunction.word.casefold() in _OR


def _is_prefix(conjunction: Token) -> bool:
    return conjunction.word == _WAW


def _prefixed(each: Item) -> Tokens:
    """An Arabic item: each is joined by its own "and", written as one word with it."""
    first, *rest = each.tokens
    return (first._replace(text=f" {_WAW}{first.word}", settings=()), *rest)


def _comma_beside(conjunctions: Sequence[Token]) -> Token:
    word = conjunctions[0].word
    return Token("、" if word in _HAN else "،" if word in (_WAW, "أو") else ",")


def _fitting(conjunction: Token, following: Tokens) -> Token:
    """A Spanish conjunction as the sound after it asks: "e" before "i", "u" before "o"."""
    sound = following[0].word.casefold().removeprefix("h")
    vowel, before, other = {"y": ("i", "y", "e"), "e": ("i", "y", "e"), "o": ("o", "o", "u"), "u": ("o", "o", "u")}.get(
        conjunction.word, ("", conjunction.word, conjunction.word)
    )
    meets = bool(vowel) and sound.startswith(vowel) and not following[0].word.casefold().startswith(("hia", "hie"))
    return conjunction._replace(text=conjunction.text.replace(conjunction.word, other if meets else before))
