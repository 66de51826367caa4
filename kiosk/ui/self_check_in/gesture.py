"""The hidden gesture: two fingers in the two upper corners for three seconds, or one after another.

It is a filter on the window's handle, so that no button hears less for it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

HOLD_S = 3.0
_CORNER_SHARE = 0.12
"""How much of the window's shorter side a corner measures."""


class CornerGesture(QObject):
    """``made`` says that both corners were held; a mouse holds the left and then the right one."""

    made = Signal()

    def __init__(self, window: QWidget, clock: Callable[[], float]) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock
        self._held: dict[str, float] = {}
        self._done_left: float | None = None

    def watch(self) -> None:
        """Begin to watch, once the window has a handle."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def tick(self) -> None:
        """Tell when both corners have been held for long enough."""
        now = self._clock()
        long = {corner for corner, since in self._held.items() if now - since >= HOLD_S}
        if long == {"left", "right"}:
            self._finish()
        elif long == {"left"} and set(self._held) == {"left"}:
            self._done_left = now
        elif long == {"right"} and self._done_left is not None:
            if now - self._done_left < 3 * HOLD_S:
                self._finish()
            self._done_left = None

    def _finish(self) -> None:
        self._held.clear()
        self._done_left = None
        self.made.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the fingers; every event goes on to where it was meant."""
        if isinstance(event, QTouchEvent):
            self._follow([point.position() for point in event.points() if _is_down(point)])
        elif isinstance(event, QMouseEvent) and not _is_of_touch(event):
            is_up = event.type() == QEvent.Type.MouseButtonRelease
            if not is_up and event.buttons():
                self._follow([event.position()])
            else:
                self._follow([])
        return False

    def _follow(self, points: list[QPointF]) -> None:
        now = self._clock()
        corners = {corner for point in points if (corner := self._corner(point))}
        self._held = {one: self._held.get(one, now) for one in corners}

    def _corner(self, point: QPointF) -> str:
        width, height = self._window.width(), self._window.height()
        side = min(width, height) * _CORNER_SHARE
        if point.y() > side:
            return ""
        if point.x() < side:
            return "left"
        return "right" if point.x() > width - side else ""


def _is_of_touch(event: QMouseEvent) -> bool:
    """Tell whether Qt made a mouse of a finger: it follows one finger and knows no second."""
    return bool(event.deviceType() == QInputDevice.DeviceType.TouchScreen)


def _is_down(point: object) -> bool:
    from PySide6.QtGui import QEventPoint  # noqa: PLC0415 - an enumeration costs start-up time

    state = point.state()  # type: ignore[attr-defined]
    return bool(state != QEventPoint.State.Released)
