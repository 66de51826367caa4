"""The store: one SQLite file, opened so that a commit is on disk before anybody is told."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kiosk.domain.errors import KioskError
from kiosk.storage import migrations
from kiosk.storage.desk_identity import Identity, identify

T = TypeVar("T")

VERSION = sqlite3.sqlite_version
"""SQLite's own version."""

Connection = sqlite3.Connection
"""What the other floors pass on without importing SQL themselves."""

BUSY_TIMEOUT_MS = 5_000
"""How long another program may hold the file, off the GUI thread, before people are told."""

_RETRY_AFTER_S = (0.0, 0.2, 0.6)
"""Three attempts within a second; then the desk is told and the scan is not acknowledged."""

_LOOK_AGAIN_S = 0.02

_WAL_BYTES = 4 * 1024 * 1024
"""A commit into a log that need not grow costs 0.98 of two raw pages, into a growing one 1.5."""

_CACHE_KIB = 4 * 1024
"""The system keeps the file's pages, too: with 64 MiB of our own a check-in and a look-up among
100,000 were no faster, and a program grew all day by what it had touched."""

_LEAST_FREE_BYTES = 64 * 1024
"""What SQLite needs beside a store to open it: shared memory, and the first page of a log."""

_PRAGMAS: dict[str, tuple[str, int | str]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "busy_timeout": (str(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS),
    "temp_store": ("MEMORY", 2),
    "cache_size": (f"-{_CACHE_KIB}", -_CACHE_KIB),
}


class Store:
    """One connection to one store; it belongs to the thread that opened it.

    Every write goes through ``write``: BEGIN IMMEDIATE, and a commit that is durable (WAL with
    ``synchronous=FULL``, read back at open) before it returns.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, identity: Identity) -> None:
        self.path = path
        self.connection = connection
        self.identity = identity

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Store:
        """Open a store, bring its schema up to date, and read its settings back.

        Raises KioskError: STORE_MISSING, STORE_NOT_WRITABLE, STORE_DAMAGED, STORE_NEWER,
        STORE_NOT_DURABLE, STORE_LOCKED, STORE_FULL.
        """
        _prepare_folder(path, create=create)
        try:
            connection = _connect(path)
        except sqlite3.Error as error:
            raise problem(error, path) from error
        try:
            # Before the first setting: some of them are written into the file.
            _refuse_newer(connection, path)
            _durable(connection, path)
            if not migrations.is_current(connection):
                migrations.apply(connection)
            return cls(path, connection, identify(connection))
        except sqlite3.Error as error:
            connection.close()
            raise problem(error, path) from error
        except UnicodeDecodeError as error:  # the schema's own text is damaged
            connection.close()
            raise KioskError("STORE_DAMAGED", path=str(path), detail=str(error)) from error
        except KioskError:
            connection.close()
            raise

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``work`` in one immediate transaction and return what it returned, durable.

        A commit that raised may be on disk all the same, so ``work`` is run again with the
        identifiers it drew beforehand and must see its own trace. Raises KioskError
        (STORE_FULL, STORE_NOT_WRITABLE, STORE_DAMAGED) when a second of attempts failed, and
        STORE_LOCKED after ``BUSY_TIMEOUT_MS``; then nothing may be acknowledged.
        """
        last: sqlite3.Error | None = None
        for pause_s in _RETRY_AFTER_S:
            if pause_s:
                time.sleep(pause_s)
            try:
                return self._attempt(work)
            except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
                if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                    raise
                last = error
                if _is_busy(error):
                    break  # SQLite has waited for the whole of BUSY_TIMEOUT_MS already
        assert last is not None  # noqa: S101 - the loop ran, or it returned
        raise problem(last, self.path) from last

    def _attempt(self, work: Callable[[sqlite3.Connection], T]) -> T:
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return result

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``work`` on one picture of the store: it waits for no writer and changes nothing.

        Raises KioskError as ``write`` does.
        """
        connection = self.connection
        try:
            connection.execute("BEGIN")
            return work(connection)
        except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
            raise problem(error, self.path) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def rehearse(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``work`` in a transaction and take everything back: what would it do?"""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise problem(error, self.path) from error
        try:
            return work(self.connection)
        finally:
            self.connection.execute("ROLLBACK")

    def foreign_changes(self) -> int:
        """Return a number that changes when another connection has written into the file."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def changes(self) -> int:
        """Return a number that changes when anybody has written into the file, this program too.

        Both faces of one program share its connection, which alone does not count its own writes.
        """
        return self.foreign_changes() + self.connection.total_changes

    def quick_check(self) -> bool:
        """Tell whether SQLite finds the file's structure sound."""
        try:
            return bool(self.connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
        except sqlite3.DatabaseError:  # damage that the check itself stumbles over
            return False

    def grow_log(self) -> None:
        """Write the log to its working size once, so that no check-in pays for growing it."""
        fill = "INSERT OR REPLACE INTO setting (name, value) VALUES ('log', ?)"
        filler = "0" * _WAL_BYTES
        self.write(lambda connection: connection.execute(fill, (filler,)))
        self.write(lambda connection: connection.execute("DELETE FROM setting WHERE name = 'log'"))
        self.connection.execute("PRAGMA wal_checkpoint(RESTART)")

    def close(self) -> None:
        """Close the connection; the last one to close folds the log into the file."""
        self.connection.close()


def _prepare_folder(path: Path, *, create: bool) -> None:
    if path.exists():
        return
    if not create:
        raise KioskError("STORE_MISSING", path=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KioskError("STORE_NOT_WRITABLE", path=str(path), detail=error.strerror) from error


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        path, isolation_level=None, cached_statements=256, timeout=BUSY_TIMEOUT_MS / 1000
    )


def _refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    if migrations.is_newer(connection):
        raise KioskError("STORE_NEWER", path=str(path))


def _durable(connection: sqlite3.Connection, path: Path) -> None:
    """Set the pragmas and read each back: a file system may refuse WAL without a word."""
    for name, (value, wanted) in _PRAGMAS.items():
        _set(connection, f"PRAGMA {name} = {value}")
        held = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if held != wanted:
            raise KioskError("STORE_NOT_DURABLE", path=str(path), pragma=name, value=str(held))


def _set(connection: sqlite3.Connection, pragma: str) -> None:
    """Run a pragma, and wait where SQLite would not: while two programs turn a new file to WAL."""
    patience_until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute(pragma)
            return
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > patience_until:
                raise
        time.sleep(_LOOK_AGAIN_S)


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def _is_disk_full(path: Path) -> bool:
    import shutil  # noqa: PLC0415 - 6 ms of archive formats, on a failure only

    try:
        return shutil.disk_usage(path.parent).free < _LEAST_FREE_BYTES
    except OSError:
        return False


def problem(error: sqlite3.Error, path: Path) -> KioskError:
    """Return the worded error for what SQLite said of a store."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = {
        sqlite3.SQLITE_FULL: "STORE_FULL",
        sqlite3.SQLITE_BUSY: "STORE_LOCKED",
        sqlite3.SQLITE_LOCKED: "STORE_LOCKED",
        sqlite3.SQLITE_CORRUPT: "STORE_DAMAGED",
        sqlite3.SQLITE_NOTADB: "STORE_DAMAGED",
        sqlite3.SQLITE_READONLY: "STORE_NOT_WRITABLE",
        sqlite3.SQLITE_CANTOPEN: "STORE_NOT_WRITABLE",
        sqlite3.SQLITE_PERM: "STORE_NOT_WRITABLE",
        sqlite3.SQLITE_IOERR: "STORE_NOT_WRITABLE",
    }.get(code, "STORE_NOT_WRITABLE")
    # SQLite that cannot even make its shared memory file says so as any failure to write.
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_disk_full(path):
        name = "STORE_FULL"
    return KioskError(name, path=str(path), detail=str(error))
