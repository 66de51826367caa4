"""The last four digits: they tell which of the few it is; no card has to be chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.found import Card
from kiosk.ui import theme
from kiosk.ui.self_check_in.card_row import CardRow
from kiosk.ui.self_check_in.finder import DIGITS as PLACES
from kiosk.ui.self_check_in.finder import TRIES, Finder
from kiosk.ui.self_check_in.screen import Scene, Screen, translate
from kiosk.ui.widgets.discs import Discs
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.keypad import BACK, CLEAR, DIGITS, Keypad
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.touch_button import Kind, TouchButton
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark


class DigitsScreen(Screen):
    """Ten keys; the digits stand in the suns until all four are there."""

    typed = Signal(str)
    card_chosen = Signal(str)
    home_pressed = Signal()
    unknown_pressed = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((560, 372)), parent)
        self._digits, self._left = "", TRIES
        self._people: tuple[Card, ...] = ()
        self._build_sky()
        self._build_keys()
        self.retranslate()

    def _build_sky(self) -> None:
        dress = self.dress
        self.title = Lettering(dress, px=72, weight=theme.EXTRABOLD)
        self.wrong_mark = VerdictMark(dress, Mark.CAUTION)
        self.wrong = Lettering(dress, px=72, weight=theme.EXTRABOLD, middle=True)
        self.left = Lettering(dress, px=57, ink="ink2", middle=True)
        self.discs = Discs(dress)
        self.put(self.title, (60, 132, 960, 184), (72, 126, 800, 190))
        self.put(self.wrong_mark, (66, 138, 96, 96), (72, 134, 88, 88))
        self.put(self.wrong, (190, 136, 830, 100), (184, 130, 688, 96))
        self.put(self.left, (60, 244, 960, 76), (72, 240, 800, 76))
        self.put(self.discs, (60, 330, 960, 188), (912, 130, 936, 196))

    def _build_keys(self) -> None:
        dress = self.dress
        self.cards = CardRow(dress, self.card_chosen.emit)
        self.cards.put_on(self, (60, 584, 960, 92), (72, 404, 800, 108), (104, 120))
        self.keys = Keypad(dress, DIGITS, 3)
        self.keys.pressed.connect(self.typed)
        self.put(self.keys, (60, 908, 960, 572), (912, 404, 936, 472))
        self.home = TouchButton(dress, Kind.QUIET, icon="house-bold")
        self.unknown = TouchButton(dress, Kind.LINE, icon="question-bold")
        self.home.clicked.connect(self.home_pressed)
        self.unknown.clicked.connect(self.unknown_pressed)
        self.put(self.home, (60, 1504, 312, 108), (72, 772, 300, 104))
        self.put(self.unknown, (388, 1504, 632, 108), (388, 772, 484, 104))

    def show_finder(self, finder: Finder, *, was_wrong: bool = False) -> None:
        """Show the candidates and the digits; after a wrong number, how many tries are left."""
        self._digits, self._people = finder.digits, finder.cards
        self._left = finder.tries_left if was_wrong else TRIES
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        was_wrong = self._left < TRIES
        ask = translate("SelfCheckIn", "Enter the last 4 digits\nof your mobile number")
        wrong = translate("SelfCheckIn", "That number does not match")
        self.title.setText("" if was_wrong else ask)
        self.wrong.setText(wrong if was_wrong else "")
        self.left.setText(self._tries() if was_wrong else "")
        self.wrong_mark.setVisible(was_wrong)
        self.home.say(translate("SelfCheckIn", "Home"))
        self.unknown.say(translate("SelfCheckIn", "I do not know it"))
        self.keys.buttons[BACK].say("", translate("SelfCheckIn", "Delete"))
        self.keys.buttons[CLEAR].say(
            translate("SelfCheckIn", "Clear all")
            if self._digits
            else translate("SelfCheckIn", "Initials")
        )
        # The digits are counted aloud and never said.
        count = translate("SelfCheckIn", "{n} digits entered").format(n=len(self._digits))
        self.discs.show_typed(self._digits, PLACES, count)
        self.cards.show_people(self._people)

    def _tries(self) -> str:
        if self._left == 1:
            return translate("SelfCheckIn", "You can try once more")
        return translate("SelfCheckIn", "You can try twice more")

    def clear(self) -> None:
        """Forget the digits and the candidates."""
        self._digits, self._left, self._people = "", TRIES, ()
        self.discs.show_typed("", 0, "")
        self.cards.clear()
        self.retranslate()
