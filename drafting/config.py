"""The settings: the only reader of the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Config:
    """Where things are. ``data`` holds the SQLite database and the queue."""

    data: Path
    database_url: str
    queue_url: str
    templates: Path = CHECKOUT / "templates"
    static: Path = CHECKOUT / "static"


def from_environment(data: Path | None = None) -> Config:
    """Read ``DRAFTING_DATA`` (a folder) and ``DRAFTING_DATABASE_URL``; the folder's own SQLite is the default."""
    folder = data or Path(os.environ.get("DRAFTING_DATA") or CHECKOUT / "data")
    folder = folder.expanduser().resolve()
    url = os.environ.get("DRAFTING_DATABASE_URL") or f"sqlite:///{folder / 'drafting.db'}"
    return Config(folder, url, queue_url=str(folder / "queue.db"))
