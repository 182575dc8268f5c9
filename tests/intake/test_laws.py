import string
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import UnreadableFileError
from drafting.intake import ReadDraft, kept, labelled, read, with_kinds
from drafting.intake.blocks import Source, words_of
from drafting.intake.emphasis import bare
from drafting.rules.kinds import ClauseKind

LINES = st.sampled_from(
    (
        "# Declaration",
        "We, the towns:",
        "The Council,",
        "- noting rain;",
        "- to build",
        "  - deeper;",
        "1. Decides:",
        "2 bis. Requests;",
        "(a) one;",
        "(i) two;",
        "b) three,",
        "have agreed as follows:",
        "Recalling *the* flood[^1],",
        "[^1]: A note",
        "[^2]: Another",
        "  more of it",
        "I. Roofs",
        "A/1/L.2",
        "Distr.: Limited",
        "**bold** text_with_line",
        "[bracketed] text",
        "> quoted",
        "---",
        "===",
        "wrapped words that go on and on without an end so that the line is long and full",
        "a [link](https://a.example/b)",
        "Adopted on 1 May 2027",
        "\\* escaped &amp; entity",
        "[1] listed",
        "Text¹ raised",
        "* star",
        "10) ten",
        "PP1. Aware,",
        "word-",
        "2.1 deeper;",
        "",
    )
)
FREE = st.text(alphabet=string.ascii_letters + string.digits + " .,;:*_[]()^#->\\&¹\n", max_size=60)


def words(draft: ReadDraft) -> Counter[str]:
    return Counter(kept.kept_words(draft))


@given(
    st.lists(st.one_of(LINES, FREE), max_size=25), st.sampled_from(["\n", "\n\n"]), st.sampled_from(["a.md", "a.txt"])
)
def test_every_word_of_a_file_is_kept_or_named(lines: list[str], end: str, name: str) -> None:
    text = end.join(lines)
    try:
        draft = read(text.encode(), name)
    except UnreadableFileError:
        return

    of_file = Counter(words_of(bare(text) if name.endswith(".md") else text))
    named = [warning for warning in draft.warnings if "not in what was read" in warning]
    markers = [clause.marker for clause in draft.clauses]
    numbers = {word for note in draft.notes for word in words_of(note.number)}
    kept_at_all = words(draft) + Counter(word for text in named + markers for word in words_of(text))
    assert not {word for word in of_file - kept_at_all if word not in numbers}
    assert not words(draft) - of_file


@given(st.lists(LINES, min_size=1, max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_parents_stand_before_their_children_and_labels_are_one_a_clause(lines: list[str], end: str) -> None:
    try:
        draft = read(end.join(lines).encode(), "a.md")
    except UnreadableFileError:
        return

    seen: set[str] = set()
    for clause in draft.clauses:
        assert clause.parent is None or clause.parent in seen
        seen.add(clause.key)
    labels = labelled(draft)
    assert set(labels) == seen
    assert len(set(labels.values())) == len(seen)


@given(st.lists(LINES, min_size=1, max_size=15), st.data())
def test_no_correction_loses_a_word(lines: list[str], data: st.DataObject) -> None:
    try:
        draft = read("\n\n".join(lines).encode(), "a.md")
    except UnreadableFileError:
        return
    keys = [clause.key for clause in draft.clauses] + [f"m{index + 1}" for index in range(len(draft.masthead))]
    kind = st.one_of(st.none(), st.sampled_from([kind for kind in ClauseKind if kind is not ClauseKind.NOTE]))
    kinds = data.draw(st.dictionaries(st.sampled_from(keys), kind))

    corrected = with_kinds(draft, kinds)

    assert not words(draft) - words(corrected)
    assert {clause.parent for clause in corrected.clauses} - {None} <= {clause.key for clause in corrected.clauses}


def test_words_that_were_not_kept_are_named_in_the_file_s_order() -> None:
    draft = read(b"We, the towns, declare:\n\n1. Build.", "a.txt")
    source = Source((), (), words_of("We, the small towns, declare: 1. Build well."))

    missing = kept.missing(source, draft)

    assert missing == ("small", "1", "well")
    assert "“small 1 well”" in kept.missing_warnings(missing)[0]


def test_very_many_missing_words_are_counted() -> None:
    (warning,) = kept.missing_warnings(["word"] * 500)

    assert "and 100 more" in warning


def test_the_address_of_a_link_is_named_as_missing() -> None:
    draft = read(b"We, the towns, declare:\n\n1. See [the map](https://maps.example/one).", "a.md")

    assert any("https maps example one" in warning for warning in draft.warnings)
