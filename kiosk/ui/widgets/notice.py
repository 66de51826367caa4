"""Notice: a few words over any screen, for as long as they are true."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering


class Notice(Lettering):
    """Words in a rounded field; no touch lands on it."""

    def __init__(self, dress: Dress, parent: QWidget) -> None:
        super().__init__(
            dress,
            parent,
            px=57,
            weight=theme.BOLD,
            ink="on_sea",
            align=Qt.AlignmentFlag.AlignHCenter,
            middle=True,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, words: str) -> None:
        """Show words, or nothing where they are empty."""
        if words != self.text():
            self.setText(words)
            self.setVisible(bool(words))
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._dress.px(4)
        painter.setPen(QPen(self._dress.colour("on_sea"), pen))
        painter.setBrush(self._dress.colour("sea"))
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
        super().paintEvent(event)
