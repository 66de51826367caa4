"""A durable check-in beside two raw pages with fdatasync."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Protocol

from kiosk.bench.sample import sample_desk
from kiosk.bench.timing import Row, side_by_side
from kiosk.domain.verdict import Outcome, Scan
from kiosk.services import check_in
from kiosk.services.open_desk import OpenDesk
from kiosk.storage import roster

_N = 600
_WARM_UP = 20
_PAGE_BYTES = 4096
_FILE_BYTES = 4 * 1024 * 1024


class _Work(Protocol):
    def __call__(self) -> object: ...


def measure() -> list[Row]:
    """Time one new person's scan, from its text to the committed verdict."""
    with sample_desk(2 * (_N + _WARM_UP)) as desk:
        ours = _scans(desk)
        path = desk.store.path.with_name("floor.bin")
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, bytes(_FILE_BYTES))
            os.fsync(descriptor)
            floor = _pages(descriptor)
            return [side_by_side("check-in", ours, floor, n=_N, warm_up=_WARM_UP)]
        finally:
            os.close(descriptor)


def _scans(desk: OpenDesk) -> _Work:
    session = next(one for one in desk.event.sessions if one.id == "seminar")
    people = roster.everyone(desk.store.connection, desk.event_number)
    tickets = iter([one.ticket for one in people if one.status.value == "confirmed"])

    def ours() -> None:
        verdict = check_in.scan(desk, session, next(tickets), Scan(datetime.now(UTC)))
        if verdict.outcome is not Outcome.ADMIT:
            raise RuntimeError(f"the benchmark measured {verdict.reason} instead of a check-in")

    return ours


def _pages(descriptor: int) -> _Work:
    page = os.urandom(_PAGE_BYTES)
    sync = getattr(os, "fdatasync", os.fsync)
    place = 0

    def floor() -> None:
        nonlocal place
        os.pwrite(descriptor, page, place)
        os.pwrite(descriptor, page, place + _PAGE_BYTES)
        sync(descriptor)
        place = (place + 2 * _PAGE_BYTES) % _FILE_BYTES

    return floor
