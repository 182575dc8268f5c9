"""A table in a CSV file as spreadsheets save it: a head row, then rows that know their line."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one line of a file, and what to do; lines count from 1."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by the column's name, without outer blanks; a column the file lacks is lacking here."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds; ``rows`` are only good where there are no ``faults``."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def read_table(file: str, given: str | bytes, *, required: tuple[str, ...], optional: tuple[str, ...]) -> Table:
    """Read a CSV text: UTF-8 with or without its mark, separated by commas or semicolons.

    Args:
        file: What the file is called in faults.
        given: Its content; blank is a table without rows.
        required: Columns that the head row must name; case and order do not matter.
        optional: Columns that it may name besides.
    """
    try:
        text = given if isinstance(given, str) else given.decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return _faulty(file, line, "The file is not in UTF-8. Save it as “CSV UTF-8” and try again.")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return Table((), ())
    lines = _lines(text, _delimiter(text, {*required, *optional}))
    try:
        return _table(file, tuple(lines), required, optional)
    except csv.Error:
        return _faulty(file, text.count("\n"), "A quotation mark is not closed, or a cell is far too long. Mend it.")


def _table(
    file: str, lines: tuple[tuple[int, list[str]], ...], required: tuple[str, ...], optional: tuple[str, ...]
) -> Table:
    (head_line, head), *rows = lines
    columns = [" ".join(cell.casefold().split()) for cell in head]
    faults = [Fault(file, head_line, sentence) for sentence in _faults_of_head(columns, required, optional)]
    if len(rows) > MOST_ROWS:
        faults.append(Fault(file, rows[MOST_ROWS][0], f"A file may have {MOST_ROWS:,} rows. Divide it."))
    if faults:
        return Table((), tuple(faults))
    good = tuple(
        Row(line, dict(zip(columns, cells, strict=True))) for line, cells in rows if len(cells) == len(columns)
    )
    uneven = tuple(Fault(file, line, _uneven(cells, columns)) for line, cells in rows if len(cells) != len(columns))
    return Table(good, uneven)


def _uneven(cells: list[str], columns: list[str]) -> str:
    counts = f"The row has {len(cells)} cells, the head row {len(columns)}."
    return f"{counts} Put quotation marks around a cell that holds the separator."


def _faults_of_head(columns: list[str], required: tuple[str, ...], optional: tuple[str, ...]) -> Iterator[str]:
    missing = [name for name in required if name not in columns]
    if missing:
        wanted = ", ".join((*required, *optional))
        yield f"The head row does not name {_listed(missing)}. It may name: {wanted}."
    unknown = [name for name in columns if name not in {*required, *optional}]
    if unknown and not missing:
        yield f"The column {_listed(unknown)} is not known. Delete it, or name it: {', '.join((*required, *optional))}."
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        yield f"The head row names {_listed(twice)} twice. Delete one of the two columns."


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    start = 1
    for cells in reader:
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield start, stripped
        start = reader.line_num + 1


def _delimiter(text: str, known: set[str]) -> str:
    head = text.lstrip().splitlines()[0].casefold()
    return max(",;\t", key=lambda mark: sum(" ".join(cell.strip('" ').split()) in known for cell in head.split(mark)))


def _faulty(file: str, line: int, sentence: str) -> Table:
    return Table((), (Fault(file, line, sentence),))


def _listed(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
