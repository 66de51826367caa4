"""StrokeRecorder: a signature as it is drawn, point by point, by one finger at a time."""

from __future__ import annotations

from kiosk.domain.curves import Curve, Pair, between, smooth
from kiosk.domain.signature import (
    GRID,
    LONGEST_MS,
    MOST_POINTS,
    TALLEST,
    Point,
    Signature,
)


class StrokeRecorder:
    """Strokes so far; the last one is wet while ``drawer`` draws it.

    Points are put on the grid and into the box: 0..1 by 0..TALLEST widths. What stands still adds
    none, and nothing is added beyond ``MOST_POINTS``. Times are any clock's milliseconds.
    """

    def __init__(self) -> None:
        self._strokes: list[list[Point]] = []
        self._began_at_ms = 0
        self.points = 0
        self.drawer: int | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no ink."""
        return not self._strokes

    def signature(self, height: float) -> Signature:
        """Return the strokes in a box of a height in widths."""
        return Signature(tuple(map(tuple, self._strokes)), height)

    def load(self, signature: Signature) -> None:
        """Take over strokes that were drawn before."""
        self.clear()
        self._strokes = [list(stroke) for stroke in signature.strokes if stroke]
        self.points = sum(map(len, self._strokes))

    def begin(self, drawer: int, spot: Pair, at_ms: int) -> bool:
        """Begin a stroke, unless another finger draws one or the signature is full."""
        if self.drawer is not None or self.points >= MOST_POINTS:
            return False
        if self.is_empty:
            self._began_at_ms = at_ms
        self.drawer = drawer
        self._strokes.append([])
        self._add(spot, at_ms)
        return True

    def go_on(self, drawer: int, spot: Pair, at_ms: int) -> bool:
        """Add a point of the finger that draws, and tell whether it led on."""
        return drawer == self.drawer and self._add(spot, at_ms)

    def end(self, drawer: int) -> bool:
        """End the stroke of the finger that draws."""
        if drawer != self.drawer:
            return False
        self.drawer = None
        return True

    def drop(self) -> bool:
        """Forget the stroke that is being drawn, and tell whether there was one."""
        if self.drawer is None:
            return False
        self.drawer = None
        self.points -= len(self._strokes.pop())
        return True

    def clear(self) -> None:
        """Forget everything; a finger that is still down begins no stroke by moving on."""
        self._strokes, self.points, self.drawer = [], 0, None

    def wet(self) -> Curve | None:
        """Return the last stroke's last curve, which the next point will bend."""
        if self.drawer is None:
            return None
        last = self._strokes[-1][-3:]
        if len(last) == 1:
            return smooth(last)[0]
        return between(_place(last, -3), last[-2][:2], last[-1][:2], None)

    def dried(self) -> Curve | None:
        """Return the curve that the newest point settled, None before the third one."""
        last = self._strokes[-1][-4:] if self._strokes else []
        if len(last) < 3:
            return None
        return between(_place(last, -4), last[-3][:2], last[-2][:2], last[-1][:2])

    def dry(self) -> list[Curve]:
        """Return every curve that no point will change."""
        curves = [curve for stroke in self._strokes for curve in smooth(stroke)]
        return curves if self.drawer is None else curves[:-1]

    def _add(self, spot: Pair, at_ms: int) -> bool:
        stroke = self._strokes[-1]
        x, y = _on_grid(spot[0], 1.0), _on_grid(spot[1], TALLEST)
        if (stroke and (x, y) == stroke[-1][:2]) or self.points >= MOST_POINTS:
            return False
        # Clocks of two devices may differ; time in a signature never runs backwards.
        earliest = next((one[-1].t_ms for one in reversed(self._strokes) if one), 0)
        t_ms = min(LONGEST_MS, max(earliest, at_ms - self._began_at_ms))
        stroke.append(Point(x, y, t_ms))
        self.points += 1
        return True


def _place(points: list[Point], at: int) -> Pair | None:
    return points[at][:2] if len(points) >= -at else None


def _on_grid(share: float, most: float) -> float:
    return round(min(most, max(0.0, share)) * GRID) / GRID
