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
    """One piece of work; ``problem`` is the code of what went wrong, or ""."""

    id: str
    kind: str
    event: int
    registration: str
    state: State
    problem: str = ""


_OPEN = "id, kind, event, registration, state"
_DONE = f"{_OPEN}, problem"
_PUT = (
    "INSERT INTO outbox (id, kind, event, registration, state, created_ms, changed_ms)"
    " VALUES (?, ?, ?, ?, 'waiting', ?, ?)"
)


def put(
    connection: sqlite3.Connection, job_id: str, *, kind: str, event: int, registration: str
) -> None:
    """Add a job inside the caller's transaction."""
    now = now_ms()
    connection.execute(_PUT, (job_id, kind, event, registration, now, now))


def due(connection: sqlite3.Connection, kind: str, event: int, limit: int) -> list[Job]:
    """Return the waiting jobs of a kind, the oldest first."""
    rows = connection.execute(
        f"SELECT {_OPEN} FROM outbox WHERE kind = ? AND event = ? AND state = 'waiting'"
        " ORDER BY arrival LIMIT ?",
        (kind, event, limit),
    )
    return [_job(row) for row in rows]


def claim(connection: sqlite3.Connection, job_id: str) -> bool:
    """Mark a waiting job as under way; False where another program was first."""
    done = connection.execute(
        "UPDATE outbox SET state = 'working', changed_ms = ? WHERE id = ? AND state = 'waiting'",
        (now_ms(), job_id),
    )
    return done.rowcount == 1


def release(connection: sqlite3.Connection, job_id: str) -> None:
    """Let a job that was under way wait again, because nothing of it left this machine."""
    connection.execute(
        "UPDATE outbox SET state = 'waiting', changed_ms = ? WHERE id = ? AND state = 'working'",
        (now_ms(), job_id),
    )


def close(
    connection: sqlite3.Connection, job_id: str, state: State, problem: str = "", *, only: State
) -> int:
    """Take a job out of the outbox, keeping how it ended; 0 where it is in no state ``only``."""
    kept = connection.execute(
        "INSERT INTO outbox_done (id, kind, event, registration, state, created_ms, changed_ms,"
        " problem) SELECT id, kind, event, registration, ?, created_ms, ?, ? FROM outbox"
        " WHERE id = ? AND state = ?",
        (state.value, now_ms(), problem, job_id, only.value),
    )
    if kept.rowcount:
        connection.execute("DELETE FROM outbox WHERE id = ?", (job_id,))
    return kept.rowcount


def make_sure(connection: sqlite3.Connection, job_id: str, state: State, problem: str) -> None:
    """Say how a job ended that was set aside as unsure."""
    connection.execute(
        "UPDATE outbox_done SET state = ?, problem = ?, changed_ms = ?"
        " WHERE id = ? AND state = 'unsure'",
        (state.value, problem, now_ms(), job_id),
    )


def interrupted(connection: sqlite3.Connection, kind: str) -> list[str]:
    """Return the ids of the jobs that a crash left half-way."""
    rows = connection.execute(
        "SELECT id FROM outbox WHERE kind = ? AND state = 'working' ORDER BY arrival", (kind,)
    )
    return [row[0] for row in rows]


def of_person(connection: sqlite3.Connection, registration: str, kind: str) -> list[Job]:
    """Return the jobs made for a person, the oldest first; what waits comes last."""
    ended = connection.execute(
        f"SELECT {_DONE} FROM outbox_done WHERE registration = ? AND kind = ? ORDER BY arrival",
        (registration, kind),
    ).fetchall()
    still = connection.execute(
        f"SELECT {_OPEN} FROM outbox WHERE registration = ? AND kind = ? ORDER BY arrival",
        (registration, kind),
    )
    return [_job(row) for row in (*ended, *still)]


def find(connection: sqlite3.Connection, job_id: str) -> Job | None:
    """Return a job that is still to do, or None."""
    row = connection.execute(f"SELECT {_OPEN} FROM outbox WHERE id = ?", (job_id,)).fetchone()
    return _job(row) if row else None


def _job(row: tuple[str, ...]) -> Job:
    return Job(row[0], row[1], int(row[2]), row[3], State(row[4]), *row[5:])
