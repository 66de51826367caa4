"""FocusRing: two rings around what the keyboard would press, seen on sky, sea and sun alike."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.dress import Dress

# tokens.json, focus: 6 px white inside, 9 px of the focus colour outside. In high contrast it is
# black inside, for controls are white and yellow there.
_INNER_PX, _OUTER_PX, _RADIUS_PX = 6.0, 9.0, 24.0


class FocusRing(QWidget):
    """Lie over a window and ring one of its widgets; no touch ever lands on it."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(parent)
        self._dress = dress
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def ring(self, target: QWidget | None) -> None:
        """Ring a widget of the same window, or nothing."""
        holder = self.parentWidget()
        if target is None or holder is None or not target.isVisible():
            self.hide()
            return
        grown = round(self._dress.px(_INNER_PX + _OUTER_PX))
        corner = target.mapTo(holder, target.rect().topLeft())
        self.setGeometry(target.rect().translated(corner).adjusted(-grown, -grown, grown, grown))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outer ring, then the inner one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = 0.0
        for role, width_px in (("focus", _OUTER_PX), ("ring_gap", _INNER_PX)):
            width = self._dress.px(width_px)
            edge = inset + width / 2
            painter.setPen(QPen(self._dress.colour(role), width))
            radius = self._dress.px(_RADIUS_PX + _INNER_PX)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius
            )
            inset += width
        painter.end()
