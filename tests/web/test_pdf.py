import pytest
from werkzeug.test import TestResponse

from drafting.service import jobs
from drafting.web.pdf import disposition
from tests.house import Browser
from tests.web.rooms import Pages, Shown

FILE = b"%PDF-1.7 made elsewhere"


def ask(browser: Browser, pages: Pages) -> TestResponse:
    fields = Shown.of(browser.get(pages.path()).text).fields("//form[@class='pdf']")
    return browser.post(pages.path("/pdf"), **fields)


def finish(pages: Pages) -> None:
    with pages.conference.store.write() as session:
        jobs.finish(session, pages.enqueued[0], "mark", FILE)


def test_asking_for_the_pdf_hands_one_job_to_the_worker(pages: Pages) -> None:
    observer = pages.browser("Observer")

    answer = ask(observer, pages)

    (job,) = pages.enqueued
    assert answer.headers["Location"].startswith(pages.path(f"/pdf/{job}"))


def test_the_page_says_how_far_the_pdf_is(pages: Pages) -> None:
    observer = pages.browser("Observer")
    ask(observer, pages)
    rest = f"/pdf/{pages.enqueued[0]}"
    with pages.conference.store.write() as session:
        jobs.start(session, pages.enqueued[0])
        jobs.progress(session, pages.enqueued[0], 3, 8)

    shown = pages.read("Observer", rest)

    assert shown.words("//label") == "3 of 8 pages"
    assert "Refresh" in shown.links()
    assert observer.get(pages.path(f"{rest}/file")).status_code == 404


def test_the_finished_pdf_is_handed_over_under_the_symbol(pages: Pages) -> None:
    observer = pages.browser("Observer")
    ask(observer, pages)
    finish(pages)
    rest = f"/pdf/{pages.enqueued[0]}"

    assert pages.read("Observer", rest).links()["Download HLC-2027-L.1.pdf"] == pages.path(f"{rest}/file")
    answer = observer.get(pages.path(f"{rest}/file"))

    assert (answer.data, answer.mimetype) == (FILE, "application/pdf")
    assert 'filename="HLC-2027-L.1.pdf"' in answer.headers["Content-Disposition"]


def test_a_pdf_that_could_not_be_made_says_why(pages: Pages) -> None:
    ask(pages.browser("Observer"), pages)
    with pages.conference.store.write() as session:
        jobs.fail(session, pages.enqueued[0], "A font is missing. Run ./run once more.")

    shown = pages.read("Observer", f"/pdf/{pages.enqueued[0]}")

    assert "A font is missing. Run ./run once more." in shown.words("//*[@role='alert']")


def test_a_job_of_another_document_is_not_found(pages: Pages) -> None:
    observer = pages.browser("Observer")
    ask(observer, pages)

    assert observer.get(f"/documents/elsewhere/pdf/{pages.enqueued[0]}").status_code == 404
    assert observer.get(pages.path("/pdf/nothing")).status_code == 404


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("HLC-2027.pdf", "attachment; filename=\"HLC-2027.pdf\"; filename*=UTF-8''HLC-2027.pdf"),
        (
            "Эъломия.pdf",
            "attachment; filename=\"text.pdf\"; filename*=UTF-8''%D0%AD%D1%8A%D0%BB%D0%BE%D0%BC%D0%B8%D1%8F.pdf",
        ),
        ("Décision.pdf", "attachment; filename=\"Decision.pdf\"; filename*=UTF-8''D%C3%A9cision.pdf"),
    ],
)
def test_the_file_is_named_for_old_and_new_browsers(name: str, expected: str) -> None:
    assert disposition(name) == expected
