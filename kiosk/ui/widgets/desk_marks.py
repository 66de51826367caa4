"""The desk's verdict marks: shapes that tell a verdict without its colour."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.ui.theme import LIGHT

_Strokes = tuple[tuple[tuple[float, float], ...], ...]


class Mark(StrEnum):
    """A verdict's shape: disc OK, ring already, octagon stop, arrow before, bubble to be asked."""

    DISC = "disc"
    RING = "ring"
    OCTAGON = "octagon"
    ARROW = "arrow"
    ASK = "ask"
    UNDO = "undo"


# Measures in hundredths of the mark's side, as the mocks draw them.
_TICK: _Strokes = (((27, 52), (43, 68), (74, 35)),)
_CROSS: _Strokes = (((32, 32), (68, 68)), ((68, 32), (32, 68)))
_ARROW: _Strokes = (((30, 50), (70, 50)), ((56, 34), (72, 50), (56, 66)))
_OCTAGON = (
    (29.3, 0), (70.7, 0), (100, 29.3), (100, 70.7), (70.7, 100), (29.3, 100), (0, 70.7), (0, 29.3),
)  # fmt: skip


def _pen(colour: str, width: float) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _strokes(painter: QPainter, strokes: _Strokes, pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for stroke in strokes:
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in stroke]))


def _disc(painter: QPainter, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(0, 0, 100, 100))


def _paint_disc(painter: QPainter) -> None:
    _disc(painter, LIGHT.on_ok)
    _strokes(painter, _TICK, _pen(LIGHT.ok, 11))


def _paint_ring(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(LIGHT.on_info, 8))
    painter.drawEllipse(QRectF(4, 4, 92, 92))
    turn = QPainterPath()
    around = QRectF(27, 27, 46, 46)
    turn.arcMoveTo(around, 170)
    turn.arcTo(around, 170, -135)
    turn.arcMoveTo(around, -10)
    turn.arcTo(around, -10, -135)
    painter.setPen(_pen(LIGHT.on_info, 8.5))
    painter.drawPath(turn)
    heads: _Strokes = (((68, 22), (68, 37), (53, 37)), ((32, 78), (32, 63), (47, 63)))
    _strokes(painter, heads, _pen(LIGHT.on_info, 8.5))


def _paint_octagon(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.on_stop))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in _OCTAGON]))
    _strokes(painter, _CROSS, _pen(LIGHT.stop, 11))


def _paint_arrow(painter: QPainter) -> None:
    _disc(painter, LIGHT.sun)
    _strokes(painter, _ARROW, _pen(LIGHT.on_sun, 10))


def _paint_ask(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.sea))
    painter.drawRoundedRect(QRectF(0, 0, 100, 100), 24, 24)
    mark = QPainterPath(QPointF(34, 38))
    mark.cubicTo(QPointF(34, 16), QPointF(67, 16), QPointF(67, 38))
    mark.cubicTo(QPointF(67, 52), QPointF(50, 50), QPointF(50, 64))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(LIGHT.sun, 11))
    painter.drawPath(mark)
    painter.drawPoint(QPointF(50, 81))


def _paint_undo(painter: QPainter) -> None:
    _disc(painter, LIGHT.sun)
    back = QPainterPath(QPointF(28, 46))
    back.lineTo(60, 46)
    back.arcTo(QRectF(46, 46, 28, 28), 90, -180)
    back.lineTo(46, 74)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(LIGHT.on_sun, 9))
    painter.drawPath(back)
    _strokes(painter, (((44, 30), (28, 46), (44, 62)),), _pen(LIGHT.on_sun, 9))


_PAINTERS: dict[Mark, Callable[[QPainter], None]] = {
    Mark.DISC: _paint_disc,
    Mark.RING: _paint_ring,
    Mark.OCTAGON: _paint_octagon,
    Mark.ARROW: _paint_arrow,
    Mark.ASK: _paint_ask,
    Mark.UNDO: _paint_undo,
}


def paint_mark(painter: QPainter, area: QRectF, mark: Mark) -> None:
    """Paint a mark into a square area."""
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(area.width() / 100, area.height() / 100)
    _PAINTERS[mark](painter)
    painter.restore()
