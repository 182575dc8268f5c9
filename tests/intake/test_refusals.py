import pytest

from drafting.errors import UnreadableFileError
from drafting.intake import files, read
from tests.intake import word

GOOD = "We, the towns, declare:\n\n1. Build.\n"


def refusal(data: bytes, name: str = "draft.txt") -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "draft.md", "The file is empty"),
        (b" \n\t ", "draft.txt", "The file is empty"),
        ("\ufeff \u3000\n".encode(), "draft.txt", "holds only blanks"),
        (GOOD.encode(), "draft.odt", "cannot be imported"),
        (GOOD.encode(), "draft", "without an ending"),
        (b"%PDF-1.7 rest", "draft.docx", "a PDF file"),
        (b"\xd0\xcf\x11\xe0 rest", "draft.docx", "old Word file"),
        (b"{\\rtf1 rest", "draft.txt", "Rich Text Format"),
        (GOOD.encode(), "draft.docx", "This is no Word file"),
        (b"PK\x03\x04 rest", "draft.md", "This is a packed file"),
        (b"PK\x03\x04 rest", "draft.docx", "The Word file is damaged"),
        ("We, the tówns".encode("latin-1"), "draft.txt", "not in UTF-8 (byte 10"),
        (GOOD.encode("utf-32"), "draft.txt", "UTF-32"),
        (b"We\x00, the towns", "draft.txt", "control character U+0000"),
        (
            ("We, the towns\n\n" + "\x1b[0m").encode(),
            "draft.txt",
            "Line 3 of the file holds the control character U+001B",
        ),
        (b"*** ---", "draft.md", "No paragraph"),
    ],
)
def test_what_is_no_draft_is_refused_in_one_sentence(data: bytes, name: str, sentence: str) -> None:
    message = refusal(data, name)

    assert sentence in message
    assert message.endswith(".")


def test_a_file_over_the_limit_is_refused() -> None:
    message = refusal(b"a" * (files.LARGEST_FILE + 1))

    assert "5,242,880" in message


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
@pytest.mark.parametrize("text", ["a" * 1_000_000, "word " * 200_000, "word word\n" * 100_000])
def test_a_paragraph_over_the_limit_of_a_clause_is_refused(name: str, text: str) -> None:
    message = refusal(text.encode(), name)

    assert "64 KiB" in message


def test_a_word_paragraph_over_the_limit_of_a_clause_is_refused() -> None:
    message = refusal(word.with_body(word.paragraph("word " * 20_000)), "draft.docx")

    assert "64 KiB" in message


def test_a_file_of_too_many_paragraphs_is_refused() -> None:
    assert "5,000 paragraphs" in refusal(b"a.\n\n" * 5_001)


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\u2066", "\u00ad\u2060", "\ue000", "\u3164"])
def test_an_unseen_character_is_refused_with_its_code_and_its_paragraph(character: str) -> None:
    message = refusal(f"We, the towns, declare:\n\n1. Do n{character}ot build.".encode())

    assert f"U+{ord(character[-1]):04X}" in message
    assert message.startswith("Paragraph 2 of the file (“Do not build. …”)")
    assert "Nothing was kept." in message


def test_an_unseen_character_in_a_note_is_refused_with_its_note() -> None:
    message = refusal("We, the towns, declare:\n\n1. Build.[^1]\n\n[^1]: S\u200bee.".encode(), "draft.md")

    assert message.startswith("Footnote 1 of the file")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_utf_8_and_utf_16_are_read_by_their_byte_order_marks(encoding: str) -> None:
    start = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")

    found = read(start + "We, the tówns, declare:\r\n\r\n1. Build.".encode(encoding), "draft.txt")

    assert found.clauses[0].runs[0].text == "We, the tówns, declare:"  # type: ignore[union-attr]


def test_a_line_of_thousands_of_stars_is_read_as_text() -> None:
    found = read(("We, the towns, declare:\n\n1. " + "*a " * 3_000).encode(), "draft.md")

    assert len(found.clauses) == 2


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("\n" * 100_001 + GOOD, "lines"),
        (f"{', ' * 20_000}\n" * 60, "characters"),
        (f"{'a b ' * 15_000}\n" * 7, "words"),
    ],
)
def test_a_file_longer_than_any_draft_is_refused(text: str, limit: str) -> None:
    assert limit in refusal(text.encode()).split(";")[0]


def test_lists_are_read_to_a_depth_no_draft_reaches() -> None:
    rows = "".join("  " * level + "1. deeper:\n" for level in range(30))

    found = read(("We, the towns, declare:\n\n" + rows).encode(), "draft.txt")

    assert len(found.clauses) == 31
