"""Leaving: who goes out of a course early is told what counts before it is recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in import wording
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Gap, Leaf, Stack
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.rows import Flow
from kiosk.ui.widgets.touch_button import Kind


class LeavingScreen(Screen):
    """Two answers: stay, or leave all the same."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((1000, 520)), parent)
        self._minutes = 0
        self.title = self.text(px=96, weight=theme.EXTRABOLD)
        self.body = self.text(px=60, weight=theme.BOLD, ink="ink2")
        self.stay = self.button(Act.STAY, Kind.SUN, px=60, icon="house-bold", tall=190)
        self.leave = self.button(Act.LEAVE, px=60, icon="hand-waving-fill", tall=190)

    def parts(self) -> Parts:
        """Put the warning in the sky and the answers in the sea."""
        gap = self.dress.gap
        sky = Stack([Leaf(self.title), Leaf(self.body, rank=1)], gap * 2, align=0.3)
        answers = Flow([Leaf(self.leave), Leaf(self.stay)], gap)
        return Parts(sky, Stack([Gap(stretch=1), answers, Gap(stretch=1)], 0))

    def show_minutes(self, minutes: int) -> None:
        """Say how much counts if the guest leaves now."""
        self._minutes = minutes
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        said = translate("SelfCheckIn", "Leaving now counts only {time}")
        self.title.setText(said.format(time=wording.duration(self._minutes, self.language)))
        self.body.setText(translate("SelfCheckIn", "The session is still going on."))
        self.stay.say(translate("SelfCheckIn", "I stay"))
        self.leave.say(translate("SelfCheckIn", "I leave now"))

    def clear(self) -> None:
        """Forget how long the guest was here."""
        self._minutes = 0
