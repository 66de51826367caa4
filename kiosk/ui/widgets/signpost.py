"""Signpost: a field that says where to look or to reach; it is read and never pressed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.touch_button import baseline, fitting_px

_PX, _GAP_PX, _PAD_PX, _RADIUS_PX = 60.0, 24.0, 30.0, 24.0


class Signpost(QLabel):
    """An icon and plain words in the middle of a rounded field."""

    def __init__(self, dress: Dress, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress, self._icon = dress, icon

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Set the words, which are also what a screen reader says."""
        super().setText(text)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour("sign_field"))
        radius, side = self._dress.px(_RADIUS_PX), self._dress.px(_PX)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        gap = self._dress.px(_GAP_PX)
        room = self.width() - 2 * self._dress.px(_PAD_PX) - side - gap
        px = fitting_px(self.text(), room, side, theme.BOLD)
        width = theme.text_width(self.text(), px, theme.BOLD)
        left = (self.width() - width - gap - side) / 2
        box = QRectF(left, (self.height() - side) / 2, side, side)
        theme.paint_icon(painter, box, self._icon, self._dress.colour("sign_icon"))
        spot = QPointF(left + side + gap, baseline(self.height(), px, theme.BOLD))
        ink = self._dress.colour("sign_ink")
        theme.paint_line(painter, spot, self.text(), px, theme.BOLD, ink)
        painter.end()
