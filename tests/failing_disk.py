"""A disk that fails under a store: commits that are lost, or are done and said to be lost."""

from __future__ import annotations

import sqlite3
from typing import Any

from kiosk.services.open_desk import OpenDesk


class Faulty:
    """A connection whose next commits fail: before they are done, or after (a ghost)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._real = connection
        self.ghosts = 0
        self.refusals = 0
        self.commits = 0

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement == "COMMIT":
            self.commits += 1
            if self.refusals:
                self.refusals -= 1
                raise said(sqlite3.SQLITE_IOERR)
            done = self._real.execute(statement)
            if self.ghosts:
                self.ghosts -= 1
                raise said(sqlite3.SQLITE_IOERR)
            return done
        return self._real.execute(statement, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def said(code: int) -> sqlite3.OperationalError:
    """Return what SQLite raises with a code."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


def put_under(desk: OpenDesk) -> Faulty:
    """Let a desk write to a disk that fails when it is told to."""
    made = Faulty(desk.store.connection)
    desk.store.connection = made  # type: ignore[assignment]
    return made
