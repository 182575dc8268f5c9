from collections.abc import Iterator

import pytest

from drafting.errors import RuleError, UnreadableFileError
from drafting.rules.roles import DelegationKind, Role
from drafting.service.people_csv import Imported, PeopleFileError, import_people, preview_people
from drafting.service.seat_views import delegation_seats, other_seats
from drafting.service.seats import take_seat_away
from tests.house import House, founded

DELEGATIONS = """name,code,kind,groups,delegates may submit
Oman,OM,state,GCC; OIC,no
Bahrain,BH,state,GCC,yes
GCC,,organisation,,
"""
PEOPLE = """name,email,delegation,role
Asma Rahim,asma@om.example,Oman,head of delegation
Bilal Khan,bilal@om.example,oman,delegate
Zoe Lind,zoe@un.example,,chair
"""


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    """Found a conference with one secretariat account."""
    with founded(database_url) as house:
        yield house


def bring_in(house: House, delegations: str | bytes = DELEGATIONS, people: str | bytes = PEOPLE) -> Imported:
    """Bring two files in as the secretariat does."""
    with house.store.write() as session:
        return import_people(session, house.secretariat, delegations, people)


def kept(house: House) -> list[tuple[str, list[str]]]:
    """Return each delegation with its people's names."""
    with house.store.read() as session:
        shown = delegation_seats(session, now=house.clock())
    return [(each.name, [person.name for person in each.people]) for each in shown]


def faults(house: House, delegations: str | bytes, people: str | bytes = "") -> list[str]:
    """Return the faults of two files as sentences."""
    with pytest.raises(PeopleFileError) as refusal:
        bring_in(house, delegations, people)
    return [str(fault) for fault in refusal.value.faults]


def test_the_order_of_the_rows_is_the_hosts_order(house: House) -> None:
    house.delegation("Armenia")

    done = bring_in(house)

    assert kept(house) == [("Oman", ["Asma Rahim", "Bilal Khan"]), ("Bahrain", []), ("GCC", []), ("Armenia", [])]
    assert (done.delegations_added, done.people_added) == (3, 3)
    assert house.events()[-1] == "people-imported"
    assert house.verdict().sound


def test_every_column_is_kept(house: House) -> None:
    bring_in(house)

    with house.store.read() as session:
        oman, bahrain, gcc = delegation_seats(session, now=house.clock())
        podium = other_seats(session, now=house.clock())
    assert (oman.code, oman.kind, oman.groups, oman.delegates_may_submit) == (
        "OM",
        DelegationKind.STATE,
        ("GCC", "OIC"),
        False,
    )
    assert bahrain.delegates_may_submit
    assert gcc.kind is DelegationKind.ORGANISATION
    assert [person.role for person in oman.people] == [Role.HEAD, Role.DELEGATE]
    assert [person.name for person in podium] == ["Zoe Lind", "Mavzuna Sharifzoda"]


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("GCC; OIC", '"GCC; OIC"').replace(",", ";").encode(),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(",", "\t"),
        lambda text: text.replace("name,", "Name ,", 1) + "\n\n,,,,\n" * ("code" in text),
    ],
    ids=["utf-8", "mark", "mark in text", "semicolons", "windows lines", "tabs", "empty rows"],
)
def test_files_are_read_as_spreadsheets_save_them(house: House, encoded: object) -> None:
    assert callable(encoded)

    bring_in(house, encoded(DELEGATIONS), encoded(PEOPLE))

    assert kept(house) == [("Oman", ["Asma Rahim", "Bilal Khan"]), ("Bahrain", []), ("GCC", [])]


def test_bringing_the_files_in_again_changes_nothing(house: House) -> None:
    bring_in(house)

    again = bring_in(house)

    assert again == Imported(0, 0, 0, 0, (), ())


def test_bringing_changed_files_in_updates_what_is_known(house: House) -> None:
    bring_in(house)

    done = bring_in(
        house,
        "name,code\nBAHRAIN,BHR\nOman,OM\n",
        PEOPLE.replace("Asma Rahim", "Asma Rahim-Khan").replace("BILAL", "bilal").replace("oman,d", "Bahrain,d"),
    )

    assert kept(house) == [("BAHRAIN", ["Bilal Khan"]), ("Oman", ["Asma Rahim-Khan"]), ("GCC", [])]
    assert (done.delegations_added, done.delegations_changed, done.people_added, done.people_changed) == (0, 1, 0, 2)
    assert done.changes[0] == "BAHRAIN: name “Bahrain” becomes “BAHRAIN”; code “BH” becomes “BHR”."


def test_a_column_that_is_lacking_leaves_what_is_kept(house: House) -> None:
    bring_in(house)

    bring_in(house, "name\nOman\nBahrain\n", "")

    with house.store.read() as session:
        oman, bahrain, _ = delegation_seats(session, now=house.clock())
    assert oman.groups == ("GCC", "OIC")
    assert bahrain.delegates_may_submit


def test_a_person_who_changes_seat_by_a_file_is_signed_out_and_others_are_not(house: House) -> None:
    bring_in(house)
    with house.store.read() as session:
        asma, bilal = delegation_seats(session, now=house.clock())[0].people
    cookies = [house.session(asma.id), house.session(bilal.id)]

    bring_in(house, "", PEOPLE.replace("oman,delegate", "Bahrain,delegate"))

    assert house.seat(cookies[0]) is not None
    assert house.seat(cookies[1]) is None


def test_a_seat_that_was_taken_away_is_not_given_back_by_a_file(house: House) -> None:
    bring_in(house)
    with house.store.read() as session:
        asma = delegation_seats(session, now=house.clock())[0].people[0]
    with house.store.write() as session:
        take_seat_away(session, house.secretariat, asma.id)

    done = bring_in(house)

    assert house.seat(house.session(asma.id)) is None
    assert done.notes == (
        "The seat of Asma Rahim was taken away and stays so. Give it back on the page People if that is meant.",
    )


def test_every_bad_row_is_named_with_its_line_and_nothing_is_kept(house: House) -> None:
    before = house.events()

    found = faults(
        house,
        'name,code,kind,groups,delegates may submit\n"Omän\nnorth",,state,,\n,,state,,\nOman,,kingdom,,\n'
        "Oman,,,,perhaps\nOman\nQatar,,,,\nQATAR,,,,\nX,seventeen-letters!,,,\n",
        "name,email,delegation,role\nA,a@b,Qatar,head\n",
    )

    assert [fault.partition(":")[0] for fault in found] == [
        f"delegations.csv, line {line}" for line in (4, 5, 6, 7, 9, 10)
    ]
    assert "Give a name" in found[0]
    assert "“kingdom” is not known" in found[1]
    assert "“perhaps” is not known" in found[2]
    assert "has 1 cells" in found[3]
    assert "in line 8 already" in found[4]
    assert house.events() == before
    assert kept(house) == []


def test_every_bad_person_is_named_with_the_line(house: House) -> None:
    found = faults(
        house,
        "",
        "role,email,name,delegation\nhead,nobody,A,Oman\nking,a@b,A,\ndelegate,a@b,A,\nchair,b@b,B,Oman\n"
        "chair,c@b,C,\nobserver,C@B,D,\nchair,e@b,E\u200b,\n",
    )

    assert [fault.partition(":")[0] for fault in found] == [f"people.csv, line {line}" for line in (2, 3, 4, 5, 7, 8)]


def test_a_person_of_a_delegation_that_is_in_neither_place_is_a_fault(house: House) -> None:
    house.delegation("Qatar")

    found = faults(house, "name\nOman\n", PEOPLE.replace("oman", "Yemen").replace("Oman", "Qatar"))

    assert found == [
        "people.csv, line 3: There is no delegation “Yemen”. Enter it in delegations.csv, or mend the name."
    ]


@pytest.mark.parametrize(
    ("delegations", "says"),
    [
        (b"name\nT\xfcrkiye\n", "line 2: The file is not in UTF-8"),
        ('name\n"Oman\n', "A quotation mark is not closed"),
        ("code,kind\nOM,state\n", "does not name “name”"),
        ("name,colour\nOman,red\n", "“colour” is not known"),
        ("name,name\nOman,Oman\n", "“name” twice"),
        ("name\n" + "x" * 140_000 + "\n", "far too long"),
        ("name\n" + "\n".join(f"Land {number}" for number in range(5_002)), "5,000 rows"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_a_reason(
    house: House, delegations: str | bytes, says: str
) -> None:
    found = faults(house, delegations)

    assert len(found) == 1
    assert says in found[0]


def test_two_blank_files_are_refused(house: House) -> None:
    with pytest.raises(UnreadableFileError, match="have no rows"):
        bring_in(house, " \n", "name,email,role\n")


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+49", "-cmd", "@SUM(A1)", "<script>"])
def test_what_looks_like_a_formula_is_only_a_name(house: House, name: str) -> None:
    bring_in(house, f"name\n{name}\n", "")

    assert kept(house) == [(name, [])]


def test_a_preview_says_what_an_import_does_and_changes_nothing(house: House) -> None:
    before = house.events()

    with house.store.read() as session:
        told = preview_people(session, DELEGATIONS, PEOPLE)

    assert house.events() == before
    assert kept(house) == []
    assert told == bring_in(house)


def test_a_file_cannot_leave_the_conference_without_a_secretariat(house: House) -> None:
    with pytest.raises(RuleError, match="last seat of the secretariat"):
        bring_in(house, "", "name,email,role\nMavzuna,mavzuna@un.example,chair\n")
