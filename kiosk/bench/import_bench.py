"""Importing a CSV of 20,000 people beside csv and executemany of the same rows."""

from __future__ import annotations

import csv
import itertools
import tempfile
from pathlib import Path

from kiosk.bench.timing import Row, side_by_side
from kiosk.services import demo_event, events
from kiosk.services.collection import collection_paused
from kiosk.services.open_desk import open_store, serve
from kiosk.services.roster_import import import_roster
from kiosk.storage.roster_writing import copy_rows, written_rows

PEOPLE = 20_000
_N = 7


def measure() -> list[Row]:
    """Time an import into an empty store, and the bare writing of the rows it wrote.

    The floor reads the same file with ``csv`` and writes its cells as they are, and the rows of the
    other tables as an import made them, with ``executemany`` into a store of the same schema and
    pragmas, Python's collector paused as ours has it: no encoding is found, no cell checked, nobody
    merged, no search word worked out.
    """
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        demo_event.make_demo(folder / "model", PEOPLE, seed=7, with_tickets=False)
        file, event = folder / "model" / "sample-roster.csv", folder / "model" / "sample-event.toml"
        model = open_store(folder / "model")
        rows = written_rows(model.connection)
        model.close()
        fresh = (folder / f"store-{number}" for number in itertools.count())

        def ours() -> None:
            store = open_store(next(fresh), create=True)
            events.apply(store, event)
            done = import_roster(serve(store), file)
            store.close()
            if done.added != len(rows["registration"]):
                raise RuntimeError(f"the benchmark imported {done.added} of {PEOPLE}")

        def floor() -> None:
            store = open_store(next(fresh), create=True)
            events.apply(store, event)
            with collection_paused():
                written = {**rows, "registration": _plain_rows(file, rows["registration"])}
                store.write(lambda connection: copy_rows(connection, written))
            store.close()

        return [side_by_side("import", ours, floor, n=_N, warm_up=1)]


def _plain_rows(file: Path, model: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return the file's cells as rows of the table; what is no cell is taken from ``model``."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        reader = csv.reader(opened)
        next(reader)
        return [
            (*known[:3], *cells[:8], None, None, cells[8], known[14], *cells[9:11], *known[17:])
            for known, cells in zip(model, reader, strict=False)
        ]
