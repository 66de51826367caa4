"""InkLayer: the dry ink, in a picture of its own, so that one more point costs one curve."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.domain.curves import Curve


class Hand:
    """How curves in widths become ink: pixels a width, where the box begins, and the pen."""

    def __init__(self, scale: float, left: float, pen_px: float, colour: QColor) -> None:
        self.scale, self.left = scale, left
        self._margin = pen_px / 2 + 1
        self._pen = QPen(
            colour,
            pen_px,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )

    def _at(self, pair: tuple[float, float]) -> QPointF:
        return QPointF(self.left + pair[0] * self.scale, pair[1] * self.scale)

    def draw(self, painter: QPainter, curves: Iterable[Curve]) -> None:
        """Draw curves; one whose points are all the same is a dot."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for curve in curves:
            start, one, two, end = map(self._at, curve)
            if start == end:
                painter.drawPoint(start)
                continue
            path = QPainterPath(start)
            path.cubicTo(one, two, end)
            painter.drawPath(path)

    def bounds(self, curve: Curve) -> QRect:
        """Return the pixels that a curve can touch: it stays within its control points."""
        box = QPolygonF([self._at(pair) for pair in curve]).boundingRect()
        grown = box.adjusted(-self._margin, -self._margin, self._margin, self._margin)
        return grown.toAlignedRect()


class InkLayer:
    """A transparent picture that curves are added to."""

    def __init__(self, size: QSize, ratio: float) -> None:
        self.image = QImage(
            max(1, math.ceil(size.width() * ratio)),
            max(1, math.ceil(size.height() * ratio)),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        self.image.setDevicePixelRatio(ratio)
        self.wipe()

    def add(self, hand: Hand, curves: Iterable[Curve]) -> None:
        """Draw more curves."""
        painter = QPainter(self.image)
        hand.draw(painter, curves)
        painter.end()

    def show(self, painter: QPainter) -> None:
        """Paint the picture; the painter's clip says how much of it."""
        painter.drawImage(0, 0, self.image)

    def wipe(self) -> None:
        """Overwrite every pixel."""
        self.image.fill(Qt.GlobalColor.transparent)
