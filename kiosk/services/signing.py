"""A signature taken at the desk, tied to the entry that the person came in by."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.domain.deed import DeedKind
from kiosk.domain.errors import KioskError
from kiosk.domain.event import Session
from kiosk.domain.journal import Kind, standing
from kiosk.domain.signing import Signing
from kiosk.services import audit, badges, check_in
from kiosk.storage import deeds, journal
from kiosk.storage import signature as signatures
from kiosk.storage.signature import Signed
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


def sign(desk: OpenDesk, session: Session, registration_id: str, signature: Signing) -> str:
    """Keep a signature for a person's last time in that stands, and return that entry.

    Signing once more is kept too, and the last one counts. Raises KioskError:
    REGISTRATION_UNKNOWN, NOT_IN (nobody signs who has not come), SIGNATURE_EMPTY, SIGNATURE_LARGE.
    """
    check_in.check_signature(signature)
    one = badges.person(desk, registration_id)
    deed_id = journal.new_entry_id()
    at = datetime.now(UTC)

    def work(connection: Connection) -> str:
        held = standing(journal.history(connection, one.id))
        came = [e.id for e in held if e.session == session.id and e.kind is Kind.IN]
        if not came:
            raise KioskError("NOT_IN")
        if not deeds.has(connection, one.id, deed_id):
            signed = Signed(one.id, session.id, came[-1], at, signature)
            signatures.keep(connection, desk.event_number, signed)
            act = audit.Act(DeedKind.SIGN, one.id, came[-1], (signature.means.value,))
            audit.record(desk, connection, act, deed_id)
        return came[-1]

    return desk.store.write(work)
