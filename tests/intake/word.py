"""Word files for the tests, made in the test: python-docx writes the package, the notes and changes are our XML."""

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: Document, parts: Mapping[str, str] | None = None) -> bytes:
    """Return the bytes of a document, further XML parts put into its package."""
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream, "a") as package:
        for name, xml in (parts or {}).items():
            package.writestr(name, xml)
    return stream.getvalue()


def with_body(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return the bytes of a Word file whose body is this XML."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        for name, xml in (parts or {}).items():
            package.writestr(name, xml)
    return stream.getvalue()


def part(name: str, inner: str) -> str:
    """Return an XML part of Word with this root."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{W}">{inner}</w:{name}>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph; a run given as text is wrapped, one given as XML is taken as it is."""
    inner = "".join(run if run.startswith("<") else text(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def text(words: str, properties: str = "") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def empty() -> Document:
    """Return a new document."""
    return docx.Document()
