import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest


def test_the_file_claims_both_standards(draft_pdf: pikepdf.Pdf) -> None:
    with draft_pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert draft_pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_the_file_is_tagged_and_says_its_language_and_title(draft_pdf: pikepdf.Pdf) -> None:
    root = draft_pdf.Root

    assert root.Lang == "en"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.StructTreeRoot.K[0].S == "/Document"
    assert str(draft_pdf.docinfo.Title).startswith("HLC/2027/L.3 — Declaration")
    assert {str(tag) for tag in _tags(root.StructTreeRoot.K[0])} >= {"/H1", "/H2", "/P", "/L", "/LI", "/LBody", "/Link"}


def test_headings_are_bookmarks(draft_pdf: pikepdf.Pdf) -> None:
    with draft_pdf.open_outline() as outline:
        assert [str(item.title) for item in outline.root[0].children] == ["I. International co-operation", "Notes"]


def test_every_font_is_ours_embedded_and_maps_to_characters(draft_pdf: pikepdf.Pdf) -> None:
    fonts = [thing for thing in draft_pdf.objects if _type(thing) == "/Font" and "/DescendantFonts" in thing]

    for font in fonts:
        assert re.fullmatch(r"/[A-Z]{6}\+noto-serif-(latin|cyrillic)(-ext)?(-Bold|-Italic)*", str(font.BaseFont))
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font
    assert fonts


def test_nothing_in_the_file_acts_and_nothing_hostile_is_attached(draft_pdf: pikepdf.Pdf) -> None:
    for thing in draft_pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            assert thing.get("/S") not in {"/JavaScript", "/Launch", "/URI", "/SubmitForm"}
    assert "/OpenAction" not in draft_pdf.Root
    assert list(draft_pdf.attachments) == ["record.json"]
    assert draft_pdf.Root.AF[0].AFRelationship == "/Data"


def test_running_heads_are_artifacts(draft_pdf: pikepdf.Pdf) -> None:
    content = draft_pdf.pages[1].Contents.read_bytes()

    assert content.count(b"/Artifact\n<</Type /Pagination>>\nBDC") >= 4
    parents = draft_pdf.Root.StructTreeRoot.ParentTree.Nums[3]
    reached = {(0, 0)} | {element.objgen for element in _elements(draft_pdf.Root.StructTreeRoot.K[0])}
    assert all(owner in (None, pikepdf.Object.parse(b"null")) or owner.objgen in reached for owner in parents)


@pytest.mark.parametrize("command", [["outloud"], ["pdfua", "check"]])
@pytest.mark.parametrize("which", ["adopted", "in_arabic"])
def test_checkers_of_accessibility_find_no_error(
    command: list[str], which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    content: bytes = request.getfixturevalue(which)
    file = tmp_path / "printed.pdf"
    file.write_bytes(content)

    found = subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:], file], capture_output=True, text=True, check=False
    )

    assert found.returncode == 0, found.stdout


def test_the_file_has_no_error_of_syntax(draft: bytes) -> None:
    assert pikepdf.open(BytesIO(draft)).check_pdf_syntax() == []


def _type(thing: Any) -> str:
    return str(thing.get("/Type", "")) if isinstance(thing, pikepdf.Dictionary) else ""


def _elements(element: Any) -> Iterator[Any]:
    yield element
    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if _type(kid) == "/StructElem":
            yield from _elements(kid)


def _tags(element: Any) -> Iterator[Any]:
    return (each.S for each in _elements(element))
