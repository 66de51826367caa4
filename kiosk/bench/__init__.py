"""What this machine can do: each thing the program does beside the least it could cost.

Ours and the floor are timed in turn in one run, so a machine that slows down slows both; the
figures to trust are the medians' ratios.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence

from kiosk.bench.timing import Row
from kiosk.domain.errors import KioskError

NAMES = ("check-in", "lookup", "import", "decode", "start", "verdict", "badge", "badge-pdf")


def run(names: Sequence[str] = ()) -> list[Row]:
    """Measure the named benchmarks, or all; raises KioskError BENCH_UNKNOWN."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        raise KioskError("BENCH_UNKNOWN", names=unknown, known=list(NAMES))
    rows: list[Row] = []
    for name in names or NAMES:
        module = importlib.import_module(f"kiosk.bench.{name.replace('-', '_')}_bench")
        rows += module.measure()
    return rows


def lines(rows: Sequence[Row]) -> list[str]:
    """Return the figures as lines for people."""
    return [
        f"{row['name']:15} ours {row['ours_ms']:9.3f} ms  floor {row['floor_ms']:9.3f} ms"
        f"  over {row['ours_ms'] - row['floor_ms']:8.3f} ms  ratio {row['ratio']:5.2f}"
        f"  p99 {row['p99_ms']:9.3f} ms  n {row['n']}"
        for row in rows
    ]
