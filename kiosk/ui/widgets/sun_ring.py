"""SunRing: the seconds left in the sun, and a ring around it that they eat."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.touch_button import baseline

# Shares of the whole widget, which is 720 design pixels: the sun is 580, its ring 24 thick.
_SUN_SHARE, _RING_SHARE, _PEN_SHARE, _DIGIT_SHARE = 580 / 720, 696 / 720, 24 / 720, 250 / 720


class SunRing(QWidget):
    """Show how much of a time is left."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress, self._left_s, self._whole_s = dress, 0.0, 1.0

    def show_left(self, left_s: float, whole_s: float) -> None:
        """Show the seconds left of the whole; repaints only where it looks different."""
        self._left_s, self._whole_s = left_s, max(whole_s, 0.001)
        self.setAccessibleName(str(self.seconds))
        self.update()

    @property
    def seconds(self) -> int:
        """Return the number in the sun."""
        return math.ceil(self._left_s)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint sun, ring and number."""
        side = float(min(self.width(), self.height()))
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour("sun"))
        painter.drawEllipse(middle, side * _SUN_SHARE / 2, side * _SUN_SHARE / 2)
        self._paint_ring(painter, middle, side)
        least = self._dress.px(BODY * theme.ink_growth("8"))
        self._paint_number(painter, middle, max(least, side * _DIGIT_SHARE))
        painter.end()

    def _paint_ring(self, painter: QPainter, middle: QPointF, side: float) -> None:
        radius = side * (_RING_SHARE - _PEN_SHARE) / 2
        pen = QPen(self._dress.colour("sun"), side * _PEN_SHARE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        left = self._left_s if not self._dress.is_high_contrast else float(self.seconds)
        share = min(1.0, left / self._whole_s)
        painter.drawArc(box, 90 * 16, -round(share * 360 * 16))

    def _paint_number(self, painter: QPainter, middle: QPointF, px: float) -> None:
        text = str(self.seconds)
        width = theme.text_width(text, px, theme.EXTRABOLD)
        spot = QPointF(
            middle.x() - width / 2, middle.y() - px + baseline(2 * px, px, theme.EXTRABOLD)
        )
        ink = self._dress.colour("on_sun")
        theme.paint_line(painter, spot, text, px, theme.EXTRABOLD, ink)
