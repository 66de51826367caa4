"""Steering: which button an arrow key leads to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SIDEWAYS_COST = 3


def steered(
    buttons: Sequence[QAbstractButton], start: QAbstractButton | None, key: int
) -> QAbstractButton | None:
    """Return the nearest button in an arrow's direction, the first one from nowhere, or None."""
    way = next((step for arrow, step in _WAYS.items() if arrow == key), None)
    if way is None or not buttons:
        return None
    if start is None or start not in buttons:
        return buttons[0]
    here = _middle(start)
    ahead = {
        button: cost
        for button in buttons
        if button is not start and (cost := _cost(_middle(button) - here, way)) is not None
    }
    return min(ahead, key=lambda one: ahead[one]) if ahead else start


def _middle(button: QAbstractButton) -> QPoint:
    return button.mapToGlobal(button.rect().center())


def _cost(away: QPoint, way: tuple[int, int]) -> int | None:
    along = away.x() * way[0] + away.y() * way[1]
    aside = abs(away.x() * way[1]) + abs(away.y() * way[0])
    return along + _SIDEWAYS_COST * aside if along > 0 else None
