"""The request table: what touchscreens ask of the desk, each with its number in the event."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.storage.clock import from_ms, optional_ms, to_ms

_COLUMNS = (
    "id, kind, number, why, registration, kiosk, state, raised_ms, accepted_ms, accepted_by,"
    " ended_ms"
)
_OPEN = "event = ? AND state IN ('waiting', 'accepted')"


def add(connection: sqlite3.Connection, event_number: int, request: DeskRequest) -> None:
    """Add a request, inside the caller's transaction."""
    connection.execute(
        f"INSERT INTO request (event, {_COLUMNS}) VALUES ({', '.join('?' * 12)})",
        (event_number, request.id, request.kind.value, request.number, request.why,
         request.registration, request.kiosk, request.state.value, to_ms(request.raised_at),
         optional_ms(request.accepted_at), request.accepted_by, optional_ms(request.ended_at)),
    )  # fmt: skip


def next_number(connection: sqlite3.Connection, event_number: int, kind: RequestKind) -> int:
    """Return the number after a kind's last one in an event."""
    row = connection.execute(
        "SELECT coalesce(max(number), 0) + 1 FROM request WHERE event = ? AND kind = ?",
        (event_number, kind.value),
    ).fetchone()
    return int(row[0])


def find(connection: sqlite3.Connection, event_number: int, request_id: str) -> DeskRequest | None:
    """Return a request of an event, or None."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM request WHERE id = ? AND event = ?", (request_id, event_number)
    ).fetchone()
    return _request(row) if row else None


def still_open(
    connection: sqlite3.Connection, event_number: int, since: datetime
) -> list[DeskRequest]:
    """Return the requests raised since a moment that nobody has ended, the oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM request WHERE {_OPEN} AND raised_ms >= ? ORDER BY arrival",
        (event_number, to_ms(since)),
    )
    return [_request(row) for row in rows]


def move(connection: sqlite3.Connection, request: DeskRequest) -> None:
    """Write how far a request has come."""
    connection.execute(
        "UPDATE request SET state = ?, accepted_ms = ?, accepted_by = ?, ended_ms = ? WHERE id = ?",
        (request.state.value, optional_ms(request.accepted_at), request.accepted_by,
         optional_ms(request.ended_at), request.id),
    )  # fmt: skip


def _request(
    row: tuple[str, str, int, str, str, str, str, int, int | None, str, int | None],
) -> DeskRequest:
    id_, kind, number, why, registration, kiosk, state, raised, accepted, by, ended = row
    return DeskRequest(
        id_, RequestKind(kind), number, why, registration, kiosk, RequestState(state),
        from_ms(raised), None if accepted is None else from_ms(accepted), by,
        None if ended is None else from_ms(ended),
    )  # fmt: skip
