"""One rendered document for many questions: a print costs a second."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from drafting.view.document import DocumentView
from exports.pdf import render
from tests.exports.views import ADOPTED, document

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "static" / "build"
TEMPLATES = ROOT / "templates"
HOSTILE = '<img src="file:///etc/passwd"> <script>x</script> <link rel=attachment href=/etc/hosts> &lt; {{ 7*7 }}'
LINES = [
    "T Declaration on countering “terrorism” <b>& violent extremism</b>",
    "C *The States represented at the Conference*,",
    "P *Recalling* the Charter of the United Nations,[^1] its resolution 60/288 and **all** Dushanbe declarations,[^2]",
    "P *Noting* that Таъкид ғ қ ҳ ҷ ӣ ӯ and эъломия are Tajik,",
    "H I. International co-operation",
    "O *Calls upon* all States:[^1]",
    "a To strengthen counter-terrorist-financing, anti-money-laundering and A/RES/75/291 efforts, including by:",
    "i Making use of databases; *half*-italic words—and dashes;",
    "i Designating contact points;",
    "a To prevent movement;",
    "O- *Deletes* unprinted words;",
    f"O *Condemns* {HOSTILE};",
    *(
        f"O *Encourages* States to take note of paragraph {number}, on information-sharing, state-of-the-art "
        "cross-border mechanisms and the Secretary-General’s counter-terrorism efforts, and to report thereon to "
        "the Conference at its next meeting, with a view to adopting such measures as the situation then "
        "prevailing may require;"
        for number in range(280)
    ),
    "O *Decides* to meet again.",
]
ARABIC = [
    "T إعلان دوشنبه بشأن مكافحة الإرهاب",
    "P *إذ نشير* إلى مقاصد ميثاق الأمم المتحدة ومبادئه،[^1]",
    "O **نؤكد** من جديد أن الإرهاب بجميع أشكاله ومظاهره يشكل أحد أخطر التهديدات للسلام والأمن الدوليين؛",
]
NOTES = ["Charter, 26 June 1945.", "See the *Dushanbe Declaration* of 4 May 2018, at https://example.org/archive/2018."]


def printed(view: DocumentView) -> bytes:
    """Return the PDF of a view."""
    return render(view, fonts=FONTS, templates=TEMPLATES)


def words(content: bytes) -> list[str]:
    """Return the words of a PDF, pages in order."""
    return [word for page in PdfReader(BytesIO(content)).pages for word in page.extract_text().split()]


@pytest.fixture(scope="session")
def draft_view() -> DocumentView:
    return document(LINES, NOTES)


@pytest.fixture(scope="session")
def draft(draft_view: DocumentView) -> bytes:
    return printed(draft_view)


@pytest.fixture(scope="session")
def adopted() -> bytes:
    return printed(document(LINES[:12], NOTES, adoption=ADOPTED, symbol="HLC/2027/3"))


@pytest.fixture(scope="session")
def in_arabic() -> bytes:
    return printed(document(ARABIC, ["ميثاق الأمم المتحدة."], language="ar"))


@pytest.fixture
def draft_pdf(draft: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(draft))
