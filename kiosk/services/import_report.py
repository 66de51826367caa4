"""What an import says: as the contract's document, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.services.roster_import import Imported
from kiosk.services.roster_table import RowError

_LINES_SHOWN = 20

_ROW_WORDS = {
    "NAME_MISSING": "The name is empty.",
    "NAME_UNUSABLE": "The name has no letter or digit.",
    "NAME_TOO_LONG": "The name is longer than 80 characters.",
    "PHONE_WRONG": "This is no telephone number; check its digits.",
    "EMAIL_WRONG": "The e-mail address is incomplete.",
    "STATUS_UNKNOWN": "This state is not known; use confirmed, pending, unapproved,"
    " blocked or cancelled.",
    "DATE_WRONG": "This is no date; write it as 2026-03-26 14:00.",
    "SESSION_UNKNOWN": "The event has no session of this id.",
    "TICKET_MANGLED": "A spreadsheet has rounded the ticket to a number; export it as text.",
    "TICKET_TOO_LONG": "The ticket's text is too long for a QR code.",
    "TICKET_TAKEN": "This ticket belongs to another person already.",
    "PERSON_ID_TAKEN": "Another person of this file has this key already.",
    "FIELD_TOO_LONG": "The cell is longer than 200 characters.",
    "CELLS_TOO_FEW": "The row has fewer cells than the headings.",
    "CELLS_TOO_MANY": "The row has more cells than the headings.",
    "BYTES_BROKEN": "Characters of this line are broken; save the file in one encoding.",
    "QUOTE_STRAY": "A quotation mark stands in the wrong place; remove it.",
    "QUOTE_OPEN": "A quotation mark opened here is never closed; nothing after it was read.",
    "FORMULA": "The cell holds a formula; replace it with its value.",
    "CELL_ERROR": "The cell shows an error of the spreadsheet.",
    "RRN_IN_CELL": "The row holds a resident registration number, which must not be collected.",
    "RRN_COLUMN": "A column of resident registration numbers was left out; it must not be"
    " collected.",
    "VALIDITY_REVERSED": "The ticket would end before it begins.",
}


def row_message(row: RowError) -> str:
    """Return the sentence of a row's error; it never repeats what the cell holds."""
    return _ROW_WORDS.get(row.code, row.code)


def document(done: Imported) -> dict[str, object]:
    """Return the contract's answer."""
    return {
        "read": done.read,
        "added": done.added,
        "updated": done.updated,
        "unchanged": done.unchanged,
        "rejected": done.rejected,
        "missing": done.missing,
        "encoding": done.encoding,
        "columns": done.columns,
        "rows": [
            {"line": row.line, "field": row.field, "code": row.code, "message": row_message(row)}
            for row in done.rows
        ],
    }


def lines(done: Imported, *, dry_run: bool) -> Iterator[str]:
    """Yield the same for people."""
    would = "Would add" if dry_run else "Added"
    yield (
        f"{would} {done.added}, updated {done.updated}, unchanged {done.unchanged},"
        f" refused {done.rejected} of {done.read} rows ({done.encoding})."
    )
    if done.missing:
        yield f"{done.missing} people of the roster are not in this file; they stay."
    for row in done.rows[:_LINES_SHOWN]:
        yield f"  line {row.line}, {row.field}: {row_message(row)}"
    if len(done.rows) > _LINES_SHOWN:
        yield f"  and {len(done.rows) - _LINES_SHOWN} more; --json names them all."
