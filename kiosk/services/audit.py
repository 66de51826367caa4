"""The audit's one way in: who did what to whom, when, at which desk, and why."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain.deed import Deed, DeedKind, Why
from kiosk.storage import deeds, journal
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


class Act(NamedTuple):
    """What is to be audited; see ``domain.deed.Deed`` for the fields' meaning."""

    kind: DeedKind
    registration: str
    about: str = ""
    facts: tuple[str, ...] = ()
    why: Why = Why("")


def record(desk: OpenDesk, connection: Connection, act: Act, deed_id: str = "") -> None:
    """Add a deed and staff's words to it, inside the caller's transaction.

    ``deed_id`` is one drawn before the first attempt, where the caller looks for its own trace.
    """
    made = deed_id or journal.new_entry_id()
    by = desk.settings.desk_name
    now = datetime.now(UTC)
    deed = Deed(made, act.kind, act.registration, act.about, act.facts, act.why.code, by, now)
    deeds.add(connection, desk.store.identity, desk.event_number, deed)
    if act.why.words:
        journal.remark(connection, made, act.why.words)


def of_person(desk: OpenDesk, registration_id: str) -> list[Deed]:
    """Return what was done about a person, the oldest first."""
    return desk.store.read(lambda connection: deeds.of_person(connection, registration_id))
