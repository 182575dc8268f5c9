"""The document as PDF: tagged PDF/A-3a and PDF/UA-1 in one file, the same bytes for the same view."""

import hashlib
import warnings
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import CSS, HTML, Attachment, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from drafting.rules.kinds import ClauseKind
from drafting.text.runs import plain
from drafting.view.document import DocumentView
from drafting.view.masthead import masthead
from exports import printed, printing
from exports.conformance import claim_pdf_ua, running_heads_as_artifacts
from exports.errors import ExportError
from exports.faces import OurFontsOnly, sheet
from exports.markup import Setter
from exports.progress import told
from exports.record import FILE_NAME, record

VARIANT = "pdf/a-3a"
_LISTED = frozenset({ClauseKind.SUBPARAGRAPH, ClauseKind.PREAMBULAR, ClauseKind.OPERATIVE})


def render(
    view: DocumentView,
    *,
    fonts: Path,
    templates: Path,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """Return the document as a PDF file.

    Args:
        view: The document; adopted, it bears no mark of a draft.
        fonts: The built folder with ``fonts.css``, ``fonts-chinese.css`` and ``fonts/``.
        templates: The folder of the templates; those of the print are in ``pdf/``.
        progress: Is told the pages set and the pages expected.

    Raises:
        ExportError: A font is missing, or the print asked for a file that is not ours.
    """
    page = html(view, templates)
    try:
        with told(progress, len(page)):
            return _written(_laid_out(page, fonts, templates), view)
    except FatalURLFetchingError as error:
        raise ExportError(str(error.__cause__)) from error


def html(view: DocumentView, templates: Path) -> str:
    """Return the page that is printed; everything from people is escaped in it."""
    environment = Environment(
        loader=FileSystemLoader(templates / "pdf"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"runs_of": _runs_of, "plain": plain}
    return environment.get_template("document.html").render(
        view=view,
        draft=view.adoption is None,
        masthead=masthead(view),
        direction=printing.direction(view),
        adopted_at=printing.adopted_at(view.adoption) if view.adoption else "",
        foot=printing.foot(view),
        provenance=printing.provenance(view),
        paragraphs=printed.paragraphs(view),
        notes=printed.notes(view),
        setter=Setter(printed.note_numbers(view)),
        listed=_is_listed,
        words_of={"notes": printing.NOTES, "draft": printing.DRAFT},
    )


def _runs_of(
    forest: tuple[printed.Paragraph, ...], rule: Callable[[printed.Paragraph], bool]
) -> list[tuple[bool, list[printed.Paragraph]]]:
    return [(holds, list(group)) for holds, group in groupby(forest, key=rule)]


def _is_listed(paragraph: printed.Paragraph) -> bool:
    return paragraph.clause.kind in _LISTED and bool(paragraph.clause.marker)


def _laid_out(page: str, fonts: Path, templates: Path) -> Document:
    fetcher = OurFontsOnly(fonts)
    configuration = FontConfiguration()
    styles = [
        CSS(string=text, font_config=configuration, url_fetcher=fetcher)
        for text in (sheet(fonts, page), (templates / "pdf" / "document.css").read_text(encoding="utf-8"))
    ]
    return HTML(string=page, url_fetcher=fetcher).render(
        stylesheets=styles, font_config=configuration, pdf_variant=VARIANT
    )


def _written(laid_out: Document, view: DocumentView) -> bytes:
    attached = record(view)
    laid_out.metadata.attachments = [
        Attachment(
            string=attached,
            name=FILE_NAME,
            description="The document, its state and its clauses, for a program to read",
            relationship="Data",
            created=view.as_of,
            modified=view.as_of,
        )
    ]
    claim_pdf_ua(laid_out)
    identifier = hashlib.sha256(attached).digest()[:16]
    with warnings.catch_warnings():
        # WeasyPrint leaves the file of its colour profile to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        written: bytes = laid_out.write_pdf(
            pdf_variant=VARIANT, pdf_identifier=identifier, finisher=running_heads_as_artifacts
        )
    return written
