"""CandidateCard: a person as a guest may see them, to be touched."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import fitted
from kiosk.ui.widgets.touch_button import Kind, TouchButton, baseline, fitting_px

_NAME_PX, _ORGANISATION_PX, _LEADING = 64.0, 57.0, 1.12
_LEAST_SHARE = 0.63
"""An organisation is cut rather than set smaller than this share: 36 px, 9 mm."""

_ELLIPSIS = "…"


class CandidateCard(TouchButton):
    """A masked name and an organisation; the arrow says that a touch chooses."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Kind.CARD, parent=parent)
        self._organisation = ""

    def show_person(self, masked_name: str, organisation: str) -> None:
        """Show a person; empty words clear the card."""
        self._organisation = organisation
        self.say(masked_name, f"{masked_name}, {organisation}" if organisation else masked_name)

    def paint_face(self, painter: QPainter, ink: str) -> None:
        """Paint the name, the organisation and the arrow in one row."""
        px, pad = self.dress.px, self.dress.px(36)
        arrow = px(52)
        room = self.width() - 2 * pad - arrow - px(16)
        name_px = fitting_px(self._words, room * 0.55, px(_NAME_PX), theme.EXTRABOLD)
        name = _cut(self._words, room * 0.6, name_px, theme.EXTRABOLD)
        spot = QPointF(pad, baseline(self.height(), name_px, theme.EXTRABOLD))
        theme.paint_line(painter, spot, name, name_px, theme.EXTRABOLD, self.dress.colour(ink))
        taken = theme.text_width(name, name_px, theme.EXTRABOLD) + px(28)
        self._paint_organisation(painter, QRectF(pad + taken, 0, room - taken, self.height()))
        box = QRectF(self.width() - pad - arrow, (self.height() - arrow) / 2, arrow, arrow)
        theme.paint_icon(painter, box, "caret-right-bold", self.dress.colour(ink))

    def _paint_organisation(self, painter: QPainter, box: QRectF) -> None:
        if box.width() <= 0 or not self._organisation:
            return
        px, lines = fitted(
            self._organisation,
            box.width(),
            box.height(),
            px=self.dress.px(_ORGANISATION_PX),
            weight=theme.SEMIBOLD,
            leading=_LEADING,
            most=2,
            least=_LEAST_SHARE,
        )
        colour = self.dress.colour("on_sun" if self.isDown() else "ink2")
        top = (box.height() - px * _LEADING * len(lines)) / 2
        for row, line in enumerate(lines):
            down = top + row * px * _LEADING + baseline(px * _LEADING, px, theme.SEMIBOLD)
            spot = QPointF(box.left(), down)
            theme.paint_line(painter, spot, line, px, theme.SEMIBOLD, colour)


def _cut(text: str, room: float, px: float, weight: int) -> str:
    if theme.text_width(text, px, weight) <= room:
        return text
    while text and theme.text_width(text + _ELLIPSIS, px, weight) > room:
        text = text[:-1]
    return text + _ELLIPSIS
