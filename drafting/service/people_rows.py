"""What the rows of the two files say: delegations and people, each row checked by itself and against the rows above."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from drafting.errors import InvalidTextError
from drafting.rules.roles import OF_A_DELEGATION, DelegationKind, Role
from drafting.service.csv_table import Fault, Row, read_table
from drafting.service.delegations import split_names
from drafting.service.names import admit_address, admit_code, admit_name, folded

DELEGATIONS = "delegations.csv"
PEOPLE = "people.csv"
_KINDS = {str(kind): kind for kind in DelegationKind} | {"organization": DelegationKind.ORGANISATION}
_ROLES = {str(role): role for role in Role} | {"head": Role.HEAD}
_YES = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False, "": False}
_Meaning = TypeVar("_Meaning")
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """One delegation of the file; None where the file has no such column: what is kept stays."""

    line: int
    name: str
    kind: DelegationKind | None
    code: str | None
    groups: tuple[str, ...] | None
    delegates_may_submit: bool | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the file; ``delegation`` is a name, empty for a seat that has none."""

    line: int
    name: str
    email: str
    role: Role
    delegation: str


def read_delegations(given: str | bytes) -> tuple[tuple[DelegationRow, ...], tuple[Fault, ...]]:
    """Return the delegations of a file in its order, and every fault in it."""
    optional = ("code", "kind", "groups", "delegates may submit")
    table = read_table(DELEGATIONS, given, required=("name",), optional=optional)
    rows, faults = _each(DELEGATIONS, table.rows, _delegation)
    twice = _twice(DELEGATIONS, [(row.line, row.name) for row in rows])
    return rows, _in_order(table.faults + faults + twice)


def read_people(given: str | bytes) -> tuple[tuple[PersonRow, ...], tuple[Fault, ...]]:
    """Return the people of a file in its order, and every fault that shows without the delegations."""
    table = read_table(PEOPLE, given, required=("name", "email", "role"), optional=("delegation",))
    rows, faults = _each(PEOPLE, table.rows, _person)
    twice = _twice(PEOPLE, [(row.line, row.email) for row in rows])
    return rows, _in_order(table.faults + faults + twice)


def _delegation(row: Row) -> DelegationRow:
    cells = row.cells
    return DelegationRow(
        line=row.line,
        name=admit_name(cells.get("name", "")),
        kind=_chosen(cells, "kind", _KINDS) if cells.get("kind") else None,
        code=admit_code(cells["code"]) if "code" in cells else None,
        groups=tuple(map(admit_name, split_names(cells["groups"]))) if "groups" in cells else None,
        delegates_may_submit=_chosen(cells, "delegates may submit", _YES) if "delegates may submit" in cells else None,
    )


def _person(row: Row) -> PersonRow:
    cells = row.cells
    role = _chosen(cells, "role", _ROLES)
    delegation = admit_name(cells["delegation"]) if cells.get("delegation") else ""
    if role in OF_A_DELEGATION and not delegation:
        raise InvalidTextError(f"A {role} needs a delegation. Fill in the column “delegation”.")
    if role not in OF_A_DELEGATION and delegation:
        raise InvalidTextError(f"The seat “{role}” belongs to no delegation. Leave the column “delegation” empty.")
    return PersonRow(
        row.line, admit_name(cells.get("name", "")), admit_address(cells.get("email", "")), role, delegation
    )


def _chosen(cells: Mapping[str, str], column: str, meanings: dict[str, _Meaning]) -> _Meaning:
    given = cells.get(column, "")
    word = " ".join(given.casefold().split())
    if word not in meanings:
        words = ", ".join(f"“{meaning}”" for meaning in meanings if len(meaning) > 1)
        raise InvalidTextError(f"The {column} “{given}” is not known. Write one of {words}.")
    return meanings[word]


def _each(
    file: str, rows: tuple[Row, ...], read: Callable[[Row], _Read]
) -> tuple[tuple[_Read, ...], tuple[Fault, ...]]:
    good: list[_Read] = []
    faults: list[Fault] = []
    for row in rows:
        try:
            good.append(read(row))
        except InvalidTextError as refusal:
            faults.append(Fault(file, row.line, str(refusal)))
    return tuple(good), tuple(faults)


def _twice(file: str, named: list[tuple[int, str]]) -> tuple[Fault, ...]:
    first: dict[str, int] = {}
    faults: list[Fault] = []
    for line, name in named:
        seen = first.setdefault(folded(name), line)
        if seen != line:
            faults.append(Fault(file, line, f"“{name}” stands in line {seen} already. Delete one of the two rows."))
    return tuple(faults)


def _in_order(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: fault.line))
