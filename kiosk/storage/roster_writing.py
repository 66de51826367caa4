"""Writing a roster: registrations, their tickets and their search words, many at a time."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from itertools import repeat
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
    if not people:
        return
    first = (connection.execute("SELECT max(number) FROM registration").fetchone()[0] or 0) + 1
    numbers = range(first, first + len(people))
    made = _rows(connection, event_number, people, numbers)
    with _indexed_afterwards(connection, empty=first == 1):
        connection.executemany(INSERT, made)
    _issue(connection, event_number, people, numbers)


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
    """Replace people's fields and issue the tickets they have now."""
    if not people:
        return
    changed, numbers = zip(*people, strict=True)
    connection.executemany(_UPDATE, _rows(connection, event_number, changed, numbers))
    _issue(connection, event_number, changed, numbers)


def revoke(connection: sqlite3.Connection, event_number: int, tickets: Iterable[str]) -> None:
    """Revoke tickets that a newer one takes the place of."""
    now = now_ms()
    connection.executemany(
        "UPDATE ticket SET revoked_ms = ? WHERE folded = ? AND text = ? AND event = ?",
        [(now, fold(text), text, event_number) for text in tickets],
    )


def _issue(
    connection: sqlite3.Connection,
    event_number: int,
    people: Iterable[Registration],
    numbers: Iterable[int],
) -> None:
    # In the order of the b-tree: 100,000 random inserts become one pass over its pages.
    texts = [one.ticket for one in people]
    tickets = sorted(zip(map(fold, texts), texts, repeat(event_number), numbers, strict=False))
    connection.executemany(INSERT_TICKET, [ticket for ticket in tickets if ticket[1]])


def _rows(
    connection: sqlite3.Connection,
    event_number: int,
    people: Sequence[Registration],
    numbers: Sequence[int],
) -> Iterator[tuple[object, ...]]:
    """Return people as rows of ``_FIELDS``; column by column, which is twice as fast."""
    (
        ids, names, latins, organisations, titles, phones, emails, categories, statuses,
        valid_from, valid_until, sessions, tickets, seats, flags, person_ids, sources,
    ) = zip(*people, strict=True)  # fmt: skip
    pairs = list(zip(names, latins, strict=True))
    words = search.index(connection, event_number, pairs, organisations)
    value = _VALUE.__getitem__
    now = repeat(now_ms())
    return zip(
        ids, names, latins, organisations, titles, phones, emails, map(value, categories),
        map(value, statuses), map(optional_ms, valid_from), map(optional_ms, valid_until),
        map(";".join, sessions), tickets, seats, flags, person_ids, map(value, sources),
        map(last_four, phones), map(words.names.__getitem__, pairs),
        map(words.organisations.get, organisations), repeat(event_number), now, now, numbers,
        strict=False,
    )  # fmt: skip


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
