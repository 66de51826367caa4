"""Goodbye: the last words, and the sun that counts down to the welcome."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.screen import CENTRE, Scene, Screen, translate
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.sun_ring import SunRing
from kiosk.ui.widgets.touch_button import Kind, TouchButton


class GoodbyeScreen(Screen):
    """Nothing personal is left on it."""

    finished = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1000, 540)), parent)
        self._has_badge = self._is_out = False
        self._seconds = 0
        self.title = Lettering(dress, px=96, weight=theme.EXTRABOLD, middle=True)
        self.badge = Lettering(dress, px=60, weight=theme.BOLD, ink="ink2")
        self.sun = SunRing(dress)
        self.count = Lettering(dress, px=57, ink="on_sea", align=CENTRE, middle=True)
        self.finish = TouchButton(dress, Kind.SUN, px=60, icon="check-bold")
        self.finish.clicked.connect(self.finished)
        self.put(self.title, (60, 160, 960, 140), (72, 150, 1000, 140))
        self.put(self.badge, (60, 320, 960, 180), (72, 310, 1000, 160))
        self.put(self.sun, (180, 640, 720, 720), (1180, 180, 660, 660))
        self.put(self.count, (40, 1380, 1000, 90), (72, 590, 1040, 90))
        self.put(self.finish, (60, 1480, 960, 128), (72, 720, 960, 140))
        self.retranslate()

    def arrange(self) -> None:
        """Stand the count under the sun, or, lying, at the left beside it."""
        side = CENTRE if self.dress.is_portrait else Qt.AlignmentFlag.AlignLeft
        self.count.set_align(side)
        super().arrange()

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
        words = translate("SelfCheckIn", "Back to the start in {n} s").format(n=self._seconds)
        self.count.setText(words)

    def retranslate(self) -> None:
        """Say everything anew."""
        enjoy = translate("SelfCheckIn", "Enjoy your time")
        self.title.setText(translate("SelfCheckIn", "Goodbye") if self._is_out else enjoy)
        reminder = translate("SelfCheckIn", "Remember your name badge")
        self.badge.setText(reminder if self._has_badge else "")
        self.finish.say(translate("SelfCheckIn", "Finish now"))
        self._say_count()
