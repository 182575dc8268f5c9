import socket
from pathlib import Path

import pytest

from drafting import wiring
from drafting.errors import RuleError
from tests.cli.conftest import Command
from tests.service.conference import Conference


def test_nothing_is_served_before_there_is_a_conference(command: Command, empty_database_url: str) -> None:
    command.use(empty_database_url)

    status, _, err = command("serve")

    assert (status, err) == (1, "drafting: There is no conference yet. "
                             "Make one and its first account with: drafting init\n")  # fmt: skip


def test_the_demo_is_not_served_on_a_real_conference(command: Command, conference: Conference) -> None:
    command.use(conference.store.engine.url.render_as_string(hide_password=False))

    status, _, err = command("demo")

    assert status == 1
    assert "These data are of a real conference." in err


def test_a_port_that_is_taken_is_named(command: Command, conference: Conference) -> None:
    command.use(conference.store.engine.url.render_as_string(hide_password=False))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        status, _, err = command("serve", "--port", str(port))

    assert (status, err.strip()) == (1, f"drafting: Port {port} is taken on 127.0.0.1. Give another with --port.")


def test_a_second_server_on_one_sqlite_file_is_refused_also_from_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTING_DATABASE_URL", f"sqlite:///{tmp_path / 'one.db'}")
    held = wiring.sole_server(wiring.settings(tmp_path / "here"))
    assert held is not None

    with pytest.raises(RuleError, match="A server is running on the database"):
        wiring.sole_server(wiring.settings(tmp_path / "there"))

    held.close()
    again = wiring.sole_server(wiring.settings(tmp_path / "there"))
    assert again is not None
    again.close()


def test_servers_on_postgresql_may_be_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTING_DATABASE_URL", "postgresql://localhost/drafting")

    assert wiring.sole_server(wiring.settings(tmp_path)) is None
