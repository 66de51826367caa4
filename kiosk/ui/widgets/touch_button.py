"""TouchButton: anything on the touchscreen that a finger, or a key, may press."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress

_HIGH_CONTRAST_EDGE_PX = 4
_LEAST_SHARE = 0.5


class Kind(StrEnum):
    """What a button is for, which decides how it looks."""

    SUN = "sun"  # the one next step
    LINE = "line"  # another way on
    QUIET = "quiet"  # the way out
    KEY = "key"  # a key of a keypad
    DECK = "deck"  # a cell of the help deck
    DECK_ON = "deck-on"  # a cell that is switched on
    CARD = "card"  # a candidate


@dataclass(frozen=True, slots=True)
class _Style:
    field: str
    ink: str
    edge: str = ""
    edge_px: float = 0
    radius: float = 24


_STYLES = {
    Kind.SUN: _Style("sun", "on_sun"),
    Kind.LINE: _Style("sea", "on_sea", "on_sea", 4),
    Kind.QUIET: _Style("sea_key", "on_sea", "sea_edge", 2),
    Kind.KEY: _Style("sea_key", "on_sea", radius=20),
    Kind.DECK: _Style("deep", "on_sea", "deep_edge", 2, radius=20),
    Kind.DECK_ON: _Style("on_sea", "sea", "on_sea", 2, radius=20),
    Kind.CARD: _Style("paper", "ink"),
}
_PRESSED = _Style("sun", "on_sun", radius=20)


class TouchButton(QAbstractButton):
    """A painted button of design pixels; its words are plain and never a shortcut.

    It takes the focus by keyboard only, so that a touch never leaves a focus ring behind.
    """

    def __init__(
        self,
        dress: Dress,
        kind: Kind = Kind.KEY,
        *,
        px: float = 57,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.dress, self._kind, self._px, self._icon = dress, kind, px, icon
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def words(self) -> str:
        """Return the words painted on it."""
        return self._words

    def say(self, words: str, spoken: str = "") -> None:
        """Show other words; ``spoken`` is what a screen reader says instead of them."""
        self._words = words
        self.setAccessibleName(spoken or words)
        self.update()

    def dress_as(self, kind: Kind, icon: str = "") -> None:
        """Look like another kind of button, with another icon."""
        self._kind, self._icon = kind, icon
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with Space; leave the arrows to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self.click()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, then what stands on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style()
        self._paint_field(painter, style)
        self.paint_face(painter, style.ink)
        painter.end()

    def _style(self) -> _Style:
        if self.isDown() and self._kind is not Kind.SUN:
            return _PRESSED
        if self._kind is Kind.DECK_ON and self.dress.is_high_contrast:
            return _PRESSED
        return _STYLES[self._kind]

    def _paint_field(self, painter: QPainter, style: _Style) -> None:
        edge, edge_px = style.edge, style.edge_px
        if self.dress.is_high_contrast and style.field != "sun":
            edge, edge_px = "line", _HIGH_CONTRAST_EDGE_PX
        pen = self.dress.px(edge_px)
        painter.setPen(QPen(self.dress.colour(edge), pen) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(self.dress.colour(style.field))
        inset = pen / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = self.dress.px(style.radius)
        painter.drawRoundedRect(box, radius, radius)

    def paint_face(self, painter: QPainter, ink: str) -> None:
        """Paint the icon and the words side by side, in the middle."""
        icon_px = self.dress.px(self._px * (0.92 if self._words else 1.1))
        gap = self.dress.px(18) if self._icon and self._words else 0.0
        icon_width = icon_px if self._icon else 0.0
        room = self.width() - 2 * self.dress.px(18) - icon_width - gap
        px = fitting_px(self._words, room, self.dress.px(self._px), theme.BOLD)
        words = theme.text_width(self._words, px, theme.BOLD) if self._words else 0.0
        left = (self.width() - words - gap - icon_width) / 2
        colour = self.dress.colour(ink)
        if self._icon:
            box = QRectF(left, (self.height() - icon_px) / 2, icon_px, icon_px)
            theme.paint_icon(painter, box, self._icon, colour)
        if self._words:
            spot = QPointF(left + icon_width + gap, baseline(self.height(), px, theme.BOLD))
            theme.paint_line(painter, spot, self._words, px, theme.BOLD, colour)


def fitting_px(text: str, room: float, px: float, weight: int) -> float:
    """Return the size, at most ``px``, at which a line of text fits the room."""
    width = theme.text_width(text, px, weight) if text else 0.0
    return px if width <= room or width <= 0 else max(px * _LEAST_SHARE, px * room / width * 0.99)


def baseline(height: float, px: float, weight: int) -> float:
    """Return where the baseline is for a line in the middle of a height."""
    metrics = QFontMetricsF(theme.text_font(px, weight))
    return (height + metrics.capHeight()) / 2
