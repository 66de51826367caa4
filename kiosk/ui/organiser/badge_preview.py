"""BadgePreview: a template drawn off the GUI thread, the newest wish only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.domain.badge import MM_PER_INCH, BadgeTemplate, BadgeText
from kiosk.lanes import Lanes

if TYPE_CHECKING:
    from PIL.Image import Image

    from kiosk.services.badge_check import Note

_LANE = "draw"
_LEAST_DPI, _MOST_DPI = 60, 600


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn: a side of a template for one person large, and for others small."""

    template: BadgeTemplate
    is_back: bool
    person: BadgeText
    px_per_mm: float
    others: tuple[BadgeText, ...]
    small_px_per_mm: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A wish come true: pictures, and what the check found."""

    wish: Wish
    picture: QImage
    small: tuple[QImage, ...]
    notes: tuple[Note, ...]


class BadgePreview(QObject):
    """Draw what was wished last; ``drawn`` carries Drawn, ``failed`` what went wrong."""

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._is_busy = False
        self._next: Wish | None = None

    @property
    def is_idle(self) -> bool:
        """Tell whether everything that was wished is drawn."""
        return not self._is_busy and self._next is None

    def show(self, wish: Wish) -> None:
        """Draw a wish, or keep it until the one that is being drawn is done."""
        self._next = wish
        if not self._is_busy:
            self._begin()

    def _begin(self) -> None:
        wish, self._next = self._next, None
        if wish is None:
            return
        self._is_busy = True
        self._lanes.run(_LANE, draw_wish, wish, done=self._finish, failed=self._give_up, owner=self)

    def _finish(self, drawn: Drawn) -> None:
        self._is_busy = False
        self.drawn.emit(drawn)
        self._begin()

    def _give_up(self, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(error)
        self._begin()


def draw_wish(wish: Wish) -> Drawn:
    """Draw a wish, on a lane."""
    from kiosk.services import badge_check, badge_drawing  # noqa: PLC0415 - Pillow, when needed

    whole = replace(wish.template, least_mm=0.0)  # places stand where the template says
    sides = badge_drawing.cards(wish.person, whole, dpi_of(wish.px_per_mm))
    side = sides[-1] if wish.is_back else sides[0]
    small_dpi = dpi_of(wish.small_px_per_mm)
    small = [badge_drawing.draw(one, wish.template, small_dpi) for one in wish.others]
    notes = badge_check.check(wish.template, (wish.person, *wish.others))
    return Drawn(wish, qimage(side.image()), tuple(map(qimage, small)), tuple(notes))


def draw_small(template: BadgeTemplate, person: BadgeText, width_px: int) -> QImage:
    """Draw a badge for a list, so many dots wide, on a lane."""
    from kiosk.services import badge_drawing  # noqa: PLC0415 - see draw_wish

    dpi = dpi_of(width_px / template.width_mm)
    return qimage(badge_drawing.draw(person, template, dpi))


def dpi_of(px_per_mm: float) -> int:
    """Return the resolution at which a badge is drawn for a screen."""
    return round(min(_MOST_DPI, max(_LEAST_DPI, px_per_mm * MM_PER_INCH)))


def qimage(image: Image) -> QImage:
    """Return a picture as Qt's, which owns its dots."""
    plain = image.convert("RGB")
    form = QImage.Format.Format_RGB888
    return QImage(plain.tobytes(), plain.width, plain.height, 3 * plain.width, form).copy()
