"""ScannerWizard: a test code to scan, what came of it and what to change; and serial ports."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.scanner import Port
from kiosk.domain.scanner_check import (
    TEST_CODE,
    End,
    Finding,
    Found,
    Reading,
    allowed_gap_ms,
    check,
)
from kiosk.ui import theme
from kiosk.ui.front_desk import scanner_words
from kiosk.ui.front_desk.scanner_ports import PortList
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton, Look
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_chip import Chip
from kiosk.ui.widgets.desk_panel import DeskPanel

CARD = QSizeF(800, 620)
"""Source: mock d06."""
_EDGE = 28.0
_CODE = 252.0
_LEFT = QRectF(_EDGE, 92, _CODE, 440)
_RIGHT = QRectF(_EDGE + _CODE + 28, 92, CARD.width() - 2 * _EDGE - _CODE - 28, 440)
_FOOT = 58.0
_ROWS_MOST = 4
_WAIT_MS = 20_000
"""After so long without a key the wizard says that nothing was seen."""

_HEAD, _BODY = Type(17, theme.BOLD), Type(14, theme.MEDIUM, LIGHT.ink2)


class Page(Enum):
    """What the right side is about."""

    KEYBOARD = auto()
    SERIAL = auto()


class ScannerWizard(DeskPanel):
    """Cover the window with a card. ``opened`` tells whether it is open, and keys are recorded.

    ``settings_wanted`` carries settings to keep, ``ports_wanted`` asks for ``show_ports``.
    """

    opened = Signal(bool)
    settings_wanted = Signal(dict)
    ports_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As the search field has it: a Korean input method must show in the test, too.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.page, self.found, self.reading = Page.KEYBOARD, None, Reading()
        self._code, self._chip = QImage(), Chip("", "barcode")
        self._waiting = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._waiting.timeout.connect(lambda: self.take_reading(Reading()))
        self.close_button = DeskButton(Caption(""), px=16, parent=self)
        self.turn = DeskButton(Caption(""), px=17, parent=self)
        self.done = DeskButton(Caption(""), Look.PRIMARY, px=19, parent=self)
        self.ports = PortList(self)
        self.close_button.clicked.connect(self.leave)
        self.done.clicked.connect(self.leave)
        self.turn.clicked.connect(self._turn)
        self.ports.chosen.connect(self._choose)
        self.hide()

    found: tuple[Found, ...] | None

    # What is told to it

    def open(self) -> None:
        """Cover the window and wait for a scan."""
        if self.isVisible():
            return
        self.page, self.found, self.reading = Page.KEYBOARD, None, Reading()
        self.show()
        self.raise_()
        self.setFocus()
        self._waiting.start()
        self.renew()
        self.opened.emit(True)
        self.ports_wanted.emit()

    def leave(self) -> None:
        """Uncover the window."""
        if not self.isHidden():
            self._waiting.stop()
            self.hide()
            self.opened.emit(False)

    def show_code(self, code: QImage) -> None:
        """Show the test code's picture."""
        self._code = code
        self.update()

    def show_scanner(self, chip: Chip, choice: str) -> None:
        """Show how the serial scanners are, and which are set."""
        self._chip = chip
        self.ports.show_choice(choice)
        self.renew()

    def show_ports(self, ports: Sequence[Port]) -> None:
        """Show which serial ports there are."""
        self.ports.show_ports(ports)
        self.renew()

    def take_reading(self, reading: Reading) -> None:
        """Say what a scan shows; what the desk can do about it is done at once."""
        if self.isHidden():
            return
        self._waiting.stop()
        self.page, self.reading, self.found = Page.KEYBOARD, reading, check(reading)
        gap_ms = allowed_gap_ms(self.found)
        if gap_ms is not None:
            self.settings_wanted.emit({"scanner_gap_ms": gap_ms})
        self.renew()

    def hears(self, text: str) -> bool:
        """Take a serial scanner's reading of the test code, and tell whether it was one.

        A guest's code ends the set-up: what it comes to is to be seen.
        """
        found = check(Reading(text, End.ENTER))
        is_ours = not self.isHidden() and found[:1] != (Found(Finding.OTHER),)
        if is_ours:
            self.take_reading(Reading(text, End.ENTER))
        elif not self.isHidden():
            self.leave()
        return is_ours

    # What is pressed

    def _turn(self) -> None:
        self.page = Page.KEYBOARD if self.page is Page.SERIAL else Page.SERIAL
        if self.page is Page.SERIAL:
            self._waiting.stop()
            self.ports_wanted.emit()
        self.renew()

    def _choose(self, choice: str) -> None:
        self.settings_wanted.emit({"scanner": choice})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc or Enter; no other key does anything here."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep presses from the window below."""
        event.accept()

    # How it is painted

    @property
    def _corner(self) -> tuple[float, float]:
        size = self.design_size
        return (size.width() - CARD.width()) / 2, max(0.0, (size.height() - CARD.height()) / 2)

    def _on_card(self, area: QRectF) -> QRectF:
        return area.translated(*self._corner)

    def describe(self) -> None:
        """Tell what is shown."""
        self.close_button.show_caption(Caption(self.tr("Close"), "Esc", "x-bold"))
        self.done.show_caption(Caption(self.tr("Done"), "Enter", "check-bold"))
        turned = self.page is Page.SERIAL
        words = self.tr("Test code") if turned else self.tr("Serial scanners")
        self.turn.show_caption(Caption(words, "", "barcode" if turned else "list-bold"))
        told = [self._title(), self._ask()]
        if self.page is Page.KEYBOARD and self.found is not None:
            lines = [scanner_words.verdict(self.found), *map(scanner_words.advice, self.found)]
            told = [self._title(), *(f"{one.head}. {one.remedy}" for one in lines)]
        self.setAccessibleName(" ".join(told))
        self.ports.setVisible(turned)

    def _title(self) -> str:
        return self.tr("Set up a scanner")

    def _ask(self) -> str:
        if self.page is Page.SERIAL:
            return self.tr("Choose where serial scanners are plugged in")
        return self.tr("Scan the code on the left")

    def place(self) -> None:
        """Put the buttons on the card."""
        right, foot = CARD.width() - _EDGE, CARD.height() - _EDGE - _FOOT
        for button in (self.close_button, self.turn, self.done):
            button.set_scale(self.scale)
        wide = self.close_button.design_width()
        self._put(self.close_button, QRectF(right - wide, 26, wide, 40))
        wide = self.done.design_width() + 20
        self._put(self.done, QRectF(right - wide, foot, wide, _FOOT))
        left = right - wide - 10 - self.turn.design_width()
        self._put(self.turn, QRectF(left, foot, self.turn.design_width(), _FOOT))
        self._put(self.ports, _RIGHT.adjusted(0, 40, 0, 0))
        self.ports.set_scale(self.scale)

    def _put(self, widget: QWidget, area: QRectF) -> None:
        widget.setGeometry(self.on_screen(self._on_card(area)))

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the scrim, the card, the code on the left and what is said on the right."""
        scrim = QColor(LIGHT.sea)
        scrim.setAlphaF(0.62)
        canvas.painter.fillRect(QRectF(0, 0, size.width(), size.height()), scrim)
        canvas.painter.translate(*self._corner)
        canvas.box(QRectF(0, 0, CARD.width(), CARD.height()), LIGHT.paper, 20)
        title = QRectF(_EDGE, 26, 500, 40)
        canvas.line(title, self._title(), Type(26, theme.EXTRABOLD))
        self._draw_code(canvas)
        canvas.line(
            QRectF(_RIGHT.left(), _RIGHT.top(), _RIGHT.width(), 26),
            self._ask(),
            Type(19, theme.BOLD),
            least=14,
        )
        if self.page is Page.KEYBOARD:
            self._draw_findings(canvas)

    def _draw_code(self, canvas: Canvas) -> None:
        """Paint the code, what it must read, and how the serial scanners are."""
        area = QRectF(_LEFT.left(), _LEFT.top(), _CODE, _CODE)
        canvas.box(area, LIGHT.paper, 12, edge=LIGHT.line, edge_width=1.5)
        if not self._code.isNull():
            canvas.painter.drawImage(area.adjusted(8, 8, -8, -8), self._code)
        top = area.bottom() + 12
        canvas.line(QRectF(area.left(), top, _CODE, 20), self.tr("It must read"), _BODY)
        text = QRectF(area.left(), top + 22, _CODE, 20)
        canvas.line(text, TEST_CODE, Type(13, theme.BOLD), least=10)
        top += 58
        canvas.line(QRectF(area.left(), top, _CODE, 20), self._chip.text, Type(14, theme.BOLD))
        lines = _BODY.wrapped(self._chip.remedy, _CODE, 5)
        canvas.lines(QRectF(area.left(), top + 21, _CODE, 90), lines, _BODY)

    def _draw_findings(self, canvas: Canvas) -> None:
        area = _RIGHT.adjusted(0, 36, 0, 0)
        if self.found is None:
            words = self.tr(
                "It counts for nobody. Use the scanner as at the door, with the keyboard as you"
                " type names."
            )
            canvas.paragraph(area, words, _BODY, most=3)
            return
        top = area.top() + self._draw_advice(canvas, scanner_words.verdict(self.found), area)
        for one in self.found[:_ROWS_MOST]:
            row = QRectF(area.left(), top, area.width(), area.bottom() - top)
            top += self._draw_advice(canvas, scanner_words.advice(one), row)
        self._draw_seen(canvas)

    def _draw_advice(self, canvas: Canvas, one: scanner_words.Advice, area: QRectF) -> float:
        """Paint a finding; return how tall it is, the gap below included."""
        canvas.icon(QRectF(area.left(), area.top() + 1, 20, 20), one.icon, one.ink)
        left, room = area.left() + 30, area.width() - 30
        head = Type(_HEAD.px, _HEAD.weight, one.ink)
        canvas.line(QRectF(left, area.top(), room, 22), one.head, head, least=12)
        tall = canvas.paragraph(QRectF(left, area.top() + 24, room, 60), one.remedy, _BODY, most=3)
        return 24 + tall + 14

    def _draw_seen(self, canvas: Canvas) -> None:
        """Paint what came, at the foot of the right side."""
        if not self.reading.text:
            return
        area = QRectF(_RIGHT.left(), _RIGHT.bottom() - 46, _RIGHT.width(), 40)
        canvas.box(area, LIGHT.sky, 10)
        words = area.adjusted(12, 0, -12, 0)
        canvas.line(words, scanner_words.seen(self.reading), Type(13, theme.SEMIBOLD), least=10)
