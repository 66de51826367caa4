"""DayBars: the days of a course as bars, each told by its shape: ticked, half, empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.touch_button import baseline

_BAR, _GAP = 64.0, 12.0
_MOST = 7


class DayBars(QWidget):
    """At most seven days, the latest ones; a day is ``done``, ``part`` or anything else."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = dress
        self._days: tuple[tuple[str, str], ...] = ()

    def show_days(self, days: Sequence[tuple[str, str]]) -> None:
        """Show the days' names and states."""
        self._days = tuple(days)[-_MOST:]
        self.setAccessibleName(", ".join(f"{name} {state}" for name, state in self._days))
        self.update()

    def _px(self) -> float:
        text = "".join(name for name, _ in self._days)
        return self._dress.px(BODY * theme.ink_growth(text) * min(1.2, self._dress.text_scale))

    def least_height(self, _width: float) -> float:
        """Return the height of a bar over its name."""
        return (self._dress.px(_BAR) + self._px() * 1.3) if self._days else 0.0

    def wished_height(self, width: float) -> float:
        """Return the height of a bar over its name."""
        return self.least_height(width)

    def least_width(self) -> float:
        """Return the width at which every name has room."""
        widths = [theme.text_width(name, self._px(), theme.BOLD) for name, _ in self._days]
        return max(widths, default=0.0) * len(widths) + self._dress.px(_GAP) * len(widths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars and the names below them."""
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, count = self._dress.px(_GAP), len(self._days)
        wide = (self.width() - gap * (count - 1)) / count
        tall, px = self._dress.px(_BAR), self._px()
        for place, (name, state) in enumerate(self._days):
            box = QRectF(place * (wide + gap), 0, wide, tall)
            self._paint_bar(painter, box, state)
            x = box.center().x() - theme.text_width(name, px, theme.BOLD) / 2
            spot = QPointF(x, tall + baseline(px * 1.3, px, theme.BOLD))
            theme.paint_line(painter, spot, name, px, theme.BOLD, self._dress.colour("ink"))
        painter.end()

    def _paint_bar(self, painter: QPainter, box: QRectF, state: str) -> None:
        pen = self._dress.px(3)
        inner = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        radius = self._dress.px(12)
        painter.setPen(QPen(self._dress.colour("edge"), pen))
        painter.setBrush(self._dress.colour("paper"))
        painter.drawRoundedRect(inner, radius, radius)
        if state not in ("done", "part"):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour("ok"))
        filled = QRectF(inner)
        if state == "part":
            filled.setWidth(inner.width() / 2)
        painter.drawRoundedRect(filled, radius, radius)
        if state == "done":
            side = box.height() * 0.6
            spot = QRectF(0, 0, side, side)
            spot.moveCenter(box.center())
            theme.paint_icon(painter, spot, "check-bold", self._dress.colour("on_ok"))
