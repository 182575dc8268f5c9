import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.kinds import ClauseKind, Form
from drafting.rules.labels import SUFFIXES, Place, depth_by_id, inserted_after, marker, numbered

SUB = ClauseKind.SUBPARAGRAPH


def children(count: int) -> list[Place]:
    return [Place("op", None, ClauseKind.OPERATIVE), *(Place(f"s{number}", "op", SUB) for number in range(count))]


def test_every_kind_is_counted_on_its_own() -> None:
    kinds = ["title", "heading", "chapeau", "preambular", "preambular", "heading", "operative", "operative", "note"]
    places = [Place(str(position), None, ClauseKind(kind)) for position, kind in enumerate(kinds)]

    labels = list(numbered(places).values())

    assert labels == ["Title", "Heading 1", "Chapeau", "PP1", "PP2", "Heading 2", "OP1", "OP2", "Note 1"]


def test_a_second_title_or_chapeau_bears_a_number() -> None:
    places = [Place(str(position), None, ClauseKind.TITLE) for position in range(2)]

    assert list(numbered(places).values()) == ["Title", "Title 2"]


def test_a_subparagraph_that_stands_under_nothing_is_a_paragraph() -> None:
    labels = numbered([Place("a", None, SUB), Place("b", None, SUB), Place("c", "b", SUB)])

    assert list(labels.values()) == ["Paragraph", "Paragraph 2", "Paragraph 2 (a)"]


def test_subparagraphs_are_lettered_then_numbered_in_roman_then_lettered() -> None:
    places = [*children(2), Place("x", "s1", SUB), Place("y", "s1", SUB), Place("z", "y", SUB)]

    labels = numbered(places)

    assert [labels[name] for name in ("s0", "s1", "x", "y", "z")] == [
        "OP1 (a)", "OP1 (b)", "OP1 (b) (i)", "OP1 (b) (ii)", "OP1 (b) (ii) (a)",
    ]  # fmt: skip


@pytest.mark.parametrize(("position", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (28, "ab"), (53, "ba")])
def test_after_z_the_letters_are_doubled(position: int, letters: str) -> None:
    assert list(numbered(children(position)).values())[-1] == f"OP1 ({letters})"


@pytest.mark.parametrize(
    ("position", "roman"),
    [(1, "i"), (4, "iv"), (5, "v"), (9, "ix"), (14, "xiv"), (40, "xl"), (49, "xlix"), (90, "xc"), (119, "cxix")],
)
def test_the_second_level_counts_in_roman_numbers(position: int, roman: str) -> None:
    places = [*children(1), *(Place(f"i{number}", "s0", SUB) for number in range(position))]

    assert list(numbered(places).values())[-1] == f"OP1 (a) ({roman})"


@given(st.lists(st.tuples(st.sampled_from(list(ClauseKind)), st.integers(0, 4)), max_size=40))
def test_no_two_clauses_bear_one_label(drawn: list[tuple[ClauseKind, int]]) -> None:
    places: list[Place] = []
    for position, (kind, up) in enumerate(drawn):
        parent = places[-1 - up % len(places)].id if places and kind is SUB else None
        places.append(Place(str(position), parent, kind))

    labels = numbered(places)

    assert len(set(labels.values())) == len(places)


@pytest.mark.parametrize("anchor", ["OP5", "PP2", "OP5 (a)", "Heading 2"])
def test_insertions_at_one_place_are_called_bis_ter_and_so_on(anchor: str) -> None:
    taken = [anchor]

    for _ in SUFFIXES:
        taken.append(inserted_after(anchor, taken))

    assert taken[1:4] == [f"{anchor} bis", f"{anchor} ter", f"{anchor} quater"]
    assert taken[1:] == [f"{anchor} {suffix}" for suffix in SUFFIXES]


def test_an_insertion_after_an_inserted_clause_takes_the_next_name_of_the_same_stem() -> None:
    assert inserted_after("OP5 bis", ["OP5", "OP5 bis"]) == "OP5 ter"
    assert inserted_after("OP5 ter", ["OP5", "OP5 ter"]) == "OP5 bis"


def test_when_the_latin_names_are_used_up_numbers_follow() -> None:
    taken = ["OP5", *(f"OP5 {suffix}" for suffix in SUFFIXES)]

    taken.append(inserted_after("OP5", taken))
    taken.append(inserted_after("OP5", taken))

    assert taken[-2:] == ["OP5 (17)", "OP5 (18)"]


@given(st.integers(0, 40), st.integers(0, 40))
def test_an_inserted_clause_never_takes_a_name_that_is_taken(before: int, choice: int) -> None:
    taken = ["OP5"]
    for _ in range(before):
        taken.append(inserted_after(taken[choice % len(taken)] if " (" not in taken[-1] else "OP5", taken))

    assert len(set(taken)) == len(taken)


@pytest.mark.parametrize(
    ("kind", "label", "form", "printed"),
    [
        (ClauseKind.OPERATIVE, "OP5", Form.RESOLUTION, "5."),
        (ClauseKind.OPERATIVE, "OP5 bis", Form.DECLARATION, "5 bis."),
        (ClauseKind.OPERATIVE, "OP5", Form.DASHES, "–"),
        (ClauseKind.PREAMBULAR, "PP2", Form.DASHES, "–"),
        (ClauseKind.PREAMBULAR, "PP2", Form.RESOLUTION, ""),
        (ClauseKind.SUBPARAGRAPH, "OP5 (a)", Form.RESOLUTION, "(a)"),
        (ClauseKind.SUBPARAGRAPH, "OP5 (a) bis", Form.RESOLUTION, "(a) bis"),
        (ClauseKind.SUBPARAGRAPH, "OP5 (a) (iv)", Form.DASHES, "(iv)"),
        (ClauseKind.SUBPARAGRAPH, "Paragraph 2", Form.RESOLUTION, ""),
        (ClauseKind.TITLE, "Title", Form.RESOLUTION, ""),
        (ClauseKind.HEADING, "Heading 1", Form.DASHES, ""),
        (ClauseKind.CHAPEAU, "Chapeau", Form.RESOLUTION, ""),
        (ClauseKind.NOTE, "Note 1", Form.RESOLUTION, ""),
    ],
)
def test_what_is_printed_before_the_words_follows_the_form(
    kind: ClauseKind, label: str, form: Form, printed: str
) -> None:
    assert marker(kind, label, form) == printed


def test_the_depth_of_a_clause_counts_those_above_it() -> None:
    places = [*children(1), Place("x", "s0", SUB)]

    assert depth_by_id(places) == {"op": 0, "s0": 1, "x": 2}
