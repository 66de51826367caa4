"""Tables as CSV that Korean Excel opens by a double click, and that cannot act as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from kiosk.services.exports.tables import Table

# Signs with which a spreadsheet begins a formula, in half and full width; tab and return count,
# since a spreadsheet skips them. Source: OWASP, CSV Injection.
_FORMULA_SIGNS = tuple("=+-@\t\r＝＋－＠")


def safe(cell: str) -> str:
    """Return a cell that a spreadsheet shows as text; a formula's sign gets a quote before it."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def write(table: Table, path: Path) -> None:
    """Write a table as UTF-8 with a byte order mark and CRLF line ends."""
    write_rows([table.headings, *table.rows], path)


def write_rows(rows: Iterable[Iterable[str]], path: Path) -> None:
    """Write rows of text; every cell is made safe."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([safe(cell) for cell in row] for row in rows)
