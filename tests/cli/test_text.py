import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from drafting.records.document import Document
from drafting.records.store import Store
from tests.cli.conftest import Command
from tests.service.conference import OPENING, Conference

DRAFT = """# Declaration on water

The Conference,

Recalling its decision[^1],

1. *Calls upon* States to save water:

(a) at home;

[^1]: Decision 5.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def kept(url: str) -> list[str]:
    store = Store(url, lambda: OPENING)
    with store.read() as session:
        found = list(session.scalars(select(Document.id)))
    store.dispose()
    return found


def test_what_was_understood_is_printed_as_json_and_kept(
    command: Command, empty_database_url: str, draft: Path
) -> None:
    command.use(empty_database_url)

    status, out, err = command("import", draft, "--json")

    said = json.loads(out)
    assert (status, err) == (0, "")
    assert list(said) == ["document", "form", "masthead", "clauses", "footnotes", "warnings"]
    assert kept(empty_database_url) == [said["document"]]
    assert [(clause["kind"], clause["label"]) for clause in said["clauses"]] == [
        ("title", "Title"),
        ("chapeau", "Chapeau"),
        ("preambular", "PP1"),
        ("operative", "OP1"),
        ("subparagraph", "OP1 (a)"),
    ]
    assert {tuple(clause) for clause in said["clauses"]} == {("id", "parent", "kind", "label", "text")}
    assert said["clauses"][4]["parent"] == said["clauses"][3]["id"]
    assert said["clauses"][3]["text"] == "Calls upon States to save water:"
    assert said["footnotes"] == [{"number": "1", "text": "Decision 5."}]


def test_a_dry_run_keeps_nothing_and_opens_no_database(command: Command, draft: Path) -> None:
    status, out, _ = command("import", draft, "--json", "--dry-run")

    assert status == 0
    assert json.loads(out)["document"] is None
    assert not (command.folder / "data").exists()


def test_without_json_the_id_is_printed_for_the_next_command(
    command: Command, empty_database_url: str, draft: Path
) -> None:
    command.use(empty_database_url)

    _, out, _ = command("import", draft, "--form", "declaration", "--symbol", "W/L.1")

    assert "Form: declaration." in out
    assert out.splitlines()[-1] == f"Document {kept(empty_database_url)[0]}"


@pytest.mark.parametrize(
    ("name", "content"), [("empty.md", b""), ("latin.txt", b"D\xe9cide"), ("no.docx", b"PK nothing")]
)
def test_a_file_that_cannot_be_read_is_one_sentence_and_nothing_is_kept(
    command: Command, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    status, out, err = command("import", tmp_path / name)

    assert (status, out) == (1, "")
    assert err.startswith("drafting: ")
    assert err.endswith(".\n")
    assert len(err.splitlines()) == 1
    assert not (command.folder / "data").exists()


def test_a_file_that_is_not_there_is_named(command: Command) -> None:
    status, _, err = command("import", "nowhere.md")

    assert (status, err) == (1, "drafting: The file nowhere.md cannot be read: No such file or directory.\n")


def test_a_form_that_is_none_is_a_fault_of_the_call(command: Command, draft: Path) -> None:
    status, _, err = command("import", draft, "--form", "poem")

    assert status == 2
    assert "poem" in err


def test_an_export_needs_a_document_that_is_there(command: Command, conference: Conference, tmp_path: Path) -> None:
    command.use(conference.store.engine.url.render_as_string(hide_password=False))

    status, _, err = command("export", "nothing", "--out", tmp_path / "text.pdf")

    assert (status, err) == (1, "drafting: There is no such document, or it is not open to you.\n")
    assert not (tmp_path / "text.pdf").exists()
    with conference.store.read() as session:
        assert session.scalar(select(func.count()).select_from(Document)) == 1


def test_an_export_takes_the_symbol_of_one_document_and_asks_for_the_id_of_two(
    command: Command, empty_database_url: str, draft: Path, tmp_path: Path
) -> None:
    command.use(empty_database_url)
    command("import", draft, "--symbol", "W/L.1")
    unwritable = tmp_path / "nowhere" / "text.pdf"

    one = command("export", "W/L.1", "--out", unwritable)
    command("import", draft, "--symbol", "W/L.1")
    two = command("export", "W/L.1", "--out", unwritable)

    assert one[2].startswith(f"drafting: The file {unwritable} cannot be written")
    assert two[2].startswith("drafting: 2 documents have the symbol W/L.1. Give the id: ")
