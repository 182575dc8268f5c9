"""Progress of a print: WeasyPrint tells of each page it sets in its log, and nowhere else."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

CHARACTERS_A_PAGE = 2600

Progress = Callable[[int, int], None]


@contextmanager
def told(progress: Progress | None, characters: int) -> Iterator[None]:
    """Tell ``progress`` of pages set and pages expected while a document is laid out.

    Args:
        progress: Is told; or None.
        characters: The length of the page's HTML, from which the number of pages is guessed.
    """
    if progress is None:
        yield
        return
    logger = logging.getLogger("weasyprint.progress")
    handler = _Pages(progress, 1 + characters // CHARACTERS_A_PAGE)
    level, propagate = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


class _Pages(logging.Handler):
    """Counts the pages of the first layout; a second layout, for page counters, changes nothing."""

    def __init__(self, progress: Progress, expected: int) -> None:
        super().__init__()
        self._progress = progress
        self._expected = expected
        self._seen = 0

    def emit(self, record: logging.LogRecord) -> None:
        match record.args:
            case (int(page),) if "Page" in str(record.msg) and page > self._seen:
                self._seen = page
                self._expected = max(self._expected, page)
                self._progress(page, self._expected)
            case _:
                pass
