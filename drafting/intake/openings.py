"""How paragraphs of an outcome document open and close: participles, agreeing verbs, headings.

Source: United Nations Editorial Manual, Drafting and editing, C (a preambular paragraph opens with
a participle or an adjective and ends with a comma); openings measured in General Assembly and
Security Council resolutions and the Dushanbe Declarations of 2018 and 2019.
"""

import re

_PARTICIPIAL = re.compile(r"\w+(ing|ed)$")
_ADJECTIVES = frozenset(
    (
        "anxious",
        "aware",
        "cognisant",
        "cognizant",
        "confident",
        "conscious",
        "desirous",
        "faithful",
        "grateful",
        "hopeful",
        "keen",
        "mindful",
        "proud",
        "sure",
        "thankful",
        "true",
    )
)
_BEFORE = frozenset(
    (
        "again",
        "also",
        "and",
        "both",
        "equally",
        "further",
        "furthermore",
        "more",
        "most",
        "once",
        "still",
        "too",
        "very",
        "yet",
    )
)
_NO_PARTICIPLES = frozenset(
    (
        "according",
        "anything",
        "beijing",
        "during",
        "everything",
        "nothing",
        "notwithstanding",
        "pending",
        "something",
    )
)
_PROPER = re.compile(r"United (?:Nations|States|Kingdom|Arab|Republic)\b|Working (?:Groups?|Part(?:y|ies)|Papers?)\b")
_AGREEING = re.compile(
    r"\b(agree[ds]?|hereby|therefore|thus|declares?|decides?|commits?|resolved?s?|adopts?|proclaim|pledge|undertake|follows|following)\b",
    re.IGNORECASE,
)
_AGREEING_WHERE_SHORT = re.compile(
    r"\b(declared|decided|adopted|recommends?|calls?|invites?|express|affirms?|reaffirms?|announce|urges?|requests?|encourages?)\b",
    re.IGNORECASE,
)
_AGREEING_AFTER_PARTICIPLE = re.compile(
    r"\b(hereby|we therefore|(?:have|do|we|hereby) (?:agree|declare|decide|resolve|adopt)d?)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[“«\"][^”»\"]*[”»\"]")
_WE = re.compile(r"(?:\(?We\b,?|Мы\b,?|Nous\b,?|Nosotros\b,?)")
_THE = re.compile(r"(?:The|Having|At)\s")
_CLOSED = (".", ",", ";", ":", "!", "?", "،", "؛", "。", "；", "，", "：")
_CALLS_LAST = re.compile(r"(?:\s?(?:\[\^?\w{1,40}\]|[⁰¹²³⁴-⁹]+))+$")
_AND_LAST = re.compile(r"[,;]\s(?:and|or)$")
_CLOSING_LINE = re.compile(
    r"(?:\d+(?:st|nd|rd|th) (?:plenary )?meeting\b|(?:adopted|done|issued|signed)\b.{0,120}\b\d{4}\b"
    r"|[A-Z]\w+(?:, [A-Z]\w+)?, (?:on )?\d{1,2}(?:\s?[-–]\s?\d{1,2})? \w+ \d{4}\.?$|\d{1,2} [A-Z]\w+ \d{4}\.?$)",
    re.IGNORECASE,
)
_HEADING_WORDS = 16


def bared(text: str) -> str:
    """Return a text without the brackets, quotes and blanks around it."""
    return text.strip(" \t\n[](){}\"'“”‘’«»*_")


def is_participial(text: str) -> bool:
    """Say whether a paragraph opens as a preambular one does: "Recalling", "Deeply concerned", "Also aware"."""
    if _PROPER.match(bared(text)):
        return False
    for word in re.findall(r"[\w-]+", bared(text))[:4]:
        lower = word.lower()
        if lower in _ADJECTIVES or (_PARTICIPIAL.match(lower) and lower not in _NO_PARTICIPLES and len(lower) > 4):
            return True
        if lower not in _BEFORE and not lower.endswith("ly"):
            return False
    return False


def agrees(text: str) -> bool:
    """Say whether a line ends in the agreeing verb that turns to the operative part: "have agreed as follows:"."""
    if not text.rstrip().endswith((":", "：")):
        return False
    words = bared(_QUOTED.sub("", text)).split()
    last = " ".join(words[-6:])
    if is_participial(text):
        return bool(_AGREEING_AFTER_PARTICIPLE.search(last))
    return bool(_AGREEING.search(last) or (len(words) <= 6 and _AGREEING_WHERE_SHORT.search(last)))


def is_closed(text: str) -> bool:
    """Say whether a text ends as a sentence or a paragraph does, and not as a heading."""
    bare = _CALLS_LAST.sub("", text.rstrip()).rstrip(" \t[](){}\"'“”‘’«»*_")
    return bare.endswith(_CLOSED) or bool(_AND_LAST.search(bare[-6:]))


def is_heading_like(text: str) -> bool:
    """Say whether a text is short and ends without punctuation."""
    return bool(text.strip()) and not is_closed(text) and len(text.split()) <= _HEADING_WORDS


def is_capitals(text: str) -> bool:
    """Say whether a text is set in capitals."""
    return text.isupper() and len(text) > 3


def is_we(text: str) -> bool:
    """Say whether a text opens with those who speak: "We, the States …"."""
    return bool(_WE.match(bared(text)))


def opens_with_the(text: str) -> bool:
    """Say whether a text opens as the name of an organ or a conference does."""
    return bool(_THE.match(bared(text)))


def is_closing_line(text: str) -> bool:
    """Say whether a line ends the document: the meeting and its date, or place and date of adoption."""
    return bool(_CLOSING_LINE.match(bared(text))) and len(text.split()) <= 25


def ends_with(text: str, sign: str) -> bool:
    """Say whether a text ends with a sign, closing brackets and quotes left aside."""
    return text.rstrip(" \t[](){}\"'“”‘’«»").endswith(sign)
