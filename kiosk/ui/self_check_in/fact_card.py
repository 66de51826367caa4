"""FactCard: one fact with its icon, on paper."""

from __future__ import annotations

from kiosk.ui import theme
from kiosk.ui.self_check_in.screen import Screen
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.frames import Pane
from kiosk.ui.widgets.ground import Ground, IconDisc
from kiosk.ui.widgets.rows import Cell, Row

_DISC = 104.0


class FactCard:
    """A heading and its words; they belong to the screen that shows them."""

    def __init__(self, screen: Screen, icon: str) -> None:
        self._screen = screen
        self._ground = Ground(screen.dress, "paper", parent=screen)
        self._disc = IconDisc(screen.dress, icon, parent=screen)
        self._heading = screen.text(weight=theme.EXTRABOLD, most=2)
        self._words = screen.text(ink="ink2", weight=theme.MEDIUM)

    def block(self) -> Block:
        """Return the card, for a place among the parts."""
        dress = self._screen.dress
        words = Stack([Leaf(self._heading), Leaf(self._words)], 0, align=0.5)
        pads = (dress.px(28), dress.px(10 if dress.is_tight else 18))
        if dress.is_large:
            # The icon gives its room to the words.
            self._disc.hide()
            return Pane(self._ground, words, pads, stretch=0.2)
        side = dress.px(_DISC)
        disc = Cell(Leaf(self._disc, least=side, wish=side), width=side)
        return Pane(self._ground, Row([disc, words], dress.px(28), middle=True), pads, stretch=0.2)

    def say(self, heading: str, words: str) -> None:
        """Say the fact."""
        self._heading.setText(heading)
        self._words.setText(words)
