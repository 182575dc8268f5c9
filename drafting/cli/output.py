"""Ends a command quietly where the reader of its output has gone away: ``drafting merge | head``."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

READER_GONE = 141
"""The status that a shell reports of a program ended by a closed pipe."""


@contextmanager
def quiet_when_closed() -> Iterator[None]:
    """Run the body; a closed pipe ends the command without a word.

    Raises:
        SystemExit: The pipe was closed.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer would be written, and complained about, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(READER_GONE)
