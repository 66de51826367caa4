"""Invented strokes for tests: no hand has made them."""

from __future__ import annotations

import math

from kiosk.domain.curves import Curve, Pair
from kiosk.domain.signature import GRID, Point, Signature, Stroke


def on_grid(share: float) -> float:
    return round(share * GRID) / GRID


def wave(points: int, *, wide: float = 0.6, tall: float = 0.3, gap_ms: int = 8) -> Stroke:
    """Return a wavy line from left to right, as a finger delivers it."""
    return tuple(
        Point(
            on_grid(0.2 + wide * at / max(1, points - 1)),
            on_grid(0.3 + tall / 2 * math.sin(at / 9)),
            at * gap_ms,
        )
        for at in range(points)
    )


def signed(points: int = 360) -> Signature:
    """Return a signature of one wavy stroke."""
    return Signature((wave(points),), 0.625)


def on_curve(curve: Curve, share: float) -> Pair:
    """Return the point of a Bézier curve at a share of its parameter."""
    rest = 1 - share
    weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
    x, y = (
        sum(weight * pair[axis] for weight, pair in zip(weights, curve, strict=True))
        for axis in (0, 1)
    )
    return x, y
