"""Signpost: a field that says where to look or to reach; it is read and never pressed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Fit, Lettering, fitted, least_fit
from kiosk.ui.widgets.measured import kept
from kiosk.ui.widgets.touch_button import baseline

_PX, _GAP_PX, _PAD_PX, _RADIUS_PX, _LEADING = 60.0, 24.0, 30.0, 24.0, 1.16


class Signpost(Lettering):
    """An icon and plain words in the middle of a rounded field."""

    def __init__(self, dress: Dress, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(
            dress, parent, px=_PX, weight=theme.BOLD, ink="sign_ink", leading=_LEADING, most=3
        )
        self._icon = icon

    def _beside(self) -> float:
        return self.type.least + self._dress.px(_GAP_PX + 2 * _PAD_PX)

    @kept
    def least_height(self, width: float) -> float:
        """Return the height of its words with the field around them."""
        fit = least_fit(self.text(), max(1.0, width - self._beside()), self.type, self._most)
        return fit.px * _LEADING * len(fit.lines) + self._dress.px(32)

    def wished_height(self, width: float) -> float:
        """Return the height at which it looks best."""
        return max(self.least_height(width), self._dress.px(132))

    def taken_height(self, _width: float, height: float) -> float:
        """Return the whole of a height: the field fills it."""
        return height

    @kept
    def least_width(self) -> float:
        """Return the width of its longest word with the icon."""
        return super().least_width() + self._beside()

    def fit(self) -> Fit:
        """Return the size in window pixels and the lines that are painted."""
        room, high = max(1.0, self.width() - self._beside()), self.height() - self._dress.px(16)
        return fitted(self.text(), room, high, self.type, self._most)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour("sign_field"))
        radius, gap = self._dress.px(_RADIUS_PX), self._dress.px(_GAP_PX)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        fit, side = self.fit(), self.type.least
        widths = [theme.text_width(one, fit.px, theme.BOLD) for one in fit.lines]
        words, step = max(widths, default=0.0), fit.px * _LEADING
        left = (self.width() - words - gap - side) / 2
        box = QRectF(left, (self.height() - side) / 2, side, side)
        theme.paint_icon(painter, box, self._icon, self._dress.colour("sign_icon"))
        top = (self.height() - step * len(fit.lines)) / 2
        ink = self._dress.colour("sign_ink")
        for row, line in enumerate(fit.lines):
            spot = QPointF(left + side + gap, top + row * step + baseline(step, fit.px, theme.BOLD))
            theme.paint_line(painter, spot, line, fit.px, theme.BOLD, ink)
        painter.end()
