"""The secret table: the hash of each secret, and the tries that were made at it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from kiosk.domain.pin import Lock
from kiosk.storage.clock import now_ms


class Secret(NamedTuple):
    """A secret's hash and its lock; ``attempt`` is the id of the last try that was counted."""

    value: str
    attempt: str
    lock: Lock


def find(connection: sqlite3.Connection, name: str) -> Secret | None:
    """Return a secret, or None where it is not set."""
    row = connection.execute(
        "SELECT value, attempt, wrong, seen_ms, left_ms FROM secret WHERE name = ?", (name,)
    ).fetchone()
    return Secret(row[0], row[1], Lock(*row[2:])) if row else None


def put(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Set a secret anew; no try has been made at it."""
    connection.execute(
        "INSERT OR REPLACE INTO secret (name, value, changed_ms, attempt, wrong, seen_ms, left_ms)"
        " VALUES (?, ?, ?, '', 0, 0, 0)",
        (name, value, now_ms()),
    )


def count(connection: sqlite3.Connection, name: str, attempt: str, lock: Lock) -> None:
    """Keep where the tries at a secret stand."""
    connection.execute(
        "UPDATE secret SET attempt = ?, wrong = ?, seen_ms = ?, left_ms = ? WHERE name = ?",
        (attempt, *lock, name),
    )
