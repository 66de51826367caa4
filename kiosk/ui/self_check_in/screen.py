"""Screen: one picture of sky and sea, with everything placed for both ways a panel may stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.widgets.dress import Box, Dress
from kiosk.ui.widgets.lettering import Lettering

translate = QCoreApplication.translate

DECK_TOP = (1632.0, 896.0)
"""Where the help deck begins, standing and lying (tokens.json, layout.deck_band_y)."""

TOP_BAR = ((60.0, 40.0, 960.0, 64.0), (72.0, 40.0, 1776.0, 64.0))
"""Where the hosts and the time stand, standing and lying."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The picture behind: horizons standing and lying, colour roles, and what stands on it."""

    horizon: tuple[float, float]
    sky: str = "sky"
    sea: str = "sea"
    ink: str = "ink"
    dot: str = "sun"
    has_deck: bool = True
    bar: tuple[Box, Box] = TOP_BAR


@dataclass(frozen=True, slots=True)
class _Placed:
    widget: QWidget
    boxes: tuple[Box, Box]
    px: tuple[float, float] | None


class Screen(QWidget):
    """One screen of the touchscreen; it emits participles and knows nothing of the flow."""

    touched = Signal()

    def __init__(self, dress: Dress, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dress, self.scene = dress, scene
        self.language = "ko"
        self._placed: list[_Placed] = []

    def put(
        self,
        widget: QWidget,
        portrait: Box,
        landscape: Box,
        *,
        px: tuple[float, float] | None = None,
    ) -> None:
        """Place a widget in design pixels; ``px`` are the two sizes of a Lettering."""
        widget.setParent(self)
        self._placed.append(_Placed(widget, (portrait, landscape), px))

    def arrange(self) -> None:
        """Place everything anew after the window's size has changed."""
        way = 0 if self.dress.is_portrait else 1
        for placed in self._placed:
            if placed.px and isinstance(placed.widget, Lettering):
                placed.widget.set_px(placed.px[way])
            placed.widget.setGeometry(self.dress.rect(placed.boxes[way]))
        self.update()

    def speak(self, language: str) -> None:
        """Show every word in another language."""
        self.language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew; each screen says its own."""

    def clear(self) -> None:
        """Forget everything personal; each screen knows what it holds."""

    def show_time(self, left_s: float, whole_s: float, /) -> None:
        """Show how long the screen still lasts, where it says so."""

    def buttons(self) -> Iterator[QAbstractButton]:
        """Yield what can be pressed, from the top down and from the left."""
        found = [
            one
            for one in self.findChildren(QAbstractButton)
            if one.isVisible() and one.isEnabled() and one.width() > 0
        ]
        yield from sorted(found, key=lambda one: _reading_order(one, self))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint sky, sea and the deck's ground from edge to edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.dress.colour(self.scene.sky))
        horizon = self.y_of(self.scene.horizon)
        whole = QRectF(self.rect())
        painter.fillRect(whole.adjusted(0, horizon, 0, 0), self.dress.colour(self.scene.sea))
        self.paint_scene(painter, horizon)
        if self.scene.has_deck:
            deck = self.y_of(DECK_TOP)
            painter.fillRect(whole.adjusted(0, deck, 0, 0), self.dress.colour("deep"))
        if self.dress.is_high_contrast and self.scene.sky == "sky":
            line = self.dress.px(4)
            painter.fillRect(QRectF(0, horizon, self.width(), line), self.dress.colour("line"))
        painter.end()

    def paint_scene(self, painter: QPainter, horizon: float, /) -> None:
        """Paint what stands on the horizon; ``horizon`` is in window pixels."""

    def y_of(self, heights: tuple[float, float]) -> float:
        """Return one of two design heights as the window's, for the way it stands."""
        return self.dress.top + self.dress.px(heights[0 if self.dress.is_portrait else 1])


def _reading_order(button: QAbstractButton, screen: QWidget) -> tuple[int, int]:
    corner = button.mapTo(screen, button.rect().topLeft())
    return corner.y(), corner.x()


CENTRE = Qt.AlignmentFlag.AlignHCenter
