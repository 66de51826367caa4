"""Correcting a registration at the desk: checked, audited by its fields, and found anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain.correction import ON_THE_BADGE, changed, checked, merged
from kiosk.domain.deed import DeedKind
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Registration
from kiosk.services import attendance, audit, badges, roster_values
from kiosk.services.roster_values import Problem
from kiosk.storage import deeds, journal, roster, roster_writing
from kiosk.storage.roster_writing import Numbered
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


class Corrected(NamedTuple):
    """Who is on the roster now, what was changed, and whether a badge they had is wrong by it."""

    registration: Registration
    fields: tuple[str, ...]
    has_wrong_badge: bool


def correct(desk: OpenDesk, seen: Registration, wanted: Registration) -> Corrected:
    """Change what staff changed between ``seen`` and ``wanted``, all of it or nothing.

    The search finds the new words at once. The audit keeps the fields' names and never what they
    held. Raises KioskError: REGISTRATION_UNKNOWN; CHANGED_MEANWHILE (fields) where somebody else
    changed the same fields to something else; those of ``domain.correction.checked``, EMAIL_WRONG.
    """
    right = checked(wanted, seen)
    if right.email != seen.email and isinstance(roster_values.email(right.email), Problem):
        raise KioskError("EMAIL_WRONG")
    deed_id = journal.new_entry_id()
    done = desk.store.write(lambda connection: _correct(desk, connection, seen, right, deed_id))
    if done.fields:
        attendance.forget(desk)
    return done


def _correct(
    desk: OpenDesk, connection: Connection, seen: Registration, right: Registration, deed_id: str
) -> Corrected:
    found = roster.find(connection, seen.id)
    if found is None or found[1] != desk.event_number:
        raise KioskError("REGISTRATION_UNKNOWN", registration=seen.id)
    held = found[0]
    wanted_fields = changed(seen, right)
    if deeds.has(connection, held.id, deed_id):  # an earlier attempt, whose commit raised
        return _done(connection, held, wanted_fields)
    after, conflicts = merged(seen, right, held)
    if conflicts:
        raise KioskError("CHANGED_MEANWHILE", fields=list(conflicts))
    fields = changed(held, after)
    if fields:
        number = roster.number_of(connection, held.id)
        roster_writing.change(connection, desk.event_number, [Numbered(after, number)])
        audit.record(desk, connection, audit.Act(DeedKind.CORRECT, held.id, facts=fields), deed_id)
    return _done(connection, after, fields)


def _done(connection: Connection, person: Registration, fields: tuple[str, ...]) -> Corrected:
    is_wrong = not ON_THE_BADGE.isdisjoint(fields) and badges.has_had_one(connection, person.id)
    return Corrected(person, fields, is_wrong)
