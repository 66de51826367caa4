"""Still there? It asks before what was typed is erased."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.screen import Scene, Screen, translate
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.sun_ring import SunRing
from kiosk.ui.widgets.touch_button import Kind, TouchButton


class StillThereScreen(Screen):
    """Two ways on, and the sun that counts down to the second of them."""

    kept_going = Signal()
    home_pressed = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1000, 540)), parent)
        self._whole_s = 10
        self.title = Lettering(dress, px=108, weight=theme.EXTRABOLD, middle=True)
        self.body = Lettering(dress, px=60, weight=theme.BOLD, ink="ink2")
        self.sun = SunRing(dress)
        self.home = TouchButton(dress, Kind.LINE)
        self.go = TouchButton(dress, Kind.SUN, px=64, icon="check-bold")
        self.home.clicked.connect(self.home_pressed)
        self.go.clicked.connect(self.kept_going)
        self.put(self.title, (60, 160, 960, 150), (72, 126, 1060, 130))
        self.put(self.body, (60, 330, 960, 250), (72, 262, 1060, 250))
        self.put(self.sun, (180, 640, 720, 720), (1180, 180, 660, 660))
        self.put(self.home, (60, 1404, 472, 190), (72, 640, 500, 200))
        self.put(self.go, (548, 1404, 472, 190), (588, 640, 500, 200))
        self.retranslate()

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
        self.home.say(translate("SelfCheckIn", "Erase and start over"))
        self.go.say(translate("SelfCheckIn", "Keep going"))
