"""Canvas: what the desk's panels paint with, in the design's own pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
"""Where a line stands in its box: the share of the spare room on its left."""

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Type:
    """How text looks: size in design pixels, weight and colour."""

    px: float = 16
    weight: int = theme.SEMIBOLD
    colour: str = LIGHT.ink

    def width(self, text: str) -> float:
        """Return how wide a line of text is, in design pixels."""
        return theme.text_width(text, self.px, self.weight)

    def at(self, px: float) -> Type:
        """Return the same type at another size."""
        return Type(px, self.weight, self.colour)

    def fitted(self, text: str, room: float, least: float) -> Type:
        """Return the type at the largest size, down to ``least``, at which a line fits."""
        wide = self.width(text)
        if wide <= room or wide <= 0:
            return self
        # Whole pixels, because that is what a font comes in: rounded up, the line would not fit.
        return self.at(max(least, math.floor(self.px * room / wide)))

    def shortened(self, text: str, room: float) -> str:
        """Return the text, cut with an ellipsis where it is wider than the room."""
        if self.width(text) <= room:
            return text
        if self.width(_ELLIPSIS) > room:
            return ""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(text[:middle].rstrip() + _ELLIPSIS) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return text[:low].rstrip() + _ELLIPSIS

    def wrapped(self, text: str, room: float, most: int) -> list[str]:
        """Return at most ``most`` lines, broken between words and, if need be, within one."""
        lines: list[str] = []
        rest = text
        while rest and len(lines) < most - 1:
            line = self._first_line(rest, room)
            lines.append(line.rstrip())
            rest = rest[len(line) :].lstrip()
        return [*lines, self.shortened(rest, room)] if rest else lines

    def _first_line(self, text: str, room: float) -> str:
        if self.width(text) <= room:
            return text
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(text[:middle].rstrip()) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        word_end = text.rfind(" ", 1, low + 1)
        return text[:word_end] if word_end > 0 else text[:low]


@dataclass(frozen=True, slots=True)
class PillStyle:
    """The two colours of a pill."""

    field: str
    ink: str


OK_PILL = PillStyle(LIGHT.ok_soft, LIGHT.ok_ink)
QUIET_PILL = PillStyle(LIGHT.sand, LIGHT.ink)
INFO_PILL = PillStyle(LIGHT.info_soft, LIGHT.info_ink)
WARN_PILL = PillStyle(LIGHT.sun_soft, LIGHT.ink)
STOP_PILL = PillStyle(LIGHT.stop_soft, LIGHT.stop_ink)


@dataclass(frozen=True, slots=True)
class Pill:
    """A short state in a rounded field; the icon says it a second time without colour."""

    text: str
    style: PillStyle = QUIET_PILL
    icon: str = ""
    px: float = 14

    @property
    def type(self) -> Type:
        """Return the type of its words."""
        return Type(self.px, theme.BOLD, self.style.ink)

    @property
    def height(self) -> float:
        """Return its height in design pixels: the token's 28 at 14 px."""
        return self.px * 2

    @property
    def width(self) -> float:
        """Return its width in design pixels."""
        room = self.px * 1.4 + self.type.width(self.text)
        return room + (self.px * 1.5 if self.icon else 0)


class Canvas:
    """A painter scaled so that one unit is one design pixel; every text on it is plain.

    Colours are the light theme's; what is painted is the theme that the desk wears.
    """

    def __init__(self, painter: QPainter, scale: float) -> None:
        self.painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)

    def box(
        self,
        area: QRectF,
        fill: str | None,
        radius: float = 0,
        *,
        edge: str | None = None,
        edge_width: float = 0,
        dashed: bool = False,
    ) -> None:
        """Paint a rounded field; an edge is drawn inside the area."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        pen = QPen(QColor(theme.shade(edge)), edge_width, style) if edge else Qt.PenStyle.NoPen
        self.painter.setPen(pen)
        self.painter.setBrush(QColor(theme.shade(fill)) if fill else Qt.BrushStyle.NoBrush)
        inset = edge_width / 2 if edge else 0
        self.painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)

    def line(
        self, area: QRectF, text: str, style: Type, align: float = LEFT, *, least: float = 0
    ) -> float:
        """Paint one line, smaller down to ``least``, then cut; return its width."""
        style = style.fitted(text, area.width(), least) if least else style
        shown = style.shortened(text, area.width())
        wide = style.width(shown)
        cap = QFontMetricsF(theme.text_font(style.px, style.weight)).capHeight()
        start = QPointF(
            area.left() + (area.width() - wide) * align, area.center().y() + cap / 2 + 0.01
        )
        ink = theme.shade(style.colour)
        theme.paint_personal_line(self.painter, start, shown, style.px, style.weight, ink)
        return wide

    def lines(self, area: QRectF, texts: list[str], style: Type, leading: float = 1.3) -> float:
        """Paint lines from the area's top; return the height they take."""
        step = style.px * leading
        for row, text in enumerate(texts):
            self.line(QRectF(area.left(), area.top() + row * step, area.width(), step), text, style)
        return step * len(texts)

    def paragraph(self, area: QRectF, text: str, style: Type, *, most: int = 2) -> float:
        """Paint wrapped text of at most ``most`` lines; return the height it takes."""
        return self.lines(area, style.wrapped(text, area.width(), most), style)

    def icon(self, area: QRectF, name: str, colour: str) -> None:
        """Paint an icon as large as its area."""
        theme.paint_icon(self.painter, area, name, theme.shade(colour))

    def pill(self, corner: QPointF, pill: Pill, *, room: float | None = None) -> float:
        """Paint a pill from its left top corner, no wider than the room; return its width."""
        wide = pill.width if room is None else min(pill.width, room)
        area = QRectF(corner.x(), corner.y(), wide, pill.height)
        self.box(area, pill.style.field, pill.height / 2)
        inner = area.adjusted(pill.px * 0.7, 0, -pill.px * 0.7, 0)
        if pill.icon:
            size = pill.px * 1.15
            top = area.center().y() - size / 2
            self.icon(QRectF(inner.left(), top, size, size), pill.icon, pill.style.ink)
            inner.setLeft(inner.left() + pill.px * 1.5)
        self.line(inner.adjusted(0, 0, 1, 0), pill.text, pill.type)
        return wide

    def keycap(self, corner: QPointF, text: str, ink: str, field: str | None = None) -> float:
        """Paint the name of a key as a small cap, 24 high; return its width."""
        style = Type(14, theme.BOLD, ink)
        wide = keycap_width(text)
        area = QRectF(corner.x(), corner.y(), wide, 24)
        self.box(area, field, 6, edge=ink if field is None else LIGHT.edge, edge_width=1.5)
        self.line(area, text, style, CENTRE)
        return wide


def keycap_width(text: str) -> float:
    """Return how wide a key's cap is, in design pixels."""
    return max(30, Type(14, theme.BOLD).width(text) + 14)
