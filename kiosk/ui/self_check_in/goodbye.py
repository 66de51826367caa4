"""Goodbye: the last words, and the sun that counts down to the welcome."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.centre_piece import CentrePieceScreen
from kiosk.ui.self_check_in.screen import CENTRE, TWO_PLACES, Scene, translate
from kiosk.ui.widgets.blocks import Block, Gap, Leaf
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.rows import Flow
from kiosk.ui.widgets.sun_ring import SunRing
from kiosk.ui.widgets.touch_button import Kind


class GoodbyeScreen(CentrePieceScreen):
    """Nothing personal is left on it."""

    piece_units = (220.0, 720.0)
    share = 0.5

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1360, 540)), parent)
        self._has_badge = self._is_out = False
        self._seconds = TWO_PLACES
        self.title = self.text(px=96, weight=theme.EXTRABOLD)
        self.badge = self.text(px=60, weight=theme.BOLD, ink="ink2")
        self.piece = self.sun = SunRing(dress, self)
        self.count = self.text(ink="on_sea", align=CENTRE)
        self.finish = self.button(Act.FINISH, Kind.SUN, px=60, icon="check-bold", tall=128)
        self.no_badge = self.button(Act.NO_BADGE, tall=128)
        self.retranslate()

    def words(self) -> Sequence[Block]:
        """Return the wish and the reminder."""
        return [Leaf(self.title), Leaf(self.badge, rank=1), Gap(self.dress.px(4), rank=3)]

    def ways(self) -> Sequence[Block]:
        """Return the count and the ways to end."""
        ways = [self.finish, self.no_badge] if self._has_badge else [self.finish]
        return [Leaf(self.count, rank=1), Flow([Leaf(one) for one in ways], self.dress.gap)]

    def asking(self) -> Sequence[Lettering]:
        """Return the count."""
        return (self.count,)

    def say_goodbye(self, *, has_badge: bool, is_out: bool = False) -> None:
        """Wish a good time, or goodbye on the way out; remind of the badge that was printed."""
        self._has_badge, self._is_out = has_badge, is_out
        self.retranslate()

    def show_time(self, left_s: float, whole_s: float) -> None:
        """Count down."""
        self.sun.show_left(left_s, whole_s)
        if math.ceil(left_s) != self._seconds:
            self._seconds = math.ceil(left_s)
            self._say_count()

    def _say_count(self) -> None:
        said = self.either(
            translate("SelfCheckIn", "Back to the start in {n} s"),
            translate("SelfCheckIn", "Back in {n} s"),
        )
        self.count.setText(said.format(n=self._seconds))

    def retranslate(self) -> None:
        """Say everything anew."""
        enjoy = translate("SelfCheckIn", "Enjoy your time")
        self.title.setText(translate("SelfCheckIn", "Goodbye") if self._is_out else enjoy)
        reminder = translate("SelfCheckIn", "Remember your name badge")
        self.badge.setText(reminder if self._has_badge else "")
        self.finish.say(translate("SelfCheckIn", "Finish now"))
        self.no_badge.say(translate("SelfCheckIn", "No badge came out"))
        self._say_count()
