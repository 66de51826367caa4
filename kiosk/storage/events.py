"""The event table: each event as the document its file said."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from kiosk.storage.clock import now_ms


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event's number in this store, its id and its document (canonical JSON)."""

    number: int
    id: str
    document: str


def find(connection: sqlite3.Connection, event_id: str) -> EventRow | None:
    """Return an event, or None."""
    row = connection.execute(
        "SELECT number, id, document FROM event WHERE id = ?", (event_id,)
    ).fetchone()
    return EventRow(*row) if row else None


def everything(connection: sqlite3.Connection) -> list[EventRow]:
    """Return every event, the newest first."""
    rows = connection.execute("SELECT number, id, document FROM event ORDER BY number DESC")
    return [EventRow(*row) for row in rows]


def put(connection: sqlite3.Connection, event_id: str, document: str) -> None:
    """Create an event or replace its document; its number never changes."""
    connection.execute(
        "INSERT INTO event (id, document, created_ms, changed_ms) VALUES (?1, ?2, ?3, ?3)"
        " ON CONFLICT (id) DO UPDATE SET document = excluded.document, changed_ms = ?3",
        (event_id, document, now_ms()),
    )
