"""The light notation of the plain form: *italic*, **bold**, [^1] calls note 1; a backslash keeps a sign as it is."""

import re
from collections.abc import Iterator, Mapping

from drafting.errors import InvalidTextError
from drafting.intake.emphasis import emphasised
from drafting.text.runs import NoteReference, Piece, Run, Runs, joined

_CALL = re.compile(r"(?<!\\)\[\^(\d{1,4})\]")
# Private-use signs are in no text that is let in, so they can stand for a call meanwhile.
_HELD = re.compile("\ue000(\\d+)\ue001")
_SIGNS = re.compile("[\ue000\ue001]")


def runs_of_notation(text: str, notes: Mapping[int, str]) -> Runs:
    """Return the runs that a text in the light notation means.

    Args:
        text: What was typed; line breaks are blanks.
        notes: The ids of the notes' clauses by printed number.

    Raises:
        InvalidTextError: The text calls a note that the document does not have, or holds a private sign.
    """
    if found := _SIGNS.search(text):
        raise InvalidTextError(f"The text holds a private sign, U+{ord(found[0]):04X}, that cannot be kept. Delete it.")
    held = _CALL.sub("\ue000\\1\ue001", " ".join(text.split()))
    return joined([piece for run in emphasised(held) for piece in _with_calls(run, notes)])


def _with_calls(run: Piece, notes: Mapping[int, str]) -> Iterator[Piece]:
    if isinstance(run, NoteReference):
        yield run
        return
    for place, part in enumerate(_HELD.split(run.text)):
        if place % 2 == 0:
            yield Run(part, run.marks)
        elif int(part) in notes:
            yield NoteReference(notes[int(part)])
        else:
            raise InvalidTextError(f"There is no note {part} in this document. Delete [^{part}] or call another note.")
