"""An event of invented people for the benchmarks, in a folder that goes away."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.services import demo_event
from kiosk.services.open_desk import OpenDesk, open_desk


@contextmanager
def sample_desk(people: int) -> Iterator[OpenDesk]:
    """Give a desk that serves the sample event with ``people`` on its roster."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        demo_event.make_demo(folder, people, seed=7, with_tickets=False)
        desk = open_desk(folder)
        desk.store.grow_log()
        try:
            yield desk
        finally:
            desk.close()
