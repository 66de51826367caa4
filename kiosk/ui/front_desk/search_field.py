"""SearchField: the one place for typing, which takes names while they are still being composed."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui import theme
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_canvas import Canvas, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

_LENGTH = 80
_FASTER_THAN_PEOPLE_MS = 50
"""Source: findings, wedge scanner: keys of one scan follow each other within 50 ms."""
_HIDDEN_MS = 30
"""How long what was composed may be hidden before it is gone: ibus hides it, then commits it."""
_LEFT_TO_THE_WINDOW = (
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Y, Qt.Key.Key_E, Qt.Key.Key_P,
)  # fmt: skip
"""With Ctrl they are deeds of the desk, and no editing."""
_PHONE_SIGNS = frozenset("+-() .")


class SearchField(QLineEdit):
    """Tell what is typed, with the syllable in the making, and turn keys into what staff mean.

    A hand scanner's burst never gets here, composed by an input method or not: the wedge filter
    takes it before any widget.
    """

    typed = Signal(str)
    moved = Signal(int)
    picked = Signal(int)
    confirmed = Signal()
    cleared = Signal()
    undone = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        clock_ms: Callable[[], float] = lambda: time.monotonic() * 1000,
    ) -> None:
        super().__init__(parent)
        self._clock_ms = clock_ms
        self._changed_ms = -math.inf
        self.setFrame(False)
        self.setMaxLength(_LENGTH)
        self.setStyleSheet("background: transparent")
        self._composing = ""
        self._hidden = QTimer(self, interval=_HIDDEN_MS, singleShot=True)
        self._hidden.timeout.connect(self._tell)
        self.choices = 0
        """How many rows a digit can choose from; a higher digit is typing."""
        self.digits_pick = False
        """Whether digits choose even in an empty field, as in the list of sessions."""
        self.textChanged.connect(lambda _: self._tell())

    def _tell(self) -> None:
        self._hidden.stop()
        self._changed_ms = self._clock_ms()
        self.typed.emit(self.query())

    def query(self) -> str:
        """Return the text together with what the input method is composing at the cursor."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._composing + text[at:]

    def forget(self) -> None:
        """Empty the field and what is being composed, also in the undo history."""
        composing, self._composing = self._composing, ""
        if composing:
            self.inputMethodEvent(QInputMethodEvent())
        self.setText("")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search for the syllable in the making too: ㄱㅎㅈ is found before it is committed.

        One that is only hidden for a moment is still searched for: else Enter, before which it is
        committed, would find a search under way and confirm nobody.
        """
        was_composing, self._composing = self._composing, event.preeditString()
        super().inputMethodEvent(event)
        if was_composing and not self._composing and not event.commitString():
            self._hidden.start()
        elif not self._hidden.isActive() or self._composing or event.commitString():
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the desk's keys; everything else is typing."""
        if self._hidden.isActive():
            self._tell()
        if not self._takes(event):
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key, chord = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if chord and key in _LEFT_TO_THE_WINDOW:
            event.ignore()
        elif chord and key == Qt.Key.Key_Z:
            self.undone.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        elif key == Qt.Key.Key_Escape:
            self.cleared.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif not chord and self._picks(event.text()):
            self.picked.emit(int(event.text()) - 1)
        else:
            return False
        return True

    def _picks(self, text: str) -> bool:
        """Tell whether a digit chooses: beside letters it does; alone it is of a phone number."""
        if not text or text not in "123456789" or int(text) > self.choices:
            return False
        if self.digits_pick:
            return True
        # The digits of a code that a scanner types through an input method are no choice.
        rested = self._clock_ms() - self._changed_ms > _FASTER_THAN_PEOPLE_MS
        letters = any(not c.isdigit() and c not in _PHONE_SIGNS for c in self.query())
        return letters and rested


class SearchBox(DeskPanel):
    """The frame around the search field: its icon and the border that shows where typing goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(self)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _: self._set_font())
        self.describe()

    def describe(self) -> None:
        """Say what can be typed."""
        words = self.tr("Name, initials, organisation, last 4 digits")
        self.field.setAccessibleName(words)
        self.field.setPlaceholderText(words)
        palette = self.field.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.shade(LIGHT.ink))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.shade(LIGHT.ink2))
        self.field.setPalette(palette)
        self._set_font()

    def place(self) -> None:
        """Put the field right of the icon."""
        size = self.design_size
        self.field.setGeometry(self.on_screen(QRectF(54, 6, size.width() - 68, size.height() - 12)))
        self._set_font()

    def _set_font(self) -> None:
        # The hint is smaller than what is typed, and must fit whole in either language.
        room = self.design_size.width() - 80
        hint = Type(19, theme.MEDIUM).fitted(self.field.placeholderText(), room, 12).px
        typed = bool(self.field.text())
        font = theme.text_font((26 if typed else hint) * self.scale, theme.BOLD)
        font.setBold(typed)
        self.field.setFont(font)

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the border and the magnifying glass."""
        area = QRectF(0, 0, size.width(), size.height())
        canvas.box(area, LIGHT.paper, 16, edge=LIGHT.focus, edge_width=3)
        canvas.icon(QRectF(18, size.height() / 2 - 14, 28, 28), "magnifying-glass-bold", LIGHT.ink2)
