"""Our fonts: which faces a text needs, and the one fetcher that opens them and nothing else."""

import re
from pathlib import Path

from weasyprint.urls import URLFetcher, URLFetcherResponse

from exports.errors import ExportError

SCHEME = "font"
SHEETS = ("fonts.css", "fonts-chinese.css")
_FACE = re.compile(r"@font-face\s*{[^}]*}")
_SOURCE = re.compile(r"src:[^;]*?url\(\s*['\"]?(?:\./)?fonts/([^)'\"]+\.woff2)['\"]?\s*\)[^;]*;?")
_FAMILY = re.compile(r"font-family:[^;]*;")
_WEIGHT_AND_STYLE = re.compile(r"-\d+-(?:normal|italic)\.woff2$")
_RANGES = re.compile(r"unicode-range:([^;}]*)")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
_FILE_NAME = re.compile(r"[A-Za-z0-9_\[\]-]+\.woff2")


def sheet(fonts: Path, text: str) -> str:
    """Return the style sheet of the faces that hold characters of ``text``, and the rule that sets pages in them.

    Every slice of a font becomes a family of its own: WeasyPrint takes two files of one family for one
    font, and prints the glyphs of the wrong one. URLs are of our own scheme.

    Args:
        fonts: The built folder: ``fonts.css``, ``fonts-chinese.css`` and ``fonts/`` beside them.
        text: All that is printed.

    Raises:
        ExportError: The folder holds no fonts.
    """
    characters = {ord(character) for character in text}
    faces: list[str] = []
    for name in SHEETS:
        serving = [(face, held) for face in _faces(fonts / name) if (held := _held(face, characters))]
        faces += [face for face, _ in serving]
        characters = characters.difference(*(held for _, held in serving))
    if not faces:
        raise ExportError("The fonts are missing. Build the front end with ./run, then print again.")
    names = dict.fromkeys(_family(face) for face in faces)
    stack = ", ".join(f'"{name}"' for name in names)
    return "\n".join([*map(_face, faces), f"html {{ font-family: {stack}; }}", f"@page {{ font-family: {stack}; }}"])


class OurFontsOnly(URLFetcher):  # type: ignore[misc]
    """Open a font of the built folder by its name; refuse every other address, and stop the print."""

    def __init__(self, fonts: Path) -> None:
        super().__init__(allowed_protocols=(SCHEME,), allow_redirects=False, fail_on_errors=True)
        self._folder = fonts / "fonts"

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the font named by ``font:NAME.woff2``.

        Raises:
            ExportError: The address is of another kind, or there is no such font.
        """
        scheme, _, name = url.partition(":")
        path = self._folder / name
        if scheme != SCHEME or not _FILE_NAME.fullmatch(name):
            raise ExportError("The print asked for a file that is none of our fonts; nothing was opened.")
        if not path.is_file():
            raise ExportError(f"The font {name} is missing. Build the front end with ./run, then print again.")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/woff2"})


def _faces(sheet_file: Path) -> list[str]:
    return _FACE.findall(sheet_file.read_text(encoding="utf-8")) if sheet_file.is_file() else []


def _family(face: str) -> str:
    found = _SOURCE.search(face)
    return _WEIGHT_AND_STYLE.sub("", found[1]) if found else ""


def _face(face: str) -> str:
    named = _FAMILY.sub(f'font-family: "{_family(face)}";', face)
    return _SOURCE.sub(rf"src: url({SCHEME}:\1);", named)


def _held(face: str, characters: set[int]) -> set[int]:
    ranges = _RANGES.search(face)
    if ranges is None:
        return characters
    spans = [(int(start, 16), int(stop or start, 16)) for start, stop in _RANGE.findall(ranges[1])]
    return {character for character in characters if any(start <= character <= stop for start, stop in spans)}
