"""CandidateCard: a person as a guest may see them, to be touched."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.lettering import Fit, Type, fitted, least_fit
from kiosk.ui.widgets.measured import kept
from kiosk.ui.widgets.touch_button import Kind, TouchButton, baseline

_NAME, _LEADING, _PAD, _ARROW, _BETWEEN = 64.0, 1.14, 32.0, 52.0, 26.0
_LINES = 2


class CandidateCard(TouchButton):
    """A masked name and an organisation, beside it or below it; the arrow says: touch to choose."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Kind.CARD, parent=parent)
        self._organisation = ""

    def show_person(self, masked_name: str, organisation: str) -> None:
        """Show a person; empty words clear the card."""
        self._organisation = organisation
        self.forget_measures()
        self.say(masked_name, f"{masked_name}, {organisation}" if organisation else masked_name)
        self.update()

    def _type(self, text: str, px: float, weight: int) -> Type:
        least, wish = self.dress.text_units(px, text)
        unit = self.dress.px
        return Type(unit(wish), unit(least), unit(least / self.dress.text_scale), weight, _LEADING)

    @property
    def _name_type(self) -> Type:
        return self._type(self._words, _NAME, theme.EXTRABOLD)

    @property
    def _organisation_type(self) -> Type:
        return self._type(self._organisation, BODY, theme.SEMIBOLD)

    def _room(self, width: float) -> float:
        return width - self.dress.px(2 * _PAD + _ARROW + 12)

    @kept
    def _is_beside(self, width: float) -> bool:
        name = theme.text_width(self._words, self._name_type.least, theme.EXTRABOLD)
        rest = self._room(width) - name - self.dress.px(_BETWEEN)
        made = self._organisation_type
        if rest <= self.dress.px(240):
            return False
        if self.dress.is_tight:
            return True
        fit = least_fit(self._organisation, rest, made._replace(floor=made.least))
        wide = max((theme.text_width(one, fit.px, theme.SEMIBOLD) for one in fit.lines), default=0)
        return len(fit.lines) <= self._most_lines and wide <= rest

    @property
    def _most_lines(self) -> int:
        # An organisation is told in full; only where there is no room at all is it cut.
        return 1 if self.dress.is_tight else _LINES

    @kept
    def _organisation_lines(self, width: float) -> int:
        made = self._organisation_type
        room = self._room(width)
        if self._is_beside(width):
            name = theme.text_width(self._words, self._name_type.least, theme.EXTRABOLD)
            room -= name + self.dress.px(_BETWEEN)
        return min(self._most_lines, len(least_fit(self._organisation, max(1.0, room), made).lines))

    @kept
    def least_width(self) -> float:
        """Return the width of the masked name."""
        name = theme.text_width(self._words, self._name_type.least, theme.EXTRABOLD)
        return max(self.dress.target, name + self.dress.px(2 * _PAD + _ARROW + 12))

    @kept
    def least_height(self, width: float) -> float:
        """Return one line's height, or that of the name over the organisation."""
        lines = self._name_type.least * _LEADING
        below = self._organisation_type.least * _LEADING * self._organisation_lines(width)
        lines = max(lines, below) if self._is_beside(width) else lines + below
        return max(self.dress.target, lines + self.dress.px(16))

    def wished_height(self, width: float) -> float:
        """Return the height at which it looks best."""
        return max(self.least_height(width), self.dress.px(114))

    def fits(self) -> tuple[Fit, Fit]:
        """Return how the name and the organisation are painted."""
        room, high = self._room(self.width()), float(self.height()) - self.dress.px(6)
        name = fitted(self._words, room, high, self._name_type, 1)
        if self._is_beside(self.width()):
            room -= theme.text_width(self._words, name.px, theme.EXTRABOLD)
            room -= self.dress.px(_BETWEEN)
        else:
            high -= name.px * _LEADING
        return name, fitted(
            self._organisation, max(1.0, room), high, self._organisation_type, _LINES
        )

    def paint_face(self, painter: QPainter, ink: str) -> None:
        """Paint the name, the organisation and the arrow."""
        px, pad = self.dress.px, self.dress.px(_PAD)
        arrow = px(_ARROW)
        colour = self.dress.colour(ink)
        box = QRectF(self.width() - pad - arrow, (self.height() - arrow) / 2, arrow, arrow)
        theme.paint_icon(painter, box, "caret-right-bold", colour)
        name, organisation = self.fits()
        second = self.dress.colour("on_sun" if self.isDown() else "ink2")
        step, below = name.px * _LEADING, organisation.px * _LEADING * len(organisation.lines)
        if self._is_beside(self.width()):
            wide = theme.text_width(self._words, name.px, theme.EXTRABOLD)
            at = QPointF(pad, (self.height() - step) / 2)
            then = QPointF(pad + wide + px(_BETWEEN), (self.height() - below) / 2)
        else:
            at = QPointF(pad, (self.height() - step - below) / 2)
            then = QPointF(pad, at.y() + step)
        self._paint_lines(painter, at, name, theme.EXTRABOLD, colour)
        self._paint_lines(painter, then, organisation, theme.SEMIBOLD, second)

    def _paint_lines(
        self, painter: QPainter, at: QPointF, fit: Fit, weight: int, colour: QColor
    ) -> None:
        step = fit.px * _LEADING
        for row, line in enumerate(fit.lines):
            spot = QPointF(at.x(), at.y() + row * step + baseline(step, fit.px, weight))
            theme.paint_personal_line(painter, spot, line, fit.px, weight, colour)
