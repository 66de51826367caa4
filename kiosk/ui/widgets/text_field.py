"""PaintedField: a line of text that touch keys write, and no text field of the system.

It has no input method, no clipboard and no menu, takes no keys and keeps no history: it shows what
it is given.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Type, fitted
from kiosk.ui.widgets.touch_button import baseline

# Mocks s16, at 64 px of text; they grow with the text.
_PX = 64.0
_HEIGHT, _PADDING, _CARET_HEIGHT = 116 / _PX, 36 / _PX, 70 / _PX
_TIGHT = 0.9
_CARET_PX, _CARET_GAP_PX, _EDGE_PX, _RADIUS_PX = 6.0, 6.0, 6.0, 24.0


class PaintedField(QWidget):
    """Text with a caret after it; where it is longer than the field, its end is seen.

    The caret is steady: nothing on the touchscreen flashes, and high contrast has no motion. Size
    and weight are those of the text, in design pixels.
    """

    def __init__(
        self,
        dress: Dress,
        parent: QWidget | None = None,
        *,
        px: float = _PX,
        weight: int = theme.BOLD,
    ) -> None:
        super().__init__(parent)
        self._dress, self._px, self._weight = dress, px, weight
        self._text = self._placeholder = ""
        self._is_active = True
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def text(self) -> str:
        """Return the text shown."""
        return self._text

    @property
    def placeholder(self) -> str:
        """Return what is shown while there is no text."""
        return self._placeholder

    def say(self, label: str, placeholder: str = "") -> None:
        """Set the label that a screen reader says, and an example shown while there is no text.

        The example is not the label: nobody hears it, and it is gone with the first letter.
        """
        self.setAccessibleName(label)
        self._placeholder = placeholder
        self.update()

    def show_text(self, text: str) -> None:
        """Show other text, which is the field's accessible description, apart from its label."""
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self.update()

    def clear(self) -> None:
        """Forget the text."""
        self.show_text("")

    def set_active(self, *, active: bool) -> None:
        """Show or hide the caret and the bold edge: keys write into an active field."""
        self._is_active = active
        self.update()

    def set_px(self, px: float) -> None:
        """Ask for another size of text, in design pixels."""
        self._px = px
        self.updateGeometry()
        self.update()

    def least_height(self, _width: float) -> int:
        """Return the height in window pixels that one line and its edge need, whatever the width.

        Text that is wider than the field moves on; it is never broken.
        """
        tall = self._size() * _HEIGHT
        return math.ceil(tall * (_TIGHT if self._dress.is_tight else 1.0))

    def wished_height(self, width: float) -> int:
        """Return the same: a field is as tall as its line."""
        return self.least_height(width)

    def _size(self) -> float:
        """Return the size of the text in window pixels, at the guest's scale."""
        least, _ = self._dress.text_units(self._px, self._text or self._placeholder or "한")
        return self._dress.px(max(least, self._px * self._dress.text_scale))

    def shown_from(self) -> float:
        """Return how many window pixels of the text are hidden to the left of the field."""
        return max(0.0, self._text_width() + self._caret_room() - self._room().width())

    def caret(self) -> QRectF:
        """Return where the caret is, in the field's own pixels."""
        room, tall = (
            self._room(),
            min(self._size() * _CARET_HEIGHT, self.height() * 0.8),
        )
        gap = self._dress.px(_CARET_GAP_PX) if self._text else 0.0
        left = room.left() + self._text_width() + gap - self.shown_from()
        # On whole pixels, so that its edges are sharp.
        return QRectF(math.floor(left), (self.height() - tall) / 2, self._dress.px(_CARET_PX), tall)

    def _caret_room(self) -> float:
        return self._dress.px(_CARET_GAP_PX + _CARET_PX)

    def _text_width(self) -> float:
        if not self._text:
            return 0.0
        return theme.text_width(self._text, self._size(), self._weight)

    def _room(self) -> QRectF:
        """Return where text may stand."""
        inset = min(self._size() * _PADDING, self.width() / 8)
        return QRectF(self.rect()).adjusted(inset, 0, -inset, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, then the text's end and the caret, or the placeholder."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_field(painter)
        room = self._room()
        painter.setClipRect(room)
        if self._text:
            self._paint_text(painter, room.left() - self.shown_from())
        else:
            self._paint_placeholder(painter, room)
        if self._is_active:
            painter.fillRect(self.caret(), self._dress.colour("focus"))
        painter.end()

    def _paint_field(self, painter: QPainter) -> None:
        pen = self._dress.px(_EDGE_PX if self._is_active else _EDGE_PX / 2)
        painter.setPen(QPen(self._dress.colour("focus" if self._is_active else "edge"), pen))
        painter.setBrush(self._dress.colour("paper"))
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        radius = self._dress.px(_RADIUS_PX)
        painter.drawRoundedRect(box, radius, radius)

    def _paint_text(self, painter: QPainter, left: float) -> None:
        px = self._size()
        spot = QPointF(left, baseline(self.height(), px, self._weight))
        ink = self._dress.colour("ink")
        theme.paint_personal_line(painter, spot, self._text, px, self._weight, ink)

    def _paint_placeholder(self, painter: QPainter, room: QRectF) -> None:
        left = room.left() + (2 * self._caret_room() if self._is_active else 0.0)
        whole = self._size()
        kind = Type(whole, whole * 0.6, whole * 0.6, theme.MEDIUM, 1.2)
        fit = fitted(self._placeholder, room.right() - left, self.height(), kind, 1)
        spot = QPointF(left, baseline(self.height(), fit.px, theme.MEDIUM))
        ink = self._dress.colour("ink2")
        if fit.lines:
            theme.paint_line(painter, spot, fit.lines[0], fit.px, theme.MEDIUM, ink)
