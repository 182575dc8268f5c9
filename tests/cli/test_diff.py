from pathlib import Path

import pytest

from tests.cli.conftest import Command

Files = tuple[Path, Path]


def files(folder: Path, old: str | bytes, new: str | bytes) -> Files:
    out = (folder / "old.txt", folder / "new.txt")
    for file, content in zip(out, (old, new), strict=True):
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return out


def test_changed_words_are_marked_so_that_it_shows_without_colour(command: Command, tmp_path: Path) -> None:
    status, out, err = command("diff", *files(tmp_path, "Parties shall act.\n", "All Parties should act.\n"))

    assert (status, err) == (1, "")
    assert out == "{+All+} Parties [-shall-] {+should+} act.\n"


def test_equal_texts_print_nothing_and_white_space_does_not_count(command: Command, tmp_path: Path) -> None:
    same = files(tmp_path, "Parties shall act.\n\nAll.", "\ufeffParties  shall\r\nact.\r\n\r\n\r\nAll.\n")

    assert command("diff", *same) == (0, "", "")


def test_paragraphs_are_paired_and_those_that_come_or_go_are_whole(command: Command, tmp_path: Path) -> None:
    old = "Title\n\nParties shall\nreport every year.\n\nStates are to consider all of this."
    new = "Title\n\nA paragraph that is new.\n \nParties shall report every month."

    _, out, _ = command("diff", *files(tmp_path, old, new))

    assert out == (
        "Title\n\n{+A paragraph that is new.+}\n\nParties shall report every [-year-] {+month+}.\n\n"
        "[-States are to consider all of this.-]\n"
    )


def test_without_empty_lines_each_line_is_a_paragraph(command: Command, tmp_path: Path) -> None:
    _, out, _ = command("diff", *files(tmp_path, "one a\ntwo b c\n", "one a\ntwo x c\n"))

    assert out == "one a\n\ntwo [-b-] {+x+} c\n"


def test_moved_words_are_marked_with_the_number_of_their_move(command: Command, tmp_path: Path) -> None:
    old = "By the end of the decade, Parties shall report to the Conference."
    new = "Parties shall report to the Conference by the end of the decade, at least."
    old, new = old.replace("By", "by"), new

    _, out, _ = command("diff", *files(tmp_path, old, new))

    assert "[1-by the end of the decade,-1]" in out
    assert "{1+by the end of the decade,+1}" in out


def test_text_from_right_to_left_comes_out_as_it_is(command: Command, tmp_path: Path) -> None:
    _, out, _ = command("diff", *files(tmp_path, "تتعهد الأطراف بالعمل", "تتعهد الدول بالعمل"))

    assert out == "تتعهد [-الأطراف-] {+الدول+} بالعمل\n"


def test_a_long_paragraph_is_not_wrapped(command: Command, tmp_path: Path) -> None:
    words = " ".join(["word"] * 200)

    _, out, _ = command("diff", *files(tmp_path, words, f"{words} more"))

    assert out == f"{words} {{+more+}}\n"


RED, GREEN, MAGENTA = "\x1b[31m", "\x1b[32m", "\x1b[35m"


def test_colours_are_added_to_the_marks_where_they_are_asked_for(command: Command, tmp_path: Path) -> None:
    moving = "one two three four five six seven eight nine ten "
    pair = files(tmp_path, f"a {moving} b c d e f g h i j k l m n o p", f"x b c d e f g h i j k l m n o p {moving}")

    _, always, _ = command("diff", "--colour", "always", *pair)
    _, never, _ = command("diff", "--color", "never", *pair)
    _, piped, _ = command("diff", *pair)

    assert all(colour in always for colour in (RED, GREEN, MAGENTA))
    assert "\x1b" not in never
    assert piped == never


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_on_a_terminal_there_are_colours_unless_they_are_unwanted(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_colour: str, coloured: bool
) -> None:
    pair = files(tmp_path, "a b", "a c")
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    _, out, _ = command("diff", *pair)

    assert (RED in out) == coloured


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\0\0", "is no text file. Give a file of plain text."),
        (b"D\xe9cide", "is not in UTF-8 (byte 2 is no part of it). Save it as UTF-8."),
        ("one\n\nright\u202eleft", "paragraph 2: The character U+202E"),
        ("a " * 10_001, "a clause may have 10,000. Divide it."),
        (b"a" * 2_097_153, "has more than 2,097,152 bytes. Divide it."),
    ],
)
def test_a_file_that_cannot_be_compared_is_one_sentence_and_status_2(
    command: Command, tmp_path: Path, content: str | bytes, said: str
) -> None:
    old, new = files(tmp_path, "a", content)

    status, out, err = command("diff", old, new)

    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert err.startswith("drafting: ")
    assert str(new) in err
    assert said in err


def test_a_file_that_is_not_there_is_named(command: Command, tmp_path: Path) -> None:
    status, _, err = command("diff", tmp_path / "none", tmp_path / "none")

    assert (status, err) == (
        2,
        f"drafting: The file {tmp_path / 'none'} cannot be read: No such file or directory.\n",
    )
