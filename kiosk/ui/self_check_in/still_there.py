"""Still there? It asks before what was typed is erased."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.centre_piece import CentrePieceScreen
from kiosk.ui.self_check_in.flow import WARNING_S
from kiosk.ui.self_check_in.screen import Scene, translate
from kiosk.ui.widgets.blocks import Block, Leaf
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Flow
from kiosk.ui.widgets.sun_ring import SunRing
from kiosk.ui.widgets.touch_button import Kind


class StillThereScreen(CentrePieceScreen):
    """Two ways on, and the sun that counts down to the second of them."""

    piece_units = (220.0, 720.0)
    share = 0.5

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1380, 540)), parent)
        self._whole_s = math.ceil(WARNING_S)
        self.title = self.text(px=100, weight=theme.EXTRABOLD)
        self.body = self.text(px=60, weight=theme.BOLD, ink="ink2")
        self.piece = self.sun = SunRing(dress, self)
        self.erase = self.button(Act.HOME, tall=190)
        self.go = self.button(Act.KEEP_GOING, Kind.SUN, px=64, icon="check-bold", tall=190)
        self.retranslate()

    def words(self) -> Sequence[Block]:
        """Return the question and what happens without an answer."""
        return [Leaf(self.title), Leaf(self.body, rank=1)]

    def ways(self) -> Sequence[Block]:
        """Return the two answers."""
        return [Flow([Leaf(self.erase), Leaf(self.go)], self.dress.gap)]

    def show_time(self, left_s: float, whole_s: float) -> None:
        """Count down."""
        self.sun.show_left(left_s, whole_s)
        if math.ceil(whole_s) != self._whole_s:
            self._whole_s = math.ceil(whole_s)
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(translate("SelfCheckIn", "Do you need more time?"))
        body = translate(
            "SelfCheckIn",
            "If you do not press anything for {n} s\nwhat you typed is erased\n"
            "and the first screen returns.",
        )
        self.body.setText(body.format(n=self._whole_s))
        self.erase.say(translate("SelfCheckIn", "Erase and start over"))
        self.go.say(translate("SelfCheckIn", "Keep going"))
