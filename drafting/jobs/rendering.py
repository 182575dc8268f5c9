"""Rendering in a process of its own: a view goes in as data, bytes come back; it may be slow, large or killed.

The child speaks in lines of JSON on its output: ``{"page": [3, 20]}``, ``{"failed": sentence}`` or
``{"bytes": n}`` with the bytes after it. Only the parent sends a pickle, and only of our own values.
"""

import contextlib
import importlib
import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Any

from drafting.errors import DraftingError

ADDRESS_SPACE = 1 << 30
CPU_SECONDS = 120
WALL_SECONDS = 180.0
NEEDS_PANGO = "PDF export needs Pango: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"
BROKEN = "The document could not be printed. Try again; if it fails again, tell the secretariat."
_TOO_LONG = "The print took too long and was stopped. Try again when fewer prints are running."
_TOO_LARGE = "The document needs more memory than a print may take. Tell the secretariat."

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The finished file."""

    content: bytes


@dataclass(frozen=True, slots=True)
class RenderFailed:
    """No file; ``reason`` is a sentence for a person and holds no words of the document."""

    reason: str


def render_apart(
    renderer: str,
    view: object,
    arguments: Mapping[str, Any],
    *,
    progress: Progress | None = None,
    seconds: float = WALL_SECONDS,
) -> Rendered | RenderFailed:
    """Run ``renderer`` in a child process and return what it made.

    Args:
        renderer: The dotted name of a function, "package.module:function"; it is called with the view,
            ``arguments`` as keywords and ``progress``, and returns bytes.
        view: The data to render; any value of our own classes.
        arguments: Keyword arguments that can be pickled.
        progress: Is told pages done and pages expected, in the calling thread.
        seconds: Wall-clock seconds after which the child is killed.
    """
    order = pickle.dumps((renderer, view, dict(arguments)))
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        late = threading.Event()
        timer = threading.Timer(seconds, _stop, (child, late))
        timer.start()
        try:
            return _answer(child, order, progress) or RenderFailed(_TOO_LONG if late.is_set() else BROKEN)
        finally:
            timer.cancel()
            child.kill()


def main() -> None:
    """Render what standard input orders; the child's whole life."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not stand between our lines.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _limit()
    content, reason = _rendered(answers)
    if content is None:
        _say(answers, {"failed": reason})
    else:
        _say(answers, {"bytes": len(content)})
        answers.write(content)
    answers.flush()


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _answer(child: subprocess.Popen[bytes], order: bytes, progress: Progress | None) -> Rendered | RenderFailed | None:
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(order)
    except BrokenPipeError:
        return None
    finally:
        with contextlib.suppress(BrokenPipeError):
            child.stdin.close()
    return _read(child.stdout, progress)


def _read(answers: IO[bytes], progress: Progress | None) -> Rendered | RenderFailed | None:
    for line in answers:
        match json.loads(line) if line.endswith(b"\n") else None:
            case {"page": [int(done), int(expected)]}:
                if progress is not None:
                    progress(done, expected)
            case {"failed": str(reason)}:
                return RenderFailed(reason)
            case {"bytes": int(length)}:
                content = answers.read(length)
                return Rendered(content) if len(content) == length else None
            case _:
                return None
    return None


def _rendered(answers: IO[bytes]) -> tuple[bytes | None, str]:
    name, view, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301
    module, _, function = name.partition(":")
    try:
        render = getattr(importlib.import_module(module), function)
        content: bytes = render(view, **arguments, progress=lambda *pages: _say(answers, {"page": pages}))
    except DraftingError as error:
        return None, str(error)
    except MemoryError:
        return None, _TOO_LARGE
    except OSError as error:
        return None, NEEDS_PANGO if "cannot load library" in str(error) else BROKEN
    return content, ""


def _say(answers: IO[bytes], message: object) -> None:
    answers.write(json.dumps(message).encode() + b"\n")
    answers.flush()


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows knows no such limits; the wall clock still holds.
        return
    for limit, wanted in (
        (resource.RLIMIT_AS, ADDRESS_SPACE),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


if __name__ == "__main__":
    main()
