"""The paper of the signature pad: a field, a base line and the cross where one begins."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress

# Mocks s15 and s27: the base line lies at four fifths of the height.
_RADIUS_PX, _INSET_PX, _LINE_PX, _LINE_SHARE = 32.0, 60.0, 5.0, 0.793
_CROSS_PX, _CROSS_GAP_PX = 60.0, 14.0
_HIGH_CONTRAST_EDGE_PX = 4.0


def paper(dress: Dress, size: QSize, ratio: float) -> QPixmap:
    """Return an empty paper of a size in the widget's pixels, clear beyond its round corners."""
    made = QPixmap(
        max(1, math.ceil(size.width() * ratio)), max(1, math.ceil(size.height() * ratio))
    )
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_field(painter, dress, size)
    _paint_line(painter, dress, size)
    painter.end()
    return made


def _paint_field(painter: QPainter, dress: Dress, size: QSize) -> None:
    pen = dress.px(_HIGH_CONTRAST_EDGE_PX) if dress.is_high_contrast else 0.0
    painter.setPen(QPen(dress.colour("line"), pen) if pen else Qt.PenStyle.NoPen)
    painter.setBrush(dress.colour("paper"))
    box = QRectF(0, 0, size.width(), size.height()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
    radius = dress.px(_RADIUS_PX)
    painter.drawRoundedRect(box, radius, radius)


def _paint_line(painter: QPainter, dress: Dress, size: QSize) -> None:
    inset, base = dress.px(_INSET_PX), size.height() * _LINE_SHARE
    painter.setPen(QPen(dress.colour("line"), dress.px(_LINE_PX)))
    painter.drawLine(QPointF(inset, base), QPointF(size.width() - inset, base))
    side = dress.px(_CROSS_PX)
    cross = QRectF(inset, base - dress.px(_CROSS_GAP_PX) - side, side, side)
    if cross.top() > 0 and cross.right() < size.width():
        theme.paint_icon(painter, cross, "x-bold", dress.colour("ink3"))
