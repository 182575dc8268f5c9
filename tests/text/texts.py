"""Small texts for the engine's tests: shorthand, and Hypothesis strategies with few words, so that all is ambiguous."""

from hypothesis import strategies as st

from drafting.text import Mark, NoteReference, Redline, Run, Runs, Tokens, plain, runs_of, tokenise
from drafting.text.runs import Piece

EMPHASIS = frozenset({Mark.EMPHASIS})
STRONG = frozenset({Mark.STRONG})
BOTH = EMPHASIS | STRONG

_SIGNS = {"kept": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}

_WORDS: list[Piece] = [Run(" the"), Run(" of"), Run(" and"), Run(" all"), Run(","), Run("."), Run("-"), Run(" (")]
_SET: list[Piece] = [*_WORDS, Run(" the", EMPHASIS), Run("of", EMPHASIS), Run("约"), NoteReference("n1")]
_NEW: list[Piece] = [Run(" x"), Run(" y"), Run("x")]


def text(words: str) -> Tokens:
    return tokenise((Run(words),))


def shown(tokens: Tokens) -> str:
    return "".join(f"[{piece.note}]" if isinstance(piece, NoteReference) else piece.text for piece in runs_of(tokens))


def drawn(line: Redline) -> str:
    return "".join(_SIGNS[segment.change].format(plain(segment.runs)) for segment in line)


def runs_with_marks() -> st.SearchStrategy[Runs]:
    """Runs of any white space, split words, marks and note references."""
    words = st.text("ab ,-.'( \t约缔ง\u0301\u05d0", max_size=8)
    run = st.builds(Run, words, st.sampled_from([frozenset(), EMPHASIS, STRONG, BOTH]))
    return st.lists(st.one_of(run, run, run, st.sampled_from([NoteReference("n1")])), max_size=8).map(tuple)


@st.composite
def pieces(draw: st.DrawFn, low: int, high: int) -> list[Piece]:
    return draw(st.lists(st.sampled_from(draw(st.sampled_from([_WORDS, _SET]))), min_size=low, max_size=high))


@st.composite
def edited(draw: st.DrawFn, base: list[Piece]) -> list[Piece]:
    """The base with one to three places changed by up to two pieces."""
    out = list(base)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(out)))
        stop = min(len(out), start + draw(st.integers(0, 2)))
        out[start:stop] = draw(st.lists(st.sampled_from(_SET + _NEW), max_size=2))
    return out


@st.composite
def negotiations(draw: st.DrawFn, proposals: int) -> tuple[Tokens, list[Tokens]]:
    """A base, and texts proposed in its place."""
    base = draw(pieces(4, 14))
    proposed = [draw(edited(base)) for _ in range(proposals)]
    return tokenise(tuple(base)), [tokenise(tuple(each)) for each in proposed]


def any_text() -> st.SearchStrategy[Tokens]:
    return pieces(0, 16).map(lambda each: tokenise(tuple(each)))
