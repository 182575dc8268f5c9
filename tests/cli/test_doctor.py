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
    assert [line.split(":")[0] for line in out.splitlines()] == [
        "Data", "Database", "Conference", "Document", "PDF", "Pages"
    ]  # fmt: skip
    assert f"Document: {conference.document}  HLC/2027/L.1  " in out
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

    (command.folder / "draft.md").write_text("The Council,\n\n1. Decides.", encoding="utf-8")

    status, _, err = command("import", command.folder / "draft.md")

    assert status == 1
    assert err.startswith(f"drafting: The folder {command.folder / 'data'} cannot be made: File exists.")


def test_help_names_every_command(command: Command) -> None:
    status, out, _ = command("--help")

    assert status == 0
    for name in (
        "init",
        "import-people",
        "import",
        "documents",
        "export",
        "verify",
        "serve",
        "demo",
        "doctor",
        "merge",
        "diff",
    ):
        assert f"\n  {name} " in out


READING = [("verify",), ("doctor",), ("documents",), ("export", "A/1", "--out", "text.pdf")]


@pytest.mark.parametrize("arguments", READING)
def test_who_only_reads_makes_neither_folder_nor_database(command: Command, arguments: tuple[str, ...]) -> None:
    status, _, err = command(*arguments)

    folder = command.folder / "data"
    assert status == 1
    assert err == f"drafting: There is no conference in {folder}. Name its folder with --data or DRAFTING_DATA.\n"
    assert not folder.exists()


@pytest.mark.parametrize("arguments", READING)
def test_a_database_of_something_else_is_left_as_it_is(command: Command, arguments: tuple[str, ...]) -> None:
    (command.folder / "data").mkdir()
    (command.folder / "data" / "drafting.db").touch()

    status, _, err = command(*arguments)

    assert (status, "There is no conference in" in err) == (1, True)
    assert [(each.name, each.stat().st_size) for each in (command.folder / "data").iterdir()] == [("drafting.db", 0)]


def test_verify_of_an_empty_database_elsewhere_makes_no_tables(command: Command, empty_database_url: str) -> None:
    command.use(empty_database_url)

    first, second = command("verify"), command("verify")

    assert first[0] == 1
    assert first == second
    assert "There is no conference in" in first[2]


def test_the_documents_are_listed_with_id_symbol_title_and_stage(command: Command, conference: Conference) -> None:
    command.use(url(conference))

    status, out, _ = command("documents")

    assert status == 0
    (line,) = out.splitlines()
    assert line.startswith(f"{conference.document}  HLC/2027/L.1  ")
    assert line.endswith("(draft)")
