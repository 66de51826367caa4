"""From a roster file, whatever it is called, to a table of text."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.domain.errors import KioskError
from kiosk.services.collection import collection_paused
from kiosk.services.roster_csv import read_text
from kiosk.services.roster_shape import RowError, Table

__all__ = ["FILE_LIMIT_BYTES", "RowError", "Table", "read_table"]

FILE_LIMIT_BYTES = 50 * 1024 * 1024

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What an OLE file calls its parts (MS-CFB: UTF-16-LE): an old .xls, as against an encrypted .xlsx.
_OLD_WORKBOOK = "Workbook".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_OTHER_KINDS = frozenset({".xlsm", ".xlsb", ".xls", ".xltx", ".xltm", ".ods", ".numbers"})
_FOREIGN = (
    (b"SQLite format 3\x00", "database"),
    (b"\x37\x7f\x06\x82", "database"),
    (b"\x37\x7f\x06\x83", "database"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "document"),
)
_MARKUP = re.compile(rb"\s*<(?:!doctype|!--|\?xml|html|head|meta|table|body|script|svg)", re.I)


def read_table(path: Path) -> Table:
    """Return the table in a file, chosen by what it holds rather than by its name.

    Raises KioskError: FILE_MISSING, FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE, FILE_KIND,
    FILE_ENCRYPTED, NOT_A_ROSTER, TOO_MANY_COLUMNS, XLSX_BROKEN, XLSX_UNSAFE, XLSX_TOO_LARGE.
    """
    data = _load(path)
    _refuse_foreign(path, data)
    if data.startswith(_ZIP):
        # A text roster, the usual case, starts without paying for the ZIP and XML libraries.
        from kiosk.services.roster_xlsx import read_workbook  # noqa: PLC0415 - 25 ms of imports

        with collection_paused():
            return read_workbook(data)
    if path.suffix.lower() == ".xlsx":
        raise KioskError("XLSX_BROKEN", file=path.name)
    with collection_paused():
        return read_text(data)


def _load(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > FILE_LIMIT_BYTES:
            raise KioskError("FILE_TOO_LARGE", file=path.name, bytes=size, limit=FILE_LIMIT_BYTES)
        if not path.is_file():
            raise KioskError("FILE_UNREADABLE", file=path.name, detail="no plain file")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise KioskError("FILE_MISSING", file=path.name) from error
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or "no usable name"
        raise KioskError("FILE_UNREADABLE", file=path.name, detail=detail) from error
    if not data:
        raise KioskError("FILE_EMPTY", file=path.name)
    return data


def _refuse_foreign(path: Path, data: bytes) -> None:
    """Raise for files that are surely no roster, and for spreadsheets that are not read."""
    suffix = path.suffix.lower()
    if suffix in _OTHER_KINDS:
        raise KioskError("FILE_KIND", file=path.name, kind=suffix)
    if data.startswith(_OLE):
        if _OLD_WORKBOOK in data and _ENCRYPTED not in data:
            raise KioskError("FILE_KIND", file=path.name, kind=".xls")
        raise KioskError("FILE_ENCRYPTED", file=path.name)
    for head, kind in _FOREIGN:
        if data.startswith(head):
            raise KioskError("NOT_A_ROSTER", file=path.name, kind=kind)
    if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise KioskError("NOT_A_ROSTER", file=path.name, kind="markup")
