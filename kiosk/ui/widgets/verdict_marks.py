"""The marks of the verdicts: each is told by its shape alone, without its colour."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress


class Mark(StrEnum):
    """Which mark: a disc with a tick, a ring with two arrows, a square with an arrow, a caution."""

    OK = "ok"
    AGAIN = "again"
    ARROW = "arrow"
    CAUTION = "caution"


# The strokes are drawn in a square of 100 units, as the design draws them.
_TICK = ((27, 52), (43, 68), (74, 35))


def _again_path() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(28, 28, 44, 44), 170)
    path.arcTo(QRectF(28, 28, 44, 44), 170, -130)
    path.arcMoveTo(QRectF(28, 28, 44, 44), -10)
    path.arcTo(QRectF(28, 28, 44, 44), -10, -130)
    for points in (((68, 22), (68, 37), (53, 37)), ((32, 78), (32, 63), (47, 63))):
        _join(path, points)
    return path


def _join(path: QPainterPath, points: tuple[tuple[int, int], ...]) -> QPainterPath:
    path.moveTo(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


class VerdictMark(QWidget):
    """A mark as large as the widget; ``icon`` names the arrow of the square."""

    def __init__(self, dress: Dress, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress, self._mark, self._icon = dress, mark, "arrow-left-bold"

    def point(self, icon: str) -> None:
        """Point the square's arrow another way."""
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark, square and in the middle."""
        side = float(min(self.width(), self.height()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - side) / 2, (self.height() - side) / 2)
        painter.scale(side / 100, side / 100)
        if self._mark is Mark.OK:
            self._paint_ok(painter)
        elif self._mark is Mark.AGAIN:
            self._paint_again(painter)
        else:
            self._paint_square(painter)
        painter.end()

    def _pen(self, role: str, width: float) -> QPen:
        return QPen(
            self._dress.colour(role),
            width,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )

    def _paint_ok(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour("on_ok"))
        painter.drawEllipse(QRectF(0, 0, 100, 100))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen("ok", 11))
        painter.drawPath(_join(QPainterPath(), _TICK))

    def _paint_again(self, painter: QPainter) -> None:
        painter.setPen(self._pen("on_info", 7))
        painter.drawEllipse(QRectF(3.5, 3.5, 93, 93))
        painter.setPen(self._pen("on_info", 8))
        painter.drawPath(_again_path())

    def _paint_square(self, painter: QPainter) -> None:
        is_arrow = self._mark is Mark.ARROW
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour("desk_square" if is_arrow else "ink"))
        if is_arrow:
            painter.drawRoundedRect(QRectF(0, 0, 100, 100), 11, 11)
        else:
            painter.drawEllipse(QRectF(0, 0, 100, 100))
        box = QRectF(12, 12, 76, 76) if is_arrow else QRectF(24, 24, 52, 52)
        if is_arrow:
            theme.paint_icon(painter, box, self._icon, self._dress.colour("desk_arrow"))
        else:
            self._paint_exclamation(painter)

    def _paint_exclamation(self, painter: QPainter) -> None:
        painter.setPen(self._pen("sky", 11))
        painter.drawLine(QPointF(50, 25), QPointF(50, 54))
        painter.drawPoint(QPointF(50, 74))
