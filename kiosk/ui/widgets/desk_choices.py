"""DeskChoices: one of several, side by side or below each other, by arrow, digit or click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

ROW = 42.0
_GAP = 10.0
_INSET = 5.0
"""Room for the ring around the chosen one."""
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class DeskChoices(DeskPanel):
    """Offer values by their words; one is always chosen, or none until somebody chooses.

    It is one stop of the Tab key: arrows move the choice, and a digit takes that one.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, is_column: bool = False) -> None:
        super().__init__(parent)
        self._is_column = is_column
        self._label = ""
        self._values: tuple[str, ...] = ()
        self.value = ""
        self.buttons: list[DeskButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, label: str, options: Sequence[tuple[str, str]]) -> None:
        """Set the label and the options as (value, words); the choice stays where it still is."""
        values = tuple(value for value, _ in options)
        if values != self._values:
            for button in self.buttons:
                button.deleteLater()
            self._values = values
            self.buttons = [self._button(value) for value in values]
        self._label = label
        for number, (button, (_, words)) in enumerate(zip(self.buttons, options, strict=True), 1):
            key = str(number) if self._is_column else ""
            button.show_caption(Caption(words, key))
        self._mark()

    def _button(self, value: str) -> DeskButton:
        button = DeskButton(Caption(""), px=16, parent=self)
        button.setCheckable(True)
        button.clicked.connect(lambda _=False, one=value: self.choose(one))
        button.show()
        return button

    def choose(self, value: str) -> None:
        """Choose a value; one that is not offered chooses nothing."""
        if value in self._values:
            is_new = value != self.value
            self.value = value
            self._mark()
            if is_new:
                self.chosen.emit(value)

    def _mark(self) -> None:
        for value, button in zip(self._values, self.buttons, strict=True):
            is_chosen = value == self.value
            button.setChecked(is_chosen)
            icon = "check-bold" if is_chosen else ""
            button.show_caption(Caption(button.caption.text, button.caption.key, icon))
        self.renew()

    def describe(self) -> None:
        """Tell the label and what is chosen."""
        told = [one.caption.text for one in self.buttons if one.isChecked()]
        self.setAccessibleName(": ".join([self._label, *told]))

    def _label_width(self) -> float:
        return (
            Type(14, theme.BOLD).width(self._label) + 20
            if self._label and not self._is_column
            else 0.0
        )

    def height_wanted(self) -> float:
        """Return how tall it is, in design pixels."""
        rows = len(self._values) if self._is_column else 1
        return rows * (ROW + _GAP) - _GAP + 2 * _INSET

    def _areas(self) -> list[QRectF]:
        """Return where the buttons stand: after the label, narrower where they must, or stacked."""
        wide = self.design_size.width() - 2 * _INSET
        rows = range(len(self.buttons))
        if self._is_column:
            return [QRectF(_INSET, _INSET + at * (ROW + _GAP), wide, ROW) for at in rows]
        left = _INSET + self._label_width()
        wanted = sum(one.design_width() + _GAP for one in self.buttons) - _GAP
        share = min(1.0, (wide - self._label_width()) / wanted) if wanted > 0 else 1.0
        areas = []
        for button in self.buttons:
            areas.append(QRectF(left, _INSET, button.design_width() * share, ROW))
            left += (button.design_width() + _GAP) * share
        return areas

    def place(self) -> None:
        """Put the buttons in their places."""
        for button, area in zip(self.buttons, self._areas(), strict=True):
            button.set_scale(self.scale)
            button.setGeometry(self.on_screen(area))

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the label, and a ring around the chosen one while the keys are for it."""
        if not self._is_column and self._label:
            row = QRectF(_INSET, _INSET, size.width(), ROW)
            canvas.line(row, self._label, Type(14, theme.BOLD))
        if self.hasFocus() and self.buttons:
            at = self._values.index(self.value) if self.value in self._values else 0
            ring = self._areas()[at].adjusted(-_INSET, -_INSET, _INSET, _INSET)
            canvas.box(ring, None, 16, edge=LIGHT.focus, edge_width=3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice by arrows, or take the one of a digit."""
        key, text = event.key(), event.text()
        at = self._values.index(self.value) if self.value in self._values else -1
        last = len(self._values) - 1
        if key in _NEXT:
            self.choose(self._values[min(last, at + 1)])
        elif key in _BACK:
            self.choose(self._values[max(0, at - 1)])
        elif text.isdecimal() and text.isascii() and 0 < int(text) <= last + 1:
            self.choose(self._values[int(text) - 1])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are for."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they are no more."""
        super().focusOutEvent(event)
        self.update()
