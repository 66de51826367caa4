"""The printers of this desk, and how many labels each has left."""

from __future__ import annotations

import sqlite3

from kiosk.domain.printer import Printer
from kiosk.domain.registration import Category
from kiosk.storage.clock import now_ms

_KNOWN = {one.value: one for one in Category}


def everything(connection: sqlite3.Connection) -> list[Printer]:
    """Return the printers in the order they were added."""
    rows = connection.execute(
        "SELECT name, address, categories, roll, labels_left, held FROM printer"
        " ORDER BY created_ms, name"
    )
    return [
        Printer(name, address, _categories(categories), roll, left, bool(held))
        for name, address, categories, roll, left, held in rows
    ]


def _categories(text: str) -> frozenset[Category]:
    return frozenset(_KNOWN[one] for one in text.split(";") if one in _KNOWN)


def keep(connection: sqlite3.Connection, printer: Printer) -> None:
    """Add a printer, or change what is known of it."""
    connection.execute(
        "INSERT INTO printer (name, address, categories, roll, labels_left, held, created_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET address = excluded.address,"
        " categories = excluded.categories, roll = excluded.roll,"
        " labels_left = excluded.labels_left, held = excluded.held",
        (
            printer.name, printer.address, ";".join(sorted(printer.categories)), printer.roll,
            printer.left, int(printer.is_held), now_ms(),
        ),
    )  # fmt: skip


def remove(connection: sqlite3.Connection, name: str) -> None:
    """Forget a printer."""
    connection.execute("DELETE FROM printer WHERE name = ?", (name,))


def use(connection: sqlite3.Connection, name: str, labels: int) -> None:
    """Count labels off a printer's roll, inside the caller's transaction; never below 0."""
    connection.execute(
        "UPDATE printer SET labels_left = max(0, labels_left - ?) WHERE name = ? AND roll > 0",
        (labels, name),
    )
