"""ReadyPanel: sky, sun and sea while nobody is at the desk."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

_SEA = 76.0
_SUN_RADIUS = 210.0


class ReadyPanel(DeskPanel):
    """Say that a scan or a name is all it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe()

    def describe(self) -> None:
        """Tell the title."""
        self.setAccessibleName(self._title().replace("\n", " "))

    def _title(self) -> str:
        return self.tr("Ready for\nthe next guest")

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the picture and its words."""
        area = QRectF(0, 0, size.width(), size.height())
        card = QPainterPath()
        card.addRoundedRect(area, 16, 16)
        canvas.painter.setClipPath(card)
        canvas.box(area, LIGHT.paper)
        self._paint_sun(canvas, size)
        inner = QRectF(36, 34, size.width() - 72, 200)
        tall = canvas.lines(inner, self._title().split("\n"), Type(46, theme.EXTRABOLD), 1.28)
        words = self.tr("No need to click anywhere. Scan or type.")
        canvas.paragraph(inner.translated(0, tall + 10), words, Type(19, 600, LIGHT.ink2))
        self._paint_sea(canvas, QRectF(0, size.height() - _SEA, size.width(), _SEA))

    def _paint_sun(self, canvas: Canvas, size: QSizeF) -> None:
        radius = min(_SUN_RADIUS, (size.height() - _SEA) * 0.42)
        box = QRectF(size.width() / 2 - radius, size.height() - radius, 2 * radius, 2 * radius)
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(QColor(LIGHT.sun))
        canvas.painter.drawEllipse(box)

    def _paint_sea(self, canvas: Canvas, sea: QRectF) -> None:
        canvas.box(sea, LIGHT.sea)
        ways = (("qr-code-bold", self.tr("Scan a QR")), ("keyboard-bold", self.tr("Type a name")))
        style = Type(18, theme.BOLD, LIGHT.on_sea)
        wide = sum(style.width(words) + 33 for _, words in ways) + 28
        left = (sea.width() - wide) / 2
        for name, words in ways:
            canvas.icon(QRectF(left, sea.center().y() - 12, 24, 24), name, LIGHT.on_sea)
            room = style.width(words) + 2
            canvas.line(QRectF(left + 33, sea.top(), room, sea.height()), words, style)
            left += room + 31 + 28
