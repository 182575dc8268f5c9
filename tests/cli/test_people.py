from pathlib import Path

from tests.cli.conftest import Command

INIT = {
    "--name": "High-Level Conference on Water",
    "--short-name": "Water 2027",
    "--host": "Tajikistan",
    "--partner": "United Nations",
    "--place": "Dushanbe",
    "--dates": "17–19 May 2027",
    "--time-zone": "Asia/Dushanbe",
    "--secretariat-name": "Mavzuna",
    "--secretariat-email": "mavzuna@example.org",
}


def init(command: Command, **other: str) -> tuple[int, str, str]:
    options = INIT | {f"--{name.replace('_', '-')}": value for name, value in other.items()}
    return command("init", *(part for option in options.items() for part in option))


def test_init_founds_the_conference_and_prints_the_one_time_link(command: Command, empty_database_url: str) -> None:
    command.use(empty_database_url)

    status, out, err = init(command, url="https://water.example/")

    assert (status, err) == (0, "")
    assert "\nhttps://water.example/link/" in out


def test_a_second_init_is_refused(command: Command, empty_database_url: str) -> None:
    command.use(empty_database_url)
    init(command)

    status, out, err = init(command)

    assert (status, out) == (1, "")
    assert err.startswith("drafting: This database holds a conference already.")
    assert command("verify")[0] == 0


def test_a_line_that_cannot_be_kept_is_refused_and_founds_nothing(command: Command, empty_database_url: str) -> None:
    command.use(empty_database_url)

    status, _, err = init(command, time_zone="Mars/Olympus")

    assert status == 1
    assert "There is no time zone 'Mars/Olympus'." in err
    assert init(command)[0] == 0


def test_delegations_and_people_come_from_two_files(command: Command, empty_database_url: str, tmp_path: Path) -> None:
    command.use(empty_database_url)
    init(command)
    delegations, people = tmp_path / "delegations.csv", tmp_path / "people.csv"
    delegations.write_text("name,code,kind,groups,delegates may submit\nIndia,IND,state,,no\n", encoding="utf-8")
    people.write_text("name,email,delegation,role\nAsha,asha@example.org,India,head of delegation\n", encoding="utf-8")

    status, out, err = command("import-people", delegations, people)

    assert (status, err) == (0, "")
    assert out.startswith("Delegations: 1 added, 0 changed. People: 1 added, 0 changed.")
    assert command("import-people", delegations, people)[1].startswith("Delegations: 0 added, 0 changed.")


def test_a_file_of_people_that_is_not_there_is_named(command: Command, tmp_path: Path) -> None:
    status, _, err = command("import-people", tmp_path / "a.csv", tmp_path / "b.csv")

    assert status == 1
    assert "a.csv cannot be read: No such file or directory." in err


def test_one_of_the_two_files_is_enough(command: Command, empty_database_url: str, tmp_path: Path) -> None:
    command.use(empty_database_url)
    init(command)
    delegations, people = tmp_path / "delegations.csv", tmp_path / "people.csv"
    delegations.write_text("name,code\nIndia,IND\n", encoding="utf-8")
    people.write_text("name,email,delegation,role\nAsha,asha@example.org,India,delegate\n", encoding="utf-8")

    first, second = command("import-people", delegations), command("import-people", "-", people)

    assert first[1].startswith("Delegations: 1 added, 0 changed. People: 0 added, 0 changed.")
    assert second[1].startswith("Delegations: 0 added, 0 changed. People: 1 added, 0 changed.")
