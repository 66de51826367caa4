"""Consent tables: each text once, and every answer to it; answers are added, never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kiosk.domain.consent import ConsentAnswer, Means
from kiosk.storage.clock import from_ms, now_ms, to_ms

_COLUMNS = "registration, consent, granted, hash, version, at_ms, desk, means"


def version_of(
    connection: sqlite3.Connection, event_number: int, text_hash: str, document: str
) -> int:
    """Return a text's version in its event, keeping a new one with the next: the first is 1."""
    connection.execute(
        "INSERT INTO consent_text (event, hash, version, document, created_ms) SELECT ?1, ?2,"
        " (SELECT coalesce(max(version), 0) + 1 FROM consent_text WHERE event = ?1), ?3, ?4"
        " WHERE NOT EXISTS (SELECT 1 FROM consent_text WHERE event = ?1 AND hash = ?2)",
        (event_number, text_hash, document, now_ms()),
    )
    row = connection.execute(
        "SELECT version FROM consent_text WHERE event = ? AND hash = ?", (event_number, text_hash)
    ).fetchone()
    return int(row[0])


def text_of(connection: sqlite3.Connection, event_number: int, text_hash: str) -> str | None:
    """Return the document that a hash stands for, or None."""
    row = connection.execute(
        "SELECT document FROM consent_text WHERE event = ? AND hash = ?", (event_number, text_hash)
    ).fetchone()
    return None if row is None else str(row[0])


def add(
    connection: sqlite3.Connection,
    event_number: int,
    batch: str,
    answers: Iterable[ConsentAnswer],
) -> None:
    """Add one person's answers, inside the caller's transaction; a batch is added once."""
    rows = [
        (batch, event_number, one.registration, one.consent, int(one.granted), one.text_hash,
         one.version, to_ms(one.at), one.desk, one.means.value)
        for one in answers
    ]  # fmt: skip
    if not rows or _has_batch(connection, rows[0][2], batch):
        return
    connection.executemany(
        f"INSERT INTO consent (batch, event, {_COLUMNS}) VALUES ({', '.join('?' * 10)})", rows
    )


def _has_batch(connection: sqlite3.Connection, registration: object, batch: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM consent WHERE registration = ? AND batch = ?", (registration, batch)
    ).fetchone()
    return row is not None


def of_person(connection: sqlite3.Connection, registration: str) -> list[ConsentAnswer]:
    """Return everything a person answered, the oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM consent WHERE registration = ? ORDER BY arrival", (registration,)
    )
    return [
        ConsentAnswer(who, what, bool(granted), text, version, from_ms(ms), desk, Means(means))
        for who, what, granted, text, version, ms, desk, means in rows
    ]


def has_answered(
    connection: sqlite3.Connection, registration: str, consent: str, text_hash: str
) -> bool:
    """Tell whether a person granted or refused a consent under a text."""
    row = connection.execute(
        "SELECT 1 FROM consent WHERE registration = ? AND consent = ? AND hash = ?",
        (registration, consent, text_hash),
    ).fetchone()
    return row is not None
