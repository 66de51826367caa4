"""Keypad: a grid of keys that types into whatever listens, and is no text field itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.touch_button import Kind, TouchButton


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it sends, its words or icon, and how many columns it spans."""

    sends: str
    words: str = ""
    icon: str = ""
    spans: int = 1
    px: float = 84


_ROUNDING = 2.0
"""Window pixels that a box may lose when it is set to whole ones."""

BACK, CLEAR, SWITCH = "back", "clear", "switch"
"""What the keys send that send no letter."""

_BACK_KEY = Key(BACK, icon="backspace-bold", px=66)
CONSONANTS = (
    *(Key(one, one) for one in "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    Key(SWITCH, "ABC", px=60),
    _BACK_KEY,
)
LATIN = (
    *(Key(one, one, px=70) for one in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    Key(SWITCH, "한글", spans=2, px=60),
    Key(BACK, icon="backspace-bold", spans=2, px=60),
)
DIGITS = (
    *(Key(one, one, px=88) for one in "123456789"),
    Key(CLEAR, px=60),
    Key("0", "0", px=88),
    Key(BACK, icon="backspace-bold", px=72),
)


class Keypad(QWidget):
    """Keys in a grid; ``pressed`` carries what a key sends.

    ``columns`` are the numbers of columns it may have, the best first; it takes the first at which
    every key's words have room in the box it is given.
    """

    pressed = Signal(str)

    def __init__(
        self,
        dress: Dress,
        keys: Sequence[Key],
        columns: Sequence[int],
        *,
        tall: float = 114,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dress, self._columns, self._tall = dress, tuple(columns), tall
        self._keys = tuple(keys)
        self.buttons: dict[str, TouchButton] = {}
        for key in keys:
            button = TouchButton(
                dress, Kind.KEY, px=key.px, icon=key.icon, shrinks=len(key.words) != 1, parent=self
            )
            button.say(key.words)
            button.clicked.connect(lambda _=False, sends=key.sends: self.pressed.emit(sends))
            self.buttons[key.sends] = button

    def _least_column(self) -> float:
        gap, wide = self._dress.gap, self._dress.target
        for key in self._keys:
            need = self.buttons[key.sends].least_width() - gap * (key.spans - 1)
            wide = max(wide, need / key.spans)
        return wide

    def _column(self, width: float, columns: int) -> float:
        return (width - self._dress.gap * (columns - 1)) / columns

    def _least_row(self, width: float, columns: int) -> float:
        """Return the height of a row: words may need two lines where a column is narrow."""
        gap, wide = self._dress.gap, self._column(width, columns)
        return max(
            self.buttons[key.sends].least_height(wide * key.spans + gap * (key.spans - 1))
            for key in self._keys
        )

    def _rows(self, columns: int) -> int:
        return -(-sum(key.spans for key in self._keys) // columns)

    def _height(self, columns: int, key_height: float) -> float:
        rows = self._rows(columns)
        return rows * key_height + (rows - 1) * self._dress.gap

    def _least(self, width: float, columns: int) -> float:
        return self._height(columns, self._least_row(width, columns))

    def _fitting(self, width: float) -> list[int]:
        wide = self._least_column()
        fits = [one for one in self._columns if self._column(width, one) >= wide - 0.5]
        return fits or [min(self._columns)]

    def least_height(self, width: float) -> float:
        """Return the height with as many columns as the width has room for."""
        return min(self._least(width, one) for one in self._fitting(width))

    def wished_height(self, width: float) -> float:
        """Return the height with the best number of columns."""
        best = self._fitting(width)[0]
        tall = max(self._least_row(width, best), self._dress.px(self._tall))
        return max(self.least_height(width), self._height(best, tall))

    def least_width(self) -> float:
        """Return the width of the fewest columns."""
        fewest = min(self._columns)
        return self._least_column() * fewest + self._dress.gap * (fewest - 1)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay the keys out anew."""
        self.lay_out()

    def lay_out(self) -> None:
        """Place the keys in the size it has."""
        gap, width, height = self._dress.gap, self.width(), self.height()
        fits = self._fitting(width)
        least = {one: self._least(width, one) for one in fits}
        columns = next((one for one in fits if least[one] <= height + _ROUNDING), None)
        columns = columns or min(fits, key=lambda one: least[one])
        rows = self._rows(columns)
        wide = (width - gap * (columns - 1)) / columns
        tall = (height - gap * (rows - 1)) / rows
        place = 0
        for key in self._keys:
            row, column = divmod(place, columns)
            if column + key.spans > columns:
                place += columns - column
                row, column = divmod(place, columns)
            left, top = round(column * (wide + gap)), round(row * (tall + gap))
            right = round(column * (wide + gap) + wide * key.spans + gap * (key.spans - 1))
            bottom = round(row * (tall + gap) + tall)
            self.buttons[key.sends].setGeometry(left, top, right - left, bottom - top)
            place += key.spans
