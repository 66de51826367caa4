"""Keyboard: a board of keycaps that types into whatever listens, and is no text field itself."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.keyboards import SPLIT, WHOLE
from kiosk.ui.widgets.keycaps import Act, Board, Keycap, Layout, Page
from kiosk.ui.widgets.touch_button import Kind, TouchButton

_JAMO, _LETTER, _WORDS = 96.0, 76.0, 57.0
"""Units: a Hangul letter's ink is lower in its type than a Latin capital's."""
_TALL = 105.0


class Keyboard(QWidget):
    """One page of a board at a time; ``typed`` carries a key's text, ``acted`` an Act.

    The whole board is ten keys wide; where its keys would be too narrow for a finger or for the
    words asked for, the split one takes its place.
    """

    typed = Signal(str)
    acted = Signal(object)

    def __init__(self, dress: Dress, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress, self._first, self._page = dress, page, page
        self._is_split = False
        self._language = "ko"
        self._next_words = ""
        self._buttons: dict[tuple[bool, Page], list[TouchButton]] = {}

    @property
    def page(self) -> Page:
        """Return the page on show."""
        return self._page

    @property
    def buttons(self) -> dict[str, TouchButton]:
        """Return the keys on show by what they send."""
        keys = self._layout().keys
        return {key.sends: one for key, one in zip(keys, self._shown(), strict=True)}

    @property
    def board(self) -> Board:
        """Return the board on show."""
        return SPLIT if self._is_split else WHOLE

    @property
    def _laid_page(self) -> Page:
        # The split board has pages that the whole one has not, and is measured against it.
        return self._page if self._page in self.board else self._first

    def _layout(self) -> Layout:
        return self.board[self._laid_page]

    def _shown(self) -> list[TouchButton]:
        where = (self._is_split, self._laid_page)
        if where not in self._buttons:
            self._buttons[where] = [self._button(key) for key in self._layout().keys]
        return self._buttons[where]

    def _button(self, key: Keycap) -> TouchButton:
        is_letter = key.act is None and len(key.sends) == 1 and key.sends != " "
        kind = Kind.SUN if key.act is Act.NEXT else Kind.KEY
        letter = _LETTER if key.sends.isascii() else _JAMO
        px = letter if is_letter else _WORDS
        button = TouchButton(
            self._dress, kind, px=px, icon=key.icon, shrinks=not is_letter, parent=self
        )
        button.clicked.connect(lambda: self._press(key))
        self._say(button, key)
        return button

    def _say(self, button: TouchButton, key: Keycap) -> None:
        words = "" if key.icon else key.shown.text(self._language)
        button.say(words, key.spoken.text(self._language))

    def _press(self, key: Keycap) -> None:
        if key.act is Act.TURN:
            self.turn_to(key.leads_to or self._first)
        elif key.act is not None:
            self.acted.emit(key.act)
        else:
            after = self._layout().after_text
            self.typed.emit(key.sends)
            if after is not None:
                self.turn_to(after)

    def turn_to(self, page: Page) -> None:
        """Show another page."""
        self._page = page
        self.lay_out()

    def reset(self, page: Page | None = None) -> None:
        """Return to a first page, for the next guest or the next field."""
        self._first = page or self._first
        self.turn_to(self._first)

    def speak(self, language: str) -> None:
        """Name the keys in another language."""
        self._language = language
        for (is_split, page), buttons in self._buttons.items():
            board = SPLIT if is_split else WHOLE
            for key, button in zip(board[page].keys, buttons, strict=True):
                self._say(button, key)

    def _choose(self, width: float) -> None:
        """Take the whole board where its keys have room, else the split one."""
        was = self._is_split
        self._is_split = False
        whole = self._least_column()
        gap = self._dress.gap
        columns = self._layout().columns
        self._is_split = (width - gap * (columns - 1)) / columns < whole - 0.5
        if was != self._is_split and self._page not in self.board:
            self._page = self._first

    def _least_column(self) -> float:
        gap, least = self._dress.gap, self._dress.target
        for key, button in zip(self._layout().keys, self._shown(), strict=True):
            need = button.least_width() - gap * (key.wide - 1)
            least = max(least, need / key.wide)
        return least

    def _least_key_height(self) -> float:
        target = self._dress.target
        return max((one.least_height(one.least_width()) for one in self._shown()), default=target)

    def _rows(self, width: float, height: float | None) -> tuple[list[list[int]], int]:
        """Return the keys of each row by number, and how many columns there are.

        Rows stand two by two beside one another where there is width and no height for them.
        """
        layout = self._layout()
        rows: list[list[int]] = []
        for one in layout.rows:
            at = rows[-1][-1] + 1 if rows else 0
            rows.append(list(range(at, at + len(one))))
        gap, least = self._dress.gap, self._least_key_height()
        tall = len(rows) * least + (len(rows) - 1) * gap
        doubled = layout.columns * 2
        wide_enough = (width - gap * (doubled - 1)) / doubled >= self._least_column() - 0.5
        if self._is_split and wide_enough and (height is None or tall > height + 0.5):
            rows = [list(chain(*rows[one : one + 2])) for one in range(0, len(rows), 2)]
            return rows, doubled
        return rows, layout.columns

    def least_height(self, width: float) -> float:
        """Return the height with as many keys in a row as the width has room for."""
        self._choose(width)
        rows, _ = self._rows(width, None)
        return len(rows) * self._least_key_height() + (len(rows) - 1) * self._dress.gap

    def wished_height(self, width: float) -> float:
        """Return the height at which it looks best."""
        self._choose(width)
        rows = len(self._layout().rows)
        tall = max(self._least_key_height(), self._dress.px(_TALL))
        return max(self.least_height(width), rows * tall + (rows - 1) * self._dress.gap)

    def least_width(self) -> float:
        """Return the width of the split board."""
        was, self._is_split = self._is_split, True
        columns = self._layout().columns
        need = columns * self._least_column() + (columns - 1) * self._dress.gap
        self._is_split = was
        return need

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay the keys out anew."""
        self.lay_out()

    def lay_out(self) -> None:
        """Show the page's keys in the size it has."""
        if self.width() <= 1:
            return
        self._choose(self.width())
        shown, keys = self._shown(), list(self._layout().keys)
        for where, buttons in self._buttons.items():
            if where != (self._is_split, self._page):
                for one in buttons:
                    one.hide()
        rows, columns = self._rows(self.width(), self.height())
        gap = self._dress.gap
        wide = (self.width() - gap * (columns - 1)) / columns
        tall = (self.height() - gap * (len(rows) - 1)) / len(rows)
        for place, row in enumerate(rows):
            used = sum(keys[number].wide for number in row)
            x = (columns - used) / 2
            for number in row:
                left, right = x * (wide + gap), (x + keys[number].wide) * (wide + gap) - gap
                top = place * (tall + gap)
                shown[number].setGeometry(
                    round(left), round(top), round(right) - round(left),
                    round(top + tall) - round(top),
                )  # fmt: skip
                shown[number].show()
                x += keys[number].wide
