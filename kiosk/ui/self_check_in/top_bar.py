"""TopBar: whose event it is and what time it is; while voice guidance is on, what it says."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.screen import Scene
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.lettering import Type, fitted
from kiosk.ui.widgets.touch_button import baseline

_DOT, _GAP = 34.0, 16.0


class TopBar(QWidget):
    """Paint the hosts on the left and the time on the right, in the screen's own ink.

    It names nothing that a guest must know: with large words it keeps its own size.
    """

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = dress
        self._hosts, self._time, self._caption = "", "", ""
        self._scene = Scene((0, 0))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_scene(self, scene: Scene) -> None:
        """Use a screen's colours."""
        self._scene = scene
        self.update()

    def show_words(self, hosts: str, time: str) -> None:
        """Show the hosts and the time of day."""
        if (hosts, time) != (self._hosts, self._time):
            self._hosts, self._time = hosts, time
            self._name()
            self.update()

    def show_caption(self, caption: str) -> None:
        """Show what is being said, in the place of the hosts; "" for nothing."""
        if caption != self._caption:
            self._caption = caption
            self._name()
            self.update()

    def _name(self) -> None:
        first = self._caption or self._hosts
        self.setAccessibleName(f"{first}, {self._time}" if first else self._time)

    def least_height(self) -> float:
        """Return the height of its one line."""
        return self._dress.px(BODY * theme.ink_growth("H") * 1.12)

    def _line(self, text: str, room: float) -> tuple[float, str]:
        least = self._dress.px(BODY * theme.ink_growth(text))
        fit = fitted(text, room, 1e6, Type(least, least, least, theme.BOLD, 1.1), 1)
        return fit.px, fit.lines[0] if fit.lines else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot, the hosts and the time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, px = self._dress.colour(self._scene.ink), self._dress.px
        clock_px, clock = self._line(self._time, self.width())
        wide = theme.text_width(clock, clock_px, theme.BOLD)
        spot = QPointF(self.width() - wide, baseline(self.height(), clock_px, theme.BOLD))
        theme.paint_line(painter, spot, clock, clock_px, theme.BOLD, ink)
        side = px(_DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour(self._scene.dot))
        painter.drawEllipse(QRectF(0, (self.height() - side) / 2, side, side))
        left = side + px(_GAP)
        size, shown = self._line(self._caption or self._hosts, self.width() - wide - left - px(40))
        spot = QPointF(left, baseline(self.height(), size, theme.BOLD))
        theme.paint_line(painter, spot, shown, size, theme.BOLD, ink)
        painter.end()
