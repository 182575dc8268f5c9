import pytest
from sqlalchemy import text

from tests.cli.conftest import Command
from tests.service.conference import Conference


def url(conference: Conference) -> str:
    return conference.store.engine.url.render_as_string(hide_password=False)


def test_verify_says_that_chain_and_tables_agree(command: Command, conference: Conference) -> None:
    command.use(url(conference))

    status, out, err = command("verify")

    assert (status, err) == (0, "")
    assert "events; chain and tables agree. Last hash " in out


def test_verify_names_what_was_tampered_with_and_ends_with_status_1(command: Command, conference: Conference) -> None:
    command.use(url(conference))
    engine = conference.store.engine.execution_options(drafting_writes=True)
    with engine.begin() as connection:
        connection.execute(text("UPDATE document SET symbol = 'FORGED'"))

    status, out, err = command("verify")

    with engine.begin() as connection:
        connection.execute(text("UPDATE document SET symbol = 'HLC/2027/L.1'"))
    assert (status, out) == (1, "")
    assert "of document differs from the log in: symbol." in err
    assert "1 faults in" in err


def test_the_doctor_says_where_the_data_lies_and_what_is_missing(command: Command, conference: Conference) -> None:
    command.use(url(conference))

    status, out, _ = command("doctor")

    assert status == 0
    assert [line.split(":")[0] for line in out.splitlines()] == ["Data", "Database", "PDF", "Pages"]
    assert conference.store.engine.dialect.name in out


@pytest.mark.parametrize("address", ["nonsense", "postgresql://nobody@127.0.0.1:1/none", "oracle+none://x"])
def test_a_database_that_cannot_be_opened_is_one_sentence(command: Command, address: str) -> None:
    command.use(address)

    status, out, err = command("verify")

    assert (status, out) == (1, "")
    assert err.startswith("drafting: The database cannot be opened.")
    assert len(err.splitlines()) == 1


def test_a_data_folder_that_cannot_be_made_is_one_sentence(command: Command) -> None:
    (command.folder / "data").write_text("a file", encoding="utf-8")

    status, _, err = command("verify")

    assert status == 1
    assert err.startswith(f"drafting: The folder {command.folder / 'data'} cannot be made: File exists.")


def test_help_names_every_command(command: Command) -> None:
    status, out, _ = command("--help")

    assert status == 0
    for name in ("init", "import-people", "import", "export", "verify", "serve", "demo", "doctor"):
        assert f"\n  {name} " in out
