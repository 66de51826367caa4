"""Ground: a rounded field that others stand on, and the disc that bears an icon."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress

_HIGH_CONTRAST_EDGE = 4.0


class Ground(QWidget):
    """A field of one colour; no touch lands on it."""

    def __init__(
        self,
        dress: Dress,
        role: str = "paper",
        *,
        radius: float = 28,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dress, self._role, self._radius = dress, role, radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, with an edge where its colour alone does not tell it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._dress.px(_HIGH_CONTRAST_EDGE) if self._dress.is_high_contrast else 0.0
        painter.setPen(QPen(self._dress.colour("line"), pen) if pen else Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour(self._role))
        radius = self._dress.px(self._radius)
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()


class IconDisc(QWidget):
    """An icon in a disc as large as the widget."""

    def __init__(
        self,
        dress: Dress,
        icon: str,
        *,
        field: str = "sun",
        ink: str = "on_sun",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dress, self._icon, self._field, self._ink = dress, icon, field, ink
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc, then the icon in the middle of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        disc = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour(self._field))
        painter.drawEllipse(disc)
        inset = side * 0.24
        box = disc.adjusted(inset, inset, -inset, -inset)
        theme.paint_icon(painter, box, self._icon, self._dress.colour(self._ink))
        painter.end()
