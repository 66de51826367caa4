"""Rows under known headings: each a person's draft, or the reason why it is not.

Work goes column by column: a roster of 100,000 rows has some hundred different organisations, and
most names and tickets are clean already, which one search each can tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Event
from kiosk.domain.registration import ROSTER_FIELDS, Category, Status
from kiosk.domain.text import holds_resident_number
from kiosk.services import roster_values as values
from kiosk.services.collection import collection_paused
from kiosk.services.roster_body import Body, people_rows
from kiosk.services.roster_columns import Columns
from kiosk.services.roster_shape import RowError, Table
from kiosk.services.roster_values import EventValues, Problem


class Draft(NamedTuple):
    """One person as a row of the file tells of them, clean and checked; "" means not given."""

    line: int
    name: str
    name_latin: str = ""
    organisation: str = ""
    job_title: str = ""
    phone: str = ""
    email: str = ""
    category: Category | None = None
    status: Status | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    sessions: tuple[str, ...] = ()
    ticket: str = ""
    seat: str = ""
    flag: str = ""
    person_id: str = ""


_Read = Callable[[str], Any]
_Usual = Callable[[str], object]

# What passes as it is, by the shape alone: printable, composed, short, and without room for a
# resident registration number (six digits, a hyphen, seven digits). All else is read with care.
_USUAL_NAME = re.compile(r"[가-힣A-Za-z0-9]{1,80}").fullmatch
_USUAL_TEXT = re.compile(r"[가-힣A-Za-z0-9]{0,80}").fullmatch
_USUAL_PHONE = re.compile(r"(?:010-[0-9]{4}-[0-9]{4})?").fullmatch
_USUAL_EMAIL = re.compile(
    r"(?:[A-Za-z0-9._%+]{1,64}@(?:[A-Za-z0-9]{1,40}\.){1,3}[A-Za-z]{2,10})?"
).fullmatch
_USUAL_TICKET = re.compile(r"(?:[A-Za-z0-9]{1,64}(?:-[A-Za-z0-9]{1,6}){0,6})?").fullmatch

_FIRST = 1_000
_MANY = 0.5


def read_rows(table: Table, columns: Columns, event: Event) -> tuple[list[Draft], list[RowError]]:
    """Return the drafts of good rows and one error for each bad row, the gravest field's first.

    A refused column is one error at the headings' line. Raises KioskError NO_ROWS where nothing
    stands under the headings.
    """
    with collection_paused():
        body = people_rows(table, columns)
        if not (body.lines or body.errors or table.errors):
            raise KioskError("NO_ROWS", line=columns.heading_line)
        wrong = _marked(table, columns, body.lines) if table.marks else {}
        drafts = _drafts(body, columns, event, wrong)
    refused = [
        RowError(columns.heading_line, "", "RRN_COLUMN", {"heading": heading})
        for heading in columns.refused.values()
    ]
    errors = [*refused, *body.errors, *wrong.values()]
    return drafts, sorted(errors, key=lambda error: error.line)


def _drafts(body: Body, columns: Columns, event: Event, wrong: dict[int, RowError]) -> list[Draft]:
    """Return the drafts of the good rows; each other row's first fault goes to ``wrong``."""
    read: list[Iterable[Any]] = [body.lines]
    readings = _readings(event)
    for field in ROSTER_FIELDS:
        if field not in columns.index:
            read.append(repeat(Draft._field_defaults[field]))
            continue
        cells = list(map(itemgetter(columns.index[field]), body.cells))
        column, problems = _column(cells, *readings[field])
        read.append(column)
        for at, problem in problems.items():
            line = body.lines[at]
            wrong.setdefault(line, RowError(line, field, *problem))
    # What Draft._make does, less its count of the fields: a third of the time.
    drafts: list[Draft] = list(map(partial(tuple.__new__, Draft), zip(*read, strict=False)))
    if "valid_from" in columns.index and "valid_until" in columns.index:
        _refuse_reversed(drafts, wrong)
    return [draft for draft in drafts if draft.line not in wrong] if wrong else drafts


def _readings(event: Event) -> dict[str, tuple[_Read, _Usual]]:
    """Return for each field what reads a cell, and what tells that a cell needs no reading."""
    of_event = EventValues(event)
    text = (values.text, _USUAL_TEXT)
    return {
        "name": (values.name, _USUAL_NAME),
        "name_latin": text,
        "organisation": text,
        "job_title": text,
        "phone": (values.phone, _USUAL_PHONE),
        "email": (values.email, _USUAL_EMAIL),
        "category": (values.category, _never),
        "status": (values.status, _never),
        "valid_from": (of_event.valid_from, _never),
        "valid_until": (of_event.valid_until, _never),
        "sessions": (of_event.sessions, _never),
        "ticket": (values.ticket, _USUAL_TICKET),
        "seat": text,
        "flag": text,
        "person_id": (values.person_id, _USUAL_TICKET),
    }


def _never(_cell: str) -> bool:
    return False


def _column(cells: list[str], read: _Read, usual: _Usual) -> tuple[list[Any], dict[int, Problem]]:
    """Return a column's values, and the problems by position.

    A column of few different values (organisations) reads each once; one whose values are all
    usual (names, tickets) is found so in one pass and taken as it is.
    """
    if len(set(cells[:_FIRST])) < _MANY * min(_FIRST, len(cells)):
        meaning = {cell: _meaning(cell, read) for cell in set(cells)}
        column = list(map(meaning.__getitem__, cells))
        has_problems = any(type(value) is Problem for value in meaning.values())
    elif all(map(usual, cells)):
        column, has_problems = cells, False
    else:
        column = [cell if usual(cell) else _meaning(cell, read) for cell in cells]
        has_problems = True
    if not has_problems:
        return column, {}
    return column, {at: one for at, one in enumerate(column) if type(one) is Problem}


def _meaning(cell: str, read: _Read) -> Any:
    return Problem("RRN_IN_CELL", {}) if holds_resident_number(cell) else read(cell)


def _marked(table: Table, columns: Columns, lines: Iterable[int]) -> dict[int, RowError]:
    """Return the rows whose cells hold an error value, or whose name a formula made."""
    fields = {column: field for field, column in columns.index.items()}
    people = frozenset(lines)
    return {
        line: RowError(line, fields[column], code, {})
        for (line, column), code in table.marks.items()
        if line in people
        and column in fields
        and (code == "CELL_ERROR" or fields[column] == "name")
    }


def _refuse_reversed(drafts: Iterable[Draft], wrong: dict[int, RowError]) -> None:
    for draft in drafts:
        begins, ends = draft.valid_from, draft.valid_until
        if isinstance(begins, datetime) and isinstance(ends, datetime) and begins > ends:
            error = RowError(draft.line, "valid_until", "VALIDITY_REVERSED", {})
            wrong.setdefault(draft.line, error)
