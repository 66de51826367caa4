"""BadgeSlot: the badge that comes out of a slot on the horizon, and how far it has come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.dress import Dress

SLOT_PX = 36.0
_INSET_PX = 44.0
_RADIUS_PX = 18.0
_MOST_PX = 772.0


class BadgeSlot(QWidget):
    """A slot at the top, and below it as much of the badge as has come out (0 to 1)."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress, self._out = dress, 0.0
        self._badge = QImage()

    def show_badge(self, badge: QImage) -> None:
        """Take the badge's picture; a null one clears the slot."""
        self._badge = badge
        self.update()

    def come_out(self, share: float) -> None:
        """Show how much of the badge is out."""
        share = 1.0 if self._dress.is_high_contrast else max(0.0, min(1.0, share))
        if share != self._out:
            self._out = share
            self.update()

    @property
    def badge(self) -> QImage:
        """Return the picture it holds."""
        return self._badge

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge first and the slot over its upper end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        slot = self._dress.px(SLOT_PX)
        if not self._badge.isNull():
            self._paint_badge(painter, slot / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour("slot"))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), slot), slot / 2, slot / 2)
        painter.end()

    def _paint_badge(self, painter: QPainter, below: float) -> None:
        room = QRectF(self.rect()).adjusted(self._dress.px(_INSET_PX), below, 0, 0)
        room.setRight(self.width() - self._dress.px(_INSET_PX))
        wide = min(room.width(), self._dress.px(_MOST_PX))
        tall = wide * self._badge.height() / max(1, self._badge.width())
        left = room.left() + (room.width() - wide) / 2
        # As much of it hangs out as there is room for: the rest of it is still in the slot.
        shown = min(tall, room.height() - self._dress.px(8)) * self._out
        box = QRectF(left, below + shown - tall, wide, tall)
        painter.save()
        painter.setClipRect(QRectF(0, below, self.width(), self.height() - below))
        outline = QPainterPath()
        outline.addRoundedRect(box, self._dress.px(_RADIUS_PX), self._dress.px(_RADIUS_PX))
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.drawImage(box, self._badge)
        painter.setPen(QPen(self._dress.colour("edge"), self._dress.px(3)))
        painter.drawPath(outline)
        painter.restore()


class ProgressLine(QWidget):
    """A line that fills from the left, 0 to 1."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress, self._share = dress, 0.0

    def show_share(self, share: float) -> None:
        """Show how much is done."""
        self._share = max(0.0, min(1.0, share))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._dress.px(3)
        radius = self.height() / 2
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.setPen(QPen(self._dress.colour("ink"), pen))
        painter.setBrush(self._dress.colour("paper"))
        painter.drawRoundedRect(box, radius, radius)
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.setClipPath(outline)
        painter.fillRect(
            QRectF(0, 0, self.width() * self._share, self.height()).adjusted(pen, pen, 0, -pen),
            self._dress.colour("ok"),
        )
        painter.end()
