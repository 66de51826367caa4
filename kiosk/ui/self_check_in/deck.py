"""HelpDeck: what helps a guest to use the touchscreen, at the bottom of every screen that asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.blocks import Leaf, Stack
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.rows import Cell, Row
from kiosk.ui.widgets.touch_button import Kind, TouchButton

translate = QCoreApplication.translate

_ENGLISH, _KOREAN = "English", "한국어"
"""Each language in its own words, so that whoever needs it can read it; never translated."""


class Help(StrEnum):
    """The cells: always the same six, and those of voice guidance while it is on."""

    LOW = "low"
    BIG = "big"
    CONTRAST = "contrast"
    VOICE = "voice"
    LANGUAGE = "language"
    STAFF = "staff"
    REPLAY = "replay"
    STOP = "stop"
    SOFTER = "softer"
    LOUDER = "louder"
    SLOWER = "slower"
    FASTER = "faster"


_SIX = (Help.LOW, Help.BIG, Help.CONTRAST, Help.VOICE, Help.LANGUAGE, Help.STAFF)
# With large words one row is all there is: what takes the words back comes first.
_LARGE = (Help.BIG, Help.STAFF, Help.LOW, Help.CONTRAST, Help.VOICE, Help.LANGUAGE)
_VOICE = (Help.REPLAY, Help.STOP, Help.SOFTER, Help.LOUDER, Help.SLOWER, Help.FASTER)
_TURNER = 1.2
_TOGGLES = frozenset({Help.LOW, Help.BIG, Help.CONTRAST, Help.VOICE, Help.STAFF})
_ICONS = {
    Help.LOW: "wheelchair-bold",
    Help.BIG: "text-aa-bold",
    Help.CONTRAST: "circle-half-fill",
    Help.VOICE: "speaker-high-bold",
    Help.LANGUAGE: "translate-bold",
    Help.STAFF: "bell-ringing-bold",
    Help.REPLAY: "arrow-counter-clockwise-bold",
    Help.STOP: "x-bold",
    Help.SOFTER: "minus-bold",
    Help.LOUDER: "plus-bold",
    Help.SLOWER: "minus-bold",
    Help.FASTER: "plus-bold",
}


@dataclass(frozen=True, slots=True)
class Modes:
    """Which cells are switched on."""

    on: frozenset[Help] = frozenset()

    def has(self, cell: Help) -> bool:
        """Tell whether a cell is switched on."""
        return cell in self.on


class HelpDeck(QObject):
    """The cells, in as many rows as the way the panel stands allows, and pages where they do not.

    With large words there is one row, and a screen's own ways out stand in it first. ``pressed``
    carries the Help cell.
    """

    pressed = Signal(object)

    turned = Signal()

    def __init__(self, dress: Dress, window: QWidget) -> None:
        super().__init__(window)
        self._dress, self._page, self._modes = dress, 0, Modes()
        self._ways: tuple[TouchButton, ...] = ()
        self._box = QRectF()
        self._is_shown = True
        self.cells: dict[Help, TouchButton] = {}
        for cell in Help:
            button = TouchButton(dress, Kind.DECK, icon=_ICONS[cell], parent=window)
            button.clicked.connect(lambda _=False, cell=cell: self.pressed.emit(cell))
            self.cells[cell] = button
        self.more = TouchButton(
            dress, Kind.DECK, icon="caret-right-bold", short=True, parent=window
        )
        self.more.clicked.connect(self.turn_page)

    def show_modes(self, modes: Modes, language: str) -> None:
        """Show which cells are on, every word in a language, and offer the other language."""
        if modes.has(Help.VOICE) != self._modes.has(Help.VOICE):
            self._page = 0
        self._modes = modes
        names = self._names()
        names[Help.LANGUAGE] = _ENGLISH if language == "ko" else _KOREAN
        on = translate("SelfCheckIn", "{item}, on")
        off = translate("SelfCheckIn", "{item}, off")
        for cell, button in self.cells.items():
            is_on = modes.has(cell)
            kind = Kind.DECK_ON if is_on else Kind.DECK
            button.dress_as(kind, "check-circle-fill" if is_on else _ICONS[cell])
            spoken = (on if is_on else off).format(item=names[cell])
            button.say(names[cell], spoken if cell in _TOGGLES else names[cell])
        self.more.say("", translate("SelfCheckIn", "More aids"))

    def _names(self) -> dict[Help, str]:
        return {
            Help.LOW: translate("SelfCheckIn", "Low view"),
            Help.BIG: translate("SelfCheckIn", "Big text"),
            Help.CONTRAST: translate("SelfCheckIn", "Contrast"),
            Help.VOICE: translate("SelfCheckIn", "Voice"),
            Help.STAFF: translate("SelfCheckIn", "Staff", "to call them"),
            Help.REPLAY: translate("SelfCheckIn", "Again"),
            Help.STOP: translate("SelfCheckIn", "Stop"),
            Help.SOFTER: translate("SelfCheckIn", "Softer"),
            Help.LOUDER: translate("SelfCheckIn", "Louder"),
            Help.SLOWER: translate("SelfCheckIn", "Slower"),
            Help.FASTER: translate("SelfCheckIn", "Faster"),
        }

    def reset(self) -> None:
        """Return to the first page, for the next guest."""
        self._page = 0

    def turn_page(self) -> None:
        """Show the next cells, and after the last the first again."""
        self._page += 1
        self.turned.emit()

    def take_ways(self, ways: Sequence[TouchButton]) -> None:
        """Take a screen's ways out into the row, before the cells."""
        if tuple(ways) != self._ways:
            self._ways, self._page = tuple(ways), 0
        for one in (*self._ways, *self.cells.values(), self.more):
            one.shrinks = self._dress.is_large

    def _order(self) -> list[TouchButton]:
        six = _LARGE if self._dress.is_large else _SIX
        helps = (*six, *_VOICE) if self._modes.has(Help.VOICE) else six
        return [*self._ways, *(self.cells[one] for one in helps)]

    def _shape(self, width: float) -> tuple[int, int]:
        """Return how many rows and columns there are, the page turner counted."""
        dress, order = self._dress, self._order()
        is_upright = dress.is_portrait and not dress.is_large
        rows, columns = (2, 3) if is_upright else (1, 6)
        wide = max(one.least_width() for one in order)
        while columns > 1 and self._column(width, columns) < wide:
            columns -= 1
        if rows == 1 and not dress.is_low and self._is_wordy(width, columns):
            return 2, 3
        return rows, columns

    def _is_wordy(self, width: float, columns: int) -> bool:
        """Tell whether a word needs a second line where the cells stand in one row."""
        wide = self._column(width, columns)
        is_flat = self._dress.is_low and not self._dress.is_portrait
        line = self._dress.px(BODY * (2.6 if is_flat else 3.1))
        return not self._dress.is_large and any(
            one.least_height(wide) > line for one in self._order()
        )

    def _column(self, width: float, columns: int) -> float:
        return (width - self._dress.gap * (columns - 1)) / columns

    def _pages(self, width: float) -> list[list[TouchButton]]:
        rows, columns = self._shape(width)
        order, room = self._order(), rows * columns
        is_flat = self._dress.is_low and not self._dress.is_portrait
        if len(order) <= room and not (is_flat and self._is_wordy(width, columns)):
            return [order]
        if rows == 1:
            return self._narrow_pages(width, order)
        step = room - 1
        return [order[at : at + step] for at in range(0, len(order), step)]

    def _narrow_pages(self, width: float, order: list[TouchButton]) -> list[list[TouchButton]]:
        """As many a page as have room, beside a turner that is only its arrow."""
        gap = self._dress.gap
        room = width - self.more.least_width() * _TURNER - gap
        pages: list[list[TouchButton]] = []
        used = 0.0
        for one in order:
            need = min(one.one_line_width(), room)
            if pages and used + gap + need <= room:
                pages[-1].append(one)
                used += gap + need
            else:
                pages.append([one])
                used = need
        return pages

    def _rows(self, width: float) -> Stack:
        pages = self._pages(width)
        shown = list(pages[self._page % len(pages)])
        gap = self._dress.gap
        rows, columns = self._shape(width)
        if len(pages) == 1:
            if rows == 1 and len(shown) > columns:
                # A wide panel has room for more than the six, as wide as their words are.
                return Stack([Row([Leaf(one) for one in shown], gap, natural=True)], gap)
            lines = [shown[at : at + columns] for at in range(0, len(shown), columns)]
            return Stack([Row([Leaf(one) for one in line], gap) for line in lines], gap)
        if rows == 1:
            row = Row([Leaf(one) for one in shown], gap, natural=True)
            turner = Cell(Leaf(self.more), width=self.more.least_width() * _TURNER)
            return Stack([Row([row, turner], gap)], gap)
        shown.append(self.more)
        lines = [shown[at : at + columns] for at in range(0, len(shown), columns)]
        return Stack([Row([Leaf(one) for one in line], gap) for line in lines], gap)

    def least_height(self, width: float) -> float:
        """Return the height of the tallest page."""
        gap = self._dress.gap
        rows, columns = self._shape(width)
        order = self._order()
        used = min(rows, -(-len(order) // columns))
        wide = self._column(width, columns)
        is_flat = self._dress.is_low and not self._dress.is_portrait
        is_whole = len(self._pages(width)) == 1
        if (self._dress.is_large and not is_whole) or (is_flat and self._is_wordy(width, columns)):
            # Words shrink to one line rather than take the room of two.
            room = width - self.more.least_width() * _TURNER - gap
            tall = max(one.least_height(min(room, one.natural_width())) for one in order)
        else:
            tall = max(one.least_height(wide) for one in order)
        design = self._dress.px(108 if self._dress.is_portrait else 128 if used == 1 else 0)
        if self._dress.is_tight or is_flat:
            design = 0
        return used * max(tall, design) + (used - 1) * gap

    def hide(self) -> None:
        """Leave the deck out, on a screen that asks nothing."""
        self._is_shown = False
        for button in (*self.cells.values(), self.more):
            button.hide()

    @property
    def is_shown(self) -> bool:
        """Tell whether the deck is there."""
        return self._is_shown

    @property
    def box(self) -> QRectF:
        """Return where it stands."""
        return self._box

    def place(self, box: QRectF) -> None:
        """Show the page's cells in a box."""
        self._box, self._is_shown = box, True
        stack = self._rows(box.width())
        for row in stack.blocks:
            row.stretch = 1.0
        used = set(stack.widgets())
        self._stack_alike(box.width())
        for button in (*self._ways, *self.cells.values(), self.more):
            if button not in used:
                button.hide()
        stack.place(box)
        for button in (*self.cells.values(), self.more):
            button.raise_()

    def _stack_alike(self, width: float) -> None:
        """Set every icon above its words where one of them must stand there."""
        columns = self._shape(width)[1]
        wide, cells = self._column(width, columns), list(self.cells.values())
        is_one_row = not self._dress.is_portrait and not self._dress.is_large
        stacked = is_one_row and any(one.natural_width() > wide + 1 for one in cells)
        for one in cells:
            one.is_stacked = stacked

    def buttons(self) -> Iterator[TouchButton]:
        """Yield what can be pressed now, in reading order."""
        every = (*self._ways, *self.cells.values(), self.more)
        shown = [one for one in every if one.isVisible()] if self._is_shown else []
        yield from sorted(shown, key=lambda one: (one.y(), one.x()))
