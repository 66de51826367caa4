"""The outbox: durable work still to do, put there in the transaction that made it necessary."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.storage.clock import now_ms


class State(StrEnum):
    """How far a job has come.

    ``working`` is written before the first byte leaves; a job found in it after a restart is
    ``unsure`` unless its printer knows better: it may have come out, so it is never repeated
    unasked. ``held`` waits until somebody lets it go, ``cancelled`` was given up by somebody.
    """

    WAITING = "waiting"
    HELD = "held"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    UNSURE = "unsure"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work; ``problem`` is the code of what went wrong last, or "".

    ``printer`` is the one that has it or was chosen for it, "" where the person's category decides;
    ``attempts`` counts how often it was begun, ``sheets`` the labels it takes.
    """

    id: str
    kind: str
    event: int
    registration: str
    state: State
    problem: str = ""
    printer: str = ""
    attempts: int = 0
    sheets: int = 1
    changed_ms: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A job with what is needed to show and to route it; both are "" once a person is gone."""

    job: Job
    name: str
    category: str


_ALL = "id, kind, event, registration, state, problem, printer, attempts, sheets, changed_ms"
_OF_JOB = ", ".join(f"o.{one}" for one in _ALL.split(", "))
_PUT = (
    "INSERT INTO outbox (id, kind, event, registration, state, created_ms, changed_ms, printer,"
    " sheets) VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?, ?)"
)
_FROM = (
    " FROM {table} o LEFT JOIN registration r ON r.id = o.registration"
    " WHERE o.event = ? AND o.kind = ? AND {state}"
)
_LINES = (
    f"SELECT {_OF_JOB}, coalesce(r.name, ''), coalesce(r.category, '') {_FROM} ORDER BY o.arrival"
    " LIMIT ?"
)
_COUNTS = f"SELECT o.printer, coalesce(r.category, ''), count(*) {_FROM} GROUP BY 1, 2"
_WAITING = "o.state = 'waiting'"
_UNSETTLED = "o.state IN ('failed', 'unsure') AND o.problem <> 'VOIDED'"
"""What somebody has to see to; a badge that was taken back with its entry is nobody's."""
LINES_MOST = 200
"""More than any window shows."""


def put(  # noqa: PLR0913 - one a column
    connection: sqlite3.Connection,
    job_id: str,
    *,
    kind: str,
    event: int,
    registration: str,
    printer: str = "",
    sheets: int = 1,
) -> None:
    """Add a job inside the caller's transaction."""
    now = now_ms()
    connection.execute(_PUT, (job_id, kind, event, registration, now, now, printer, sheets))


def open_lines(connection: sqlite3.Connection, kind: str, event: int) -> list[Line]:
    """Return the first jobs of a kind that are still to do, the oldest first."""
    statement = _LINES.format(table="outbox", state="true")
    return [_line(row) for row in connection.execute(statement, (event, kind, LINES_MOST))]


def unsettled_lines(connection: sqlite3.Connection, kind: str, event: int) -> list[Line]:
    """Return jobs that failed or may have come out, and that nobody has seen to since."""
    statement = _LINES.format(table="outbox_done", state=_UNSETTLED)
    return [_line(row) for row in connection.execute(statement, (event, kind, LINES_MOST))]


def waiting_lines(
    connection: sqlite3.Connection, kind: str, event: int
) -> Generator[Line, None, None]:
    """Yield the jobs that wait, the oldest first; to be closed before anything is written."""
    statement = _LINES.format(table="outbox", state=_WAITING)
    cursor = connection.execute(statement, (event, kind, -1))
    try:
        yield from map(_line, cursor)
    finally:
        cursor.close()


def counts(
    connection: sqlite3.Connection, kind: str, event: int, *, unsettled: bool
) -> list[tuple[str, str, int]]:
    """Return how many jobs wait, or are to be seen to, by their printer and the category."""
    table, state = ("outbox_done", _UNSETTLED) if unsettled else ("outbox", _WAITING)
    return connection.execute(_COUNTS.format(table=table, state=state), (event, kind)).fetchall()


def _line(row: tuple[str, ...]) -> Line:
    return Line(_job(row[:-2]), row[-2], row[-1])


def claim(connection: sqlite3.Connection, job_id: str, printer: str = "") -> bool:
    """Mark a waiting job as under way at a printer; False where another program was first."""
    done = connection.execute(
        "UPDATE outbox SET state = 'working', changed_ms = ?, attempts = attempts + 1,"
        " printer = CASE ? WHEN '' THEN printer ELSE ? END WHERE id = ? AND state = 'waiting'",
        (now_ms(), printer, printer, job_id),
    )
    return done.rowcount == 1


def release(connection: sqlite3.Connection, job_id: str, problem: str = "") -> None:
    """Let a job that was under way wait again, because nothing of it left this machine."""
    connection.execute(
        "UPDATE outbox SET state = 'waiting', problem = ?, changed_ms = ?"
        " WHERE id = ? AND state = 'working'",
        (problem, now_ms(), job_id),
    )


def turn(connection: sqlite3.Connection, job_id: str, state: State, *, only: State) -> bool:
    """Put a job from one state into another that is still to do; False where it is in neither."""
    done = connection.execute(
        "UPDATE outbox SET state = ?, changed_ms = ? WHERE id = ? AND state IN (?, ?)",
        (state.value, now_ms(), job_id, only.value, state.value),
    )
    return done.rowcount == 1


def send_to(connection: sqlite3.Connection, job_id: str, printer: str) -> bool:
    """Choose another printer for a job that waits or is held; False where it does neither."""
    done = connection.execute(
        "UPDATE outbox SET printer = ?, problem = '', changed_ms = ?"
        " WHERE id = ? AND state IN ('waiting', 'held')",
        (printer, now_ms(), job_id),
    )
    return done.rowcount == 1


def close(
    connection: sqlite3.Connection, job_id: str, state: State, problem: str = "", *, only: State
) -> int:
    """Take a job out of the outbox, keeping how it ended; 0 where it is in no state ``only``."""
    kept = connection.execute(
        "INSERT INTO outbox_done (id, kind, event, registration, state, created_ms, changed_ms,"
        " problem, printer, attempts, sheets) SELECT id, kind, event, registration, ?, created_ms,"
        " ?, ?, printer, attempts, sheets FROM outbox WHERE id = ? AND state = ?",
        (state.value, now_ms(), problem, job_id, only.value),
    )
    if kept.rowcount:
        connection.execute("DELETE FROM outbox WHERE id = ?", (job_id,))
    return kept.rowcount


def make_sure(
    connection: sqlite3.Connection, job_id: str, state: State, problem: str, *, only: State
) -> bool:
    """Say how a job ended that was set aside as unsure, or failed; False where it was not."""
    done = connection.execute(
        "UPDATE outbox_done SET state = ?, problem = ?, changed_ms = ? WHERE id = ? AND state = ?",
        (state.value, problem, now_ms(), job_id, only.value),
    )
    return done.rowcount > 0


def interrupted(connection: sqlite3.Connection, kind: str) -> list[Job]:
    """Return the jobs that are under way: at a start, those that a crash left half-way."""
    rows = connection.execute(
        f"SELECT {_ALL} FROM outbox WHERE kind = ? AND state = 'working' ORDER BY arrival", (kind,)
    )
    return [_job(row) for row in rows]


def of_person(connection: sqlite3.Connection, registration: str, kind: str) -> list[Job]:
    """Return the jobs made for a person, the oldest first; what waits comes last."""
    where = "WHERE registration = ? AND kind = ? ORDER BY arrival"
    tables: Iterable[str] = ("outbox_done", "outbox")
    return [
        _job(row)
        for table in tables
        for row in connection.execute(f"SELECT {_ALL} FROM {table} {where}", (registration, kind))
    ]


def find(connection: sqlite3.Connection, job_id: str) -> Job | None:
    """Return a job that is still to do, or None."""
    row = connection.execute(f"SELECT {_ALL} FROM outbox WHERE id = ?", (job_id,)).fetchone()
    return _job(row) if row else None


def find_ended(connection: sqlite3.Connection, job_id: str) -> Job | None:
    """Return how a job ended, or None."""
    row = connection.execute(f"SELECT {_ALL} FROM outbox_done WHERE id = ?", (job_id,)).fetchone()
    return _job(row) if row else None


def _job(row: tuple[str, ...]) -> Job:
    return Job(
        row[0], row[1], int(row[2]), row[3], State(row[4]), row[5], row[6],
        int(row[7]), int(row[8]), int(row[9]),
    )  # fmt: skip
