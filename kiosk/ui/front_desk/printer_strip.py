"""PrinterStrip: across the window while a printer needs somebody, with what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.printer import PrinterTold
from kiosk.ui import theme
from kiosk.ui.front_desk import printer_words
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton, Look
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

HEIGHT = 54.0
_BUTTON_HEIGHT = 38.0
_PAD = 18.0
_GAP = 14.0


class PrinterStrip(DeskPanel):
    """Tell the fault, that check-in goes on, how many badges wait, and the next step.

    ``fixed`` tells that staff have seen to it, ``sent_away`` the printer its badges are to go to,
    ``queue_wanted`` that the queue is asked for.
    """

    fixed = Signal()
    sent_away = Signal(str)
    queue_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: PrinterTold | None = None
        self._other: PrinterTold | None = None
        self._waiting = 0
        self.away = DeskButton(Caption(""), px=15, parent=self)
        self.queue = DeskButton(Caption(""), px=15, parent=self)
        self.done = DeskButton(Caption(""), Look.CHOSEN, px=15, parent=self)
        self.away.clicked.connect(self._send_away)
        self.queue.clicked.connect(self.queue_wanted)
        self.done.clicked.connect(self.fixed)

    def show_fault(self, told: PrinterTold | None, other: PrinterTold | None) -> None:
        """Show what a printer needs, with a well one beside it if there is one."""
        self._told, self._other = told, other
        self._waiting = told.waiting if told else 0
        self.renew()

    def _send_away(self) -> None:
        if self._other is not None:
            self.sent_away.emit(self._other.printer.name)

    def describe(self) -> None:
        """Tell the fault; word the buttons."""
        if self._told is None:
            self.setAccessibleName("")
            return
        self.setAccessibleName(f"{printer_words.head(self._told)}. {self._advice()}")
        other = self._other.printer.label if self._other else ""
        self.away.show_caption(Caption(self.tr("Send to printer {printer}").format(printer=other)))
        self.queue.show_caption(Caption(self.tr("Queue"), key="Ctrl+P"))
        self.done.show_caption(Caption(printer_words.fixed(self._told.state), icon="check-bold"))

    def _advice(self) -> str:
        parts = [printer_words.remedy(self._told.state)] if self._told else []
        parts.append(self.tr("Check-in goes on"))
        if self._waiting == 1:
            parts.append(self.tr("1 badge waits"))
        elif self._waiting:
            parts.append(self.tr("{n} badges wait").format(n=self._waiting))
        return " · ".join(part for part in parts if part)

    def place(self) -> None:
        """Put the buttons at the right, the next step last."""
        size = self.design_size
        self.away.setVisible(self._other is not None and self._waiting > 0)
        right = size.width() - _PAD
        for button in (self.done, self.away, self.queue):
            if button.isHidden():
                continue
            wide = button.design_width() - 8
            area = QRectF(right - wide, (size.height() - _BUTTON_HEIGHT) / 2, wide, _BUTTON_HEIGHT)
            button.set_scale(self.scale)
            button.setGeometry(self.on_screen(area))
            right -= wide + _GAP
        self._room = right

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the strip, the icon and the words that have room."""
        canvas.box(QRectF(0, 0, size.width(), size.height()), LIGHT.sun)
        if self._told is None:
            return
        middle = size.height() / 2
        canvas.icon(QRectF(_PAD, middle - 13, 26, 26), "printer-bold", LIGHT.on_sun)
        words = QRectF(_PAD + 40, 0, self._room - _PAD - 40, size.height())
        bold = Type(17, theme.BOLD, LIGHT.on_sun)
        taken = canvas.line(words, printer_words.head(self._told), bold, least=13)
        rest = words.adjusted(taken + _GAP, 0, 0, 0)
        if rest.width() > 90:
            canvas.line(rest, self._advice(), Type(16, theme.SEMIBOLD, LIGHT.on_sun), least=13)
