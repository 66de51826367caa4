"""Workbooks: the values of the one sheet that holds people, after the file itself is found safe."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from kiosk.domain.errors import KioskError
from kiosk.services.roster_headings import HEADING_ROWS, known_fields
from kiosk.services.roster_package import Package
from kiosk.services.roster_shape import Table

_Value = int | float | str | bool | time | date | datetime | timedelta
_Merge = tuple[tuple[int, int], tuple[int, int]]

# A merged cell of these belongs to one person; any other (an organisation) to each of its rows.
_ONE_PERSONS = frozenset({"name", "phone", "email", "ticket", "person_id"})
# Excel keeps fifteen digits: a longer number has already lost its last ones.
_EXACT_BELOW = 10**15


def read_workbook(data: bytes) -> Table:
    """Return the table of the first visible sheet with a heading for names, else of the first.

    Hidden sheets come last. Raises KioskError: XLSX_BROKEN, XLSX_UNSAFE, XLSX_TOO_LARGE,
    FILE_ENCRYPTED, FILE_EMPTY, NOT_A_ROSTER.
    """
    package = Package(data)
    first: Table | None = None
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for name in _sheets(book):
                table = _table(package, book, name)
                if any(known_fields(cells) for _, cells in table.rows[:HEADING_ROWS]):
                    return table
                first = first or (table if table.rows else None)
    except (CalamineError, OSError) as error:
        raise KioskError("XLSX_BROKEN") from error
    if first is None:
        raise KioskError("FILE_EMPTY")
    return first


def _sheets(book: CalamineWorkbook) -> list[str]:
    """Return the names of the sheets with cells, those people see before the hidden ones."""
    sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    return [one.name for one in sorted(sheets, key=lambda o: o.visible != SheetVisibleEnum.Visible)]


def _table(package: Package, book: CalamineWorkbook, name: str) -> Table:
    marks = package.marks(name)  # first, since it bounds what the library will reserve
    sheet = book.get_sheet_by_name(name)
    rows = _texts(sheet)
    _fill_down(rows, sheet.merged_cell_ranges or ())
    marked = {line for line, _ in marks}
    kept = [(line, cells) for line, cells in enumerate(rows, 1) if any(cells) or line in marked]
    return Table("xlsx", "", kept, [], marks)


def _texts(sheet: CalamineSheet) -> list[list[str]]:
    """Return every row from the sheet's first, and every cell from column A, as text."""
    if sheet.start is None:
        return []
    margin = [""] * sheet.start[1]
    return [
        margin + [cell if type(cell) is str else _text(cell) for cell in row]
        for row in sheet.iter_rows()
    ]


def _text(value: _Value) -> str:
    """Return a typed cell as a person would type it; whole numbers have no decimal point."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        is_exact = value.is_integer() and abs(value) < _EXACT_BELOW
        return str(int(value)) if is_exact else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _fill_down(rows: list[list[str]], merges: Sequence[_Merge]) -> None:
    """Give a cell merged over several people's rows to each of them, below the headings.

    Raises KioskError XLSX_UNSAFE where merges overlap, which no spreadsheet makes.
    """
    tall = [(top, bottom) for top, bottom in merges if top[1] == bottom[1] and bottom[0] > top[0]]
    if sum(min(bottom[0], len(rows)) - top[0] for top, bottom in tall) > sum(map(len, rows)):
        raise KioskError("XLSX_UNSAFE")
    heading, index = max(
        ((row, known_fields(cells)) for row, cells in enumerate(rows[:HEADING_ROWS])),
        key=lambda one: len(one[1]),
        default=(0, {}),
    )
    single = {column for field, column in index.items() if field in _ONE_PERSONS}
    for (first, column), (last, _) in tall:
        if first <= heading or column in single or first >= len(rows):
            continue
        for cells in rows[first + 1 : last + 1]:
            if any(cells):
                cells[column] = rows[first][column]
