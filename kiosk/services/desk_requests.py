"""What the touchscreen asks of the desk: raised once, seen at once, ended by either side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.domain.errors import KioskError
from kiosk.domain.found import Asked
from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.services import badges
from kiosk.storage import journal, requests, roster
from kiosk.storage.clock import from_ms, now_ms
from kiosk.storage.store import Connection

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


def raise_request(
    desk: OpenDesk, kind: RequestKind | str, why: str, registration_id: str = ""
) -> DeskRequest:
    """Ask the desk for something and return it with its reference.

    Where this touchscreen has asked the same for the same person already, or has called staff, and
    it is still open, that request is returned: touching twice makes no second one. Strangers each
    have their own. Raises KioskError: REGISTRATION_UNKNOWN, and those of the store.
    """
    asked = DeskRequest(
        journal.new_entry_id(), RequestKind(kind), 0, why, registration_id,
        desk.settings.desk_name, RequestState.WAITING, _now(),
    )  # fmt: skip
    if registration_id:
        badges.person(desk, registration_id)

    def work(connection: Connection) -> DeskRequest:
        # The id was drawn before the first attempt, whose commit may be on disk though it raised.
        made = requests.find(connection, desk.event_number, asked.id)
        made = made or _same(desk, connection, asked)
        if made is not None:
            return made
        number = requests.next_number(connection, desk.event_number, asked.kind)
        numbered = asked._replace(number=number)
        requests.add(connection, desk.event_number, numbered)
        return numbered

    return desk.store.write(work)


def _same(desk: OpenDesk, connection: Connection, asked: DeskRequest) -> DeskRequest | None:
    """Return the open request that means the same, or None."""
    if not asked.registration and asked.kind is not RequestKind.CALL:
        return None
    today = _today(desk, asked.raised_at)
    meant = _meaning(asked)
    held = requests.still_open(connection, desk.event_number, today)
    return next((one for one in held if _meaning(one) == meant), None)


def _meaning(one: DeskRequest) -> tuple[str, ...]:
    why = "" if one.kind is RequestKind.CALL else one.why
    return one.kind, why, one.registration, one.kiosk


def _now() -> datetime:
    """Return the wall clock as exactly as the store keeps it."""
    return from_ms(now_ms())


def _today(desk: OpenDesk, now: datetime) -> datetime:
    """Return the beginning of the day in the event's time zone."""
    local = now.astimezone(desk.event.zone)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def waiting(desk: OpenDesk, now: datetime | None = None) -> list[DeskRequest]:
    """Return what is open today, the oldest first: also what somebody has accepted, until it ends.

    Days are those of the event's time zone; what an earlier one left open is over.
    """
    today = _today(desk, now or _now())
    return requests.still_open(desk.store.connection, desk.event_number, today)


def asked(desk: OpenDesk, now: datetime | None = None) -> list[Asked]:
    """Return what is open today with the names of the people it is for, the oldest first."""
    return [Asked(one, _name(desk, one)) for one in waiting(desk, now)]


def _name(desk: OpenDesk, one: DeskRequest) -> str:
    found = roster.find(desk.store.connection, one.registration) if one.registration else None
    return found[0].name if found else ""


def find(desk: OpenDesk, request_id: str) -> DeskRequest:
    """Return a request as it stands; raises KioskError REQUEST_UNKNOWN."""
    found = requests.find(desk.store.connection, desk.event_number, request_id)
    if found is None:
        raise KioskError("REQUEST_UNKNOWN", request=request_id)
    return found


def accept(desk: OpenDesk, request_id: str, by: str) -> DeskRequest:
    """Say who comes, and return the request: the first to accept it stays the one who does.

    Raises KioskError REQUEST_UNKNOWN, as ``close`` and ``withdraw`` do.
    """
    now = _now()

    def taken(one: DeskRequest) -> DeskRequest:
        if one.state is not RequestState.WAITING:
            return one
        return one._replace(state=RequestState.ACCEPTED, accepted_at=now, accepted_by=by)

    return _move(desk, request_id, taken)


def close(desk: OpenDesk, request_id: str) -> DeskRequest:
    """End a request at the desk, and return it; what has ended before stays as it ended."""
    return _move(desk, request_id, _ended(RequestState.CLOSED))


def withdraw(desk: OpenDesk, request_id: str) -> DeskRequest:
    """Take a request back at the touchscreen, and return it."""
    return _move(desk, request_id, _ended(RequestState.WITHDRAWN))


def _ended(state: RequestState) -> Callable[[DeskRequest], DeskRequest]:
    now = _now()

    def ended(one: DeskRequest) -> DeskRequest:
        return one._replace(state=state, ended_at=now) if one.state.is_open else one

    return ended


def _move(
    desk: OpenDesk, request_id: str, moved: Callable[[DeskRequest], DeskRequest]
) -> DeskRequest:
    """Move a request on; done again, it stays where it is, so a commit may be tried again."""

    def work(connection: Connection) -> DeskRequest:
        one = requests.find(connection, desk.event_number, request_id)
        if one is None:
            raise KioskError("REQUEST_UNKNOWN", request=request_id)
        after = moved(one)
        if after != one:
            requests.move(connection, after)
        return after

    return desk.store.write(work)
