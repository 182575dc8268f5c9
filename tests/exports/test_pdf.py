import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from drafting.jobs.rendering import Rendered, render_apart
from drafting.rules.kinds import Form
from drafting.view.document import DocumentView
from exports.errors import ExportError
from exports.pdf import render
from exports.text import plain_text
from tests.exports.conftest import FONTS, LINES, NOTES, TEMPLATES, printed, words
from tests.exports.views import FINGERPRINT, document

HEAD = ["HLC/2027/L.3", "DRAFT", "Conference", "on", "Countering", "Terrorism"]
TURNED_HEAD = ["Conference", "on", "Countering", "Terrorism", "DRAFT", "HLC/2027/L.3"]
FOOT = ["Event", "1234", "·", "sha256", "1a2b3c4d5e6f7081…", "2027-05-12", "21:40", "UTC"]


def test_a_long_document_prints_its_text_word_for_word(draft: bytes, draft_view: DocumentView) -> None:
    pages = [page.extract_text().split() for page in PdfReader(BytesIO(draft)).pages]

    text = [word for number, page in enumerate(pages, 1) for word in _without_heads(page, number, len(pages))]

    assert len(pages) >= 30
    assert text[text.index("Declaration") :] == plain_text(draft_view).split()


@pytest.mark.parametrize("form", Form)
def test_a_document_of_each_form_prints_its_text_word_for_word(form: Form) -> None:
    view = document(LINES[:11], NOTES, form=form)

    text = words(printed(view))

    assert _in_a_row(plain_text(view).split(), text)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("tg", "Таъкид менамоем, ки терроризм ҷиддитарин таҳдид ба сулҳ аст; ғ қ ҳ ҷ ӣ ӯ"),
        ("zh", "重申一切形式和表现的恐怖主义是对国际和平与安全的最严重威胁之一，敦促各国防止恐怖主义；"),
        ("en", "and a word that is longer than a line: " + "extra-" * 30 + "ordinary"),
    ],
)
def test_no_character_is_lost_or_changed_in_any_language(language: str, line: str) -> None:
    view = document([f"C {line}"], language=language)

    text = "".join(words(printed(view)))

    assert "".join(line.split()) in text


def test_arabic_prints_its_words_one_after_another(in_arabic: bytes) -> None:
    text = " ".join(words(in_arabic))

    assert "نشير إلى مقاصد ميثاق الأمم المتحدة ومبادئه" in text
    assert "من جديد أن الإرهاب بجميع أشكاله ومظاهره يشكل" in text


def test_an_empty_document_prints_its_masthead_alone() -> None:
    text = words(printed(document([])))

    assert text[-12:] == ["Original:", "English", "DRAFT", *FOOT, "1/1"]


def test_the_same_view_gives_the_same_bytes_in_another_process() -> None:
    view = document(LINES[:12], NOTES)
    arguments = {"fonts": FONTS, "templates": TEMPLATES}

    apart = render_apart("exports.pdf:render", view, arguments)

    assert apart == Rendered(printed(view))


def test_a_draft_bears_its_mark_event_and_hash_on_first_and_last_page(draft: bytes) -> None:
    pages = PdfReader(BytesIO(draft)).pages

    for page in (pages[0], pages[-1]):
        text = page.extract_text()

        assert "DRAFT" in text
        assert "Event 1234 · sha256 1a2b3c4d5e6f7081…" in text


def test_an_adopted_document_bears_place_and_date_and_no_mark_of_a_draft(adopted: bytes) -> None:
    text = " ".join(words(adopted))

    assert "Adopted at Dushanbe on 13 May 2027" in text
    assert "Distr.: General" in text
    for mark in ("DRAFT", "Event", "sha256", "1a2b3c4d"):
        assert mark not in text


def test_event_and_whole_hash_of_an_adopted_document_stand_in_its_metadata_and_record(adopted: bytes) -> None:
    reader = PdfReader(BytesIO(adopted))

    record = json.loads(reader.attachments["record.json"][0])

    assert reader.metadata is not None
    assert f"Event 1234, sha256 {FINGERPRINT}" in str(reader.metadata.subject)
    assert (record["stage"], record["event"], record["fingerprint"]) == ("adopted", 1234, FINGERPRINT)
    assert [clause["label"] for clause in record["clauses"]][4:7] == ["Heading 1", "OP1", "OP1 (a)"]


def test_progress_is_told_up_to_the_last_page() -> None:
    told: list[tuple[int, int]] = []

    render(
        document(LINES[:18]), fonts=FONTS, templates=TEMPLATES,
        progress=lambda done, expected: told.append((done, expected)),
    )  # fmt: skip

    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert all(done <= expected for done, expected in told)


def test_a_print_without_fonts_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="fonts are missing"):
        render(document([]), fonts=tmp_path, templates=TEMPLATES)


def test_a_print_whose_font_is_gone_names_it(tmp_path: Path) -> None:
    (tmp_path / "fonts.css").write_text((FONTS / "fonts.css").read_text())

    with pytest.raises(ExportError, match=r"font noto-serif-[a-z0-9-]+\.woff2 is missing"):
        render(document([]), fonts=tmp_path, templates=TEMPLATES)


def _without_heads(page: list[str], number: int, pages: int) -> list[str]:
    folio = [f"{number}/{pages}"]
    tail = [*FOOT, *folio] if number % 2 else [*folio, *FOOT]
    tail = ["DRAFT", *tail] if number == 1 else [*(TURNED_HEAD if number % 2 else HEAD), *tail]
    assert page[-len(tail) :] == tail
    return page[: -len(tail)]


def _in_a_row(wanted: list[str], text: list[str]) -> bool:
    return any(text[start : start + len(wanted)] == wanted for start in range(len(text)))
