"""The command line as a person runs it, on a database of either kind."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from drafting.cli import main
from tests.service.conftest import conference, models

__all__ = ["command", "conference", "models"]


class Command:
    """Runs ``drafting`` in this process, and keeps what it said."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self._monkeypatch.delenv("NO_COLOR", raising=False)
        self.use("")

    def use(self, url: str) -> None:
        """Name the database that commands open."""
        self._monkeypatch.setenv("DRAFTING_DATA", str(self.folder / "data"))
        self._monkeypatch.setenv("DRAFTING_DATABASE_URL", url)

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        """Return the status, what was printed, and what was said on the error output."""
        self._monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin)))
        self._monkeypatch.setattr("sys.argv", ["drafting", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = int(end.code or 0)
        said = self._capsys.readouterr()
        return status, said.out, said.err


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path, monkeypatch, capsys)
