"""ReferenceCard: the short number that stands on this screen and at the desk alike."""

from __future__ import annotations

from kiosk.ui import theme
from kiosk.ui.self_check_in.screen import Screen
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.frames import Pane
from kiosk.ui.widgets.ground import Ground
from kiosk.ui.widgets.rows import Cell, Row


class ReferenceCard:
    """Words and the number, on paper; they belong to the screen that shows them."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._ground = Ground(screen.dress, "paper", parent=screen)
        self._label = screen.text(weight=theme.SEMIBOLD, ink="ink2", most=2)
        self._hint = screen.text(weight=theme.BOLD, most=3)
        self._number = screen.text(px=140, weight=theme.EXTRABOLD, middle=True, most=1)

    @property
    def text(self) -> str:
        """Return the reference on show, "" for none."""
        return self._number.text()

    def block(self) -> Block:
        """Return the card, for a place among the parts."""
        px, dress = self._screen.dress.px, self._screen.dress
        number = Cell(Leaf(self._number), width=self._number.natural_width() + px(8))
        words: list[Block] = [Leaf(self._label)]
        pads = (px(36), px(14) if dress.is_tight else px(26))
        if dress.is_large and not dress.is_portrait:
            self._hint.hide()
            if self._screen.is_beside:
                # The sea is narrow there: beside the number the label would break inside a word.
                return Pane(self._ground, Stack([*words, Leaf(self._number)], 0), pads)
        else:
            words.append(Leaf(self._hint, rank=1))
        row = Row([Stack(words, 0, align=0.5), number], px(24), middle=True)
        return Pane(self._ground, row, pads)

    def show(self, reference: str) -> None:
        """Show a reference."""
        self._number.setText(reference)

    def say(self, label: str, hint: str) -> None:
        """Say what the number is and what to do with it."""
        self._label.setText(label)
        self._hint.setText(hint)
