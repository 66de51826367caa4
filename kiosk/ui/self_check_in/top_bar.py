"""TopBar: whose event it is and what time it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.screen import Scene
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.touch_button import baseline, fitting_px

_DOT_PX, _GAP_PX, _BRAND_PX, _CLOCK_PX = 34.0, 16.0, 38.0, 50.0


class TopBar(QWidget):
    """Paint the hosts on the left and the time on the right, in the screen's own ink."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = dress
        self._hosts, self._time, self._scene = "", "", Scene((0, 0))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_scene(self, scene: Scene) -> None:
        """Use a screen's colours."""
        self._scene = scene
        self.update()

    def show_words(self, hosts: str, time: str) -> None:
        """Show the hosts and the time of day."""
        if (hosts, time) != (self._hosts, self._time):
            self._hosts, self._time = hosts, time
            self.setAccessibleName(f"{hosts}, {time}" if hosts else time)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot, the hosts and the time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, px = self._dress.colour(self._scene.ink), self._dress.px
        clock = theme.text_width(self._time, px(_CLOCK_PX), theme.BOLD)
        spot = QPointF(self.width() - clock, baseline(self.height(), px(_CLOCK_PX), theme.BOLD))
        theme.paint_line(painter, spot, self._time, px(_CLOCK_PX), theme.BOLD, ink)
        side = px(_DOT_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour(self._scene.dot))
        painter.drawEllipse(QRectF(0, (self.height() - side) / 2, side, side))
        left = side + px(_GAP_PX)
        room = self.width() - clock - left - px(40)
        size = fitting_px(self._hosts, room, px(_BRAND_PX), theme.BOLD)
        spot = QPointF(left, baseline(self.height(), size, theme.BOLD))
        theme.paint_line(painter, spot, self._hosts, size, theme.BOLD, ink)
        painter.end()
