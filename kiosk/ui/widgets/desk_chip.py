"""Chip: one device's state in the desk's top bar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type

CHIP_HEIGHT = 34.0


class Mood(StrEnum):
    """How much a chip asks for attention."""

    CALM = "calm"
    WARN = "warn"
    BAD = "bad"


_COLOURS = {
    Mood.CALM: (LIGHT.sea_key, LIGHT.on_sea),
    Mood.WARN: (LIGHT.sun, LIGHT.on_sun),
    Mood.BAD: (LIGHT.paper, LIGHT.stop_ink),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """Words, an icon and a mood; ``remedy`` says what to do, "" where nothing is to be said."""

    text: str
    icon: str
    mood: Mood = Mood.CALM
    remedy: str = ""

    @property
    def width(self) -> float:
        """Return its width in design pixels."""
        return Type(15, theme.SEMIBOLD).width(self.text) + 52

    def paint(self, canvas: Canvas, left: float, middle: float) -> None:
        """Paint it from its left end, centred on a height."""
        field, ink = _COLOURS[self.mood]
        area = QRectF(left, middle - CHIP_HEIGHT / 2, self.width, CHIP_HEIGHT)
        canvas.box(area, field, CHIP_HEIGHT / 2)
        canvas.icon(QRectF(left + 12, middle - 10, 20, 20), self.icon, ink)
        words = QRectF(left + 39, area.top(), self.width - 49, CHIP_HEIGHT)
        canvas.line(words, self.text, Type(15, theme.SEMIBOLD, ink))
