"""Editorial edits: those that change punctuation, quotes, dashes, hyphens, case or marks, and no word."""

import regex

from drafting.text.edits import Edit
from drafting.text.tokens import Tokens

_APOSTROPHE = regex.compile("['\u2019](?<=\\p{L}.)(?=\\p{L})")
_SIGNED_NUMBER = regex.compile(r"(?<![\p{L}\p{N}])\p{Pd}(?=\p{N})")
_IN_NUMBER = regex.compile(r"(?<=\p{N})[.,:'\u2019\u00b7](?=\p{N})")
_BETWEEN_NUMBERS = regex.compile(r"(?<=\p{N})\p{Pd}(?=\p{N})")
_DASH = regex.compile(r"\p{Pd}")
_POINT = regex.compile("[.,;:!?\u2026'\"\\p{Pi}\\p{Pf}\\p{Ps}\\p{Pe}،؛؟、。，；：！？--[\\[\\]{}<>]]", regex.V1)


def is_editorial(edit: Edit, base: Tokens) -> bool:
    """Tell whether an edit changes no word, number or note reference.

    A hyphen may come, go or give way to a blank ("co-operation", "long term"); an apostrophe within a
    word, a sign or a point within a number and a square bracket are never editorial.
    """
    old, new = base[edit.start : edit.stop], edit.new
    if [token.note for token in old if token.note] != [token.note for token in new if token.note]:
        return False
    return any(_skeleton(old, dash) == _skeleton(new, dash) for dash in ("", " "))


def _skeleton(tokens: Tokens, dash: str) -> str:
    text = "".join(token.text for token in tokens).casefold()
    text = _APOSTROPHE.sub("\ue000", text)
    text = _SIGNED_NUMBER.sub("\ue001", text)
    text = _IN_NUMBER.sub(lambda match: "\ue002" + match[0], text)
    text = _BETWEEN_NUMBERS.sub(" ", text)
    text = _DASH.sub(dash, text)
    text = _POINT.sub("", text)
    return " ".join(text.split())
