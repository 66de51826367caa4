"""LogPanel: what was done last, at this desk and at others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.domain.found import LogLine
from kiosk.domain.journal import Kind
from kiosk.ui import theme
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import RIGHT, Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

_TOP = 42.0
_STEP = 26.0
_ICONS = {
    Kind.IN: ("check-circle-fill", LIGHT.ok_ink),
    Kind.OUT: ("sign-out-bold", LIGHT.info_ink),
    Kind.VOID: ("arrow-u-up-left-bold", LIGHT.ink2),
    Kind.NOTE: ("note-pencil", LIGHT.ink2),
}


class LogPanel(DeskPanel):
    """Show the latest lines, newest first, as many as have room.

    ``line_chosen`` carries the LogLine that was clicked.
    """

    line_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LogLine, ...] = ()
        self._tongue: Tongue | None = None

    def show_lines(self, lines: tuple[LogLine, ...], tongue: Tongue) -> None:
        """Show other lines, with times as the event's clock shows them."""
        self._lines, self._tongue = lines, tongue
        self.renew()

    def describe(self) -> None:
        """Tell the heading; the lines are told as its description."""
        self.setAccessibleName(self.tr("Just now"))
        told = [f"{self._time(line)} {line.name} {self._word(line)}" for line in self._lines]
        self.setAccessibleDescription("; ".join(told))

    def _word(self, line: LogLine) -> str:
        match line.kind:
            case Kind.IN:
                return self.tr("in")
            case Kind.OUT:
                return self.tr("out")
            case Kind.VOID:
                return self.tr("undone")
            case _:
                return self.tr("note")

    def _time(self, line: LogLine) -> str:
        return self._tongue.clock(line.at) if self._tongue else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which line was clicked; beside the lines a click is the window's."""
        row = int((event.position().y() / self.scale - _TOP) // _STEP)
        if 0 <= row < min(len(self._lines), self._room()):
            self.line_chosen.emit(self._lines[row])
        else:
            super().mousePressEvent(event)

    def _room(self) -> int:
        """Return how many lines have room."""
        return int((self.design_size.height() - _TOP - 8) // _STEP)

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the card, the heading and the lines."""
        canvas.box(QRectF(0, 0, size.width(), size.height()), LIGHT.paper, 16)
        heading = QRectF(16, 10, size.width() - 32, 26)
        canvas.line(heading, self.tr("Just now"), Type(16, theme.EXTRABOLD))
        for row, line in enumerate(self._lines[: self._room()]):
            area = QRectF(16, _TOP + row * _STEP, size.width() - 32, _STEP)
            self._paint_line(canvas, area, line)
        if not self._lines:
            words = self.tr("Nothing yet")
            canvas.line(QRectF(16, _TOP, size.width() - 32, 26), words, Type(15, 500, LIGHT.ink2))

    def _paint_line(self, canvas: Canvas, area: QRectF, line: LogLine) -> None:
        # An entry that was undone stays in the log, quiet and struck through.
        ink = LIGHT.ink3 if line.undone else LIGHT.ink
        small = Type(15, theme.MEDIUM, LIGHT.ink2)
        canvas.line(QRectF(area.left(), area.top(), 46, area.height()), self._time(line), small)
        icon, colour = _ICONS[line.kind]
        colour = LIGHT.ink3 if line.undone else colour
        canvas.icon(QRectF(area.left() + 54, area.center().y() - 9, 18, 18), icon, colour)
        desk = Type(14, theme.MEDIUM, LIGHT.ink2)
        wide = min(desk.width(line.desk) + 1, area.width() * 0.3)
        canvas.line(
            QRectF(area.right() - wide, area.top(), wide, area.height()), line.desk, desk, RIGHT
        )
        name = QRectF(area.left() + 82, area.top(), area.width() - 90 - wide, area.height())
        shown = line.name or self.tr("(erased)")
        long = canvas.line(name, shown, Type(15, theme.BOLD, ink))
        if line.undone:
            canvas.painter.setPen(QPen(QColor(theme.shade(ink)), 1.5))
            middle = name.center().y() + 0.5
            canvas.painter.drawLine(
                QRectF(name.left(), middle, long, 0).topLeft(),
                QRectF(name.left(), middle, long, 0).topRight(),
            )
