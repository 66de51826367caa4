"""Which column of a roster is which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.errors import KioskError
from kiosk.domain.registration import ROSTER_FIELDS
from kiosk.domain.text import clean
from kiosk.services.roster_headings import HEADING_ROWS, is_refused, known_fields
from kiosk.services.roster_shape import COLUMN_LIMIT


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table's headings stand and what each means.

    ``index`` is field to column (from 0), ``headings`` field to the heading as found, ``refused``
    column to heading for columns that must not be read (resident registration numbers).
    """

    heading_line: int
    index: dict[str, int]
    headings: dict[str, str]
    refused: dict[int, str]


def find_columns(rows: Iterable[tuple[int, list[str]]], mapping: Mapping[str, str]) -> Columns:
    """Return the columns of a table; ``mapping`` (field to heading) wins over what is recognised.

    Raises KioskError: MAP_UNKNOWN_FIELD, MAP_UNKNOWN_HEADING, NO_NAME_COLUMN, HEADING_TWICE,
    TOO_MANY_COLUMNS, and RRN_COLUMN where the mapping asks for such a column.
    """
    wanted = _wanted(mapping)
    top = [row for row, _ in zip(rows, range(HEADING_ROWS), strict=False)]
    candidates = [(line, cells, _assign(cells, wanted)) for line, cells in top]
    line, cells, index = max(candidates, key=lambda one: len(one[2]), default=(0, [], {}))
    _refuse_missing(top, wanted, index)
    if len(cells) > COLUMN_LIMIT and any(cells[COLUMN_LIMIT:]):
        raise KioskError("TOO_MANY_COLUMNS", columns=len(cells), limit=COLUMN_LIMIT)
    _refuse_twice(line, cells, index)
    index = {field: index[field] for field in ROSTER_FIELDS if field in index}
    headings = {field: clean(cells[column]) for field, column in index.items()}
    refused = {column: clean(cell) for column, cell in enumerate(cells) if is_refused(cell)}
    return Columns(line, index, headings, refused)


def _wanted(mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the mapping with headings as they are compared."""
    for field, heading in mapping.items():
        if field not in ROSTER_FIELDS:
            raise KioskError("MAP_UNKNOWN_FIELD", field=field, fields=", ".join(ROSTER_FIELDS))
        if is_refused(heading):
            raise KioskError("RRN_COLUMN", heading=heading)
    return {field: _bare(heading) for field, heading in mapping.items()}


def _bare(heading: str) -> str:
    return clean(heading).casefold().replace(" ", "")


def _assign(cells: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int]:
    """Return field to column for one row taken as headings; empty where it cannot be that."""
    if not wanted:
        return known_fields(cells)
    bare = [_bare(cell) for cell in cells]
    if any(heading not in bare for heading in wanted.values()):
        return {}
    index = {field: bare.index(heading) for field, heading in wanted.items()}
    rest = ["" if column in index.values() else cell for column, cell in enumerate(cells)]
    if "name" in index:
        # A mapped name leaves no other to find, but the rest must still be recognised.
        rest[index["name"]] = "name"
    return {**known_fields(rest), **index}


def _refuse_missing(
    top: Sequence[tuple[int, list[str]]], wanted: Mapping[str, str], index: Mapping[str, int]
) -> None:
    if not index:
        seen = {_bare(cell) for _, cells in top for cell in cells}
        for field, heading in wanted.items():
            if heading not in seen:
                raise KioskError("MAP_UNKNOWN_HEADING", field=field, heading=heading)
    if "name" not in index:
        raise KioskError("NO_NAME_COLUMN", rows=len(top))


def _refuse_twice(line: int, cells: Sequence[str], index: Mapping[str, int]) -> None:
    """Raise where a heading in use stands over two columns: nobody can tell which is meant."""
    bare = [_bare(cell) for cell in cells]
    for column in index.values():
        if bare.count(bare[column]) > 1:
            raise KioskError("HEADING_TWICE", heading=clean(cells[column]), line=line)
