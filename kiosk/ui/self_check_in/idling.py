"""Idling: what the welcome does once nobody is there: it forgets choices, later it dims."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.self_check_in.aids import Aids
from kiosk.ui.self_check_in.flow import State

MODES_LAST_S = 40.0
"""After how long without a touch the welcome returns to the desk's language, words and colours."""

DIMS_AFTER_S = 600.0
"""After how long without anybody the welcome dims (flows, idle and reset: 10 min)."""

_SHADE = QColor(0, 0, 0, 102)
"""Black that leaves 60 % of the light (flows)."""

_GRID = QSize(16, 9)
_STIRRED = 6.0
"""How many grey levels of 255 a picture's parts change on average where somebody moves."""


class Idling(QWidget):
    """A shade over the window that lets touches through; it lies there only once it is dim."""

    def __init__(self, aids: Aids, clock: Callable[[], float], window: QWidget) -> None:
        super().__init__(window)
        self._aids, self._clock, self._window = aids, clock, window
        self._seen_at = clock()
        self._before = b""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tick(self, state: State, touched_at: float) -> None:
        """See how long nobody has been there; any other state is somebody."""
        now = self._clock()
        if state is not State.WELCOME:
            self._seen_at = now
        elif now - touched_at >= MODES_LAST_S and not self._aids.is_usual:
            self._aids.reset()
        is_dim = now - max(self._seen_at, touched_at) >= DIMS_AFTER_S
        if is_dim:
            self.setGeometry(self._window.rect())
            self.raise_()
        self.setVisible(is_dim)

    def see(self, frame: QImage) -> None:
        """Wake where somebody moves before the camera; the picture itself is not kept."""
        if frame.isNull():
            return
        grey = frame.scaled(_GRID).convertToFormat(QImage.Format.Format_Grayscale8)
        now = bytes(grey.constBits())
        if len(self._before) == len(now):
            changes = sum(abs(one - other) for one, other in zip(now, self._before, strict=True))
            if changes >= _STIRRED * len(now):
                self._seen_at = self._clock()
        self._before = now

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Take light away, and no more: what stands there stays legible."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SHADE)
        painter.end()
