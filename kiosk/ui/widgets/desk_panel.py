"""DeskPanel: a part of the desk's window that paints itself from what it was told to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.desk_canvas import Canvas

T = TypeVar("T")


class DeskPanel(QWidget):
    """Paint in design pixels at a scale; words are looked up anew whenever they are painted.

    A subclass draws in ``draw``, puts its children in ``place`` and says in ``describe`` what a
    screen reader tells.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0

    @property
    def design_size(self) -> QSizeF:
        """Return the panel's size in design pixels."""
        return QSizeF(self.width() / self._scale, self.height() / self._scale)

    @property
    def scale(self) -> float:
        """Return how many device-independent pixels one design pixel is."""
        return self._scale

    def set_scale(self, scale: float) -> None:
        """Paint larger or smaller from now on."""
        self._scale = scale
        self.place()
        self.update()

    def renew(self) -> None:
        """Show what changed: children, the screen reader's words, the picture."""
        # Words first: they tell which children are shown, and those are what is placed.
        self.describe()
        self.place()
        self.update()

    def on_screen(self, area: QRectF) -> QRect:
        """Return where an area in design pixels lies among the widget's own pixels."""
        scaled = QRectF(
            area.x() * self._scale,
            area.y() * self._scale,
            area.width() * self._scale,
            area.height() * self._scale,
        )
        return scaled.toRect()

    def while_alive(self, slot: Callable[[T], object]) -> Callable[[T], None]:
        """Return a slot for an answer that may come when the panel is gone; then it is dropped."""

        def heard(answer: T) -> None:
            if shiboken6.isValid(self):
                slot(answer)

        return heard

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the panel of a size in design pixels."""

    def place(self) -> None:
        """Put the children where they belong."""

    def describe(self) -> None:
        """Tell a screen reader what is shown."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint through a canvas."""
        painter = QPainter(self)
        self.draw(Canvas(painter, self._scale), self.design_size)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the children anew."""
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.renew()
