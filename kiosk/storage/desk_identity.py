"""Which desk this file is: its id, and the incarnation drawn when the file was made."""

from __future__ import annotations

import secrets
import sqlite3
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """A desk's id and incarnation; entries of two files never share both."""

    desk: str
    incarnation: str


def identify(connection: sqlite3.Connection) -> Identity:
    """Return the desk that a store belongs to, drawing it where the store is new."""
    row = connection.execute("SELECT id, incarnation FROM desk").fetchone()
    if row is None:
        # Two programs may open a new file at once: the first to write decides for both.
        connection.execute("BEGIN IMMEDIATE")
        row = connection.execute("SELECT id, incarnation FROM desk").fetchone()
        if row is None:
            row = (secrets.token_hex(4), secrets.token_hex(8))
            connection.execute(
                "INSERT INTO desk (id, incarnation, created_ms) VALUES (?, ?, ?)",
                (*row, time.time_ns() // 1_000_000),
            )
        connection.execute("COMMIT")
    return Identity(*row)
