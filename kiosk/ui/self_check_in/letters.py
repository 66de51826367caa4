"""The name finder: the initials, or Latin letters, of one's own name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.found import Card
from kiosk.ui import theme
from kiosk.ui.self_check_in.card_row import CardRow
from kiosk.ui.self_check_in.finder import Finder, Finding, Script
from kiosk.ui.self_check_in.screen import CENTRE, Scene, Screen, translate
from kiosk.ui.widgets.discs import Discs
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.keypad import BACK, CONSONANTS, LATIN, SWITCH, Keypad
from kiosk.ui.widgets.lettering import Lettering
from kiosk.ui.widgets.touch_button import Kind, TouchButton


class LettersScreen(Screen):
    """Keys, the suns they raise, and the cards of the few who match."""

    typed = Signal(str)
    card_chosen = Signal(str)
    home_pressed = Signal()
    not_listed_pressed = Signal()

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((556, 372)), parent)
        self._script, self._finding, self._total = Script.HANGUL, Finding.NOTHING_TYPED, 0
        self._letters, self._places = "", 3
        self._people: tuple[Card, ...] = ()
        self._build_sky()
        self._build_keys()
        self._build_row()
        self.retranslate()

    def _build_sky(self) -> None:
        dress = self.dress
        self.title = Lettering(dress, px=72, weight=theme.EXTRABOLD, middle=True)
        self.example = Lettering(dress, px=57, ink="ink2")
        self.discs = Discs(dress)
        self.message = Lettering(
            dress, px=64, weight=theme.BOLD, ink="on_sea", align=CENTRE, middle=True
        )
        self.put(self.title, (60, 138, 960, 92), (72, 118, 810, 152))
        self.put(self.example, (60, 236, 960, 80), (72, 276, 800, 76))
        self.put(self.discs, (60, 326, 960, 196), (912, 130, 936, 196))
        self.put(self.message, (60, 584, 960, 370), (72, 404, 800, 348))

    def _build_keys(self) -> None:
        self.cards = CardRow(self.dress, self.card_chosen.emit)
        self.cards.put_on(self, (60, 584, 960, 114), (72, 404, 800, 108), (128, 120))
        self.consonants = Keypad(self.dress, CONSONANTS, 4)
        self.latin = Keypad(self.dress, LATIN, 6)
        for keypad in (self.consonants, self.latin):
            keypad.pressed.connect(self.typed)
            self.put(keypad, (60, 980, 960, 500), (912, 404, 936, 472))

    def _build_row(self) -> None:
        self.home = TouchButton(self.dress, Kind.QUIET, icon="house-bold")
        self.not_listed = TouchButton(self.dress, Kind.LINE, icon="question-bold")
        self.home.clicked.connect(self.home_pressed)
        self.not_listed.clicked.connect(self.not_listed_pressed)
        self.put(self.home, (60, 1504, 312, 108), (72, 772, 300, 104))
        self.put(self.not_listed, (388, 1504, 632, 108), (388, 772, 484, 104))

    def show_finder(self, finder: Finder, finding: Finding) -> None:
        """Show what was typed and what it leads to."""
        self._script, self._letters, self._places = finder.script, finder.typed, finder.places
        self._finding, self._total = finding, finder.total
        self._people = finder.cards
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        is_latin = self._script is Script.LATIN
        self.consonants.setVisible(not is_latin)
        self.latin.setVisible(is_latin)
        if is_latin:
            self.title.setText(translate("SelfCheckIn", "Type your name in Latin letters"))
            self.example.setText(translate("SelfCheckIn", "Family name first, e.g. KIM H"))
        else:
            self.title.setText(translate("SelfCheckIn", "Type the initials of your Korean name"))
            self.example.setText(translate("SelfCheckIn", "e.g. 홍길동 → ㅎㄱㄷ"))
        self.home.say(translate("SelfCheckIn", "Home"))
        self.not_listed.say(translate("SelfCheckIn", "Not on the list"))
        for keypad in (self.consonants, self.latin):
            keypad.buttons[BACK].say("", translate("SelfCheckIn", "Delete"))
        self.consonants.buttons[SWITCH].say("ABC", translate("SelfCheckIn", "Latin letters"))
        self.latin.buttons[SWITCH].say("한글", translate("SelfCheckIn", "Korean initials"))
        count = translate("SelfCheckIn", "{n} letters typed").format(n=len(self._letters))
        self.discs.show_typed(self._letters, self._places, count)
        self.cards.show_people(self._people)
        self.message.setText(self._words())

    def _words(self) -> str:
        if self._finding is Finding.MANY:
            said = translate("SelfCheckIn", "{n} people match\nType one more letter")
            return said.format(n=self._total)
        if self._finding is Finding.NOBODY:
            return translate("SelfCheckIn", "No match\nPlease try again")
        return ""

    def clear(self) -> None:
        """Forget the letters and everybody they found."""
        self._letters, self._finding, self._total, self._people = "", Finding.NOTHING_TYPED, 0, ()
        self.discs.show_typed("", 0, "")
        self.cards.clear()
        self.message.setText("")
