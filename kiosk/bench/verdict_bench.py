"""From a camera's frame to the painted verdict, beside decoding and two pages with fdatasync.

The issue allows one picture of the display more, 16.7 ms at 60 a second: ``ours_ms - floor_ms``.
"""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bench.check_in_bench import raw_pages
from kiosk.bench.decode_bench import bare_decoding
from kiosk.bench.frames import nv12, picture
from kiosk.bench.timing import Row, row
from kiosk.domain.registration import Category, Status
from kiosk.services import demo_event
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.storage import roster

if TYPE_CHECKING:
    from kiosk.bench.verdict_stage import VerdictStage

ONE_FRAME_MS = 1000 / 60
PATIENCE_MS = 10_000
_N, _WARM_UP = 60, 8


def measure() -> list[Row]:
    """Time guests who hold out their codes one after another at the welcome."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        demo_event.make_demo(folder, 60 + 2 * (_N + _WARM_UP), seed=7, with_tickets=False)
        tickets = _tickets(folder)
        from kiosk.bench.verdict_stage import VerdictStage  # noqa: PLC0415 - imports Qt

        stage = VerdictStage(folder, PATIENCE_MS)
        try:
            with raw_pages(folder / "floor.bin") as pages:
                return [_row(stage, tickets, pages)]
        finally:
            stage.close()
            del stage
            gc.collect()


def _tickets(folder: Path) -> list[str]:
    """Return the codes of guests whom nothing keeps out."""
    desk: OpenDesk = open_desk(folder)
    people = list(roster.everyone(desk.store.connection, desk.event_number))
    desk.close()
    free = (Status.CONFIRMED, Category.ATTENDEE)
    return [one.ticket for one in people if (one.status, one.category) == free]


def _row(stage: VerdictStage, tickets: list[str], pages: Callable[[], object]) -> Row:
    ours_ms, floor_ms = [], []
    gc.collect()
    gc.freeze()
    for turn, ticket in enumerate(tickets[: _N + _WARM_UP]):
        dots = picture(ticket)
        frame, decoding = nv12(dots), bare_decoding(dots)
        stage.welcome()
        begun = time.perf_counter()
        decoding()
        pages()
        floor = (time.perf_counter() - begun) * 1000
        ours = stage.show(frame)
        if turn >= _WARM_UP:
            ours_ms.append(ours)
            floor_ms.append(floor)
    gc.unfreeze()
    return row("verdict", ours_ms, floor_ms)
