"""To the desk: not a refusal but a service, with an arrow to where it is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.settings import DeskSide
from kiosk.ui import theme
from kiosk.ui.self_check_in import wording
from kiosk.ui.self_check_in.desk_words import ARROWS, NAME_MAY_HELP, Why, reason_words, side_words
from kiosk.ui.self_check_in.screen import Scene, Screen, translate
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.touch_button import Kind, TouchButton
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark


class DeskScreen(Screen):
    """Yellow field, arrow, and the reason in words; never a name, a code or a red thing."""

    find_pressed = Signal()
    home_pressed = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        scene = Scene((1280, 640), "desk_field", ink="desk_ink", dot="desk_ink")
        super().__init__(dress, scene, parent)
        self._why: Why | None = None
        self._side = DeskSide.LEFT
        self._opens_at: datetime | None = None
        self._build_field()
        self._build_sea()

    def _build_field(self) -> None:
        dress = self.dress
        self.mark = VerdictMark(dress, Mark.ARROW)
        self.side = Lettering(
            dress, px=120, weight=theme.EXTRABOLD, ink="desk_ink", middle=True, leading=1.1
        )
        self.come = Lettering(dress, px=72, weight=theme.EXTRABOLD, ink="desk_ink")
        self.reason = Lettering(
            dress, px=96, weight=theme.EXTRABOLD, ink="desk_ink", middle=True, leading=1.18
        )
        self.help = Lettering(dress, px=60, weight=theme.BOLD, ink="desk_ink", middle=True)
        self.put(self.mark, (60, 150, 400, 400), (72, 140, 400, 400))
        self.put(self.side, (500, 164, 540, 146), (524, 138, 560, 140))
        self.put(self.come, (500, 322, 540, 220), (524, 290, 560, 250))
        self.put(self.reason, (60, 640, 960, 330), (1090, 138, 790, 270), px=(96, 76))
        self.put(self.help, (60, 1020, 960, 180), (1090, 420, 790, 160))

    def _build_sea(self) -> None:
        self.find_button = TouchButton(self.dress, Kind.SUN, px=68, icon="magnifying-glass-bold")
        self.home = TouchButton(self.dress, Kind.LINE, px=60, icon="house-bold")
        self.find_button.clicked.connect(self.find_pressed)
        self.home.clicked.connect(self.home_pressed)
        self.put(self.find_button, (60, 1316, 960, 136), (736, 690, 1112, 150))
        self.home_alone = TouchButton(self.dress, Kind.LINE, px=60, icon="house-bold")
        self.home_alone.clicked.connect(self.home_pressed)
        self.put(self.home, (60, 1472, 960, 124), (72, 690, 640, 150))
        self.put(self.home_alone, (60, 1381, 960, 150), (72, 690, 1776, 150))

    def show_reason(self, why: Why, side: DeskSide, opens_at: datetime | None = None) -> None:
        """Ask to the desk on a side; ``opens_at`` (in the event's zone) is said where it helps."""
        self._why, self._side, self._opens_at = why, side, opens_at
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        where, come = side_words(self._side)
        self.mark.point(ARROWS[self._side])
        self.mark.setAccessibleName(where)
        self.side.setText(where)
        self.come.setText(come)
        self.find_button.say(translate("SelfCheckIn", "Find my name"))
        for home in (self.home, self.home_alone):
            home.say(translate("SelfCheckIn", "Home"))
        self.help.setText(self._help())
        if self._why is not None:
            self.reason.setText(reason_words(self._why))
            helps = self._why in NAME_MAY_HELP
            self.find_button.setVisible(helps)
            self.home.setVisible(helps)
            self.home_alone.setVisible(not helps)

    def _help(self) -> str:
        if self._opens_at is None:
            return translate("SelfCheckIn", "Staff will help you right away.")
        said = translate("SelfCheckIn", "It opens at {time}.")
        return said.format(time=wording.hour(self._opens_at, self.language))

    def clear(self) -> None:
        """Forget why."""
        self._why, self._opens_at = None, None
        self.reason.setText("")
