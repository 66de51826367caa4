"""DeskTick: a box to tick beside what it says, on a strip of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type

_BOX = 26.0


class DeskTick(QAbstractButton):
    """Space ticks it; the tick and the words say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.scale, self._words, self._second = 1.0, "", ""

    def say(self, words: str, second: str) -> None:
        """Set what is ticked, and what it means not to."""
        self._words, self._second = words, second
        self.setAccessibleName(words)
        self.setAccessibleDescription(second)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip, the box and both lines."""
        painter = QPainter(self)
        canvas = Canvas(painter, self.scale)
        area = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        ring = LIGHT.focus if self.hasFocus() else None
        canvas.box(area, LIGHT.sun_pale, 12, edge=ring, edge_width=3 if ring else 0)
        box = QRectF(area.left() + 16, area.center().y() - _BOX / 2, _BOX, _BOX)
        field = LIGHT.ink if self.isChecked() else LIGHT.paper
        canvas.box(box, field, 7, edge=LIGHT.ink, edge_width=2)
        if self.isChecked():
            canvas.icon(box.adjusted(4, 4, -4, -4), "check-bold", LIGHT.paper)
        words = area.adjusted(16 + _BOX + 14, 0, -14, 0)
        style, small = Type(15, theme.BOLD), Type(14, theme.MEDIUM, LIGHT.ink2)
        lines = style.wrapped(self._words, words.width(), 2)
        tall = len(lines) * 20 + 20
        words.setTop(area.center().y() - tall / 2)
        taken = canvas.lines(words, lines, style, leading=1.33)
        canvas.line(QRectF(words.left(), words.top() + taken, words.width(), 20), self._second,
                    small, least=12)  # fmt: skip
        painter.end()
