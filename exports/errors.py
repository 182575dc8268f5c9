"""The error of a failed print."""

from typing import ClassVar

from drafting.errors import DraftingError


class ExportError(DraftingError):
    """A document could not be printed; the message says what is missing."""

    code: ClassVar[str] = "export"
