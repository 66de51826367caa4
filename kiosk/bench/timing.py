"""Timing ours and the floor in turn."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from typing import TypedDict


class Row(TypedDict):
    """One benchmark's figures: medians in milliseconds, their ratio, ours' 99th percentile."""

    name: str
    ours_ms: float
    floor_ms: float
    ratio: float
    p99_ms: float
    n: int


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def side_by_side(
    name: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    *,
    n: int,
    warm_up: int = 3,
) -> Row:
    """Time both ``n`` times in turn, each first every other time, after a few runs uncounted."""
    for _ in range(warm_up):
        ours()
        floor()
    # What the benchmark itself holds must not be walked by a collection that either side sets off.
    gc.collect()
    gc.freeze()
    ours_ms, floor_ms = [], []
    for turn in range(n):
        if turn % 2:
            floor_ms.append(_timed(floor))
            ours_ms.append(_timed(ours))
        else:
            ours_ms.append(_timed(ours))
            floor_ms.append(_timed(floor))
    gc.unfreeze()
    return row(name, ours_ms, floor_ms)


def row(name: str, ours_ms: list[float], floor_ms: list[float]) -> Row:
    """Return the figures of two series in milliseconds."""
    ours, floor = statistics.median(ours_ms), statistics.median(floor_ms)
    ordered = sorted(ours_ms)
    return {
        "name": name,
        "ours_ms": round(ours, 4),
        "floor_ms": round(floor, 4),
        "ratio": round(ours / floor, 3),
        "p99_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 4),
        "n": len(ours_ms),
    }
