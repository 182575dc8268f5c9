"""What stands above the text: the masthead, the title, and headings between it and the first clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafting.intake import openings
from drafting.intake.blocks import Block
from drafting.intake.markers import Family, understood
from drafting.text.runs import Mark, NoteReference, Run, joined, plain

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MASTHEAD = re.compile(
    rf"""(?:United\ Nations\b(?!.*\b(?:declaration|strategy|convention|conference|resolution)\b)
    | [A-Z]{{1,5}}/[\w./-]*\d | .*\s[A-Z]{{1,5}}/[A-Z0-9./-]*\d[\w./-]*$
    | Distr\b | Original: | \w+\ only$ | Advance\b | Unedited\b | Symbol\b | Conference\ room\ paper | Non-paper
    | (?:General\ Assembly|(?:Security|Economic\ and\ Social|Human\ Rights|Trusteeship)\ Council)$
    | .*\b(?:session|meeting)$ | .*\bsession\b.*\bagenda\ item\b | Agenda\ item\b | Items?\ \d+
    | (?:Resolution|Decision|Declaration)\ adopted\b | on\ \d{{1,2}}\ \w+\ \d{{4}} | \[.*\]$ | \(.*\)$
    | As\ of\b | Version\b | Rev\.?\s?\d
    | (?:Date|Status|Language|Document|Venue|Place|Reference|Source|Contact|Submitted\ by)\b.{{0,3}}:
    | (?:[\w’'. -]+,\s)?(?:\d{{1,2}}(?:\s?(?:[-–—]|and|to)\s?\d{{1,2}})?\s)?
      (?:{_MONTHS})(?:\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?,)?\s\d{{4}}$)""",
    re.IGNORECASE | re.VERBOSE,
)
_ORGAN = re.compile(r"(?:.*\bCommittee|.*\bSecretariat|.*\bPlenary)$")
_BODY = re.compile(
    r"\b(?:Assembly|Council|Conference|Commission|Committee|Congress|Meeting|Summit|Forum|Board|Parties|States|Parliament)$"
)
_WEAK = re.compile(
    r"(?:.*:\s(?:revised\s)?draft\s(?:resolution|decision|declaration)$"
    r"|(?:(?:the|zero|first|second|third|revised|preliminary|advance|chairs?['’]?s?|co-chairs?['’]?|president['’]?s?)\s)*"
    r"(?:draft|text)\b(?:\s(?:outcome\sdocument|text|resolution|decision|declaration))?(?:\W.{0,40}|\d.{0,40})?$)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(declaration|resolution|outcome document|communiqu|statement|plan of action|programme of action|"
    r"action plan|framework|pact|convention|agenda|strategy|call|commitment|compact|consensus|protocol|"
    r"conclusions|report|roadmap|d[ée]claration|декларация)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,4}/\d{1,4}\.\s")
_OPENING_HEADING = re.compile(r"(?:preamble|introduction|chapeau|part\b|section\b|chapter\b)", re.IGNORECASE)
_SENTENCE = 12
_LONG = 60


@dataclass(frozen=True, slots=True)
class Front:
    """The blocks above the first clause, parted; ``rest`` is the text."""

    masthead: tuple[Block, ...]
    title: Block | None
    headings: tuple[Block, ...]
    rest: tuple[Block, ...]


def parted(blocks: Sequence[Block]) -> Front:
    """Part the blocks of a file into masthead, title, the headings after it, and the text."""
    start = next((index for index, block in enumerate(blocks) if _is_text(block)), len(blocks))
    above = list(blocks[:start])
    title = _title_index(above)
    if title is None:
        masthead = [block for block in above if not _OPENING_HEADING.match(plain(block.runs))]
        headings = [block for block in above if block not in masthead]
        return Front(tuple(masthead), None, tuple(headings), tuple(blocks[start:]))
    stop = _title_end(above, title) if any(not block.adjacent for block in blocks[1:]) else title + 1
    after = above[stop:]
    masthead = above[:title] + [block for block in after if is_masthead_like(block)]
    headings = [block for block in after if not is_masthead_like(block)]
    return Front(tuple(masthead), _one(above[title:stop]), tuple(headings), tuple(blocks[start:]))


def is_organ(block: Block) -> bool:
    """Say whether a block is the name of the organ that speaks: "The General Assembly,", "*The General Assembly*"."""
    text = plain(block.runs).strip()
    if not openings.opens_with_the(text) or block.heading:
        return False
    italic = all(
        Mark.EMPHASIS in piece.marks for piece in block.runs if isinstance(piece, Run) and piece.text.strip(" ,")
    )
    alone = italic or bool(_BODY.search(text))
    return text.endswith(",") or (alone and len(text.split()) <= _SENTENCE and openings.is_heading_like(text))


def is_masthead_like(block: Block) -> bool:
    """Say whether a block is of the kind that stands in a masthead."""
    return is_masthead_line(plain(block.runs))


def is_masthead_line(text: str) -> bool:
    """Say whether a line is of the kind that stands in a masthead: symbol, date, session, distribution, stage."""
    text = " ".join(text.split())
    if _NUMBERED.match(text):
        return False
    return bool(_MASTHEAD.match(text) or _ORGAN.match(text) or _WEAK.match(text)) or not any(map(str.isalnum, text))


def _is_text(block: Block) -> bool:
    text = plain(block.runs)
    family = understood(block.marker).family
    if block.heading or family is Family.UPPER:
        return family is Family.UPPER or (openings.is_we(text) and openings.is_closed(text))
    if family is not Family.NONE or is_organ(block) or (openings.is_we(text) and openings.is_closed(text)):
        return True
    if openings.ends_with(text, ":") and openings.agrees(text):
        return True
    if openings.ends_with(text, ",") and not is_masthead_like(block):
        return True
    words = len(text.split())
    return (openings.is_closed(text) or words > _LONG) and words >= _SENTENCE and not is_masthead_like(block)


def _title_index(above: Sequence[Block]) -> int | None:
    candidates = [index for index, block in enumerate(above) if not is_masthead_like(block)]
    candidates = [index for index in candidates if not _OPENING_HEADING.match(plain(above[index].runs))]
    named = [index for index in candidates if _NAMED.search(plain(above[index].runs))]
    ranked = [
        [index for index in candidates if _NUMBERED.match(plain(above[index].runs))],
        [index for index in candidates if above[index].heading == 1],
        [index for index in candidates if above[index].heading],
        named[:1],
        candidates[-1:],
        [index for index, block in enumerate(above) if _WEAK.match(plain(block.runs))],
    ]
    return next((found[0] for found in ranked if found), None)


def _title_end(above: Sequence[Block], title: int) -> int:
    """Return where the title ends: adjacent lines in capitals go on with it, in a file that has blank lines."""
    stop = title + 1
    while stop < len(above) and above[stop].adjacent and _goes_on(above[stop - 1], above[stop]):
        stop += 1
    return stop


def _goes_on(before: Block, block: Block) -> bool:
    both = openings.is_capitals(plain(before.runs)) and openings.is_capitals(plain(block.runs))
    return both and not is_masthead_like(block) and not openings.is_closed(plain(before.runs))


def _one(lines: Sequence[Block]) -> Block:
    first = lines[0]
    pieces: list[Run | NoteReference] = []
    for line in lines:
        pieces += [Run(" "), *line.runs] if pieces else line.runs
    return Block(joined(pieces), first.marker, first.indent, first.heading, first.adjacent, first.typed)
