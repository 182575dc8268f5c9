"""Renderers for the tests of the child process."""

import sys
import time
from collections.abc import Callable

from drafting.errors import RuleError

Progress = Callable[[int, int], None]


def echo(view: str, *, times: int, progress: Progress) -> bytes:
    progress(1, 2)
    print("a library talks")  # noqa: T201
    progress(2, 2)
    return view.encode() * times


def refuse(_view: str, *, progress: Progress) -> bytes:
    raise RuleError("The document is empty. Import one first.")


def without_pango(_view: str, *, progress: Progress) -> bytes:
    raise OSError("cannot load library 'libgobject-2.0-0'")


def crash(_view: str, *, progress: Progress) -> bytes:
    sys.exit(3)


def swell(_view: str, *, progress: Progress) -> bytes:
    return bytes(2 << 30)


def hang(_view: str, *, progress: Progress) -> bytes:
    while True:
        time.sleep(1)
