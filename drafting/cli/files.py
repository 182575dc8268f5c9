"""Reads the files that commands are given."""

import sys
from collections.abc import Iterator
from pathlib import Path

from drafting.errors import UnreadableFileError

STANDARD_INPUT = Path("-")


def lines_of(file: Path) -> Iterator[bytes]:
    """Yield the lines of a file, or of the standard input for "-", as they come.

    Raises:
        UnreadableFileError: It cannot be opened, or not be read to its end.
    """
    try:
        if file == STANDARD_INPUT:
            yield from sys.stdin.buffer
        else:
            with file.open("rb") as opened:
                yield from opened
    except OSError as error:
        raise _unreadable(file, error) from error


def content_of(file: Path, largest: int | None = None) -> bytes:
    """Return what a file holds.

    Raises:
        UnreadableFileError: It cannot be read, or has more bytes than ``largest``.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read() if largest is None else opened.read(largest + 1)
    except OSError as error:
        raise _unreadable(file, error) from error
    if largest is not None and len(content) > largest:
        raise UnreadableFileError(f"The file {file} has more than {largest:,} bytes. Divide it.")
    return content


def _unreadable(file: Path, error: OSError) -> UnreadableFileError:
    return UnreadableFileError(f"The file {file} cannot be read: {error.strerror}.")
