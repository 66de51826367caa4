"""Exporting one kind of table into one file, whole, counted, hashed and logged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.errors import KioskError
from kiosk.services.exports import csv_file, xlsx_file
from kiosk.services.exports.tables import TABLES, Table
from kiosk.services.whole_file import sha256_of, whole_file
from kiosk.storage import access_log

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

_WRITERS: dict[str, Callable[[Table, Path], None]] = {
    "csv": csv_file.write,
    "xlsx": xlsx_file.write,
}
KINDS = tuple(TABLES)
FORMATS = tuple(_WRITERS)


@dataclass(frozen=True, slots=True)
class Exported:
    """The file written, its number of rows without the headings, and its SHA-256."""

    file: Path
    rows: int
    sha256: str


def export(desk: OpenDesk, kind: str, form: str, path: Path, *, purpose: str = "") -> Exported:
    """Write an export; the file appears whole or stays as it was, and the access log names it.

    Raises KioskError: EXPORT_UNKNOWN, FORMAT_UNKNOWN, FILE_NOT_WRITTEN.
    """
    if kind not in TABLES:
        raise KioskError("EXPORT_UNKNOWN", kind=kind, kinds=list(KINDS))
    if form not in _WRITERS:
        raise KioskError("FORMAT_UNKNOWN", format=form, formats=list(FORMATS))
    table = TABLES[kind](desk)
    with whole_file(path) as temporary:
        _WRITERS[form](table, temporary)
        digest = sha256_of(temporary)
    desk.store.write(
        lambda connection: access_log.record(
            connection,
            desk.store.identity,
            desk.event_number,
            action=f"export {kind} {form}",
            purpose=purpose,
            persons=table.persons,
            sha256=digest,
        )
    )
    return Exported(path, len(table.rows), digest)
