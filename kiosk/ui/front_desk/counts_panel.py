"""CountsPanel: how many have come, as a ring and in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.found import Counts
from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import CENTRE, Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

HEIGHT = 140.0
_RING = 112.0
_RING_WIDTH = 15.7


class CountsPanel(DeskPanel):
    """Show the counts of the session that is served."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = Counts()

    def show_counts(self, counts: Counts) -> None:
        """Show other counts."""
        self.counts = counts
        self.renew()

    @property
    def share(self) -> float:
        """Return the share of the registered who have come, from 0 to 1."""
        counts = self.counts
        return min(1.0, counts.come / counts.registered) if counts.registered else 0.0

    def _rows(self) -> list[tuple[str, str]]:
        counts = self.counts
        people = self.tr("{n}", "number of people")
        return [
            (self.tr("Not in"), people.format(n=max(0, counts.registered - counts.come))),
            (self.tr("Walk-ins"), people.format(n=counts.walk_ins)),
            (self.tr("Last 10 min"), people.format(n=counts.last_ten_minutes)),
        ]

    def _heading(self) -> str:
        return self.tr("In {n} %").format(n=round(self.share * 100))

    def describe(self) -> None:
        """Tell every number."""
        parts = [f"{self.counts.come} / {self.counts.registered}", self._heading()]
        parts += [f"{label} {number}" for label, number in self._rows()]
        self.setAccessibleName(", ".join(parts))

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the ring at the left and the numbers beside it."""
        canvas.box(QRectF(0, 0, size.width(), size.height()), LIGHT.paper, 16)
        ring = QRectF(16, (size.height() - _RING) / 2, _RING, _RING)
        self._paint_ring(canvas, ring)
        left = ring.right() + 16
        room = size.width() - left - 16
        heading = Type(16, theme.EXTRABOLD)
        canvas.line(QRectF(left, 22, room, 24), self._heading(), heading)
        label, number = Type(15, theme.MEDIUM, LIGHT.ink2), Type(15, theme.SEMIBOLD)
        rows = self._rows()
        wide = max(label.width(words) for words, _ in rows) + 12
        for at, (words, value) in enumerate(rows):
            top = 50 + at * 23
            canvas.line(QRectF(left, top, wide, 23), words, label)
            canvas.line(QRectF(left + wide, top, max(10, room - wide), 23), value, number)

    def _paint_ring(self, canvas: Canvas, ring: QRectF) -> None:
        inset = _RING_WIDTH / 2
        circle = ring.adjusted(inset, inset, -inset, -inset)
        painter = canvas.painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.shade(LIGHT.sand)), _RING_WIDTH))
        painter.drawEllipse(circle)
        flat = Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(QColor(LIGHT.sun), _RING_WIDTH, Qt.PenStyle.SolidLine, flat))
        painter.drawArc(circle, 90 * 16, -round(self.share * 360 * 16))
        come = QRectF(ring.left() + 18, ring.center().y() - 25, ring.width() - 36, 32)
        canvas.line(come, str(self.counts.come), Type(30, theme.EXTRABOLD), CENTRE, least=16)
        of_all = QRectF(ring.left() + 18, ring.center().y() + 8, ring.width() - 36, 20)
        small = Type(14, theme.MEDIUM, LIGHT.ink2)
        canvas.line(of_all, f"/ {self.counts.registered}", small, CENTRE, least=11)
