"""ChipButton: a device's chip that says what to do, when it is pointed at, reached or pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas
from kiosk.ui.widgets.desk_chip import CHIP_HEIGHT, Chip

RING = 3.0
"""Design pixels around the chip, for the mark of the focus."""


class ChipButton(QAbstractButton):
    """Paint a chip; ``pointed`` tells whether the mouse or the focus is on it."""

    pointed = Signal(bool)

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip, self.scale = chip, 1.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Show another state."""
        self.chip = chip
        self.setAccessibleName(chip.text)
        self.setAccessibleDescription(chip.remedy)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the mouse is here."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the mouse went."""
        super().leaveEvent(event)
        self.pointed.emit(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the focus is here."""
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the focus went."""
        super().focusOutEvent(event)
        self.pointed.emit(self.underMouse())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip, and the focus around it."""
        painter = QPainter(self)
        canvas = Canvas(painter, self.scale)
        area = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        if self.hasFocus():
            canvas.box(area, None, area.height() / 2, edge=LIGHT.sun, edge_width=2)
        self.chip.paint(canvas, RING, area.center().y())
        painter.end()


def chip_area(left: float, middle: float, chip: Chip) -> QRectF:
    """Return the design pixels of a chip's button, ring included."""
    tall = CHIP_HEIGHT + 2 * RING
    return QRectF(left - RING, middle - tall / 2, chip.width + 2 * RING, tall)
