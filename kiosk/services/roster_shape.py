"""What a roster file comes to before its headings are understood: text and its faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ROW_LIMIT = 200_000
"""Rows that are not blank; twice the largest event the product is measured with."""

COLUMN_LIMIT = 200
"""Columns; a roster needs fifteen, a web form's export some dozens."""


@dataclass(frozen=True, slots=True)
class RowError:
    """One row, or one column, that cannot be taken: where, which field, and why.

    ``line`` is the 1-based physical line of a text file or the row of a sheet; ``field`` is ""
    where the whole row is at fault. ``facts`` never hold a person's data.
    """

    line: int
    field: str
    code: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Every row that is not blank as (line, cells), titles, headings and footers included.

    ``marks`` are the cells of a sheet whose text cannot be trusted: (line, column) to ``FORMULA``
    or ``CELL_ERROR``.
    """

    encoding: str
    separator: str
    rows: list[tuple[int, list[str]]]
    errors: list[RowError]
    marks: Mapping[tuple[int, int], str] = field(default_factory=dict)
