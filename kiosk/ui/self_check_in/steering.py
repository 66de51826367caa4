"""Steering: which button an arrow key leads to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SIDEWAYS_COST, _OFF_CENTRE_SHARE = 3, 8
"""What it costs to leave the button's own row or column, and to stay in it off its middle."""


def steered(
    buttons: Sequence[QAbstractButton], start: QAbstractButton | None, key: int
) -> QAbstractButton | None:
    """Return the nearest button in an arrow's direction, the first one from nowhere, or None."""
    way = next((step for arrow, step in _WAYS.items() if arrow == key), None)
    if way is None or not buttons:
        return None
    if start is None or start not in buttons:
        return buttons[0]
    here = _box(start)
    ahead = {
        button: cost
        for button in buttons
        if button is not start and (cost := _cost(here, _box(button), way)) is not None
    }
    return min(ahead, key=lambda one: ahead[one]) if ahead else start


def _box(button: QAbstractButton) -> QRect:
    return QRect(button.mapToGlobal(button.rect().topLeft()), button.size())


def _cost(here: QRect, there: QRect, way: tuple[int, int]) -> int | None:
    """Return what a step costs, None where it would not lead clear of the button.

    A button of the same row or column costs little, however wide it is: a way out as wide as half
    the screen has its middle beside every key above it.
    """
    across = max(there.left() - here.right(), here.left() - there.right())
    down = max(there.top() - here.bottom(), here.top() - there.bottom())
    away = there.center() - here.center()
    along, beside = (across, down) if way[0] else (down, across)
    if along < 0 or away.x() * way[0] + away.y() * way[1] <= 0:
        return None
    off = abs(away.y() if way[0] else away.x())
    return along + _SIDEWAYS_COST * max(0, beside) + off // _OFF_CENTRE_SHARE
