"""The project's own files, as the architecture tests read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_MADE = {"node_modules", "build", "data", "__pycache__"}


def modules(*folders: str) -> list[Path]:
    """Return the Python files below the folders of the project, in order."""
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def written_files() -> Iterator[Path]:
    """Give every file that people wrote: no environment, no cache, nothing that a build made."""
    for place in sorted(ROOT.iterdir()):
        if place.is_file():
            yield from () if place.name.startswith(".coverage") else (place,)
        elif place.name not in _MADE and (place.name == ".ci" or not place.name.startswith(".")):
            yield from (file for file in sorted(place.rglob("*")) if file.is_file() and not _is_made(file))


def name(file: Path) -> str:
    """Return the file's place in the project, with slashes."""
    return file.relative_to(ROOT).as_posix()


def imports(file: Path) -> set[str]:
    """Return the dotted names a module imports, with the names taken from them: ``flask``, ``flask.Flask``."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _is_made(file: Path) -> bool:
    return bool(_MADE & set(file.relative_to(ROOT).parts[:-1]) - {"data"}) or file.suffix == ".pyc"
