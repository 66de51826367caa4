"""Opening masked data: who is looked at, where, when and what for is written before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.services import badges
from kiosk.storage import access_log
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

ACTION = "reveal"
PURPOSE = "identity-check"
"""Staff hold the guest's own number against what the guest says; "correction" opens the fields."""


class Revealed(NamedTuple):
    """What is masked on the screen."""

    registration: str
    phone: str
    email: str


def reveal(desk: OpenDesk, registration_id: str, purpose: str = PURPOSE) -> Revealed:
    """Return a person's number and address, once the access log says so on the disk.

    Raises KioskError: REGISTRATION_UNKNOWN, and those of the store; then nothing is shown.
    """
    one = badges.person(desk, registration_id)

    def work(connection: Connection) -> None:
        access_log.record(
            connection, desk.store.identity, desk.event_number, action=ACTION, purpose=purpose,
            persons=1, sha256="", registration=one.id,
        )  # fmt: skip

    desk.store.write(work)
    return Revealed(one.id, one.phone, one.email)
