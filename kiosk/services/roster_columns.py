"""Which column of a roster is which field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from kiosk.domain.errors import KioskError
from kiosk.domain.registration import ROSTER_FIELDS
from kiosk.domain.text import clean
from kiosk.services.roster_headings import HEADING_ROWS, is_certain, is_refused, known_fields
from kiosk.services.roster_shape import COLUMN_LIMIT

_Row = tuple[int, list[str]]


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


def find_columns(rows: Iterable[_Row], mapping: Mapping[str, str]) -> Columns:
    """Return the columns of a table; ``mapping`` (field to heading) wins over what is recognised.

    Headings that stand over two rows are joined in the lower one, in ``rows`` itself.

    Raises KioskError: MAP_UNKNOWN_FIELD, MAP_UNKNOWN_HEADING, NO_NAME_COLUMN, HEADING_TWICE,
    TOO_MANY_COLUMNS, and RRN_COLUMN where the mapping asks for such a column.
    """
    wanted = _wanted(mapping)
    top = [row for row, _ in zip(rows, range(HEADING_ROWS), strict=False)]
    candidates = [(line, cells, _assign(cells, wanted)) for line, cells in [*top, *_doubled(top)]]
    line, cells, index = max(candidates, key=lambda one: len(one[2]), default=(0, [], {}))
    _complete(top, line, cells)
    _refuse_missing(top, wanted, index)
    if len(cells) > COLUMN_LIMIT and any(cells[COLUMN_LIMIT:]):
        raise KioskError("TOO_MANY_COLUMNS", columns=len(cells), limit=COLUMN_LIMIT)
    _refuse_twice(line, cells, index)
    index = {field: index[field] for field in ROSTER_FIELDS if field in index}
    headings = {field: clean(cells[column]) for field, column in index.items()}
    refused = {column: clean(cell) for column, cell in enumerate(cells) if is_refused(cell)}
    return Columns(line, index, headings, refused)


def _doubled(top: Sequence[_Row]) -> Iterator[_Row]:
    """Yield rows completed by the row above: headings of two rows, as cells merged over both make.

    Only words that surely name a field come down, and only into blank cells.
    """
    for (upper_line, upper), (line, cells) in pairwise(top):
        if line == upper_line + 1:
            above = [cell if is_certain(cell) else "" for cell in upper]
            yield line, [cell or up for cell, up in zip_longest(cells, above, fillvalue="")]


def _complete(top: Sequence[_Row], line: int, cells: Sequence[str]) -> None:
    """Write completed headings into their row, where the rows below are held against them."""
    for at, held in top:
        if at == line:
            held[:] = cells


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
