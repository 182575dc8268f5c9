"""The compilation text: a compilation set out in the fixed grammar of brackets and attribution."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from drafting.text.reading.attribution import Heads, in_grammar
from drafting.text.reading.compilation import Bracket, Compilation, Kept
from drafting.text.runs import Piece, Run, Runs, joined
from drafting.text.tokens import tokenise

DELETE = "delete"
NOTE = "{note}"
"""Where plain text has a note reference; braces hold what is about the text and not of it."""


class Part(StrEnum):
    """What a stretch of a compilation text is.

    ``KEPT``: words nobody changes. ``PRESENT``: words in question as they stand. ``PROPOSED``: words somebody would
    have. ``HEADS``: who would. ``DELETE``: that they delete. ``SIGN``: a bracket, a colon or a blank between them.
    """

    KEPT = "kept"
    PRESENT = "present"
    PROPOSED = "proposed"
    HEADS = "heads"
    DELETE = "delete"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a compilation text; so a bracket of the grammar is never taken for one of the text itself."""

    part: Part
    runs: Runs


_OPEN, _CLOSE, _COLON, _BLANK = (Stretch(Part.SIGN, (Run(sign),)) for sign in ("[", "]", ": ", " "))
_DELETE = Stretch(Part.DELETE, (Run(DELETE),))
_IN_BRACKETS = frozenset({Part.PRESENT, Part.PROPOSED, Part.HEADS})


def bracketed(compilation: Compilation) -> tuple[Stretch, ...]:
    """Set a compilation out: "Parties [shall] [JPN: should] report [EU, NOR: promptly]".

    Present words come first, then each alternative after its heads; "delete" stands for none. Where the clause
    itself is to be deleted, all of it is in brackets. Where nobody is named, there is no colon.
    """
    stretches = list(_set_out(compilation))
    if compilation.deletion:
        stretches = [_OPEN, *stretches, _CLOSE, _BLANK, *_alternative(compilation.deletion.heads, ())]
    return tuple(stretches)


def as_runs(stretches: Iterable[Stretch]) -> Runs:
    """Return the text with the marks and note references of all words; what is of the grammar has no marks."""
    return joined([piece for stretch in stretches for piece in stretch.runs])


def as_text(stretches: Iterable[Stretch], *, isolate: bool = False) -> str:
    """Return the text as plain words.

    Args:
        stretches: A compilation text.
        isolate: Put directional isolates around what is in brackets, so that names in one script and words in
            another keep their places. For showing only: a text with isolates is refused at the door.
    """
    return "".join(
        f"\u2068{_plain(each.runs)}\u2069" if isolate and each.part in _IN_BRACKETS else _plain(each.runs)
        for each in stretches
    )


def _set_out(compilation: Compilation) -> Iterator[Stretch]:
    last: Runs = ()
    begins = True
    for part in compilation.parts:
        if isinstance(part, Kept):
            yield Stretch(Part.KEPT, part.runs)
            last = part.runs
        else:
            if not begins and _is_apart(last, part.present or part.alternatives[0].runs):
                yield _BLANK
            yield from _bracket(part)
            last = ()
        begins = False


def _bracket(bracket: Bracket) -> Iterator[Stretch]:
    if bracket.present:
        yield from (_OPEN, Stretch(Part.PRESENT, _without_blank(bracket.present)), _CLOSE)
    for at, alternative in enumerate(bracket.alternatives):
        if at or bracket.present:
            yield _BLANK
        yield from _alternative(alternative.heads, alternative.runs)


def _alternative(heads: Heads, runs: Runs) -> Iterator[Stretch]:
    yield _OPEN
    if heads:
        yield from (Stretch(Part.HEADS, (Run(in_grammar(heads)),)), _COLON)
    yield from (Stretch(Part.PROPOSED, _without_blank(runs)) if runs else _DELETE, _CLOSE)


def _is_apart(before: Runs, words: Runs) -> bool:
    """Whether a blank stands before the bracket: always in English, but not in scripts without blanks or in a word."""
    first = words[0]
    if not isinstance(first, Run):
        return True
    if first.text[0].isspace():
        return True
    return not first.text[0].isalnum() and not (before and _ends_without_blanks(before[-1]))


def _ends_without_blanks(last: Piece) -> bool:
    return isinstance(last, Run) and _is_solo(last.text[-1])


@lru_cache(maxsize=1_000)
def _is_solo(character: str) -> bool:
    """Whether the character is of a script without blanks: the tokeniser alone knows them."""
    return tokenise((Run(character),))[0].text[0] != " "


def _without_blank(runs: Runs) -> Runs:
    first = runs[0]
    if isinstance(first, Run) and first.text[0] == " ":
        rest = first.text[1:]
        return (Run(rest, first.marks), *runs[1:]) if rest else runs[1:]
    return runs


def _plain(runs: Runs) -> str:
    return "".join(piece.text if isinstance(piece, Run) else NOTE for piece in runs)
