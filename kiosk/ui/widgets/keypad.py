"""Keypad: a grid of keys that types into whatever listens, and is no text field itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.touch_button import Kind, TouchButton

GAP_PX = 14.0


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it sends, its words or icon, and how many columns it spans."""

    sends: str
    words: str = ""
    icon: str = ""
    spans: int = 1
    px: float = 68


BACK, CLEAR, SWITCH = "back", "clear", "switch"
"""What the keys send that send no letter."""

_BACK_KEY = Key(BACK, icon="backspace-bold", px=60)
CONSONANTS = (
    *(Key(one, one) for one in "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    Key(SWITCH, "ABC", px=57),
    _BACK_KEY,
)
LATIN = (
    *(Key(one, one, px=62) for one in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    Key(SWITCH, "한글", spans=2, px=57),
    Key(BACK, icon="backspace-bold", spans=2, px=60),
)
DIGITS = (
    *(Key(one, one, px=88) for one in "123456789"),
    Key(CLEAR, px=57),
    Key("0", "0", px=88),
    Key(BACK, icon="backspace-bold", px=72),
)


class Keypad(QWidget):
    """Keys in rows of so many columns; ``pressed`` carries what a key sends."""

    pressed = Signal(str)

    def __init__(
        self, dress: Dress, keys: Sequence[Key], columns: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._dress, self._columns = dress, columns
        self._keys = tuple(keys)
        self.buttons: dict[str, TouchButton] = {}
        for key in keys:
            button = TouchButton(dress, Kind.KEY, px=key.px, icon=key.icon, parent=self)
            button.say(key.words)
            button.clicked.connect(lambda _=False, sends=key.sends: self.pressed.emit(sends))
            self.buttons[key.sends] = button

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay the keys out anew."""
        self.lay_out(self.size())

    def lay_out(self, size: QSize) -> None:
        """Place the keys in a size in window pixels."""
        gap = self._dress.px(GAP_PX)
        rows = -(-sum(key.spans for key in self._keys) // self._columns)
        wide = (size.width() - gap * (self._columns - 1)) / self._columns
        tall = (size.height() - gap * (rows - 1)) / rows
        place = 0
        for key in self._keys:
            row, column = divmod(place, self._columns)
            self.buttons[key.sends].setGeometry(
                round(column * (wide + gap)),
                round(row * (tall + gap)),
                round(wide * key.spans + gap * (key.spans - 1)),
                round(tall),
            )
            place += key.spans
