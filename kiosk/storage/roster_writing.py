"""Writing a roster: registrations, their tickets and their search words, many at a time."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.phone import last_four
from kiosk.domain.registration import Category, Registration, Source, Status
from kiosk.domain.ticket import fold
from kiosk.storage import search
from kiosk.storage.clock import now_ms, optional_ms

_FIELDS = (
    "id, name, name_latin, organisation, job_title, phone, email, category, status,"
    " valid_from_ms, valid_until_ms, sessions, ticket, seat, flag, person_id, source, last_four,"
    " name_word, organisation_word, event, created_ms, changed_ms, number"
)
# An enumeration's ``value`` is worked out at each look.
_VALUE: dict[StrEnum, str] = {one: one.value for kind in (Category, Status, Source) for one in kind}

INSERT = f"INSERT INTO registration ({_FIELDS}) VALUES ({', '.join('?' * 24)})"
_UPDATE = (
    "UPDATE registration SET id = ?, name = ?, name_latin = ?, organisation = ?,"
    " job_title = ?, phone = ?, email = ?, category = ?, status = ?, valid_from_ms = ?,"
    " valid_until_ms = ?, sessions = ?, ticket = ?, seat = ?, flag = ?, person_id = ?, source = ?,"
    " last_four = ?, name_word = ?, organisation_word = ?, event = ?,"
    " created_ms = coalesce(created_ms, ?), changed_ms = ? WHERE number = ?"
)
INSERT_TICKET = (
    "INSERT OR REPLACE INTO ticket (folded, text, event, registration, revoked_ms)"
    " VALUES (?, ?, ?, ?, NULL)"
)


class Numbered(NamedTuple):
    """A registration with the number of its row."""

    registration: Registration
    number: int


def new_ids(count: int) -> list[str]:
    """Return ids for registrations: 80 random bits each, in hexadecimal after an ``r``."""
    digits = secrets.token_hex(10 * count)
    return [f"r{digits[at : at + 20]}" for at in range(0, 20 * count, 20)]


def numbered(connection: sqlite3.Connection, event_number: int) -> dict[str, int]:
    """Return the row numbers of an event's registrations by id."""
    return dict(
        connection.execute("SELECT id, number FROM registration WHERE event = ?", (event_number,))
    )


def add(connection: sqlite3.Connection, event_number: int, people: Sequence[Registration]) -> None:
    """Add people with their tickets and search words, inside the caller's transaction."""
    first = (connection.execute("SELECT max(number) FROM registration").fetchone()[0] or 0) + 1
    rows = [Numbered(person, number) for number, person in enumerate(people, first)]
    made = _rows(connection, event_number, rows)
    with _indexed_afterwards(connection, empty=first == 1):
        connection.executemany(INSERT, made)
    _issue(connection, event_number, rows)


@contextmanager
def _indexed_afterwards(connection: sqlite3.Connection, *, empty: bool) -> Iterator[None]:
    """Fill an empty table before its indexes: sorting once is cheaper than finding each place.

    All of it stands in the caller's transaction.
    """
    indexes: list[tuple[str, str]] = []
    if empty:
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index'"
            " AND tbl_name = 'registration' AND sql IS NOT NULL"
        ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, statement in indexes:
        connection.execute(statement)


def change(connection: sqlite3.Connection, event_number: int, people: Sequence[Numbered]) -> None:
    """Replace people's fields, and revoke the tickets that a new one takes the place of."""
    if not people:
        return
    now = now_ms()
    connection.executemany(_UPDATE, _rows(connection, event_number, people))
    connection.executemany(
        "UPDATE ticket SET revoked_ms = ? WHERE registration = ? AND text <> ?"
        " AND revoked_ms IS NULL",
        [(now, row.number, row.registration.ticket) for row in people if row.registration.ticket],
    )
    _issue(connection, event_number, people)


def _issue(connection: sqlite3.Connection, event_number: int, rows: Iterable[Numbered]) -> None:
    # In the order of the b-tree: 100,000 random inserts become one pass over its pages.
    tickets = sorted(
        (fold(row.registration.ticket), row.registration.ticket, event_number, row.number)
        for row in rows
        if row.registration.ticket
    )
    connection.executemany(INSERT_TICKET, tickets)


def _rows(
    connection: sqlite3.Connection, event_number: int, rows: Sequence[Numbered]
) -> list[tuple[object, ...]]:
    words = search.index(connection, event_number, [row.registration for row in rows])
    names, organisations, now = words.names, words.organisations, now_ms()
    made: list[tuple[object, ...]] = []
    for one, number in rows:
        made.append((
            *one[:7], _VALUE[one.category], _VALUE[one.status],
            optional_ms(one.valid_from), optional_ms(one.valid_until), ";".join(one.sessions),
            *one[12:16], _VALUE[one.source], last_four(one.phone),
            names[one.name, one.name_latin], organisations.get(one.organisation),
            event_number, now, now, number,
        ))  # fmt: skip
    return made


_ROSTER_TABLES = ("registration", "ticket", "word", "word_key")


def written_rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the tables a roster is written to, by table."""
    return {
        table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in _ROSTER_TABLES
    }


def copy_rows(
    connection: sqlite3.Connection, rows: Mapping[str, Sequence[tuple[object, ...]]]
) -> None:
    """Write rows as ``written_rows`` gave them, with one executemany a table."""
    for table in _ROSTER_TABLES:
        marks = ", ".join("?" * len(rows[table][0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[table])
