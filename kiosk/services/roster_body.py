"""Which rows of a table are people: not the title, the headings again, the totals or the notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from kiosk.domain.text import clean
from kiosk.services.roster_columns import Columns
from kiosk.services.roster_shape import RowError, Table

_NUMBER = re.compile(r"[(\[]?\s*[\d,]+\s*(?:명|인|분|건)?\s*[)\]]?").fullmatch
_TOTAL = re.compile(
    r"[-\s※*]*(?:합\s*계|총\s*계|소\s*계|누\s*계|계|총\s*원|총\s*인원|인원|전체|total|subtotal)"
    r"\s*[:：]?\s*[\d,]*\s*(?:명|인|분|건|people|persons)?\s*[.)]?"
    r"|총\s*[:：]?\s*[\d,]+\s*(?:명|인|분|건).*"
    r"|[(\[]?\s*[\d,]+\s*(?:명|인)\s*[)\]]?",
    re.IGNORECASE,
).fullmatch
_ENDING = re.compile(r"[-–—\s]*(?:이\s*상|끝|以上|end)[-–—\s.]*", re.IGNORECASE).fullmatch
_NOTE = re.compile(r"[※*☞▶◎●■□○#].*|(?:주|참고|문의|비고|안내)\s*[):：].*", re.DOTALL).fullmatch

# How the cell for the name can begin in a row that is no person.
_ASIDE_STARTS = frozenset(
    "합총소누계인전이끝以-–—※*☞▶◎●■□○#([주참문비안tTsSeE0123456789, \t\r\n"
) | {""}
_MOST_ASIDE_CELLS = 3

# A row cut short must not lose what would have barred its person.
_MUST_BE_PRESENT = ("name", "status", "valid_from", "valid_until")


@dataclass(slots=True)
class Body:
    """The rows that mean a person: their lines and their cells, all as wide as the headings."""

    lines: list[int]
    cells: list[list[str]]
    errors: list[RowError]


def people_rows(table: Table, columns: Columns) -> Body:
    """Return the rows under the headings that mean a person, and an error for each miscounted one.

    Blank rows, repeated headings, totals, notes and rows with nothing but a running number are left
    out silently.
    """
    start = 1 + next(at for at, row in enumerate(table.rows) if row[0] == columns.heading_line)
    lines, cells = zip(*table.rows[start:], strict=True) if table.rows[start:] else ((), ())
    body = Body(list(lines), list(cells), [])
    shape = _Shape(table, columns)
    if set(map(len, body.cells)) - {shape.width}:
        _even(body, shape)
    _drop_asides(body, shape)
    return body


def _even(body: Body, shape: _Shape) -> None:
    """Give every row the headings' width, where that loses nothing."""
    rows = list(zip(body.lines, body.cells, strict=True))
    body.lines, body.cells = [], []
    for line, cells in rows:
        code = shape.fault(cells) if len(cells) != shape.width else ""
        if code:
            body.errors.append(shape.miscounted(line, code, cells))
            continue
        body.lines.append(line)
        body.cells.append((cells + [""] * (shape.width - len(cells)))[: shape.width])


def _drop_asides(body: Body, shape: _Shape) -> None:
    """Leave out the rows of even width that mean nobody; one search finds those worth a look."""
    names = list(map(itemgetter(shape.name_at), body.cells))
    doubtful = {name for name in set(names) if shape.may_be_aside(name)}
    if not doubtful:
        return
    dropped = {
        at
        for at, name in enumerate(names)
        if name in doubtful
        and shape.is_aside(body.cells[at], is_marked=body.lines[at] in shape.marked)
    }
    if dropped:
        body.lines = [line for at, line in enumerate(body.lines) if at not in dropped]
        body.cells = [cells for at, cells in enumerate(body.cells) if at not in dropped]


class _Shape:
    """How wide a table's rows must be, and which of them are no people."""

    def __init__(self, table: Table, columns: Columns) -> None:
        heading = next(cells for line, cells in table.rows if line == columns.heading_line)
        self.width = len(heading)
        self.name_at = columns.index["name"]
        self.name_heading = heading[self.name_at]
        self._fields = [cell for cell in heading if cell.strip()]
        self._least = 1 + max(columns.index.get(one, 0) for one in _MUST_BE_PRESENT)
        used = set(columns.index.values())
        self.marked = {line for line, column in table.marks if column in used}

    def may_be_aside(self, name: str) -> bool:
        """Tell whether a row with this in the name's place could mean nobody."""
        if name == self.name_heading:
            return True
        if name[:1] not in _ASIDE_STARTS:
            return False
        shown = clean(name)
        return not shown or bool(_TOTAL(shown) or _ENDING(shown) or _NOTE(shown) or _NUMBER(shown))

    def fault(self, cells: Sequence[str]) -> str:
        """Return why a row of another width than the headings' cannot be taken, "" if it can."""
        if len(cells) > self.width:
            return "CELLS_TOO_MANY" if any(map(str.strip, cells[self.width :])) else ""
        if self.is_aside(cells):
            return ""
        is_lone = sum(bool(cell.strip()) for cell in cells) < 2 <= len(self._fields)
        return "CELLS_TOO_FEW" if is_lone or len(cells) < self._least else ""

    def is_aside(self, cells: Sequence[str], *, is_marked: bool = False) -> bool:
        """Tell whether a row is blank, a repeated heading, a total, a note or a mere number.

        A marked row, with an error for a name, holds more than the text that is left of it.
        """
        filled = [cell for cell in map(clean, cells) if cell]
        if len(cells) > self.name_at and cells[self.name_at] == self.name_heading:
            return True
        if len(filled) > _MOST_ASIDE_CELLS:
            return False
        has_name = len(cells) > self.name_at and bool(cells[self.name_at].strip())
        if all(map(_NUMBER, filled)):
            return not (has_name or is_marked)
        first, rest = filled[0], filled[1:]
        if _TOTAL(first):
            return all(map(_NUMBER, rest))
        is_alone = not rest and len(self._fields) > 1
        return is_alone and bool(_ENDING(first) or _NOTE(first))

    def miscounted(self, line: int, code: str, cells: Sequence[str]) -> RowError:
        """Return the error of a row with too few or too many cells."""
        return RowError(line, "", code, {"cells": len(cells), "headings": self.width})
