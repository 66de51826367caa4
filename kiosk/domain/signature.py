"""Signature: finger strokes as vectors, and when they are enough.

Coordinates are shares of the box's width, to the right and down from its upper left corner, so that
a signature looks the same on any screen and on paper. They are personal data: never logged.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

GRID = 10_000
"""Steps of a width: a tenth of a pixel on the design's pad. What is kept lies on this grid."""

TALLEST = 4.0
"""How many widths a box is high at most, and thereby the largest y."""

MOST_POINTS = 10_000
"""Over 80 seconds of ink at 120 points a second: where a stuck or resting finger ends."""

LONGEST_MS = 3_600_000

LEAST_INK, LEAST_EXTENT = 0.25, 0.12
"""What is enough, in widths: 6 cm of line that spreads over 3 cm of the design's 238 mm pad.

One syllable 3 cm high has both. A dot, a tap, a small tick has too little line; a finger that rests
and trembles, or scribbles on one spot, has the line and not the spread. Nothing is too much.
"""


class Point(NamedTuple):
    """A place in widths, and milliseconds since the signature's first point."""

    x: float
    y: float
    t_ms: int = 0


Stroke = tuple[Point, ...]
"""What a finger drew between touching and leaving; a single point is a dot."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The strokes in the order they were drawn, and the height of their box in widths."""

    strokes: tuple[Stroke, ...] = ()
    height: float = 1.0


def ink_length(signature: Signature) -> float:
    """Return the length of all strokes in widths, without the ways between them."""
    return sum(
        math.hypot(here.x - there.x, here.y - there.y)
        for stroke in signature.strokes
        for here, there in pairwise(stroke)
    )


def extent(signature: Signature) -> float:
    """Return the longer side of the ink's bounds in widths, 0 where there is no ink."""
    points = [point for stroke in signature.strokes for point in stroke]
    if not points:
        return 0.0
    xs, ys = [point.x for point in points], [point.y for point in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def is_enough(signature: Signature) -> bool:
    """Tell whether there is ink of a sensible length and size."""
    return extent(signature) >= LEAST_EXTENT and ink_length(signature) >= LEAST_INK
