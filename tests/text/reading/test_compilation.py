import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text import NoteReference, Run, Tokens, edits_between, plain, runs_of, tokenise
from drafting.text.reading.attribution import Attribution, Head, Party, Stance
from drafting.text.reading.bracketed import Part, as_runs, as_text, bracketed
from drafting.text.reading.compilation import (
    Alternative,
    Bracket,
    Kept,
    Proposal,
    attributed,
    compilation,
    proposed_by,
)
from tests.text.texts import EMPHASIS, negotiations, text

GROUPS = {"EU", "G77"}
BASE = "The Parties shall adopt measures, where possible, and report every two years."


def head(name: str) -> Head:
    return Head((Party(name, name in GROUPS),))


def proposal(base: Tokens, name: str, proposed: Tokens | None) -> Proposal:
    return Proposal(edits_between(base, base if proposed is None else proposed), (head(name),), proposed is None)


def compiled(base: str, attribution: Attribution = Attribution.FULL, **proposals: str | None) -> str:
    tokens = text(base)
    each = [proposal(tokens, name, text(words) if words is not None else None) for name, words in proposals.items()]
    return as_text(bracketed(compilation(tokens, each, attribution)))


@pytest.mark.parametrize(
    ("base", "proposals", "expected"),
    [
        ("a b c", {}, "a b c"),
        ("", {}, ""),
        ("", {"EU": "a"}, "[EU: a]"),
        ("a b c", {"EU": "a x b c", "NOR": "a x b c"}, "a [EU, NOR: x] b c"),
        ("a b c", {"NOR": "a x b c", "EU": "a y b c"}, "a [NOR: x] [EU: y] b c"),
        ("a b c", {"EU": "a x c", "NOR": "a y c"}, "a [b] [EU: x] [NOR: y] c"),
        ("a b c", {"EU": "a c"}, "a [b] [EU: delete] c"),
        ("a b c", {"EU": "a c", "NOR": "a x b c"}, "a [NOR: x] [b] [EU: delete] c"),
        ("a b c", {"EU": "x a b c"}, "[EU: x] a b c"),
        ("a b c", {"EU": "a b c d"}, "a b c [EU: d]"),
        ("a b.", {"EU": "a b, x.", "NOR": "a b"}, "a b [EU: , x] [.] [NOR: delete]"),
        ("a (b) c", {"EU": "a (x) c"}, "a ([b] [EU: x]) c"),
        ("a b c", {"EU": None, "NOR": "a x c"}, "[a [b] [NOR: x] c] [EU: delete]"),
        ("a [b] c", {"EU": "a [x] c"}, "a [[b] [EU: x]] c"),
        ("缔约方应当采取", {"EU": "请缔约方应采取，"}, "[EU: 请]缔约方应[当] [EU: delete]采取[EU: ，]"),
    ],
)  # fmt: skip
def test_all_amendments_stand_in_brackets_under_their_delegations(base, proposals, expected):
    assert compiled(base, **proposals) == expected


PROPOSALS: dict[str, str | None] = {
    "EU": BASE.replace("adopt", "urgently adopt"),
    "NOR": BASE.replace("adopt", "urgently adopt"),
    "USA": BASE.replace(", where possible,", ""),
    "CAN": BASE.replace("two", "four"),
    "G77": BASE.replace("every two years", "annually"),
}


@pytest.mark.parametrize(
    ("attribution", "expected"),
    [
        (
            Attribution.FULL,
            "The Parties shall [EU, NOR: urgently] adopt measures [, where possible,] [USA: delete] and report "
            "[every two years] [CAN: every four years] [G77: annually].",
        ),
        (
            Attribution.GROUP,
            "The Parties shall [EU: urgently] adopt measures [, where possible,] [delete] and report "
            "[every two years] [every four years] [G77: annually].",
        ),
        (
            Attribution.ANONYMOUS,
            "The Parties shall [urgently] adopt measures [, where possible,] [delete] and report "
            "[every two years] [every four years] [annually].",
        ),
    ],
)
def test_names_are_shown_as_the_chair_set_it_and_alternatives_stay_apart(attribution, expected):
    assert compiled(BASE, attribution, **PROPOSALS) == expected


def test_who_supports_and_who_opposes_stands_with_the_proposal():
    base = text("a b c")
    heads = (
        Head((Party("NZ"), Party("CL"), Party("PE"))),
        Head((Party("US"), Party("JP")), Stance.OPPOSE),
        Head((Party("IN"),), Stance.RESERVE),
    )

    each = [Proposal(edits_between(base, text("a x b c")), heads)]

    assert as_text(bracketed(compilation(base, each))) == ("a [NZ, CL, PE propose; IN reserves; US, JP oppose: x] b c")


def test_a_bracket_of_the_text_is_told_from_one_of_the_grammar():
    base = text("a [b c")

    set_out = bracketed(compilation(base, [proposal(base, "EU", text("a [x c"))]))

    assert [(part.part.value, plain(part.runs)) for part in set_out] == [
        ("kept", "a ["), ("sign", "["), ("present", "b"), ("sign", "]"), ("sign", " "),
        ("sign", "["), ("heads", "EU"), ("sign", ": "), ("proposed", "x"), ("sign", "]"), ("kept", " c"),
    ]  # fmt: skip


def test_the_word_delete_is_told_from_a_deletion():
    base = text("a b c")
    written, meant = (bracketed(compilation(base, [proposal(base, "EU", text(to))])) for to in ("a delete c", "a c"))

    assert as_text(written) == as_text(meant)
    assert [each.part for each in written if plain(each.runs) == "delete"] == [Part.PROPOSED]
    assert [each.part for each in meant if plain(each.runs) == "delete"] == [Part.DELETE]


def test_marks_and_note_references_are_kept():
    base = tokenise((Run("Calls upon", EMPHASIS), Run(" all"), NoteReference("n1"), Run(" States")))
    new = tokenise((Run("Urges", EMPHASIS), Run(" all"), NoteReference("n1"), Run(" States"), NoteReference("n2")))

    set_out = bracketed(compilation(base, [proposal(base, "EU", new)]))

    assert as_text(set_out) == "[Calls upon] [EU: Urges] all{note} States [EU: {note}]"
    assert as_runs(set_out) == (
        Run("["), Run("Calls upon", EMPHASIS), Run("] [EU: "), Run("Urges", EMPHASIS), Run("] all"),
        NoteReference("n1"), Run(" States [EU: "), NoteReference("n2"), Run("]"),
    )  # fmt: skip


def test_a_note_with_a_blank_before_it_stands_in_the_bracket_without():
    base = tokenise((Run("a "), NoteReference("n1")))

    assert as_text(bracketed(compilation(base, [proposal(base, "EU", text("a"))]))) == "a [{note}] [EU: delete]"


def test_a_comma_after_a_note_stands_apart():
    base = tokenise((Run("约"), NoteReference("n1")))
    new = tokenise((Run("约"), NoteReference("n1"), Run("，")))

    assert as_text(bracketed(compilation(base, [proposal(base, "EU", new)]))) == "约{note} [EU: ，]"


def test_words_and_names_of_other_directions_are_isolated_for_showing_only():
    base = text("تتعهد الأطراف بالعمل")
    full = compilation(base, [proposal(base, "EU", text("تتعهد الدول بالعمل"))])

    assert as_text(bracketed(full)) == "تتعهد [الأطراف] [EU: الدول] بالعمل"
    assert as_text(bracketed(full), isolate=True) == (
        "تتعهد [\u2068الأطراف\u2069] [\u2068EU\u2069: \u2068الدول\u2069] بالعمل"
    )


def test_the_structure_holds_present_words_and_alternatives():
    base = text("a b c")

    made = compilation(base, [proposal(base, "EU", text("a c")), proposal(base, "NOR", None)])

    assert made.parts == (
        Kept((Run("a"),)),
        Bracket((Run(" b"),), (Alternative((head("EU"),), ()),)),
        Kept((Run(" c"),)),
    )
    assert made.deletion == Alternative((head("NOR"),), ())
    assert proposed_by(made, "NOR") == ()
    assert proposed_by(made, "JPN") == (Run("a b c"),)


@given(negotiations(5), st.booleans())
def test_what_each_delegation_proposes_can_be_read_back(case, deletes):
    base, proposed = case
    names = [f"Party {number}" for number in range(5)]
    each = [proposal(base, name, words) for name, words in zip(names, proposed, strict=True)]

    full = compilation(base, [*each, *([proposal(base, "Other", None)] if deletes else [])])

    for name, words in zip(names, proposed, strict=True):
        assert tokenise(proposed_by(full, name)) == words
    assert tokenise(proposed_by(full, "Other")) == (() if deletes else base)
    assert tokenise(runs_of(base)) == tokenise(proposed_by(full, "nobody"))


@given(negotiations(4))
def test_whoever_changes_something_is_named_in_a_bracket(case):
    base, proposed = case
    each = [proposal(base, f"Party {number}", words) for number, words in enumerate(proposed)]

    words = as_text(bracketed(compilation(base, each)))

    for number, text_proposed in enumerate(proposed):
        assert (f"Party {number}" in words) == (text_proposed != base)


@given(negotiations(4), st.sampled_from([Attribution.GROUP, Attribution.ANONYMOUS]))
def test_no_name_is_in_the_value_that_is_not_to_be_shown(case, attribution):
    base, proposed = case
    names = ["EU", "Ruritania", "G77", "Borduria"]
    each = [proposal(base, name, words) for name, words in zip(names, proposed, strict=True)]
    hidden = {"Ruritania", "Borduria"} | (GROUPS if attribution is Attribution.ANONYMOUS else set())

    full = compilation(base, [*each, proposal(base, "Syldavia", None)])
    less = compilation(base, [*each, proposal(base, "Syldavia", None)], attribution)

    assert not any(name in repr(less) for name in {*hidden, "Syldavia"})
    assert attributed(full, attribution) == less
    assert attributed(compilation(base, each), attribution) == compilation(base, each, attribution)
    assert [len(p.alternatives) for p in less.parts if isinstance(p, Bracket)] == [
        len(p.alternatives) for p in full.parts if isinstance(p, Bracket)
    ]
