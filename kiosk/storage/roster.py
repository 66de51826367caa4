"""The roster tables: who is expected, and which tickets lead to whom."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.phone import last_four
from kiosk.domain.registration import Category, Registration, Source, Status
from kiosk.storage.clock import from_ms

COLUMNS = (
    "r.id, r.name, r.name_latin, r.organisation, r.job_title, r.phone, r.email, r.category,"
    " r.status, r.valid_from_ms, r.valid_until_ms, r.sessions, r.ticket, r.seat, r.flag,"
    " r.person_id, r.source"
)
_BY_TICKET = (
    f"SELECT t.text, t.event, t.revoked_ms, {COLUMNS} FROM ticket t"
    " JOIN registration r ON r.number = t.registration WHERE t.folded = ?"
)
_CATEGORIES = {one.value: one for one in Category}
_STATUSES = {one.value: one for one in Status}
_SOURCES = {one.value: one for one in Source}


@dataclass(frozen=True, slots=True)
class TicketMatch:
    """A ticket whose folded text is the scan's: which event's, and whether it still holds."""

    text: str
    event: int
    is_revoked: bool
    registration: Registration


def registration(row: Sequence[object]) -> Registration:
    """Return a row of ``COLUMNS`` as a Registration."""
    (
        id_, name, latin, organisation, job_title, phone, email, category, status,
        valid_from, valid_until, sessions, ticket, seat, flag, person_id, source,
    ) = row  # fmt: skip
    return Registration(
        id_, name, latin, organisation, job_title, phone, email,  # type: ignore[arg-type]
        _CATEGORIES[category], _STATUSES[status],  # type: ignore[index]
        from_ms(valid_from) if valid_from is not None else None,  # type: ignore[arg-type]
        from_ms(valid_until) if valid_until is not None else None,  # type: ignore[arg-type]
        tuple(sessions.split(";")) if sessions else (),  # type: ignore[attr-defined]
        ticket, seat, flag, person_id, _SOURCES[source],  # type: ignore[arg-type, index]
    )  # fmt: skip


def by_ticket(connection: sqlite3.Connection, folded: str) -> list[TicketMatch]:
    """Return every ticket, of any event here, that a folded text may be."""
    return [
        TicketMatch(row[0], row[1], row[2] is not None, registration(row[3:]))
        for row in connection.execute(_BY_TICKET, (folded,))
    ]


def find(connection: sqlite3.Connection, registration_id: str) -> tuple[Registration, int] | None:
    """Return a registration and its event's number, or None."""
    row = connection.execute(
        f"SELECT r.event, {COLUMNS} FROM registration r WHERE r.id = ?", (registration_id,)
    ).fetchone()
    return (registration(row[1:]), row[0]) if row else None


def number_of(connection: sqlite3.Connection, registration_id: str) -> int:
    """Return the number of a registration's row; the registration is there."""
    row = connection.execute(
        "SELECT number FROM registration WHERE id = ?", (registration_id,)
    ).fetchone()
    return int(row[0])


def by_phone(connection: sqlite3.Connection, event_number: int, number: str) -> list[Registration]:
    """Return an event's people with a normalised telephone number, in the order they were added."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM registration r WHERE r.last_four = ? AND r.last_four <> ''"
        " AND r.phone = ? AND r.event = ? ORDER BY r.number",
        (last_four(number), number, event_number),
    )
    return [registration(row) for row in rows]


def everyone(connection: sqlite3.Connection, event_number: int) -> Iterator[Registration]:
    """Yield an event's registrations in the order they were added."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM registration r WHERE r.event = ? ORDER BY r.number", (event_number,)
    )
    return map(registration, rows)


def by_numbers(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Registration]:
    """Return the registrations in some rows, in one statement."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM registration r WHERE r.number IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return [registration(row) for row in rows]


def of_category(
    connection: sqlite3.Connection, event_number: int, categories: Iterable[Category]
) -> list[Registration]:
    """Return the registrations of some categories, by seat and name."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM registration r WHERE r.event = ?"
        " AND r.category IN (SELECT value FROM json_each(?)) ORDER BY r.seat, r.name",
        (event_number, json.dumps([one.value for one in categories])),
    )
    return [registration(row) for row in rows]


def names(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of some registrations by their ids."""
    return dict(
        connection.execute(
            "SELECT id, name FROM registration WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    )


def count(connection: sqlite3.Connection, event_number: int) -> int:
    """Return how many people are on an event's roster."""
    row = connection.execute(
        "SELECT count(*) FROM registration WHERE event = ?", (event_number,)
    ).fetchone()
    return int(row[0])


def count_expected(connection: sqlite3.Connection, event_number: int) -> int:
    """Return how many people are expected: everybody but the cancelled."""
    row = connection.execute(
        "SELECT count(*) FROM registration WHERE event = ? AND status <> 'cancelled'",
        (event_number,),
    ).fetchone()
    return int(row[0])


def walk_ins(connection: sqlite3.Connection, event_number: int) -> frozenset[str]:
    """Return the ids of the people who registered at the door."""
    rows = connection.execute(
        "SELECT id FROM registration WHERE event = ? AND source = 'walk-in'", (event_number,)
    )
    return frozenset(row[0] for row in rows)
