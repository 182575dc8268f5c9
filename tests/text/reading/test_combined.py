import pytest

from drafting.text import combined, edits_between, plain
from drafting.text.reading.attribution import Attribution
from tests.text.texts import text

BASE = "The Parties shall report every two years on progress."


def together(base: str, **proposals: str) -> str:
    tokens = text(base)
    segments = combined(tokens, {name: edits_between(tokens, text(words)) for name, words in proposals.items()})
    signs = {"kept": "{0}", "deleted": "[-{0}-]({1})", "inserted": "[+{0}+]({1})"}
    return "".join(
        signs[s.change].format(plain(s.runs).strip() if s.by else plain(s.runs), ", ".join(s.by)) for s in segments
    )


@pytest.mark.parametrize(
    ("base", "proposals", "expected"),
    [
        ("a b c", {}, "a b c"),
        ("", {}, ""),
        ("a b c", {"EU": "a x c"}, "a[-b-](EU)[+x+](EU) c"),
        ("a b c", {"EU": "x a b c"}, "[+x+](EU) a b c"),
        ("a b c", {"EU": "a x c", "SCO": "a x c"}, "a[-b-](EU, SCO)[+x+](EU, SCO) c"),
        ("a b c", {"SCO": "a x c", "EU": "a y c"}, "a[-b-](SCO, EU)[+x+](SCO)[+y+](EU) c"),
        ("a b c", {"EU": "a c", "SCO": "a x c"}, "a[-b-](EU, SCO)[+x+](SCO) c"),
        ("a b c", {"EU": "a x b c", "SCO": "a y b c"}, "a[+x+](EU)[+y+](SCO) b c"),
        ("a b c", {"EU": "a x b c", "SCO": "a c"}, "a[+x+](EU)[-b-](SCO) c"),
        ("a b c d e", {"EU": "a x d e", "SCO": "a b y e"}, "a[-b c d-](EU, SCO)[+x d+](EU)[+b y+](SCO) e"),
        ("a b c d e", {"EU": "a e", "SCO": "a x c y e"}, "a[-b c d-](EU, SCO)[+x c y+](SCO) e"),
        ("a b c d e", {"EU": "a x c d e", "SCO": "a b c y e"}, "a[-b-](EU)[+x+](EU) c[-d-](SCO)[+y+](SCO) e"),
    ],
)
def test_all_amendments_stand_in_one_redline_with_their_names(base, proposals, expected):
    assert together(base, **proposals) == expected


@pytest.mark.parametrize(
    ("attribution", "expected"),
    [
        (Attribution.FULL, "a[-b-](EU, NOR)[+x+](EU)[+y+](NOR) c"),
        (Attribution.GROUP, "a[-b-](EU)[+x+](EU)[+y+]() c"),
        (Attribution.ANONYMOUS, "a[-b-]()[+x+]()[+y+]() c"),
    ],
)
def test_names_are_shown_as_the_chair_set_it_and_insertions_stay_apart(attribution, expected):
    base = text("a b c")
    proposals = {name: edits_between(base, text(words)) for name, words in (("EU", "a x c"), ("NOR", "a y c"))}

    segments = combined(base, proposals, attribution=attribution, groups=frozenset({"EU"}))

    signs = {"kept": "{0}", "deleted": "[-{0}-]({1})", "inserted": "[+{0}+]({1})"}
    drawn = (signs[s.change].format(plain(s.runs).strip(" " * (s.change != "kept")), ", ".join(s.by)) for s in segments)
    assert "".join(drawn) == expected
