"""Telling how far the run is."""

import sys
import time


class Progress:
    """Counts steps of a part of the run on one line of the terminal, at most ten times a second."""

    def __init__(self, what: str, steps: int) -> None:
        self._what, self._steps, self._done, self._told = what, steps, 0, 0.0

    def step(self) -> None:
        """One step more is done."""
        self._done += 1
        if self._done == self._steps or time.monotonic() - self._told > (0.1 if sys.stderr.isatty() else 10):
            self._told = time.monotonic()
            self._tell()

    def _tell(self) -> None:
        end = "\n" if self._done == self._steps or not sys.stderr.isatty() else ""
        start = "\r" if sys.stderr.isatty() else ""
        sys.stderr.write(f"{start}{self._what}: {self._done} of {self._steps}{end}")
        sys.stderr.flush()
