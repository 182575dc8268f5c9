"""What the pages work with: handed in once by the wiring, reached through ``room()``."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from flask import current_app, g

from drafting.records.store import Store
from drafting.service.actor import Actor


@dataclass(frozen=True, slots=True)
class Room:
    """The store, the folders and the wired-in parts.

    ``enqueue`` hands a job's id to the worker; ``pdf_problem`` says, as a sentence, what the export
    lacks on this machine, or None.
    """

    store: Store
    templates: Path
    static: Path
    enqueue: Callable[[str], None]
    pdf_problem: Callable[[], str | None]
    secure_cookies: bool = False
    new_id: Callable[[], str] = field(default=lambda: secrets.token_hex(16))


def room() -> Room:
    """Return the room of the running application."""
    found = current_app.extensions["drafting"]
    assert isinstance(found, Room)
    return found


def actor() -> Actor:
    """Return who is signed in; only for pages whose act is not public."""
    found = g.actor
    assert isinstance(found, Actor)
    return found


def visitor() -> Actor | None:
    """Return who is signed in, or None."""
    found = g.get("actor")
    return found if isinstance(found, Actor) else None
