"""Writing the QR codes of an event: a picture or a sheet for everybody, and an index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.storage import roster

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


Form = Literal["png", "pdf"]


def write(desk: OpenDesk, folder: Path, form: Form) -> tuple[int, Path]:
    """Write everybody's code into ``folder``; return how many, and the index file.

    Raises KioskError FOLDER_NOT_WRITTEN.
    """
    from kiosk.services.ticket_files import TicketRow, write_tickets  # noqa: PLC0415 - Pillow

    rows = [
        TicketRow(one.id, one.name, one.organisation, one.ticket)
        for one in roster.everyone(desk.store.connection, desk.event_number)
    ]
    return write_tickets(rows, folder, form)
