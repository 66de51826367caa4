"""Undoing with a reason: any entry of the event, whichever desk made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.deed import DeedKind, Why
from kiosk.domain.found import LogLine
from kiosk.domain.journal import Entry, Kind
from kiosk.services import attendance, check_in
from kiosk.storage import journal
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

LINES = 9
"""As many as there are digits to choose by."""
_BACK = 200
"""How many of the newest entries are looked through for some that can be undone."""


def undo(desk: OpenDesk, entry_id: str, why: Why) -> str:
    """Undo an entry and return the id of the entry that does; the reason and the desk are kept.

    Raises KioskError: those of ``Why.checked`` and of ``check_in.void``.
    """
    checked = why.checked(DeedKind.UNDO)
    return check_in.void(desk, entry_id, checked.words or checked.code, checked.code)


def undoable(desk: OpenDesk, registration_id: str = "") -> tuple[LogLine, ...]:
    """Return entries that may be undone, newest first: a person's own, else the event's latest."""

    def work(connection: Connection) -> tuple[LogLine, ...]:
        found: list[Entry] = []
        if registration_id:
            found = sorted(
                journal.history(connection, registration_id),
                key=lambda one: one.stamp,
                reverse=True,
            )
        if not any(one.kind is not Kind.VOID for one in found):
            found = journal.latest(connection, desk.event_number, _BACK)
        lines = attendance.log_lines(desk, found)
        return tuple(one for one in lines if one.can_be_undone)[:LINES]

    return desk.store.read(work)
