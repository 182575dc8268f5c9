"""Words that look like others: scripts mixed in a word, whole words of look-alike letters, digits of two systems.

They are let in and pointed out: a person must see what the eye cannot. Source: UTS 39 (scripts of a word, restriction
level "highly restrictive"; mixed numbers) and Unicode's confusables.txt as the package confusable-homoglyphs 3.3.1
carries it, of which the letters in use are kept.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import regex

from drafting.text.tokens import Tokens

_LATIN, _GREEK = "Latin", "Greek"
_TWINS = {
    script: dict(zip(letters, latin, strict=True))
    for script, letters, latin in (
        ("Cyrillic", "ЅІЈАВЕКМНОРСТУХЬаеорсухѕіјһҽӀӏҮүԁԌԛԜԝ", "SIJABEKMHOPCTYXbaeopcyxsijhelIYydGqWw"),
        (_GREEK, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγινορσυϜϲϳϹ", "ABEZHIKMNOPTYXayivopouFcjC"),
        ("Armenian", "ՍՏՕագզհոռսցքօ", "USOwqqhnnugfo"),
        ("Katakana", "エカタトニハロ", "工力夕卜二八口"),
    )
}
"""Letters by script, with the Latin letter (of Katakana: the Han character) that each looks like."""
_RARE = "һҽӀӏҮүԁԌԛԜԝ"  # Of few languages: a Latin word is not taken for one of these.

_SCRIPTS = {
    name: regex.compile(rf"\p{{Script_Extensions={name}}}")
    for name in (
        "Latin Cyrillic Greek Armenian Arabic Hebrew Han Hiragana Katakana Hangul Bopomofo Thai Lao Khmer Myanmar "
        "Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Georgian Ethiopic Tibetan "
        "Thaana Mongolian"
    ).split()
}
_TOGETHER = ({_LATIN, "Han", "Hiragana", "Katakana"}, {_LATIN, "Han", "Hangul"}, {_LATIN, "Han", "Bopomofo"})
_PART = regex.compile(r"[\p{L}\p{M}\p{N}--\u0640]+", regex.V1)
_UNIT = regex.compile(r"\p{Nd}*(?:\u03bc\p{Latin}{1,3}|[kMGTm]?\u03a9)\p{No}*")
# Latin letters with their marks, blanks and the marks of print: a text of these alone needs no second look.
_ORDINARY = re.compile("[\x00-\u02ff\u1e00-\u1eff\u2000-\u20cf\u2100\u2103\u2116\u2122\u2190-\u22ff]*")
_ORDINARY_SIGN = regex.compile(r"[\p{Script=Common}\p{Script=Inherited}]")


@dataclass(frozen=True, slots=True)
class OddCharacter:
    """A character that is not what it looks like; ``script`` is what it belongs to ("Cyrillic")."""

    character: str
    script: str

    @property
    def code(self) -> str:
        """Its code point, as "U+0430"."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """Its name in Unicode."""
        return unicodedata.name(self.character, "")


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A word that looks like another; ``looks_like`` is that other, empty where there is none.

    ``beside`` is what the odd characters stand among, ``whole`` whether all of the word is odd: of a script that
    the text is not in.
    """

    word: str
    odd: tuple[OddCharacter, ...]
    beside: str
    looks_like: str
    whole: bool = False

    @property
    def sentence(self) -> str:
        """For a person: what is odd about the word, and what it looks like."""
        listed = ", ".join(f"{each.script} {each.character} ({each.code})" for each in self.odd)
        ending = f"; it looks like “{self.looks_like}”" if self.looks_like else ""
        said = f"is written with {listed} in" if self.whole else f"mixes {listed} with"
        return f"“{self.word}” {said} {self.beside}{ending}."


def look_alikes(tokens: Tokens) -> tuple[LookAlike, ...]:
    """Return the words of a text that look like others, in order, each time that they stand there."""
    if _ORDINARY.fullmatch("".join([token.text for token in tokens])):
        return ()
    parts = [part for token in tokens for part in _parts(token.word)]
    letters = Counter[str]()
    for part, times in Counter(parts).items():
        for script, size in _letters(part).items():
            letters[script] += size * times
    return tuple(_found(parts, letters))


def brought_in(base: Tokens, proposed: Tokens) -> tuple[LookAlike, ...]:
    """Return the look-alikes of a proposed text that its base has not, or not so often; each once."""
    found = look_alikes(proposed)
    if not found:
        return ()
    before = Counter(each.word for each in look_alikes(base))
    more = Counter(each.word for each in found) - before
    return tuple({each.word: each for each in found if more[each.word]}.values())


def _found(parts: list[str], letters: Counter[str]) -> Iterator[LookAlike]:
    ordinary = ("", _main(letters, ""))
    for script, run in groupby(parts, key=_run_of):
        words = list(run)
        if script in ordinary and all(map(_is_plain, words)):
            continue
        # A word of real letters beside it shows that the other script is meant: a name, a quotation.
        meant = any(_twin(word, script, _main(letters, script)) is None for word in words if _letters(word))
        for word in words:
            found = _mixed(word, letters) or _digits(word, letters) or (None if meant else _foreign(word, letters))
            if found:
                yield found


@lru_cache(maxsize=20_000)
def _run_of(part: str) -> str:
    return next(iter(_letters(part)), "")


@lru_cache(maxsize=20_000)
def _is_plain(part: str) -> bool:
    """Tell whether a word can only be odd among words of another script."""
    return len(_letters(part)) < 2 and not any(
        (char.isdecimal() and not char.isascii()) or unicodedata.decomposition(char).startswith("<font>")
        for char in part
    )


def _mixed(part: str, letters: Counter[str]) -> LookAlike | None:
    """A word of letters that no one script has."""
    own = _letters(part)
    odd_font = [char for char in part if unicodedata.decomposition(char).startswith("<font>")]
    if odd_font:
        odd = tuple(OddCharacter(char, "mathematical") for char in dict.fromkeys(odd_font))
        return LookAlike(part, odd, "ordinary letters", unicodedata.normalize("NFKC", part))
    if len(own) < 2 or any(own.keys() <= scripts for scripts in _TOGETHER) or _UNIT.fullmatch(part):
        return None
    main = max(own, key=lambda script: (own[script], letters[script]))
    odd = tuple(OddCharacter(c, _script(c)) for c in dict.fromkeys(part) if _script(c) not in ("", main))
    read = "".join(char if _script(char) in ("", main) else _as(char, main) or "" for char in part)
    return LookAlike(part, odd, f"{main} letters", read if len(read) == len(part) else "")


def _foreign(part: str, letters: Counter[str]) -> LookAlike | None:
    """A whole word of letters that all look like letters of the text's script."""
    own = _letters(part)
    if len(own) != 1:
        return None
    (script,) = own
    main = _main(letters, script)
    read = _twin(part, script, main)
    if letters[script] >= letters[main]:
        return None
    # Acronyms, and the Greek letters of formulas, stand in texts of every script.
    if not read or (script == _LATIN and part.upper() == part) or (script == _GREEK and part.islower() and part < "ο"):
        return None
    odd = tuple(OddCharacter(char, script) for char in dict.fromkeys(part) if _script(char))
    return LookAlike(part, odd, _text(main), read, whole=True)


def _digits(part: str, letters: Counter[str]) -> LookAlike | None:
    """A number of two systems of digits, or of one that the text's scripts do not have."""
    digits = [char for char in part if char.isdecimal()]
    others = [char for char in digits if not char.isascii()]
    if not others:
        return None
    mixed = len({ord(char) - unicodedata.decimal(char) for char in digits}) > 1
    if not mixed and (not letters or any(_at_home(others[0], script) for script in letters)):
        return None
    odd = tuple(OddCharacter(char, _system(char)) for char in dict.fromkeys(others))
    read = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in part)
    beside = "other digits" if mixed else _text(_main(letters, ""))
    return LookAlike(part, odd, beside, read, whole=not mixed)


def _text(script: str) -> str:
    return f"a text of {script} letters"


def _main(letters: Counter[str], script: str) -> str:
    """The script that most of the text's other letters are of; empty where there are none."""
    return max((each for each in letters if each != script), key=lambda each: letters[each], default="")


def _twin(part: str, script: str, main: str) -> str | None:
    """The word that a word of ``script`` looks like in ``main``; None where a letter shows what it is."""
    read = [_as(char, main) if _script(char) == script else char for char in part]
    return None if not main or None in read else "".join(each or "" for each in read)


def _as(char: str, main: str) -> str | None:
    """The letter of a script that a letter of another looks like."""
    shape = _TWINS.get(_script(char), {}).get(char, char if _script(char) == _LATIN else "")
    if main in (_LATIN, "Han"):
        return shape if shape and _script(shape) == main else None
    twins = _TWINS.get(main, {}).items()
    return next((letter for letter, latin in twins if latin == shape and letter not in _RARE), None)


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[str, ...]:
    return tuple(_PART.findall(word))


@lru_cache(maxsize=20_000)
def _letters(part: str) -> Counter[str]:
    return Counter(script for char in part if (script := _script(char)))


@lru_cache(maxsize=4_000)
def _script(char: str) -> str:
    """The script of a letter; empty for what all scripts share."""
    if not unicodedata.category(char).startswith("L") or _ORDINARY_SIGN.fullmatch(char):
        return ""
    return next(
        (name for name, of in _SCRIPTS.items() if of.fullmatch(char)), unicodedata.name(char).split()[0].title()
    )


def _at_home(digit: str, script: str) -> bool:
    found = _SCRIPTS.get(script)
    wide = unicodedata.decomposition(digit).startswith("<wide>") and script in ("Han", "Hiragana", "Katakana", "Hangul")
    return wide or bool(found and found.fullmatch(digit))


def _system(digit: str) -> str:
    return unicodedata.name(digit).rsplit(" DIGIT ", 1)[0].title()
