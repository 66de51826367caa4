"""DeskButton: a button that also says which key presses it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import LEFT, Canvas, Type, keycap_width

_GAP = 9.0


class Look(StrEnum):
    """How much a button asks for: the one next step, one of several, or the one chosen."""

    PRIMARY = "primary"
    LINE = "line"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Caption:
    """A button's words, its key's name and an icon; the words are never read as a shortcut."""

    text: str
    key: str = ""
    icon: str = ""


_COLOURS = {
    Look.PRIMARY: (LIGHT.sun, LIGHT.sun, LIGHT.on_sun),
    Look.LINE: (LIGHT.paper, LIGHT.edge, LIGHT.ink),
    Look.CHOSEN: (LIGHT.sea, LIGHT.ink, LIGHT.on_sea),
}


class DeskButton(QAbstractButton):
    """A painted button; it never takes the focus from the search field unless told to.

    ``setText`` is not used: Qt would turn a ``&`` in a person's words into a shortcut.
    """

    def __init__(
        self,
        caption: Caption,
        look: Look = Look.LINE,
        *,
        px: float = 17,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._caption, self._look, self._px, self._scale = caption, look, px, 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(caption.text)

    @property
    def caption(self) -> Caption:
        """Return what stands on it."""
        return self._caption

    def show_caption(self, caption: Caption, look: Look | None = None) -> None:
        """Show other words, and optionally another look."""
        self._caption = caption
        self._look = look or self._look
        self.setAccessibleName(caption.text)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Paint larger or smaller from now on."""
        self._scale = scale
        self.update()

    def design_width(self) -> float:
        """Return the width its caption needs, in design pixels."""
        return self._content_width() + 36

    def _content_width(self) -> float:
        wide = Type(self._px, theme.BOLD).width(self._caption.text)
        wide += self._px * 1.3 + _GAP if self._caption.icon else 0
        return wide + (keycap_width(self._caption.key) + _GAP if self._caption.key else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the icon, the words and the key's cap in one row."""
        painter = QPainter(self)
        canvas = Canvas(painter, self._scale)
        area = QRectF(0, 0, self.width() / self._scale, self.height() / self._scale)
        look = Look.CHOSEN if self.isChecked() else self._look
        field, edge, ink = _COLOURS[look]
        if self.isDown():
            field = QColor(theme.shade(field)).darker(108).name()
        wide = 3.0 if self.hasFocus() else 2.0
        canvas.box(area, field, 12, edge=LIGHT.focus if self.hasFocus() else edge, edge_width=wide)
        self._paint_caption(canvas, area, ink)
        painter.end()

    def _paint_caption(self, canvas: Canvas, area: QRectF, ink: str) -> None:
        left = max(12.0, (area.width() - self._content_width()) / 2)
        right = area.right() - max(12.0, (area.width() - self._content_width()) / 2)
        middle = area.center().y()
        if self._caption.icon:
            size = self._px * 1.3
            canvas.icon(QRectF(left, middle - size / 2, size, size), self._caption.icon, ink)
            left += size + _GAP
        if self._caption.key:
            right -= keycap_width(self._caption.key)
            canvas.keycap(QPointF(right, middle - 12), self._caption.key, ink)
            right -= _GAP
        row = QRectF(left, area.top(), right - left + 2, area.height())
        canvas.line(row, self._caption.text, Type(self._px, theme.BOLD, ink), LEFT, least=12)
