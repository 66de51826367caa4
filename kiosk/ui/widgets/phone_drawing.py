"""The drawing that says what to do: a hand that shows a code on a telephone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

# Every measure is in the design's square of 600 pixels. The drawing keeps its colours in every
# theme: it is a picture, and it stands in a frame of its own.
DESIGN_PX = 600.0
GROUND = "#20364F"
_PERSON, _SKIN, _CASE, _SCREEN = "#2B455F", "#E2A27C", "#08111C", "#FFFFFF"
_PALE, _SUN, _INK, _LINE = "#FFF4D8", "#FFB81C", "#0C2038", "#DBD3C1"
_PHONE = QRectF(0, 0, 216, 402)
_FINGERS = ((184, 177, 58, 37), (188, 217, 58, 37), (188, 257, 56, 36), (186, 295, 54, 32))
_MODULES = 21


def paint_phone(painter: QPainter, side: float) -> None:
    """Paint the drawing into a square of ``side`` pixels at the painter's origin."""
    painter.save()
    painter.scale(side / DESIGN_PX, side / DESIGN_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    _fill(painter, QRectF(-60, 396, 720, 640), _PERSON, 330)
    _fill(painter, QRectF(198, 60, 204, 216), _PERSON, 108)
    painter.translate(192, 123)
    _turned(painter, -7, 108, 201)
    painter.save()
    _turned(painter, 14, 187, 430)
    _fill(painter, QRectF(52, 249, 270, 362), _SKIN, 108)
    painter.restore()
    _fill(painter, _PHONE, _CASE, 28)
    _paint_screen(painter)
    for finger in _FINGERS:
        _fill(painter, QRectF(*finger), _SKIN, 18)
    _turned(painter, 10, 6, 277)
    _fill(painter, QRectF(-17, 217, 47, 121), _SKIN, 23)
    painter.restore()


def _turned(painter: QPainter, degrees: float, x: float, y: float) -> None:
    painter.translate(x, y)
    painter.rotate(degrees)
    painter.translate(-x, -y)


def _fill(painter: QPainter, box: QRectF, colour: str, radius: float) -> None:
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box, radius, radius)


def _paint_screen(painter: QPainter) -> None:
    _fill(painter, QRectF(10, 10, 196, 382), _SCREEN, 21)
    _fill(painter, QRectF(10, 10, 196, 60), _PALE, 21)
    painter.fillRect(QRectF(10, 40, 196, 50), QColor(_PALE))
    painter.setBrush(QColor(_SUN))
    painter.drawPie(QRectF(65, 47, 86, 86), 0, 180 * 16)
    _paint_modules(painter, QRectF(41, 114, 133, 133))
    _fill(painter, QRectF(64, 266, 88, 18), _INK, 9)
    _fill(painter, QRectF(53, 307, 110, 8), _LINE, 4)
    _fill(painter, QRectF(75, 323, 66, 8), _LINE, 4)


def _paint_modules(painter: QPainter, box: QRectF) -> None:
    # It looks like a code and is none: no scanner reads anything from it.
    step = box.width() / _MODULES
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for row in range(_MODULES):
        for column in range(_MODULES):
            if _is_dark(row, column):
                spot = QRectF(box.left() + column * step, box.top() + row * step, step, step)
                painter.fillRect(spot, QColor(_INK))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _is_dark(row: int, column: int) -> bool:
    for top, left in ((0, 0), (0, _MODULES - 7), (_MODULES - 7, 0)):
        down, across = row - top, column - left
        if -1 <= down <= 7 and -1 <= across <= 7:
            ring = max(abs(down - 3), abs(across - 3))
            return ring in (0, 1, 3)
    return (row * row * 7 + column * 13 + row * column * 5) % 11 < 5
