"""Two people with the same four digits: one more touch tells which of them it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.found import Card
from kiosk.ui import theme
from kiosk.ui.self_check_in.card_row import CardRow
from kiosk.ui.self_check_in.screen import Scene, Screen, translate
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.touch_button import Kind, TouchButton


class TwinsScreen(Screen):
    """The cards alone."""

    card_chosen = Signal(str)
    home_pressed = Signal()
    not_listed_pressed = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((560, 372)), parent)
        self._people: tuple[Card, ...] = ()
        self.title = Lettering(dress, px=84, weight=theme.EXTRABOLD, middle=True)
        self.put(self.title, (60, 160, 960, 340), (72, 126, 1776, 210))
        self.cards = CardRow(dress, self.card_chosen.emit)
        self.cards.put_on(self, (60, 640, 960, 180), (72, 404, 1776, 108), (220, 120))
        self.home = TouchButton(dress, Kind.QUIET, icon="house-bold")
        self.neither = TouchButton(dress, Kind.LINE, icon="question-bold")
        self.home.clicked.connect(self.home_pressed)
        self.neither.clicked.connect(self.not_listed_pressed)
        self.put(self.home, (60, 1504, 312, 108), (72, 772, 300, 104))
        self.put(self.neither, (388, 1504, 632, 108), (388, 772, 1460, 104))
        self.retranslate()

    def show_people(self, people: tuple[Card, ...]) -> None:
        """Show who shares the digits."""
        self._people = people
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(
            translate("SelfCheckIn", "Please choose one")
            if len(self._people) > 2
            else translate("SelfCheckIn", "Please choose one of the two")
        )
        self.home.say(translate("SelfCheckIn", "Home"))
        self.neither.say(translate("SelfCheckIn", "Not on the list"))
        self.cards.show_people(self._people)

    def clear(self) -> None:
        """Forget both."""
        self._people = ()
        self.cards.clear()
