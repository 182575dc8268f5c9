"""Texts as conferences write them, put together at random: the six UN languages, Tajik, and signs of other planes."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

Wire = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Language:
    """Words and numbers, the signs that follow them, and what stands between two words."""

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    signs: tuple[str, ...]
    blank: str = " "


def _language(words: str, numbers: str, signs: str, blank: str = " ") -> Language:
    return Language(tuple(words.split()), tuple(numbers.split()), tuple(signs.split()), blank)


_NOTES = ("n1", "n2", "n17")
_MARKS: tuple[list[str], ...] = (["em"], ["strong"], ["em", "strong"])

_ARABIC = _language(
    "يحث الدول جميع على أن تقدم تقارير وطنية عن التدابير المتخذة يَحُثُّ الدُّوَلَ مكافحة الإرهاب والتطرّف می\u200cشود ه\u200dی "
    "والأمم\u200f ويطلب إلى الأمين العام (أ) الـمؤتمر",
    "٢٠٣٠ ٣٫٥ ۲۵ 31 (٢)",
    "، ؛ ؟ . : « » ( ) …",
)
_CHINESE = _language(
    "缔约方 应当 敦促 各国 加强 合作 打击 恐怖主义 并 请 秘书处 提交 报告 𠀀 二〇三〇年 在 的 的 和",
    "2030 ２０３０ 3.5% 十五",
    "， 。 、 ； ： （ ） 《 》 “ ” ？ ——",
    "",
)
_ENGLISH = _language(
    "Urges the the of all States shall should women and girls co-operation State's to to non\u2011proliferation "
    "A/RES/70/1 ensure “measures” counter‐terrorism take not",
    "2.5 1,000 2025–2030 31 (2015)",
    ", . ; : ? ( ) — – “ ” ’ …",
)
_FRENCH = _language(
    "Engage l’État l’ensemble les des de à prévenir cooperation coope\u0301ration e\u0301tats qu’elles où "
    "vis-à-vis aujourd’hui œuvre Re\u0301affirme",
    "2,5 1\u00a0000 31 n° 1er",
    ", . \u00a0; \u00a0: « » ( ) — – …",
)
_RUSSIAN = _language(
    "призывает все государства принять меры по противодействию терроризму и и в в какой-либо Й И\u0306 й\u0301 "
    "объём вновь подтверждая приня\u0301ть кое\u2011где",
    "2030 3,5 № 70/1 31-го",
    ", . ; : « » „ “ — – ( ) …",
)
_SPANISH = _language(
    "Exhorta a todos los Estados que adopten medidas contra el terrorismo y la la de de niñas acción n\u0303o "
    "co\u0301mo también económico-social",
    "2,5 1.000 31 2030 1.º",
    ", . ; : ¿ ? ¡ ! « » ( ) — –",
)
_TAJIK = _language(
    "Ҷумҳурии Тоҷикистон давлатҳоро даъват менамояд барои пешгирии терроризм ва ва ифротгароӣ чораҳои зарурӣ бояд "
    "ҳамкорӣ И\u0304 у\u0304 қатъӣ байналмилалӣ-минтақавӣ",
    "2030 3,5 № 31-уми",
    ", . ; : « » — – ( ) …",
)
# Astral letters, letters younger than any browser, marks that compose with nothing, other scripts without blanks.
_OTHERS = _language(
    "😀 😀😀 🇹🇯 𐐷𐐲 𝒜𝒷 \U0003d000\U0003d001 q\u0301 ไทย ひカ 한국 שלום x\u20dd ά ㊙",
    "𝟚𝟘 ๓๐ Ⅳ ½",
    "· / - ' ’ ‑ ‰ ≠ 🞄",
)
LANGUAGES = (_ARABIC, _CHINESE, _ENGLISH, _FRENCH, _RUSSIAN, _SPANISH, _TAJIK)


def pair(random: Random, length: int) -> tuple[Wire, Wire]:
    """Return a text of about ``length`` pieces, and what an amendment makes of it: other words, fewer, more, moved."""
    language = random.choice(LANGUAGES)
    base = text(random, language, length)
    if random.random() < 0.1:
        return base, text(random, language, length)
    proposed = list(base)
    for _ in range(random.randint(1, 6)):
        _edit(random, language, proposed)
    return base, proposed


def text(random: Random, language: Language, length: int) -> Wire:
    """Return runs in one language, now and then with pieces of another."""
    out: Wire = []
    while len(out) < length:
        draw = random.random()
        spoken = language if draw < 0.9 else _OTHERS if draw < 0.94 else random.choice(LANGUAGES)
        out += _pieces(random, spoken)
    return out


def _pieces(random: Random, language: Language) -> Wire:
    draw = random.random()
    if draw < 0.03:
        return [{"fn": random.choice(_NOTES)}]
    word = random.choice(language.numbers if draw < 0.1 else language.words)
    if random.random() < 0.2:
        word += random.choice(language.signs)
    word += random.choice(["", "\u3000"]) if random.random() < 0.03 else language.blank
    if random.random() < 0.9:
        return [{"t": word}]
    joined = any("\u200c" <= letter <= "\u200f" for letter in word)  # what joins must not begin a text
    cut = 0 if joined else random.choice([0, 0, len(word) // 2])
    pieces: Wire = [{"t": word[:cut]}, {"t": word[cut:], "m": random.choice(_MARKS)}]
    return pieces[not cut :]


def _edit(random: Random, language: Language, pieces: Wire) -> None:
    start = random.randint(0, len(pieces))
    taken = pieces[start : start + random.choice([0, 1, 1, 2, 3, 6])]
    del pieces[start : start + len(taken)]
    draw = random.random()
    if draw < 0.55:
        pieces[start:start] = text(random, language, random.choice([0, 1, 1, 2, 4]))
    elif draw < 0.75:
        pieces[start:start] = _marked(random, taken)
    else:
        moved_to = random.randint(0, len(pieces))
        more = pieces[start : start + random.choice([0, 4, 9])]
        del pieces[start : start + len(more)]
        pieces[moved_to:moved_to] = [*taken, *more]


def _marked(random: Random, pieces: Sequence[dict[str, Any]]) -> Wire:
    return [piece | {"m": random.choice(_MARKS)} if "t" in piece else piece for piece in pieces]
