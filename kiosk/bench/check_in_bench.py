"""A durable check-in beside two raw pages with fdatasync."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from kiosk.bench.sample import sample_desk
from kiosk.bench.timing import Row, side_by_side
from kiosk.domain.registration import Status
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
    """Time one new person's scan, from its text to the committed verdict.

    A check-in changes two pages, as the floor does: the journal's last one and its index's. With a
    badge to print it is a third, the outbox's; that row stands beside the first.
    """
    with (
        sample_desk(4 * (_N + _WARM_UP)) as desk,
        raw_pages(desk.store.path.with_name("floor.bin")) as floor,
    ):
        return [
            side_by_side(name, _scans(desk, session), floor, n=_N, warm_up=_WARM_UP)
            for name, session in (("check-in", "council"), ("check-in badge", "seminar"))
        ]


def _scans(desk: OpenDesk, session_id: str) -> _Work:
    session = next(one for one in desk.event.sessions if one.id == session_id)
    people = roster.everyone(desk.store.connection, desk.event_number)
    # Half come to one session and half to the other, so that each is new to the journal.
    goes = [one for one in people if ("council" in one.sessions) is (session_id == "council")]
    tickets = iter([one.ticket for one in goes if one.status is Status.CONFIRMED])

    def ours() -> None:
        verdict = check_in.scan(desk, session, next(tickets), Scan(datetime.now(UTC)))
        if verdict.outcome is not Outcome.ADMIT:
            raise RuntimeError(f"the benchmark measured {verdict.reason} instead of a check-in")

    return ours


@contextmanager
def raw_pages(path: Path) -> Iterator[_Work]:
    """Give what writes two pages of a grown file and has them on the disk."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, bytes(_FILE_BYTES))
        os.fsync(descriptor)
        yield _pages(descriptor)
    finally:
        os.close(descriptor)


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
