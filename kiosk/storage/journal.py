"""The journal table: entries are added and read, never changed."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from kiosk.domain.journal import Entry, Kind, Stamp, next_reading
from kiosk.storage.clock import from_ms, now_ms, to_ms
from kiosk.storage.desk_identity import Identity

_COLUMNS = (
    "id, session, registration, kind, scanned_ms, written_ms, stamp_ms, stamp_counter, desk, voids"
)
_INSERT = (
    "INSERT INTO entry (id, event, session, registration, kind, scanned_ms, written_ms, stamp_ms,"
    " stamp_counter, desk, incarnation, number, voids, chain)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_HISTORY = f"SELECT {_COLUMNS} FROM entry WHERE registration = ?"
_TIP = (
    "SELECT stamp_ms, stamp_counter, number, chain FROM entry WHERE desk = ? AND incarnation = ?"
    " ORDER BY arrival DESC LIMIT 1"
)


class Line(NamedTuple):
    """What is to be recorded; ``id`` exists before the first attempt to write it."""

    id: str
    session: str
    registration: str
    kind: Kind
    scanned_at: datetime
    voids: str = ""


def new_entry_id() -> str:
    """Return an id that no desk draws twice: 128 random bits in hexadecimal."""
    return os.urandom(16).hex()


def append(
    connection: sqlite3.Connection, identity: Identity, event_number: int, line: Line
) -> None:
    """Add one line with this desk's next stamp, number and link of its hash chain."""
    desk, incarnation = identity.desk, identity.incarnation
    tip = connection.execute(_TIP, (desk, incarnation)).fetchone() or (0, 0, 0, b"")
    written = now_ms()
    stamp_ms, counter = next_reading(tip[0], tip[1], written)
    scanned = to_ms(line.scanned_at)
    facts = (
        line.id, event_number, line.session, line.registration, line.kind.value, scanned, written,
        stamp_ms, counter, desk, incarnation, tip[2] + 1, line.voids,
    )  # fmt: skip
    connection.execute(_INSERT, (*facts, link(tip[3], facts)))


def link(previous: bytes, facts: tuple[object, ...]) -> bytes:
    """Return the hash that binds an entry's facts to the entry before it on the same desk."""
    return hashlib.sha256(previous + "\x1f".join(map(str, facts)).encode()).digest()


def history(connection: sqlite3.Connection, registration: str) -> list[Entry]:
    """Return one person's entries in all sessions, in no particular order."""
    return [_entry(row) for row in connection.execute(_HISTORY, (registration,))]


def histories(
    connection: sqlite3.Connection, registrations: Iterable[str]
) -> dict[tuple[str, str], list[Entry]]:
    """Return the entries of several people by (registration, session), in one statement."""
    marks = json.dumps(list(registrations))
    found: dict[tuple[str, str], list[Entry]] = {}
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry WHERE registration IN (SELECT value FROM json_each(?))",
        (marks,),
    )
    for row in rows:
        found.setdefault((row[2], row[1]), []).append(_entry(row))
    return found


def everything(connection: sqlite3.Connection, event_number: int) -> Iterator[Entry]:
    """Yield an event's entries in the order they arrived in this store."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry WHERE event = ? ORDER BY arrival", (event_number,)
    )
    return map(_entry, rows)


def latest(connection: sqlite3.Connection, event_number: int, limit: int) -> list[Entry]:
    """Return an event's newest entries, newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry WHERE event = ? ORDER BY arrival DESC LIMIT ?",
        (event_number, limit),
    )
    return [_entry(row) for row in rows]


def last_number(connection: sqlite3.Connection, identity: Identity) -> int:
    """Return the number of this desk's newest entry, 0 before the first."""
    tip = connection.execute(_TIP, (identity.desk, identity.incarnation)).fetchone()
    return tip[2] if tip else 0


def since(connection: sqlite3.Connection, identity: Identity, number: int) -> list[Entry]:
    """Return this desk's entries after a number, in the order they were written."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry WHERE desk = ? AND incarnation = ? AND number > ?"
        " ORDER BY number",
        (identity.desk, identity.incarnation, number),
    )
    return [_entry(row) for row in rows]


def find(connection: sqlite3.Connection, entry_id: str) -> tuple[Entry, int] | None:
    """Return an entry and its event's number, or None; reads the journal through."""
    row = connection.execute(
        f"SELECT {_COLUMNS}, event FROM entry WHERE id = ?", (entry_id,)
    ).fetchone()
    return None if row is None else (_entry(row), row[-1])


def count_come(connection: sqlite3.Connection, session: str, event_number: int) -> int:
    """Return how many people count in a session, without those whose every entry was undone."""
    row = connection.execute(
        "SELECT count(DISTINCT registration) FROM entry WHERE event = ? AND session = ?"
        " AND kind = 'in' AND id NOT IN (SELECT voids FROM entry WHERE kind = 'void'"
        " AND event = ? AND session = ?)",
        (event_number, session, event_number, session),
    ).fetchone()
    return int(row[0])


def remark(connection: sqlite3.Connection, entry_id: str, text: str) -> None:
    """Keep a person's words about an entry; they may name somebody, so they stand apart."""
    connection.execute("INSERT INTO remark (entry, text) VALUES (?, ?)", (entry_id, text))


def remarks(connection: sqlite3.Connection) -> dict[str, str]:
    """Return every remark by its entry's id."""
    return dict(connection.execute("SELECT entry, text FROM remark"))


def remarks_of(connection: sqlite3.Connection, entries: Iterable[str]) -> dict[str, str]:
    """Return the remarks about some entries by their ids."""
    return dict(
        connection.execute(
            "SELECT entry, text FROM remark WHERE entry IN (SELECT value FROM json_each(?))",
            (json.dumps(list(entries)),),
        )
    )


def keep_answers(
    connection: sqlite3.Connection, registration: str, entry: str, answers: Mapping[str, object]
) -> None:
    """Keep what a person answered at the door, apart from the journal."""
    connection.executemany(
        "INSERT OR REPLACE INTO answer (registration, question, entry, value) VALUES (?, ?, ?, ?)",
        [
            (registration, question, entry, json.dumps(value, ensure_ascii=False))
            for question, value in answers.items()
        ],
    )


def answered(connection: sqlite3.Connection, registration: str) -> frozenset[str]:
    """Return the ids of the questions that a person has answered."""
    rows = connection.execute("SELECT question FROM answer WHERE registration = ?", (registration,))
    return frozenset(row[0] for row in rows)


def _entry(row: tuple[object, ...]) -> Entry:
    id_, session, registration, kind, scanned, written, ms, counter, desk, voids = row[:10]
    return Entry(
        str(id_), str(session), str(registration), Kind(str(kind)),
        from_ms(int(scanned)), from_ms(int(written)),  # type: ignore[call-overload]
        Stamp(int(ms), int(counter), str(desk)), str(voids),  # type: ignore[call-overload]
    )  # fmt: skip
