"""What characters are let into a text: the one door through which people's words come in.

A word that reads alike must be alike. Source: Default_Ignorable_Code_Point and Bidi_Control of the Unicode version that
``regex`` brings; UTS 39.
"""

import unicodedata

import regex

from drafting.errors import InvalidTextError
from drafting.text.runs import NoteReference, Piece, Run, Runs, joined
from drafting.text.tokens import runs_of, tokenise

LARGEST_TEXT = 64 * 1024
"""Bytes of UTF-8 in one clause or one reason."""

MOST_TOKENS = 10_000
"""Words, punctuation marks and note references in one clause."""

LONGEST_LINE = 2_000
"""Characters in a name or a reason of one line."""

MOST_MARKS = 30
"""Combining marks on one letter (UAX 15, Stream-Safe Text Format); sorting thousands of them takes seconds."""

_MAPPED = (
    (
        "\u00ad",
        "soft hyphen (U+00AD), which cannot be seen, is left out",
        "soft hyphens (U+00AD), which cannot be seen, are left out",
    ),
    ("\u00a0", "no-break space (U+00A0) becomes a plain blank", "no-break spaces (U+00A0) become plain blanks"),
)
"""What is mapped, and how it is told of one and of several."""
_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u200e\u200f"
_REFUSED = regex.compile(
    r"[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\p{Cs}\p{Co}\p{Cn}\ufff9-\ufffd\u2800--[\u00ad\n\r\t]]",
    regex.V1,
)
_JOINED_SCRIPT = (
    r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}"
    r"\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}]"
)
_JOINER_IN_WORD = regex.compile(rf"(?<={_JOINED_SCRIPT})[{_JOINERS}](?={_JOINED_SCRIPT})")
_DIRECTION_AFTER = regex.compile(rf"(?<=[^\s{_JOINERS}{_DIRECTIONS}])[{_DIRECTIONS}]")
_PILE = regex.compile(rf"\p{{M}}(?:\u00ad*+\p{{M}}){{{MOST_MARKS}}}")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}\p{Nko}]")
# What Unicode composes with the character before it.
_LEANS_BACK = regex.compile(
    rf"[\p{{M}}{_JOINERS}{_DIRECTIONS}\p{{Hangul_Syllable_Type=V}}\p{{Hangul_Syllable_Type=T}}]+"
)
_NOTE_ID = regex.compile(r"[!-~]{1,64}")


def admit(runs: Runs) -> Runs:
    """Return a clause's runs as they may be stored: NFC, single blanks, in normal form.

    Every kind of white space becomes a blank, soft hyphens are dropped.

    Raises:
        InvalidTextError: A character cannot be seen or is none, or the text is too long.
    """
    _check_size("".join(piece.text for piece in runs if isinstance(piece, Run)))
    _check_characters(runs)
    tokens = tokenise(_composed(joined([_without_soft_hyphens(piece) for piece in runs])))
    if len(tokens) > MOST_TOKENS:
        raise InvalidTextError(
            f"The text has {len(tokens):,} words and punctuation marks; a clause may have {MOST_TOKENS:,}. Divide it."
        )
    admitted = runs_of(tokens)
    _check_size("".join(piece.text for piece in admitted if isinstance(piece, Run)))
    return admitted


def admit_line(text: str) -> str:
    """Return a name or a reason of one line as it may be stored: NFC, single blanks, no line breaks.

    Raises:
        InvalidTextError: A character cannot be seen or is none, or the line is too long.
    """
    line = " ".join(_admitted(text).split())
    if len(line) > LONGEST_LINE:
        raise InvalidTextError(f"The line has {len(line):,} characters; it may have {LONGEST_LINE:,}. Shorten it.")
    return line


def admit_prose(text: str) -> str:
    """Return a reason as it may be stored: NFC, single blanks, its line breaks kept, at most one empty line.

    Raises:
        InvalidTextError: A character cannot be seen or is none, or the text is too long.
    """
    lines = [" ".join(line.split()) for line in _admitted(text).splitlines()]
    return regex.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def mapped(runs: Runs) -> tuple[str, ...]:
    """Return what ``admit`` changes unseen, as sentences for who typed it: soft hyphens, blanks that do not break."""
    text = "".join(piece.text for piece in runs if isinstance(piece, Run))
    counts = [(text.count(character), *said) for character, *said in _MAPPED]
    return tuple(f"{found} {one if found == 1 else many}." for found, one, many in counts if found)


def _admitted(text: str) -> str:
    _check_size(text)
    _check_characters((Run(text),))
    admitted = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    _check_size(admitted)
    return admitted


def _check_size(text: str) -> None:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > LARGEST_TEXT:
        raise InvalidTextError(
            f"The text has {size:,} bytes; it may have {LARGEST_TEXT:,}. Divide it into several paragraphs."
        )


def _check_characters(runs: Runs) -> None:
    for piece in runs:
        if isinstance(piece, NoteReference) and not _NOTE_ID.fullmatch(piece.note):
            raise InvalidTextError("A note reference does not name a note. Remove it and set it again.")
    text = "".join(piece.text if isinstance(piece, Run) else "\ufffc" for piece in runs)
    if pile := _PILE.search(text):
        raise InvalidTextError(
            f"The letter at place {max(1, pile.start()):,} bears more than {MOST_MARKS} marks. Delete some of them."
        )
    notes = {place for place, piece in _places(runs)}
    turns = bool(_RIGHT_TO_LEFT.search(text))
    for found in _REFUSED.finditer(text):
        if found.start() not in notes and not _is_allowed(text, found.start(), turns=turns):
            raise InvalidTextError(_refusal(found[0], found.start() + 1))


def _places(runs: Runs) -> list[tuple[int, NoteReference]]:
    out: list[tuple[int, NoteReference]] = []
    place = 0
    for piece in runs:
        if isinstance(piece, NoteReference):
            out.append((place, piece))
        place += len(piece.text) if isinstance(piece, Run) else 1
    return out


def _is_allowed(text: str, place: int, *, turns: bool) -> bool:
    """Joiners shape words of some scripts; direction marks belong to right-to-left text, after what they turn."""
    if _JOINER_IN_WORD.match(text, place):
        return True
    return turns and bool(_DIRECTION_AFTER.match(text, place))


def _refusal(character: str, place: int) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return (
        f"The character {code}{' ' + name if name else ''} at place {place:,} cannot be seen or is no character. "
        "Delete it and try again."
    )


def _without_soft_hyphens(piece: Piece) -> Piece:
    return Run(piece.text.replace("\u00ad", ""), piece.marks) if isinstance(piece, Run) else piece


def _composed(runs: Runs) -> Runs:
    """Compose each run; what composes with the run before it goes over to that run."""
    out: list[Piece] = []
    for piece in runs:
        if not isinstance(piece, Run):
            out.append(piece)
            continue
        text = piece.text
        leaning = _LEANS_BACK.match(text)
        if leaning and out and isinstance(out[-1], Run) and not out[-1].text[-1:].isspace():
            out[-1] = Run(out[-1].text + leaning[0], out[-1].marks)
            text = text[leaning.end() :]
        out.append(Run(text, piece.marks))
    return tuple(Run(unicodedata.normalize("NFC", p.text), p.marks) if isinstance(p, Run) else p for p in out)
