from pathlib import Path

import pytest
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from exports.errors import ExportError
from exports.faces import OurFontsOnly, sheet
from tests.exports.conftest import FONTS


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "http://127.0.0.1/",
        "https://example.org/a.css",
        "ftp://example.org/a",
        "data:text/css,p{}",
        "font:../fonts.css",
        "font:/etc/passwd",
        "font:..%2Ffonts.css",
        "font:no-such-font.woff2",
        "FONT:noto-serif-latin-400-normal.woff2",
        "attachment:a",
        "",
    ],
)
def test_every_address_that_is_none_of_our_fonts_is_refused(address: str) -> None:
    with pytest.raises(ExportError):
        OurFontsOnly(FONTS).fetch(address)


def test_a_font_of_ours_is_opened() -> None:
    response = OurFontsOnly(FONTS).fetch("font:noto-serif-latin-400-normal.woff2")

    assert response.read().startswith(b"wOF2")


def test_a_print_that_asks_for_a_file_is_stopped() -> None:
    page = HTML(string='<img src="file:///etc/passwd" alt="x">', url_fetcher=OurFontsOnly(FONTS))

    with pytest.raises(FatalURLFetchingError):
        page.write_pdf()


def test_only_the_faces_that_a_text_needs_are_asked_for() -> None:
    english, chinese = sheet(FONTS, "Calls upon"), sheet(FONTS, "重申")

    assert "font:noto-serif-latin-400-normal.woff2" in english
    assert "cyrillic" not in english
    assert "noto-serif-sc" in chinese


def test_two_slices_of_a_font_are_two_families() -> None:
    css = sheet(FONTS, "Душанбе, ҷ")

    assert 'font-family: "noto-serif-cyrillic";' in css
    assert 'font-family: "noto-serif-cyrillic-ext";' in css


def test_a_folder_without_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="fonts are missing"):
        sheet(tmp_path, "a")


def test_quotes_and_dashes_alone_ask_for_no_chinese_font() -> None:
    assert "noto-serif-sc" not in sheet(FONTS, "“Calls” – upon…")
