"""The access log: who took personal data out of the program, when, how much and what for."""

from __future__ import annotations

import sqlite3

from kiosk.storage.clock import now_ms
from kiosk.storage.desk_identity import Identity


def record(  # noqa: PLR0913 - what the notice on safety measures (art. 8) asks to be kept
    connection: sqlite3.Connection,
    identity: Identity,
    event_number: int,
    *,
    action: str,
    purpose: str,
    persons: int,
    sha256: str,
    registration: str = "",
) -> None:
    """Add one line, inside the caller's transaction; of one person it keeps the id, no name."""
    connection.execute(
        "INSERT INTO access (at_ms, desk, event, action, purpose, persons, sha256, registration)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (now_ms(), identity.desk, event_number, action, purpose, persons, sha256, registration),
    )
