"""The settings: the only reader of the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
_SQLITE = "sqlite:///"


@dataclass(frozen=True, slots=True)
class Config:
    """Where things are. ``data`` holds the SQLite database and the queue.

    ``secure_cookies``: the pages are reached over https alone (``DRAFTING_HTTPS=1``).
    """

    data: Path
    database_url: str
    queue_file: Path
    secure_cookies: bool = False
    templates: Path = CHECKOUT / "templates"
    static: Path = CHECKOUT / "static"

    @property
    def database(self) -> Path | None:
        """The file of an SQLite database; None for another kind."""
        return Path(self.database_url.removeprefix(_SQLITE)) if self.database_url.startswith(_SQLITE) else None


def from_environment(data: Path | None = None) -> Config:
    """Read ``DRAFTING_DATA`` (a folder) and ``DRAFTING_DATABASE_URL``; the folder's own SQLite is the default."""
    folder = data or Path(os.environ.get("DRAFTING_DATA") or CHECKOUT / "data")
    folder = folder.expanduser().resolve()
    url = os.environ.get("DRAFTING_DATABASE_URL") or f"{_SQLITE}{folder / 'drafting.db'}"
    https = os.environ.get("DRAFTING_HTTPS", "") not in {"", "0"}
    return Config(folder, url, queue_file=folder / "queue.db", secure_cookies=https)


def colours_unwanted() -> bool:
    """Tell whether ``NO_COLOR`` asks for output without colours (no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))
