"""Ink: every word and icon of a window as it was painted: whose, what, how large, where.

Everything on the touchscreen is painted through functions of ``kiosk.ui.theme``. They are watched
while a window paints itself, so no widget is asked what it means to paint. Boxes are in window
pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme

ROUNDING_PX = 1.5
"""What a box may lose when it is set to whole pixels."""

_SMALL = 8
"""How much smaller a picture is that nobody looks at: grounds cost by their pixels."""


class Box(NamedTuple):
    """A rectangle by its edges, in window pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def wide(self) -> float:
        return self.right - self.left

    @property
    def tall(self) -> float:
        return self.bottom - self.top

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def over(self, other: Box) -> float:
        """Return how far another box reaches over the edges of this one, below 0 if nowhere."""
        return max(
            self.left - other.left,
            self.top - other.top,
            other.right - self.right,
            other.bottom - self.bottom,
        )

    def holds(self, other: Box) -> bool:
        return self.over(other) <= ROUNDING_PX

    def away(self, other: Box) -> tuple[float, float]:
        """Return how far another box is, across and down; below 0 they share that much."""
        across = max(self.left, other.left) - min(self.right, other.right)
        down = max(self.top, other.top) - min(self.bottom, other.bottom)
        return across, down

    def within(self, other: Box) -> Box:
        """Return what of this box lies in another."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Ink(NamedTuple):
    """A line of text, or an icon, as it was painted: whose, what, how large, where."""

    owner: QWidget
    text: str
    px: float
    box: Box
    colour: str
    is_icon: bool = False


def box_of(widget: QWidget, window: QWidget) -> Box:
    """Return where a widget is in its window."""
    corner = widget.mapTo(window, QPoint(0, 0))
    left, top = corner.x(), corner.y()
    return Box(left, top, left + widget.width(), top + widget.height())


class _Watch:
    """Stands in for the functions that paint ink, and keeps what they were asked."""

    def __init__(self, *, paints: bool, scale: int) -> None:
        self.seen: list[Ink] = []
        self._scale = scale
        self._line, self._icon, self._paints = theme.paint_line, theme.paint_icon, paints

    def line(
        self,
        painter: QPainter,
        baseline: QPointF,
        text: str,
        px: float,
        weight: int,
        colour: str | QColor,
    ) -> None:
        pen = theme.text_width("", px, weight)
        ink = outline(text, px).translated(baseline + QPointF(pen / 2, 0))
        ink = ink.adjusted(-pen / 2, -pen / 2, pen / 2, pen / 2)
        self._keep(painter, text, px, ink, colour, is_icon=False)
        if self._paints:
            self._line(painter, baseline, text, px, weight, colour)

    def icon(self, painter: QPainter, box: QRectF, name: str, colour: str | QColor) -> None:
        side = min(box.width(), box.height())
        metrics, char = QFontMetricsF(theme.icon_font(side)), theme.icon(name)
        left = box.center().x() - metrics.horizontalAdvance(char) / 2
        down = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        ink = metrics.tightBoundingRect(char).translated(left, down)
        self._keep(painter, name, side, ink, colour, is_icon=True)
        if self._paints:
            self._icon(painter, box, name, colour)

    def _keep(
        self,
        painter: QPainter,
        text: str,
        px: float,
        ink: QRectF,
        colour: str | QColor,
        *,
        is_icon: bool,
    ) -> None:
        owner = painter.device()
        if not isinstance(owner, QWidget):
            return  # the signature's paper, which is kept as a picture
        there: QTransform = painter.deviceTransform()
        at = there.mapRect(ink)
        box = Box(*(edge * self._scale for edge in (at.left(), at.top(), at.right(), at.bottom())))
        if text.strip() and box.wide > 0:
            self.seen.append(Ink(owner, text, px, box, QColor(colour).name(), is_icon))


@contextmanager
def _watched(*, paints: bool, scale: int = 1) -> Iterator[list[Ink]]:
    watch = _Watch(paints=paints, scale=scale)
    with (
        patch.object(theme, "paint_line", watch.line),
        patch.object(theme, "paint_personal_line", watch.line, create=True),
        patch.object(theme, "paint_icon", watch.icon),
    ):
        yield watch.seen


def ink_of(window: QWidget) -> list[Ink]:
    """Return all ink of a window, without painting any of it: places cost little, glyphs much."""
    image = QImage(window.size() / _SMALL, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(1 / _SMALL, 1 / _SMALL)
    with _watched(paints=False, scale=_SMALL) as seen:
        window.render(painter, QPoint(0, 0))
    painter.end()
    return seen


def painted(window: QWidget) -> tuple[QImage, list[Ink]]:
    """Return a window's picture and all ink on it."""
    with _watched(paints=True) as seen:
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    return image, seen


def ink_height(text: str, px: float) -> float:
    """Return how high the ink of 한, ㅎ or H is at a size, whichever the text is made of."""
    letter = "H"
    if any("\uac00" <= char <= "\ud7a3" for char in text):
        letter = "한"
    elif any("\u3131" <= char <= "\u318e" for char in text):
        letter = "ㅎ"
    return outline(letter, px).height()


@lru_cache(maxsize=4096)
def outline(text: str, px: float) -> QRectF:
    """Return where a line's outline is beside its baseline's left end.

    QFontMetricsF.tightBoundingRect reaches down to the baseline, and letters like ㅎ end above it.
    """
    path = QPainterPath()
    path.addText(QPointF(0, 0), theme.text_font(px), text)
    return path.boundingRect()
