"""Reads the files that commands are given."""

from pathlib import Path

from drafting.errors import UnreadableFileError


def content_of(file: Path) -> bytes:
    """Return what a file holds.

    Raises:
        UnreadableFileError: It cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"The file {file} cannot be read: {error.strerror}.") from error
