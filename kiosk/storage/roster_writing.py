"""Writing a roster: registrations, their tickets and their search words, many at a time."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.phone import last_four
from kiosk.domain.registration import Registration
from kiosk.domain.ticket import fold
from kiosk.storage import search
from kiosk.storage.clock import now_ms, optional_ms

_FIELDS = (
    "id, event, name, name_latin, organisation, job_title, phone, email, category, status,"
    " valid_from_ms, valid_until_ms, sessions, ticket, seat, flag, person_id, source, last_four,"
    " name_word, organisation_word, created_ms, changed_ms, number"
)
INSERT = f"INSERT INTO registration ({_FIELDS}) VALUES ({', '.join('?' * 24)})"
_UPDATE = (
    "UPDATE registration SET id = ?, event = ?, name = ?, name_latin = ?, organisation = ?,"
    " job_title = ?, phone = ?, email = ?, category = ?, status = ?, valid_from_ms = ?,"
    " valid_until_ms = ?, sessions = ?, ticket = ?, seat = ?, flag = ?, person_id = ?, source = ?,"
    " last_four = ?, name_word = ?, organisation_word = ?,"
    " created_ms = coalesce(created_ms, ?), changed_ms = ? WHERE number = ?"
)
INSERT_TICKET = (
    "INSERT OR REPLACE INTO ticket (folded, text, event, registration, revoked_ms)"
    " VALUES (?, ?, ?, ?, NULL)"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A registration with its row's number; 0 for one that is new."""

    registration: Registration
    number: int = 0


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
    connection.executemany(INSERT, _rows(connection, event_number, rows))
    _issue(connection, event_number, rows)


def change(connection: sqlite3.Connection, event_number: int, people: Sequence[Numbered]) -> None:
    """Replace people's fields, and revoke the tickets that a new one takes the place of."""
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
    now = now_ms()
    made: list[tuple[object, ...]] = []
    for row in rows:
        one = row.registration
        made.append((
            one.id, event_number, one.name, one.name_latin, one.organisation, one.job_title,
            one.phone, one.email, one.category.value, one.status.value,
            optional_ms(one.valid_from), optional_ms(one.valid_until), ";".join(one.sessions),
            one.ticket, one.seat, one.flag, one.person_id, one.source.value, last_four(one.phone),
            words.names[one.name, one.name_latin], words.organisations.get(one.organisation),
            now, now, row.number,
        ))  # fmt: skip
    return made
