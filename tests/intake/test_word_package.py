import io
import struct
import zipfile

import pytest

from drafting.errors import UnreadableFileError
from drafting.intake import ReadDraft, labelled, read, word_package
from tests.intake import word
from tests.intake.word import paragraph, with_body

WE = paragraph("We, the towns, declare:")


def of(data: bytes) -> ReadDraft:
    return read(data, "draft.docx")


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        of(data)
    return str(caught.value)


def labels(found: ReadDraft) -> list[str]:
    return list(labelled(found).values())


def package(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, inner in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", inner)
    return stream.getvalue()


def test_a_packed_file_that_is_no_word_document_is_refused() -> None:
    assert "no Word document" in refusal(package(xl__workbook="<x/>"))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = package(word__document="<a>" + " " * 30_000_000 + "</a>")

    assert "unpacks to" in refusal(bomb)


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    honest = package(word__document="<a>" + "b" * 14_000_000 + "</a>")
    size = struct.pack("<L", 14_000_007)
    lying = honest.replace(size, struct.pack("<L", 900))

    assert refusal(lying).startswith("The Word file")


def test_a_part_over_the_limit_is_refused() -> None:
    long = "<a>" + "".join(f"{number:x} " for number in range(2_000_000)) + "</a>"

    assert "unpacks to" in refusal(package(word__document=long))


def test_too_many_parts_are_refused() -> None:
    parts = {f"word/extra{index}.xml": "" for index in range(word_package.MOST_ENTRIES)}

    assert "may hold 2,000" in refusal(with_body(WE, parts))


@pytest.mark.parametrize(
    "head", ['<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', "<!DOCTYPE a>"]
)
def test_a_document_type_is_refused(head: str) -> None:
    assert "declares a document type" in refusal(package(word__document=f"{head}<a/>"))


def test_xml_too_deep_or_too_long_is_refused() -> None:
    deep = "<a>" * 200 + "</a>" * 200
    long = "<a>" + "".join(f"<b n='{number:x}'/>" for number in range(word_package.MOST_ELEMENTS + 1)) + "</a>"

    assert "built as no draft is" in refusal(package(word__document=deep))
    assert "built as no draft is" in refusal(package(word__document=long))


@pytest.mark.parametrize("xml", ["<a>", "", "no xml", '<?xml version="1.0" encoding="nonsense"?><a/>'])
def test_broken_xml_is_refused(xml: str) -> None:
    assert "damaged" in refusal(package(word__document=xml))


def test_a_document_without_a_body_holds_no_paragraph() -> None:
    assert "No paragraph" in refusal(package(word__document="<a/>"))


def test_passwords_macros_doubled_parts_and_cut_files_are_refused() -> None:
    good = with_body(WE)
    locked = bytearray(good)
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    doubled = io.BytesIO(good)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(doubled, "a") as file:
        file.writestr("word/document.xml", "<a/>")

    assert "password" in refusal(bytes(locked))
    assert "macros" in refusal(with_body(WE, {"word/vbaProject.bin": "x"}))
    assert "damaged" in refusal(doubled.getvalue())
    assert "damaged" in refusal(good[: len(good) // 2])


def test_strict_word_files_are_read() -> None:
    strict = word.part("document", f"<w:body>{WE}{paragraph('1. Build.')}</w:body>").replace(
        word.W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )

    assert labels(of(package(word__document=strict))) == ["Chapeau", "OP1"]
