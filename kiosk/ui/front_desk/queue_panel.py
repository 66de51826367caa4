"""QueuePanel: the printers and the badges that wait, in the right column, with arrows and Enter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.badge_line import BadgeLine
from kiosk.domain.found import BadgeState
from kiosk.domain.printer import PrinterTold
from kiosk.ui import theme
from kiosk.ui.front_desk import printer_words
from kiosk.ui.front_desk.printers import Act, Printers
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton, Look
from kiosk.ui.widgets.desk_canvas import RIGHT, Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel
from kiosk.ui.widgets.queue_row import HEIGHT, QueueLine, QueueRow

MOST_ROWS = 14
"""More do not fit any window; the heading counts them all."""
_MOST_ACTS = 3
_HEADING = 44.0
_PAD = 12.0
_GAP = 6.0
_BUTTON = 40.0
_ICONS = {
    BadgeState.WAITING: "clock-bold",
    BadgeState.PRINTING: "printer-bold",
    BadgeState.FAILED: "warning-fill",
    BadgeState.UNSURE: "question-bold",
}


class QueuePanel(DeskPanel):
    """Show the queue; up and down choose a row, left and right what to do, Enter does it.

    ``closed`` tells that staff are done with it. Letters go on to the search field, and a scan is
    taken as ever.
    """

    closed = Signal()

    def __init__(self, printers: Printers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printers = printers
        self._chosen = self._act = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.rows = [QueueRow(self) for _ in range(MOST_ROWS)]
        for at, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, at=at: self.choose(at))
        self.buttons = [DeskButton(Caption(""), px=15, parent=self) for _ in range(_MOST_ACTS)]
        for at, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, at=at: self.press(at))

    def choose(self, at: int) -> None:
        """Choose a row; one that is not there changes nothing."""
        if 0 <= at < len(self._subjects()):
            self._chosen, self._act = at, 0
            self.renew()

    def press(self, at: int) -> None:
        """Do what the button of an index stands for."""
        acts, subjects = self._acts(), self._subjects()
        if at < len(acts):
            subject = subjects[self._chosen]
            named = subject.job if isinstance(subject, BadgeLine) else subject.printer.name
            self._printers.do(acts[at], named)

    def _subjects(self) -> list[PrinterTold | BadgeLine]:
        shown: list[PrinterTold | BadgeLine] = [*(self._printers.told or ()), *self._in_order()]
        return shown[:MOST_ROWS]

    def _in_order(self) -> list[BadgeLine]:
        """Return the badges that need somebody before those that only wait."""
        asks = (BadgeState.UNSURE, BadgeState.FAILED)
        return sorted(self._printers.lines, key=lambda one: one.state not in asks)

    def _acts(self) -> list[Act]:
        subjects = self._subjects()
        if not subjects:
            return []
        subject = subjects[min(self._chosen, len(subjects) - 1)]
        if isinstance(subject, BadgeLine):
            return self._printers.acts_of_badge(subject)[:_MOST_ACTS]
        return self._printers.acts_of_printer(subject)[:_MOST_ACTS]

    def _caption(self, act: Act) -> str:
        words = {
            "look": self.tr("Look again"),
            "hold_printer": self.tr("Hold the printer"),
            "let_printer_go": self.tr("Go on"),
            "move_all": self.tr("Send all to printer {printer}"),
            "hold": self.tr("Hold"),
            "let_go": self.tr("Let it print"),
            "move": self.tr("Send to printer {printer}"),
            "cancel": self.tr("Print none"),
            "give_up": self.tr("Stop printing"),
            "retry": self.tr("Print again"),
            "confirm": self.tr("It came out"),
        }[act.name]
        return words.format(printer=self._label(act.target))

    def _label(self, name: str) -> str:
        told = self._printers.told or ()
        return next((one.printer.label for one in told if one.printer.name == name), name)

    def lines(self) -> list[QueueLine]:
        """Return what the rows tell."""
        return [
            self._badge_line(one) if isinstance(one, BadgeLine) else self._printer_line(one)
            for one in self._subjects()
        ]

    def _badge_line(self, one: BadgeLine) -> QueueLine:
        asks = one.state in (BadgeState.UNSURE, BadgeState.FAILED)
        icon = "pause-bold" if one.is_held else _ICONS.get(one.state, "clock-bold")
        several = len(self._printers.told or ()) > 1
        note = self._label(one.printer) if several else ""
        return QueueLine(one.job, one.name, printer_words.badge_words(one), note, icon, asks)

    def _printer_line(self, one: PrinterTold) -> QueueLine:
        left = self.tr("{n} left").format(n=one.printer.left) if one.printer.roll else ""
        title = self.tr("Printer {printer}").format(printer=one.printer.label)
        asks = printer_words.needs_strip(one.state)
        state = printer_words.state_words(one)
        return QueueLine(one.printer.name, title, state, left, "printer-bold", asks)

    def _count(self) -> str:
        return self.tr("{n} · Ctrl+P").format(n=len(self._printers.lines))

    def describe(self) -> None:
        """Tell the heading; rows and buttons tell themselves."""
        self._chosen = max(0, min(self._chosen, len(self._subjects()) - 1))
        acts = self._acts()
        self._act = max(0, min(self._act, len(acts) - 1))
        self.setAccessibleName(f"{self.tr('Print queue')} {self._count()}")
        lines = self.lines()
        for at, row in enumerate(self.rows):
            there = at < len(lines)
            line = lines[at] if there else QueueLine("", "", "", "", "")
            row.show_line(line, is_chosen=there and at == self._chosen)
        for at, button in enumerate(self.buttons):
            look = Look.CHOSEN if at == self._act and self.hasFocus() else Look.LINE
            button.show_caption(Caption(self._caption(acts[at]) if at < len(acts) else ""), look)

    def place(self) -> None:
        """Stack the rows, the chosen one's buttons below it."""
        size = self.design_size
        top, shown, acts = _HEADING, len(self._subjects()), len(self._acts())
        for at, row in enumerate(self.rows):
            buttons = acts * (_BUTTON + _GAP) if at == self._chosen else 0
            row.scale = self.scale
            row.setVisible(at < shown and top + HEIGHT + buttons <= size.height() - _PAD)
            row.setGeometry(self.on_screen(QRectF(_PAD, top, size.width() - 2 * _PAD, HEIGHT)))
            top += HEIGHT + _GAP
            if at == self._chosen:
                top = self._place_buttons(top, acts if not row.isHidden() else 0)

    def _place_buttons(self, top: float, acts: int) -> float:
        wide = self.design_size.width() - 2 * _PAD - 20
        for at, button in enumerate(self.buttons):
            button.set_scale(self.scale)
            button.setVisible(at < acts)
            if at < acts:
                button.setGeometry(self.on_screen(QRectF(_PAD + 20, top, wide, _BUTTON)))
                top += _BUTTON + _GAP
        return top

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the card, the heading, and that nothing waits where nothing does."""
        edge = LIGHT.focus if self.hasFocus() else None
        canvas.box(
            QRectF(0, 0, size.width(), size.height()), LIGHT.paper, 16, edge=edge, edge_width=3
        )
        head = QRectF(16, 10, size.width() - 32, 28)
        wide = canvas.line(head, self.tr("Print queue"), Type(16, theme.EXTRABOLD))
        small = Type(14, theme.MEDIUM, LIGHT.ink2)
        canvas.line(head.adjusted(wide + 12, 0, 0, 0), self._count(), small, RIGHT)
        if not self._subjects():
            words = self.tr("No printer is set. Add one: kiosk printers add")
            area = QRectF(16, _HEADING, size.width() - 32, 60)
            canvas.paragraph(area, words, Type(15, theme.MEDIUM, LIGHT.ink2), most=3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, do it with Enter; anything else is the window's."""
        acts = self._acts()
        match event.key():
            case Qt.Key.Key_Up:
                self.choose(self._chosen - 1)
            case Qt.Key.Key_Down:
                self.choose(self._chosen + 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if acts:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self._act = (self._act + step) % len(acts)
                self.renew()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                self.press(self._act)
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)
