"""One more badge, with a reason: counted and audited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.deed import DeedKind, Why
from kiosk.services import audit, badges
from kiosk.storage import deeds, journal, outbox
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


def reprint(desk: OpenDesk, registration_id: str, why: Why) -> int:
    """Queue one more badge of a person and return which reprint of theirs it is, from 1.

    Raises KioskError: REGISTRATION_UNKNOWN, and those of ``Why.checked``.
    """
    checked = why.checked(DeedKind.REPRINT)
    one = badges.person(desk, registration_id)
    job_id = journal.new_entry_id()

    def work(connection: Connection) -> int:
        # The job's id is the deed's too: an attempt whose commit raised finds its own trace.
        if not deeds.has(connection, one.id, job_id):
            outbox.put(
                connection, job_id, kind=badges.BADGE, event=desk.event_number, registration=one.id
            )
            act = audit.Act(DeedKind.REPRINT, one.id, job_id, why=checked)
            audit.record(desk, connection, act, job_id)
        done = deeds.of_person(connection, one.id)
        return sum(deed.kind is DeedKind.REPRINT for deed in done)

    return desk.store.write(work)
