"""Answers one line of ``drafting merge``: a base and texts proposed in its place, merged or in conflict."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from drafting.errors import InvalidTextError
from drafting.text.characters import admit
from drafting.text.deciding.graph import conflict_graph
from drafting.text.deciding.merge import union
from drafting.text.deciding.relation import conflicts
from drafting.text.edits import Edits, apply, edits_between
from drafting.text.runs import Run, plain
from drafting.text.tokens import Tokens, runs_of, tokenise
from drafting.text.wording import whole_words


def answer_to(line: bytes) -> dict[str, Any]:
    """Return the answer to a line, as JSON.

    Args:
        line: UTF-8, ``{"id": text or whole number, "base": text, "amendments": [text, …]}``.

    Returns:
        ``{"id", "outcome": "merged" or "conflict", "text", "conflicts"}``, where ``text`` is null on conflict. Each of
        ``conflicts`` is ``{"a", "b", "reason", "words_a", "words_b"}``: a and b count amendments from 0, a before b.
        To a line that cannot be understood, ``{"id", "error"}``; the id is null where it is not known.
    """
    known = None
    try:
        case = _object(line)
        known = _id(case)
        return {"id": known, **_merged(_text(case.get("base"), "the base"), _amendments(case))}
    except InvalidTextError as error:
        return {"id": known, "error": str(error)}


def _merged(base: Tokens, texts: list[Tokens]) -> dict[str, Any]:
    amendments = [edits_between(base, text) for text in texts]
    found = list(_conflicts(base, amendments))
    if found:
        return {"outcome": "conflict", "text": None, "conflicts": found}
    return {"outcome": "merged", "text": plain(runs_of(apply(base, union(*amendments)))), "conflicts": []}


def _conflicts(base: Tokens, amendments: list[Edits]) -> Iterator[dict[str, Any]]:
    for one, other in conflict_graph(base, {str(number): edits for number, edits in enumerate(amendments)}):
        a, b = int(one), int(other)
        for conflict in conflicts(base, amendments[a], amendments[b]):
            yield {
                "a": a,
                "b": b,
                "reason": conflict.reason.value,
                "words_a": whole_words(base, conflict.ours),
                "words_b": whole_words(base, conflict.theirs),
            }


def _object(line: bytes) -> dict[str, Any]:
    try:
        case = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise InvalidTextError(f"The line is not in UTF-8: byte {error.start + 1:,} is no part of it.") from error
    except RecursionError as error:
        raise InvalidTextError("The line is nested too deeply to be read.") from error
    except ValueError as error:
        raise InvalidTextError(f"The line is not JSON: {error}.") from error
    if not isinstance(case, dict):
        raise InvalidTextError('The line is no object. Send {"id": …, "base": …, "amendments": [ … ]}.')
    return case


def _refuse_constant(name: str) -> NoReturn:
    raise InvalidTextError(f"The line holds {name}, which is no number of JSON.")


def _id(case: dict[str, Any]) -> str | int:
    found = case.get("id")
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise InvalidTextError("The line has no id that is a text or a whole number.")
    if isinstance(found, str) and any("\ud800" <= character <= "\udfff" for character in found):
        raise InvalidTextError("The id holds half a character (an unpaired surrogate).")
    return found


def _amendments(case: dict[str, Any]) -> list[Tokens]:
    texts = case.get("amendments")
    if not isinstance(texts, list):
        raise InvalidTextError("The amendments are no list of texts.")
    return [_text(text, f"amendment {number}") for number, text in enumerate(texts)]


def _text(text: object, where: str) -> Tokens:
    if not isinstance(text, str):
        raise InvalidTextError(f"In {where}: there is no text.")
    try:
        return tokenise(admit((Run(text),)))
    except InvalidTextError as error:
        raise InvalidTextError(f"In {where}: {error}") from error
