"""The outbox: durable work still to do, put there in the transaction that made it necessary."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from kiosk.storage.clock import now_ms


class State(StrEnum):
    """How far a job has come.

    ``working`` is written before the first byte leaves; a job found in it after a restart is
    ``unsure``: it may have come out, so it is never repeated unasked.
    """

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work; ``problem`` is the code of what went wrong last, or ""."""

    id: str
    kind: str
    event: int
    registration: str
    entry: str
    state: State
    attempts: int
    problem: str


_COLUMNS = "id, kind, event, registration, entry, state, attempts, problem"


def put(
    connection: sqlite3.Connection,
    job_id: str,
    *,
    kind: str,
    event: int,
    registration: str,
    entry: str,
) -> None:
    """Add a job inside the caller's transaction."""
    now = now_ms()
    connection.execute(
        "INSERT INTO outbox (id, kind, event, registration, entry, state, attempts, created_ms,"
        " changed_ms, problem) VALUES (?, ?, ?, ?, ?, 'waiting', 0, ?, ?, '')",
        (job_id, kind, event, registration, entry, now, now),
    )


def due(connection: sqlite3.Connection, kind: str, event: int, limit: int) -> list[Job]:
    """Return the waiting jobs of a kind, the oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM outbox WHERE kind = ? AND event = ? AND state = 'waiting'"
        " ORDER BY id LIMIT ?",
        (kind, event, limit),
    )
    return [_job(row) for row in rows]


def move(
    connection: sqlite3.Connection,
    job_id: str,
    state: State,
    *,
    came_from: State,
    problem: str = "",
) -> bool:
    """Move a job on; False where another program has moved it first."""
    begun = int(state is State.WORKING)
    done = connection.execute(
        "UPDATE outbox SET state = ?, attempts = attempts + ?, problem = ?, changed_ms = ?"
        " WHERE id = ? AND state = ?",
        (state.value, begun, problem, now_ms(), job_id, came_from.value),
    )
    return done.rowcount == 1


def withdraw(connection: sqlite3.Connection, entry: str) -> None:
    """Take back the waiting jobs of an entry that was undone; what is on paper stays counted."""
    connection.execute(
        "UPDATE outbox SET state = 'failed', problem = 'VOIDED', changed_ms = ?"
        " WHERE id = ? AND entry = ? AND state = 'waiting'",
        (now_ms(), entry, entry),
    )


def mark_interrupted(connection: sqlite3.Connection, kind: str) -> int:
    """Mark the jobs a crash left half-way as unsure; return how many."""
    done = connection.execute(
        "UPDATE outbox SET state = 'unsure', changed_ms = ? WHERE kind = ? AND state = 'working'",
        (now_ms(), kind),
    )
    return done.rowcount


def last_of(connection: sqlite3.Connection, registration: str, kind: str) -> Job | None:
    """Return the newest job made for a person, or None."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM outbox WHERE registration = ? AND kind = ?"
        " ORDER BY id DESC LIMIT 1",
        (registration, kind),
    ).fetchone()
    return _job(row) if row else None


def find(connection: sqlite3.Connection, job_id: str) -> Job | None:
    """Return a job, or None."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM outbox WHERE id = ?", (job_id,)).fetchone()
    return _job(row) if row else None


def has_made(connection: sqlite3.Connection, registration: str, kind: str) -> bool:
    """Tell whether a person has had a job of a kind that was not withdrawn with its entry."""
    found = connection.execute(
        "SELECT 1 FROM outbox WHERE registration = ? AND kind = ? AND problem <> 'VOIDED' LIMIT 1",
        (registration, kind),
    ).fetchone()
    return found is not None


def _job(row: tuple[str, str, int, str, str, str, int, str]) -> Job:
    id_, kind, event, registration, entry, state, attempts, problem = row
    return Job(id_, kind, event, registration, entry, State(state), attempts, problem)
