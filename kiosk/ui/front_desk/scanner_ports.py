"""PortList: the machine's serial ports, each with a button that takes it for a scanner."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.scanner import AUTO, KEYBOARD, Port, serial_choice
from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

_ROW, _GAP, _BUTTON = 56.0, 8.0, 40.0
_ROWS_MOST = 4
_NAME, _MORE = Type(16, theme.BOLD), Type(13, theme.MEDIUM, LIGHT.ink2)


class PortList(DeskPanel):
    """Offer the ports, all of those on USB, or keyboards alone; ``chosen`` carries a setting."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: tuple[Port, ...] = ()
        self._choice = KEYBOARD
        self.buttons = [DeskButton(Caption(""), px=15, parent=self) for _ in range(_ROWS_MOST + 2)]
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.clicked.connect(partial(self._press, number))
        self.renew()

    def show_ports(self, ports: Sequence[Port]) -> None:
        """Show which ports there are, those on USB first."""
        ordered = sorted(ports, key=lambda port: (not port.usb, port.name))
        self.shown = tuple(ordered[:_ROWS_MOST])
        self.renew()

    def show_choice(self, choice: str) -> None:
        """Show which are set."""
        self._choice = choice
        self.renew()

    def _choices(self) -> list[str]:
        """Return the setting that each button stands for: two fixed ones, then the ports."""
        return [KEYBOARD, AUTO, *(serial_choice(port) for port in self.shown)]

    def _press(self, number: int) -> None:
        self.renew()  # the check is the setting's, not the press's
        self.chosen.emit(self._choices()[number])

    def describe(self) -> None:
        """Name the buttons."""
        words = [self.tr("Keyboards only"), self.tr("Every one on USB")]
        words += [self.tr("Use this port")] * len(self.shown)
        choices = self._choices()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(words))
            if number < len(words):
                is_set = choices[number] == (self._choice or KEYBOARD)
                button.setChecked(is_set)
                button.show_caption(Caption(words[number], "", "check-bold" if is_set else ""))
        for port, button in zip(self.shown, self.buttons[2:], strict=False):
            button.setAccessibleName(f"{port.name}: {button.caption.text}")
        self.setAccessibleName(", ".join(port.name for port in self.shown) or self._none())

    def _none(self) -> str:
        return self.tr("No serial port is there. Plug the scanner in; it appears by itself.")

    def place(self) -> None:
        """Put the fixed choices in a row, and the ports' buttons at their rows' ends."""
        left = 0.0
        for button in self.buttons[:2]:
            button.set_scale(self.scale)
            wide = button.design_width() + 16
            button.setGeometry(self.on_screen(QRectF(left, 0, wide, _BUTTON)))
            left += wide + _GAP
        for row, button in zip(self._rows(), self.buttons[2:], strict=False):
            button.set_scale(self.scale)
            wide = button.design_width()
            area = QRectF(row.right() - wide - 8, row.top() + 8, wide, _BUTTON)
            button.setGeometry(self.on_screen(area))

    def _rows(self) -> list[QRectF]:
        wide = self.design_size.width()
        tops = [_BUTTON + 16 + number * (_ROW + _GAP) for number in range(len(self.shown))]
        return [QRectF(0, top, wide, _ROW) for top in tops]

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the ports, or that there is none."""
        if not self.shown:
            area = QRectF(0, _BUTTON + 16, size.width(), 60)
            canvas.paragraph(area, self._none(), _MORE, most=3)
        for port, row, button in zip(self.shown, self._rows(), self.buttons[2:], strict=False):
            canvas.box(row, LIGHT.sky, 10)
            room = row.width() - button.design_width() - 32
            more = " · ".join(part for part in (port.usb, port.serial_number) if part)
            top = row.top() + (8 if more else 17)
            canvas.line(QRectF(12, top, room, 22), port.name, _NAME)
            canvas.line(QRectF(12, row.top() + 30, room, 18), more, _MORE)
