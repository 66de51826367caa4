"""The deed table: the audit of what staff did, only ever added to; their words stand apart."""

from __future__ import annotations

import sqlite3

from kiosk.domain.deed import Deed, DeedKind
from kiosk.storage.clock import from_ms, to_ms
from kiosk.storage.desk_identity import Identity

_COLUMNS = "id, kind, registration, about, facts, reason, by, at_ms"


def add(connection: sqlite3.Connection, identity: Identity, event_number: int, deed: Deed) -> None:
    """Add one deed, inside the transaction of what it tells."""
    connection.execute(
        f"INSERT INTO deed (event, desk, incarnation, {_COLUMNS})"
        f" VALUES ({', '.join('?' * 11)})",
        (event_number, identity.desk, identity.incarnation, deed.id, deed.kind.value,
         deed.registration, deed.about, ";".join(deed.facts), deed.reason, deed.by, to_ms(deed.at)),
    )  # fmt: skip


def has(connection: sqlite3.Connection, registration: str, deed_id: str) -> bool:
    """Tell whether a person's deed is there: its first attempt's commit may have raised."""
    row = connection.execute(
        "SELECT 1 FROM deed WHERE registration = ? AND id = ?", (registration, deed_id)
    ).fetchone()
    return row is not None


def of_person(connection: sqlite3.Connection, registration: str) -> list[Deed]:
    """Return what was done about a person, the oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM deed WHERE registration = ? ORDER BY arrival", (registration,)
    )
    return [_deed(row) for row in rows]


def of_kind(connection: sqlite3.Connection, event_number: int, kind: DeedKind) -> list[Deed]:
    """Return an event's deeds of a kind, the oldest first; reads the audit through."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM deed WHERE event = ? AND kind = ? ORDER BY arrival",
        (event_number, kind.value),
    )
    return [_deed(row) for row in rows]


def _deed(row: tuple[str, str, str, str, str, str, str, int]) -> Deed:
    id_, kind, registration, about, facts, reason, by, at_ms = row
    told = tuple(facts.split(";")) if facts else ()
    return Deed(id_, DeedKind(kind), registration, about, told, reason, by, from_ms(at_ms))
