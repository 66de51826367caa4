"""This desk's settings in its own store."""

from __future__ import annotations

import dataclasses
import sqlite3

from kiosk.domain import settings
from kiosk.domain.settings import DeskSettings


def load(connection: sqlite3.Connection) -> DeskSettings:
    """Return the settings; what is unknown or unusable in the file keeps its default."""
    told: dict[str, object] = {}
    for name, value in connection.execute("SELECT name, value FROM setting"):
        try:
            told[name] = settings.read(name, value)
        except ValueError:
            continue
    return DeskSettings(**told)  # type: ignore[arg-type]


def save(connection: sqlite3.Connection, desk: DeskSettings) -> None:
    """Keep the settings, inside the caller's transaction."""
    connection.executemany(
        "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
        [(name, str(value)) for name, value in dataclasses.asdict(desk).items()],
    )
