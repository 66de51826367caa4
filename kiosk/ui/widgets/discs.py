"""Discs: what was typed, as a row of small suns that rise, and the empty places still to fill."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.touch_button import baseline

_GAP_SHARE = 0.17
_MOST_PX = 196.0
_DISC_PER_LETTER = 1.55
_DOT = 90.0
_NARROW = 0.7
"""How much smaller discs may be than they wish where the row is narrow."""


class Discs(QWidget):
    """A row of ``places`` discs, the first of them filled with characters; ``dots`` are small."""

    def __init__(self, dress: Dress, parent: QWidget | None = None, *, dots: bool = False) -> None:
        super().__init__(parent)
        self._dress, self._typed, self._places, self._is_dots = dress, "", 0, dots

    def show_typed(self, typed: str, places: int, spoken: str) -> None:
        """Show characters in their places; ``spoken`` is said in their stead."""
        self._typed, self._places = typed, max(places, len(typed))
        self.setAccessibleName(spoken)
        self.update()

    @property
    def typed(self) -> str:
        """Return the characters shown."""
        return self._typed

    def least_height(self, _width: float) -> float:
        """Return the height at which a letter in a disc is as large as words must be."""
        if self._is_dots:
            return self._dress.px(_DOT)
        _, wish = self._dress.text_units(BODY, "ㅎ")
        return self._dress.px(wish * _DISC_PER_LETTER)

    def wished_height(self, width: float) -> float:
        """Return the height at which it looks best."""
        return max(self.least_height(width), self._dress.px(_MOST_PX))

    def least_width(self) -> float:
        """Return the width of its places at the least height."""
        share = self._places + max(0, self._places - 1) * _GAP_SHARE
        return self.least_height(0.0) * share * _NARROW

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row in the middle of the widget."""
        if not self._places:
            return
        share = self._places + (self._places - 1) * _GAP_SHARE
        side = min(self._most_px(), float(self.height()), self.width() / share)
        gap = side * _GAP_SHARE
        left = (self.width() - side * share) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self._places):
            box = QRectF(left + place * (side + gap), (self.height() - side) / 2, side, side)
            self._paint_disc(painter, box, self._typed[place : place + 1])
        painter.end()

    def _most_px(self) -> float:
        return max(self._dress.px(_MOST_PX), self.least_height(0.0))

    def _paint_disc(self, painter: QPainter, box: QRectF, char: str) -> None:
        if not char:
            pen = QPen(self._dress.colour("edge"), self._dress.px(5), Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = self._dress.px(3)
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dress.colour("sun"))
        painter.drawEllipse(box)
        px = box.height() * 0.62
        width = theme.text_width(char, px, theme.EXTRABOLD)
        spot = QPointF(
            box.center().x() - width / 2, box.top() + baseline(box.height(), px, theme.EXTRABOLD)
        )
        ink = self._dress.colour("on_sun")
        theme.paint_personal_line(painter, spot, char, px, theme.EXTRABOLD, ink)
