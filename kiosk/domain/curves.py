"""Curves through the points of strokes, for any painter: the screen now, paper later.

Centripetal Catmull-Rom splines as cubic Bézier curves. Their knots are apart by the square root of
the distance, which is the one choice that never makes a loop or a cusp between two points (Yuksel,
Schaefer, Keyser: Parameterization and applications of Catmull-Rom curves, 2011).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from kiosk.domain.signature import Point, Signature

Pair = tuple[float, float]
Curve = tuple[Pair, Pair, Pair, Pair]
"""Start, two control points and end of a cubic Bézier curve."""


def outline(signature: Signature) -> list[list[Curve]]:
    """Return each stroke's curves; each begins where the one before it ends.

    A dot is one curve whose points are the same: a painter sets its pen down there.
    """
    return [smooth(stroke) for stroke in signature.strokes]


def smooth(stroke: Sequence[Point]) -> list[Curve]:
    """Return the curves from each point to the next, passing over those that stand still."""
    points: list[Pair] = []
    for point in stroke:
        here = (point.x, point.y)
        if not points or here != points[-1]:
            points.append(here)
    if len(points) == 1:
        return [(points[0],) * 4]
    return [
        between(
            points[at - 2] if at > 1 else None,
            points[at - 1],
            points[at],
            points[at + 1] if at + 1 < len(points) else None,
        )
        for at in range(1, len(points))
    ]


def between(before: Pair | None, start: Pair, end: Pair, after: Pair | None) -> Curve:
    """Return the curve between two points, given their neighbours; None at a stroke's end.

    A missing neighbour is the other point mirrored, so that the curve runs out straight.
    """
    before = before or _mirrored(end, start)
    after = after or _mirrored(start, end)
    return start, _control(before, start, end), _control(after, end, start), end


def _mirrored(point: Pair, at: Pair) -> Pair:
    return 2 * at[0] - point[0], 2 * at[1] - point[1]


def _control(outer: Pair, near: Pair, far: Pair) -> Pair:
    """Return the control point beside ``near``, on the way to ``far``."""
    behind, ahead = math.dist(outer, near), math.dist(near, far)
    root = math.sqrt(behind * ahead)
    whole = 3 * (behind + root)
    if whole == 0:
        return near
    x, y = (
        (behind * there - ahead * back + (2 * behind + 3 * root + ahead) * here) / whole
        for back, here, there in zip(outer, near, far, strict=True)
    )
    return x, y
