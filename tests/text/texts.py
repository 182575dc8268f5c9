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


_CHINESE: list[Piece] = [
    Run("各"),
    Run("国"),
    Run("应"),
    Run("，"),
    Run("和"),
    Run("国", EMPHASIS),
    NoteReference("n1"),
]
_ARABIC: list[Piece] = [Run(" الدول"), Run(" على"), Run("،"), Run(" و"), Run("-"), Run(" على", STRONG)]
_TAJIK: list[Piece] = [Run(" ва"), Run(" ҷ"), Run("-"), Run(","), Run(" (ва"), Run(")"), NoteReference("n2")]
_VOCABULARIES = [_WORDS, _SET, _CHINESE, _ARABIC, _TAJIK]


@st.composite
def words_of(draw: st.DrawFn, low: int, high: int) -> list[Piece]:
    """Words of one script and one small vocabulary, with marks and notes."""
    return draw(st.lists(st.sampled_from(draw(st.sampled_from(_VOCABULARIES))), min_size=low, max_size=high))


@st.composite
def changed(draw: st.DrawFn, base: list[Piece]) -> list[Piece]:
    """The base with one to three places changed by up to two of its own words, or new ones."""
    out = list(base)
    words = st.sampled_from([*base, *base, *_NEW])
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(out)))
        stop = min(len(out), start + draw(st.integers(0, 2)))
        out[start:stop] = draw(st.lists(words, max_size=2))
    return out


@st.composite
def talks(draw: st.DrawFn, proposals: int) -> tuple[Tokens, list[Tokens]]:
    """As ``negotiations``, in any script."""
    base = draw(words_of(3, 12))
    return tokenise(tuple(base)), [tokenise(tuple(draw(changed(base)))) for _ in range(proposals)]


@st.composite
def histories(draw: st.DrawFn, decisions: int) -> tuple[Tokens, Tokens, list[Tokens]]:
    """A base, a text proposed in its place, and the texts that one decision after the other made of the base."""
    base = draw(words_of(3, 12))
    later = [base]
    for _ in range(decisions):
        later.append(draw(changed(later[-1] or base)))
    return tokenise(tuple(base)), tokenise(tuple(draw(changed(base)))), [tokenise(tuple(each)) for each in later[1:]]


@st.composite
def slides(draw: st.DrawFn) -> tuple[Tokens, int, int, Tokens]:
    """A base of few words, and an insertion into it or a deletion from it."""
    base = tokenise(tuple(Run(word) for word in draw(st.lists(st.sampled_from([" a", " b"]), min_size=1, max_size=9))))
    start = draw(st.integers(0, len(base)))
    stop = draw(st.sampled_from([start, min(len(base), start + 1), min(len(base), start + 2)]))
    size = draw(st.integers(1, 2))
    new = tokenise(
        tuple(Run(word) for word in draw(st.lists(st.sampled_from([" a", " b"]), min_size=size, max_size=2)))
    )
    return base, start, stop, () if start < stop else new


@st.composite
def far_apart(draw: st.DrawFn) -> tuple[tuple[Tokens, Tokens], Tokens, tuple[Tokens, Tokens]]:
    """Two changes with words between them that stand nowhere else."""
    wall = tokenise((Run(" " + " ".join(f"w{at}" for at in range(24))),))
    one, other = draw(_change()), draw(_change())
    return one, wall, other


@st.composite
def _change(draw: st.DrawFn) -> tuple[Tokens, Tokens]:
    base = draw(st.lists(st.sampled_from([" the", " of", " all", " and"]), min_size=1, max_size=8))
    start = draw(st.integers(0, len(base)))
    stop = min(len(base), start + draw(st.integers(0, 3)))
    new = draw(st.lists(st.sampled_from([" the", " of", " x"]), max_size=3))
    after = [*base[:start], *new, *base[stop:]]
    return tokenise((Run("".join(base)),)), tokenise((Run("".join(after)),))


@st.composite
def tight(draw: st.DrawFn, proposals: int) -> tuple[Tokens, list[Tokens]]:
    """A base of two words only, and texts proposed in its place: almost every edit can slide."""
    words = st.sampled_from([" a", " b"])
    base = draw(st.lists(words, min_size=2, max_size=8))
    proposed = []
    for _ in range(proposals):
        out = list(base)
        for _ in range(draw(st.integers(1, 2))):
            start = draw(st.integers(0, len(out)))
            out[start : start + draw(st.integers(0, 2))] = draw(st.lists(words, max_size=2))
        proposed.append(tokenise((Run("".join(out)),)))
    return tokenise((Run("".join(base)),)), proposed


@st.composite
def one_change_each(draw: st.DrawFn, proposals: int) -> tuple[Tokens, list[Tokens]]:
    """A base of few words, and texts that each change one stretch of it."""
    words = st.sampled_from([" the", " of", ","])
    base = draw(st.lists(words, min_size=2, max_size=12))
    proposed = []
    for _ in range(proposals):
        start = draw(st.integers(0, len(base)))
        new = draw(st.lists(words, max_size=3))
        proposed.append(tokenise((Run("".join([*base[:start], *new, *base[start + draw(st.integers(0, 3)) :]])),)))
    return tokenise((Run("".join(base)),)), proposed
