"""The name finder: the initials, or Latin letters, of one's own name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.found import Card
from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.candidates import Candidates
from kiosk.ui.self_check_in.finder import Finder, Finding, Script
from kiosk.ui.self_check_in.screen import CENTRE, LEFT, Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Leaf, Stack
from kiosk.ui.widgets.discs import Discs
from kiosk.ui.widgets.dress import BODY, Dress
from kiosk.ui.widgets.frames import Kept
from kiosk.ui.widgets.keypad import BACK, CONSONANTS, LATIN, SWITCH, Keypad
from kiosk.ui.widgets.rows import Cell, Row

_FOUND = 370.0
"""Units of the three cards, or of what is said in their place."""


class LettersScreen(Screen):
    """Keys, the suns they raise, and the few who match."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((556, 372), large_panel=0.42, grows=True), parent)
        self._script, self._finding, self._total = Script.HANGUL, Finding.NOTHING_TYPED, 0
        self._letters, self._places = "", 3
        self._people: tuple[Card, ...] = ()
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.example = self.text(ink="ink2")
        self.discs = Discs(dress, self)
        self.message = self.text(px=60, weight=theme.BOLD, align=CENTRE, middle=True)
        self.candidates = Candidates(self)
        self.consonants = Keypad(dress, CONSONANTS, (4, 8, 5, 6), parent=self)
        self.latin = Keypad(dress, LATIN, (6, 10, 8, 5), tall=104, parent=self)
        for keypad in (self.consonants, self.latin):
            keypad.pressed.connect(lambda sent: self.acted.emit(Act.LETTER, sent))
        self.home = self.home_button()
        self.not_listed = self.button(Act.NOT_LISTED, icon="question-bold")

    def parts(self) -> Parts:
        """Put discs in the sky and keys in the sea; cards stand there too where there is room."""
        gap, keys = self.dress.gap, self._keys
        is_roomy = self.dress.is_roomy
        self.message.set_ink("on_sea" if is_roomy else "ink")
        self.message.set_align(CENTRE if self.dress.is_portrait or is_roomy else LEFT)
        if not is_roomy:
            return Parts(self._sky(with_people=True), self._tight_sea(keys))
        found = self.candidates.cards() if self._people else Leaf(self.message, stretch=1.0)
        found.stretch = 0.4
        keypad = Leaf(keys, stretch=1.0)
        if self.dress.is_portrait:
            # The place of the cards is kept free: keys must not move under a finger.
            kept = Kept(found, self.dress.px(_FOUND))
            return Parts(self._sky(), Stack([kept, keypad, *self.nav_rows()], gap))
        left = Stack([found, *self.nav_rows()], gap)
        return Parts(self._sky(), Row([Cell(left, share=0.46), Cell(keypad, share=0.54)], gap * 2))

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        return [Leaf(self.home), Cell(Leaf(self.not_listed), share=2.2)]

    def _tight_sea(self, keys: Keypad) -> Block:
        gap, keypad = self.dress.gap, Leaf(keys, stretch=1.0)
        if self.dress.is_portrait or self.dress.is_large:
            return Stack([keypad, *self.nav_rows()], gap)
        left = Stack(self.nav_rows(), gap, align=1.0)
        return Row([Cell(left, share=0.34), Cell(keypad, share=0.66)], gap)

    def _sky(self, *, with_people: bool = False) -> Block:
        gap = self.dress.gap
        words: list[Block] = [Leaf(self.title), Leaf(self.example, rank=3)]
        discs = Leaf(self.discs, wish=self.dress.px(196) if not with_people else None)
        said: list[Block] = []
        if with_people:
            told = Stack([*self.candidates.lines(rank=2), Leaf(self.message, rank=1)], 0)
            # Room for the three is kept: keys must not move under a finger.
            tall = self.dress.px(3.8 * BODY * self.dress.text_scale)
            said = [Kept(told, tall, rank=1)]
        if self.dress.is_portrait or self.is_beside:
            return Stack([*words, discs, *said], gap)
        left = Stack([*words, *said], gap)
        return Row([Cell(left, share=0.5), Cell(discs, share=0.5)], gap * 2)

    @property
    def _keys(self) -> Keypad:
        return self.latin if self._script is Script.LATIN else self.consonants

    def show_finder(self, finder: Finder, finding: Finding) -> None:
        """Show what was typed and what it leads to."""
        self._script, self._letters, self._places = finder.script, finder.typed, finder.places
        self._finding, self._total = finding, finder.total
        self._people = finder.cards
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        if self._script is Script.LATIN:
            self.title.setText(
                self.either(
                    translate("SelfCheckIn", "Type your name in Latin letters"),
                    translate("SelfCheckIn", "Your name"),
                )
            )
            self.example.setText(translate("SelfCheckIn", "Family name first, e.g. KIM H"))
        else:
            self.title.setText(
                self.either(
                    translate("SelfCheckIn", "Type your initials"),
                    translate("SelfCheckIn", "Korean initials", "of the guest"),
                )
            )
            self.example.setText(translate("SelfCheckIn", "e.g. 홍길동 → ㅎㄱㄷ"))
        self.home.say(translate("SelfCheckIn", "Home"))
        self.not_listed.say(translate("SelfCheckIn", "Not on the list"))
        for keypad in (self.consonants, self.latin):
            keypad.buttons[BACK].say("", translate("SelfCheckIn", "Delete"))
        self.consonants.buttons[SWITCH].say("ABC", translate("SelfCheckIn", "Latin letters"))
        self.latin.buttons[SWITCH].say("한글", translate("SelfCheckIn", "Korean initials"))
        count = translate("SelfCheckIn", "{n} letters typed").format(n=len(self._letters))
        self.discs.show_typed(self._letters, self._places, count)
        self.candidates.show_people(self._people)
        self.message.setText(self._words())

    def _words(self) -> str:
        if self._finding is Finding.MANY:
            said = translate("SelfCheckIn", "{n} people match\nType one more letter")
            return said.format(n=self._total)
        if self._finding is Finding.NOBODY:
            return translate("SelfCheckIn", "No match\nPlease try again")
        if self._finding is Finding.TOO_FAST:
            return translate("SelfCheckIn", "Please wait a moment\nand type again")
        return ""

    def clear(self) -> None:
        """Forget the letters and everybody they found."""
        self._letters, self._finding, self._total, self._people = "", Finding.NOTHING_TYPED, 0, ()
        self.discs.show_typed("", 0, "")
        self.candidates.clear()
        self.message.setText("")
