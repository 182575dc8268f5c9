"""Errors that the drafting rules raise; the web layer maps them to HTTP.

A conflict between amendments is not an error: it is a value of ``drafting.text``.
Every message is a sentence for a person: it says what is wrong and what to do.
"""

from typing import ClassVar


class DraftingError(Exception):
    """Base of every error a drafting rule raises."""

    code: ClassVar[str] = "drafting-error"


class NotFoundError(DraftingError):
    """There is no such thing, or the actor may not know of it: the answer is the same."""

    code: ClassVar[str] = "not-found"

    def __init__(self, what: str) -> None:
        super().__init__(f"There is no such {what}, or it is not open to you.")
        self.what = what


class NotAllowedError(DraftingError):
    """The actor's role does not carry this act."""

    code: ClassVar[str] = "not-allowed"


class RuleError(DraftingError):
    """The procedure does not allow this act now."""

    code: ClassVar[str] = "rule"


class InvalidTextError(DraftingError):
    """A text holds what the tool does not let in, or an edit does not fit its text."""

    code: ClassVar[str] = "invalid-text"


class StaleVersionError(DraftingError):
    """What the actor saw has changed meanwhile; the message says by whom and when."""

    code: ClassVar[str] = "stale-version"


class UnreadableFileError(DraftingError):
    """A file cannot be read as what it was given for; nothing of it was kept."""

    code: ClassVar[str] = "unreadable-file"
