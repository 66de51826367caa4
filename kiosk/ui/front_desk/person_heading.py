"""PersonHeading: name, role, Latin name and belonging, set as large as they fit."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF

from kiosk.domain.registration import Registration
from kiosk.ui import theme
from kiosk.ui.front_desk import people
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type

_LARGEST, _LEAST_ON_ONE_LINE, _SMALLEST = 66.0, 40.0, 22.0
_LEADING = 1.16
_ONE_LINE_HEIGHT = 76.0
_LATIN = Type(16, theme.SEMIBOLD, LIGHT.ink2)
_BELONGING, _BELONGING_LEAST = 23.0, 17.0


class PersonHeading:
    """What stands at the top of a person's card; ``height`` is known before anything is painted."""

    def __init__(self, person: Registration, room: float) -> None:
        self._person, self._room = person, room
        self._role = people.tag(person, 17)
        beside = room - self._role.width - 14
        self._name, self._lines = fitted_name(person.name, room, beside)
        self._is_beside = len(self._lines) == 1 and self._name.width(person.name) <= beside + 1
        self._belonging = _belonging(person, room)

    @property
    def _name_height(self) -> float:
        wrapped = self._name.px * _LEADING * len(self._lines)
        return max(_ONE_LINE_HEIGHT, wrapped) if len(self._lines) == 1 else wrapped + 6

    @property
    def _second_height(self) -> float:
        if not self._is_beside:
            return self._role.height + 6
        return 28.0 if self._person.name_latin else 0.0

    @property
    def height(self) -> float:
        """Return the height it takes, in design pixels."""
        rows = sum(style.px * 1.3 for row in self._belonging for _, style in row[:1])
        return self._name_height + self._second_height + rows + 4

    def draw(self, canvas: Canvas, corner: QPointF) -> None:
        """Paint it from its left top corner."""
        left, top = corner.x(), corner.y()
        tall = self._name_height
        drop = max(0.0, (tall - self._name.px * _LEADING) / 2) if len(self._lines) == 1 else 0.0
        area = QRectF(left, top + drop, self._room, tall)
        canvas.lines(area, self._lines, self._name, _LEADING)
        top += tall
        second = QRectF(left, top, self._room, 22)
        if self._is_beside:
            wide = self._name.width(self._lines[0])
            middle = corner.y() + tall / 2 + 2
            canvas.pill(QPointF(left + wide + 14, middle - self._role.height / 2), self._role)
        else:
            taken = canvas.pill(QPointF(left, top), self._role, room=self._room)
            second = QRectF(left + taken + 10, top, self._room - taken - 10, self._role.height)
        if second.width() > 30:
            canvas.line(second, self._person.name_latin, _LATIN, least=14)
        self._draw_belonging(canvas, QPointF(left, top + self._second_height))

    def _draw_belonging(self, canvas: Canvas, corner: QPointF) -> None:
        top = corner.y()
        for row in self._belonging:
            left, tall = corner.x(), row[0][1].px * 1.3
            for text, style in row:
                area = QRectF(left, top, corner.x() + self._room - left, tall)
                left += canvas.line(area, text, style) + 10
            top += tall


_Row = list[tuple[str, Type]]


def _belonging(person: Registration, room: float) -> list[_Row]:
    """Return organisation and job title on one row while both fit at a good size, else on two."""
    parts = [
        (person.organisation, Type(_BELONGING, theme.EXTRABOLD)),
        (person.job_title, Type(_BELONGING, theme.SEMIBOLD)),
    ]
    told = [(text, style) for text, style in parts if text]
    gaps = 10.0 * max(0, len(told) - 1)
    whole = sum(style.width(text) for text, style in told)
    fits = whole + gaps <= room
    px = _BELONGING if fits else math.floor(_BELONGING * (room - gaps) / whole)
    if px >= _BELONGING_LEAST:
        return [[(text, style.at(px)) for text, style in told]] if told else []
    return [[(text, style.fitted(text, room, 15))] for text, style in told]


def fitted_name(name: str, room: float, room_beside: float) -> tuple[Type, list[str]]:
    """Return a name's type and lines: as large as fits beside its role, alone, or wrapped."""
    largest = Type(_LARGEST, theme.EXTRABOLD)
    for space in (room_beside, room):
        style = largest.fitted(name, space, 1)
        if style.px >= _LEAST_ON_ONE_LINE:
            return style, [name]
    for count, px in ((2, _LEAST_ON_ONE_LINE), (2, 32.0), (3, 26.0), (3, _SMALLEST)):
        style = largest.at(px)
        lines = style.wrapped(name, room, count)
        if not lines[-1].endswith("…"):
            return style, lines
    style = largest.at(_SMALLEST)
    return style, style.wrapped(name, room, 4)
