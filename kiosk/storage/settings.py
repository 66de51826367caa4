"""This desk's settings in its own store."""

from __future__ import annotations

import dataclasses
import sqlite3

from kiosk.domain.settings import DeskSettings, DeskSide


def load(connection: sqlite3.Connection) -> DeskSettings:
    """Return the settings; what is unknown or unusable in the file keeps its default."""
    held = dict(connection.execute("SELECT name, value FROM setting"))
    known = {field.name for field in dataclasses.fields(DeskSettings)}
    told = {name: value for name, value in held.items() if name in known}
    sides = {one.value: one for one in DeskSide}
    chosen = sides.get(told.pop("desk_side", ""), DeskSide.LEFT)
    return DeskSettings(**told, desk_side=chosen)


def save(connection: sqlite3.Connection, settings: DeskSettings) -> None:
    """Keep the settings, inside the caller's transaction."""
    connection.executemany(
        "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
        [(name, str(value)) for name, value in dataclasses.asdict(settings).items()],
    )
