"""TouchButton: what a guest presses; it paints itself, so nothing of the platform shows through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.lettering import Fit, Type, fitted, least_fit, overhang
from kiosk.ui.widgets.measured import Measured, kept

_HIGH_CONTRAST_EDGE_PX = 6.0
_PAD, _ICON_GAP, _LEADING, _KEY_LEADING = 20.0, 18.0, 1.14, 0.96
_CORNER = 24.0
_SLACK = 2.0
"""Window pixels that a box may lose when it is set to whole ones."""
_PADS = {"key": 5.0, "deck": 8.0, "deck-on": 8.0}
"""Beside the words of narrow buttons, in units."""
_LINES = 3
_LEFT_PAD = 32.0
_ROOM_PAD, _TIGHT_PAD = 11.0, 2.0
"""Above and below the words, in units."""


class Kind(StrEnum):
    """What a button is for, which decides how it looks."""

    SUN = "sun"  # the one next step
    PAPER = "paper"  # one of several equal answers
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
    Kind.PAPER: _Style("paper", "ink"),
    Kind.LINE: _Style("sea", "on_sea", "on_sea", 4),
    Kind.QUIET: _Style("sea_key", "on_sea", "sea_edge", 2),
    Kind.KEY: _Style("sea_key", "on_sea", "sea_edge", 2, radius=20),
    Kind.DECK: _Style("deep", "on_sea", "sea_edge", 2, radius=20),
    Kind.DECK_ON: _Style("on_sea", "sea", "on_sea", 2, radius=20),
    Kind.CARD: _Style("paper", "ink"),
}
_PRESSED = _Style("sun", "on_sun", radius=20)
_PRESSED_SUN = _Style("on_sea", "sea")


class TouchButton(Measured, QAbstractButton):
    """A painted button; its words are plain and never a shortcut.

    ``px`` is the words' size in units, ``tall`` the height it wishes for. A button that may be
    ``short`` shows its icon alone where its words do not fit; one that stands ``left`` begins all
    its lines there, and one that ``shrinks`` sets them as small as they may be. It takes the focus
    by keyboard only, so that a touch never leaves a focus ring behind.
    """

    def __init__(  # noqa: PLR0913 - what a button looks like
        self,
        dress: Dress,
        kind: Kind = Kind.KEY,
        *,
        px: float = BODY,
        icon: str = "",
        tall: float = 108,
        short: bool = False,
        left: bool = False,
        shrinks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.dress, self._kind, self._px, self._icon = dress, kind, px, icon
        self._tall, self._may_be_short, self._is_left = tall, short, left
        self.shrinks = shrinks
        self._words, self.is_stacked = "", False
        self.forget_measures()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    @property
    def words(self) -> str:
        """Return the words painted on it."""
        return self._words

    @property
    def kind(self) -> Kind:
        """Return what it is for."""
        return self._kind

    def say(self, words: str, spoken: str = "") -> None:
        """Show other words; ``spoken`` is what a screen reader says instead of them."""
        spoken = spoken or words
        if words != self._words or spoken != self.accessibleName():
            self._words = words
            self.forget_measures()
            self.setAccessibleName(spoken)
            self.update()

    def dress_as(self, kind: Kind, icon: str = "") -> None:
        """Look like another kind of button, with another icon."""
        if (kind, icon) != (self._kind, self._icon):
            self._kind, self._icon = kind, icon
            self.forget_measures()
            self.update()

    def dress_stamp(self) -> tuple[object, ...]:
        """Return the dress's, whether its words may shrink and where its icon stands."""
        return (*self.dress.stamp, self.shrinks, self.is_stacked)

    @property
    def type(self) -> Type:
        """Return what its words are set in."""
        least, wish = self.dress.text_units(self._px, self._words)
        px = self.dress.px
        floor = least / self.dress.text_scale
        least = floor if self.shrinks else least
        is_key = self._kind is Kind.KEY or (self._kind is Kind.SUN and self.shrinks)
        is_letter = is_key and " " not in self._words
        leading = _KEY_LEADING if is_letter else _LEADING
        return Type(px(wish), px(least), px(floor), theme.BOLD, leading)

    @property
    def _icon_px(self) -> float:
        if not self._icon:
            return 0.0
        made = self.type
        if not self._words:
            return made.least * (0.95 if self._kind is Kind.KEY else 1.1)
        if not self._stands_above:
            return made.least * 0.95
        return made.least * 0.84

    def _beside(self) -> float:
        """Return the width that pads and icon take from the words."""
        gap = self._icon_gap if self._icon and self._words else 0.0
        pad = self.dress.px(_LEFT_PAD) if self._is_left else self._pad
        return 2 * pad + self._icon_px + gap

    @property
    def _icon_gap(self) -> float:
        return self.dress.px(_ICON_GAP if not self._stands_above else 10)

    @property
    def _pad(self) -> float:
        return self.dress.px(_PADS.get(self._kind.value, _PAD))

    @kept
    def natural_width(self) -> float:
        """Return the width at which the words stand on one line."""
        made = self.type
        lines = self._words.split("\n")
        words = max(theme.text_width(one, made.least, made.weight) for one in lines)
        return max(self._beside() + words + _SLACK, self.dress.target)

    @kept
    def least_width(self) -> float:
        """Return the width at which the words stand on two lines, or the icon alone."""
        if self._may_be_short and self._icon:
            return max(self.dress.target, self._icon_px + 2 * self._pad)
        return max(self.dress.target, self._two_line_width() + self._least_beside())

    def one_line_width(self) -> float:
        """Return the width at which the words stand on one line, or the icon alone."""
        return self.least_width() if self._may_be_short else self.natural_width()

    def _least_beside(self) -> float:
        # Icons give way before words do: they may stand above them.
        return 2 * self._pad + (0.0 if self._stands_above else self._beside_icon())

    def _beside_icon(self) -> float:
        return self._icon_px + self._icon_gap if self._icon and self._words else 0.0

    @property
    def _stands_above(self) -> bool:
        return self._kind in (Kind.DECK, Kind.DECK_ON)

    def _two_line_width(self) -> float:
        made = self.type
        if not self._words:
            return self._icon_px
        words = self._words.replace("\n", " ").split(" ")
        best = theme.text_width(" ".join(words), made.least, made.weight)
        for cut in range(1, len(words)):
            halves = (" ".join(words[:cut]), " ".join(words[cut:]))
            best = min(best, max(theme.text_width(one, made.least, made.weight) for one in halves))
        return best + _SLACK

    @kept
    def least_height(self, width: float) -> float:
        """Return the height of its words, and never less than a finger needs."""
        pad = 2 * self.dress.px(_ROOM_PAD if not self.dress.is_tight else _TIGHT_PAD)
        if self._is_short(width):
            return max(self.dress.target, self._icon_px + pad)
        made = self.type
        above = self._is_above(width)
        beside = 2 * self._pad if above else self._beside()
        fit = least_fit(self._words, max(1.0, width - beside), made, _LINES)
        tall = fit.px * made.leading * len(fit.lines) if self._words else self._icon_px
        tall += self._icon_px * 1.12 if above and not self._is_flat else 0.0
        return max(self.dress.target, tall + pad)

    def wished_height(self, width: float) -> float:
        """Return the height at which it looks best."""
        return max(self.least_height(width), self.dress.px(self._tall))

    def _is_short(self, width: float) -> bool:
        return bool(self._may_be_short and self._icon and width < self.natural_width() - 1)

    def _is_above(self, width: float) -> bool:
        """Tell whether the icon stands above the words, because beside them there is no room."""
        is_narrow = self.is_stacked or width < self.natural_width() - 1
        return bool(self._stands_above and self._icon and is_narrow)

    @property
    def _is_flat(self) -> bool:
        """Tell whether an icon above the words would take height that a low view has not."""
        return self.dress.is_low and not self.dress.is_portrait

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
        if self.isDown():
            return _PRESSED_SUN if self._kind is Kind.SUN else _PRESSED
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

    def fit(self) -> Fit:
        """Return the words' size in window pixels and their lines as they are painted."""
        if self._is_short(self.width()) or not self._words:
            return Fit(self._icon_px, [])
        above = self._is_above(self.width())
        beside = 2 * self._pad if above else self._beside()
        icon = self._icon_px * 1.12 if above and not self._is_flat else 0.0
        high = self.height() - 2 * self.dress.px(_TIGHT_PAD) - icon
        return fitted(self._words, max(1.0, self.width() - beside), high, self.type, _LINES)

    def paint_face(self, painter: QPainter, ink: str) -> None:
        """Paint the icon and the words, beside or below one another, in the middle."""
        fit, colour = self.fit(), self.dress.colour(ink)
        widths = [theme.text_width(one, fit.px, theme.BOLD) for one in fit.lines]
        words, side = max(widths, default=0.0), self._icon_px
        step = fit.px * self.type.leading
        high = step * len(fit.lines)
        middle = QPointF(self.width() / 2, self.height() / 2)
        left = self.dress.px(_LEFT_PAD) if self._is_left else middle.x() - words / 2
        top = middle.y() - high / 2
        if self._is_above(self.width()) and self._is_flat:
            corner = self.dress.px(_CORNER)
            box = QRectF(corner * 0.25, corner * 0.25, corner, corner)
            theme.paint_icon(painter, box, self._icon, colour)
        elif self._is_above(self.width()) and fit.lines:
            whole = side * 1.12 + high
            top = middle.y() - whole / 2 + side * 1.12
            spot = QRectF(middle.x() - side / 2, middle.y() - whole / 2, side, side)
            theme.paint_icon(painter, spot, self._icon, colour)
        elif self._icon:
            gap = self._icon_gap if fit.lines else 0.0
            left = middle.x() - (words + gap + side) / 2 + side + gap
            if self._is_left:
                left = self.dress.px(_LEFT_PAD) + side + gap
            spot = QRectF(left - gap - side, middle.y() - side / 2, side, side)
            theme.paint_icon(painter, spot, self._icon, colour)
        if fit.lines:
            last = top + high - step + baseline(step, fit.px, theme.BOLD)
            top -= overhang(fit.lines[-1], fit.px, theme.BOLD, last, self.height())
        for row, (line, wide) in enumerate(zip(fit.lines, widths, strict=True)):
            down = top + row * step + baseline(step, fit.px, theme.BOLD)
            indent = 0.0 if self._is_left else (words - wide) / 2
            spot_at = QPointF(left + indent, down)
            theme.paint_line(painter, spot_at, line, fit.px, theme.BOLD, colour)


def baseline(height: float, px: float, weight: int) -> float:
    """Return where the baseline is for a line in the middle of a height."""
    return (height + theme.text_metrics(px, weight).capHeight()) / 2
