"""The signature table: strokes apart from the journal, so that they can be destroyed alone."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple

from kiosk.domain.signing import SignedBy, Signing
from kiosk.storage.clock import from_ms, to_ms


class Signed(NamedTuple):
    """One signature, and the entry that it belongs to."""

    registration: str
    session: str
    entry: str
    at: datetime
    signature: Signing


_COLUMNS = "registration, session, entry, at_ms, strokes, means"


def keep(connection: sqlite3.Connection, event_number: int, signed: Signed) -> None:
    """Add one signature, in the transaction that adds its entry."""
    connection.execute(
        f"INSERT INTO signature (event, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (event_number, signed.registration, signed.session, signed.entry, to_ms(signed.at),
         signed.signature.strokes, signed.signature.means.value),
    )  # fmt: skip


def of_person(connection: sqlite3.Connection, registration: str) -> list[Signed]:
    """Return a person's signatures of all sessions, the oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM signature WHERE registration = ? ORDER BY arrival", (registration,)
    )
    return [
        Signed(who, session, entry, from_ms(ms), Signing(strokes, SignedBy(means)))
        for who, session, entry, ms, strokes, means in rows
    ]


def signed_entries(connection: sqlite3.Connection, registration: str) -> frozenset[str]:
    """Return the ids of the entries that a person signed."""
    rows = connection.execute("SELECT entry FROM signature WHERE registration = ?", (registration,))
    return frozenset(row[0] for row in rows)
