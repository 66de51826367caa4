"""Screen: one picture of sky and sea, put together for whatever size and words there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.widgets.blocks import Block, Gap
from kiosk.ui.widgets.dress import LANDSCAPE_SIZE, PORTRAIT_SIZE, Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.rows import Cell, Flow
from kiosk.ui.widgets.touch_button import Kind, TouchButton

translate = QCoreApplication.translate

TWO_PLACES = 20
"""Seconds that a count is laid out with, so that what it begins with has room."""

CENTRE = Qt.AlignmentFlag.AlignHCenter
LEFT = Qt.AlignmentFlag.AlignLeft

_SCALES_BELOW = (1.75, 1.5, 1.25, 1.0)
_EDGE = 28.0
"""Units between the horizon, or the help deck, and what stands beside it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The picture behind: colour roles, and what stands on it.

    ``horizon`` is where sky meets sea, standing and lying, in units of the whole design. A lying
    ``panel`` is the share of the width from which the sea lies beside the sky and not below it;
    ``large_panel`` the same for large words only. Where it ``grows``, the horizon sinks for what
    the sky would like to say, as far as the sea can spare it.
    """

    horizon: tuple[float, float]
    sky: str = "sky"
    sea: str = "sea"
    ink: str = "ink"
    dot: str = "sun"
    has_deck: bool = True
    panel: float = 0.0
    large_panel: float = 0.0
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in the sky to be read, and in the sea to be touched."""

    sky: Block
    sea: Block


@dataclass(frozen=True, slots=True)
class Frame:
    """What the window leaves to a screen, in window pixels: below the top bar, above the deck."""

    top: float
    deck_top: float
    bottom: float


class Screen(QWidget):
    """One screen of the touchscreen; it emits what was pressed and knows nothing of the flow."""

    acted = Signal(object, object)

    def __init__(self, dress: Dress, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dress, self.scene = dress, scene
        self.language = "ko"
        self.horizon = 0.0
        self.panel_left = 0.0
        self.frame = Frame(0, 0, 0)
        self.is_short_of_room = False
        self.scale_used = 1.0

    def parts(self) -> Parts:
        """Return what stands where, for the dress of now; each screen puts its own together."""
        return Parts(Gap(), Gap())

    def button(
        self, act: Act, kind: Kind = Kind.LINE, *, value: object = None, **looks: object
    ) -> TouchButton:
        """Return a button of this screen whose press is an act."""
        made = TouchButton(self.dress, kind, parent=self, **looks)  # type: ignore[arg-type]
        made.clicked.connect(lambda: self.acted.emit(act, value))
        made.hide()
        return made

    def text(self, **looks: object) -> Lettering:
        """Return words of this screen; see Lettering for how they may look."""
        made = Lettering(self.dress, self, **looks)  # type: ignore[arg-type]
        made.hide()
        return made

    def either(self, whole: str, brief: str) -> str:
        """Return the brief words where large ones need the room of the whole ones."""
        return brief if self.dress.is_large else whole

    def home_button(self) -> TouchButton:
        """Return the way out, which shows its house alone where there is little room."""
        return self.button(Act.HOME, Kind.QUIET, icon="house-bold", short=True)

    @property
    def panel(self) -> float:
        """Return the share of the width from which the sea lies beside the sky, 0 for below it."""
        if self.dress.is_portrait:
            return 0.0
        is_large = self.dress.is_large and not self.dress.is_low
        return self.scene.panel or (self.scene.large_panel if is_large else 0.0)

    @property
    def is_beside(self) -> bool:
        """Tell whether the sea lies beside the sky."""
        return self.panel > 0

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out of the screen, which with large words stand in the help deck."""
        return ()

    def nav_rows(self) -> list[Block]:
        """Return the ways out as rows of the sea, or nothing where the deck has them."""
        cells = self.nav()
        if self.dress.is_large and self.scene.has_deck:
            return []
        return [Flow(cells, self.dress.gap)] if cells else []

    def deck_ways(self) -> list[TouchButton]:
        """Return the ways out that stand in the help deck."""
        if not self.dress.is_large or not self.scene.has_deck:
            return []
        blocks = [one.block if isinstance(one, Cell) else one for one in self.nav()]
        return [one for block in blocks for one in block.widgets() if isinstance(one, TouchButton)]

    def arrange(self, frame: Frame | None = None) -> None:
        """Put everything in its place: roomy, else tight, else with smaller words than asked for.

        ``scale_used`` and ``is_short_of_room`` tell what it came to.
        """
        self.frame = frame or self.frame
        asked = self.dress.text_scale
        tries = [(asked, False), (asked, True)]
        tries += [(one, True) for one in _SCALES_BELOW if one < asked]
        for scale, is_tight in tries:
            self.dress.text_scale, self.dress.is_tight = scale, is_tight
            parts = self.parts()
            self.is_short_of_room = not self._fits(parts)
            if not self.is_short_of_room:
                break
        self.scale_used = self.dress.text_scale
        self._place(parts)
        self.update()

    def _boxes(self, parts: Parts) -> tuple[QRectF, QRectF]:
        dress, frame = self.dress, self.frame
        margin, edge = dress.margin, dress.px(_EDGE if not dress.is_tight else _EDGE / 2)
        wide = dress.width - 2 * margin
        if self.is_beside:
            return self._boxes_beside(edge)
        sea_need, sky_need = parts.sea.least(wide), parts.sky.least(wide)
        lowest = frame.deck_top - sea_need - 2 * edge
        horizon = dress.height * self._wished_share()
        wanted = parts.sky.wish(wide) if self.scene.grows and not dress.is_roomy else sky_need
        horizon = max(horizon, frame.top + wanted + edge)
        highest = min(horizon, lowest)
        if dress.is_low and self.scene.has_deck:
            highest = max(dress.reach[0], min(frame.deck_top - 2 * edge, lowest))
            highest = dress.reach[0] if lowest < dress.reach[0] else min(highest, lowest)
            highest = max(highest, dress.reach[0])
        self.horizon = highest
        sky = QRectF(margin, frame.top, wide, max(0.0, highest - frame.top - edge * 0.6))
        sea = QRectF(margin, highest + edge, wide, max(0.0, frame.deck_top - highest - 2 * edge))
        return sky, sea

    def _boxes_beside(self, edge: float) -> tuple[QRectF, QRectF]:
        dress, frame = self.dress, self.frame
        margin = dress.margin
        self.panel_left = dress.width * self.panel
        self.horizon = dress.height
        deck = frame.deck_top - edge
        sky = QRectF(margin, frame.top, self.panel_left - margin - edge, deck - frame.top)
        left = self.panel_left + edge * 1.4
        low_top = dress.reach[0] if dress.is_low and self.scene.has_deck else 0.0
        top = max(frame.top - dress.px(40), low_top)
        return sky, QRectF(left, top, dress.width - left - margin, deck - top)

    def room_above(self, sea: Block) -> float:
        """Return the height that the sky has at most above a sea."""
        wide = self.dress.width - 2 * self.dress.margin
        if self.dress.is_low:
            return self.dress.reach[0] - self.frame.top - self.dress.px(_EDGE)
        room = self.frame.deck_top - self.frame.top - sea.least(wide)
        return room - self.dress.px(2.6 * _EDGE)

    def _wished_share(self) -> float:
        place = 0 if self.dress.is_portrait else 1
        whole = (PORTRAIT_SIZE[1], LANDSCAPE_SIZE[1])[place]
        return self.scene.horizon[place] / whole

    def _fits(self, parts: Parts) -> bool:
        sky, sea = self._boxes(parts)
        return all(
            block.least(box.width()) <= box.height() + 1 and block.least_width() <= box.width() + 1
            for block, box in ((parts.sky, sky), (parts.sea, sea))
        )

    def _place(self, parts: Parts) -> None:
        sky, sea = self._boxes(parts)
        placed = {*parts.sky.widgets(), *parts.sea.widgets(), *self.deck_ways()}
        for child in self.children():
            if isinstance(child, QWidget) and child not in placed:
                child.hide()
        parts.sky.place(sky)
        parts.sea.place(sea)

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

    def sentences(self) -> list[str]:
        """Return what voice guidance says of the screen: its words, and never anything personal."""
        said = [
            one
            for one in self.findChildren(Lettering)
            if one.isVisible() and one.text() and not one.is_personal
        ]
        said.sort(key=lambda one: _reading_order(one, self))
        return [_sentence(one.accessibleName()) for one in said]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint sky, sea and the deck's ground from edge to edge."""
        painter = QPainter(self)
        dress = self.dress
        painter.fillRect(self.rect(), dress.colour(self.scene.sky))
        whole = QRectF(self.rect())
        if self.is_beside:
            painter.fillRect(whole.adjusted(self.panel_left, 0, 0, 0), dress.colour(self.scene.sea))
        else:
            painter.fillRect(whole.adjusted(0, self.horizon, 0, 0), dress.colour(self.scene.sea))
        self.paint_scene(painter)
        if self.scene.has_deck:
            painter.fillRect(whole.adjusted(0, self.frame.deck_top, 0, 0), dress.colour("deep"))
        if dress.is_high_contrast and self.scene.sky == "sky" and not self.is_beside:
            line = dress.px(4)
            painter.fillRect(QRectF(0, self.horizon, self.width(), line), dress.colour("line"))
        painter.end()

    def paint_scene(self, painter: QPainter, /) -> None:
        """Paint what stands on the horizon."""

    def paint_sun(self, painter: QPainter, middle_x: float, radius: float) -> None:
        """Paint the sun rising on the horizon; ``middle_x`` and ``radius`` in window pixels."""
        if self.dress.is_high_contrast:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, 0, self.width(), self.horizon))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.dress.colour("sun"))
        painter.drawEllipse(
            QRectF(middle_x - radius, self.horizon - radius, 2 * radius, 2 * radius)
        )
        painter.restore()


def _reading_order(widget: QWidget, screen: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(screen, widget.rect().topLeft())
    return corner.y(), corner.x()


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


NOTHING = Gap()
