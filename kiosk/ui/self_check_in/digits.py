"""The last four digits: they tell which of the few it is; no card has to be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.found import Card
from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.candidates import Candidates
from kiosk.ui.self_check_in.finder import DIGITS as PLACES
from kiosk.ui.self_check_in.finder import TRIES, Finder
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Block, Gap, Leaf, Stack
from kiosk.ui.widgets.discs import Discs
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.keypad import BACK, CLEAR, DIGITS, Keypad
from kiosk.ui.widgets.rows import Cell, Row
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark


class DigitsScreen(Screen):
    """Ten keys; the digits stand in the suns until all four are there."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((560, 372), large_panel=0.42, grows=True), parent)
        self._digits, self._left = "", TRIES
        self._people: tuple[Card, ...] = ()
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.wrong_mark = VerdictMark(dress, Mark.CAUTION, self)
        self.wrong = self.text(px=72, weight=theme.EXTRABOLD, middle=True)
        self.left = self.text(ink="ink2")
        self.discs = Discs(dress, self)
        self.candidates = Candidates(self)
        self.keys = Keypad(dress, DIGITS, (3, 6, 4), tall=132, parent=self)
        self.keys.pressed.connect(lambda sent: self.acted.emit(Act.DIGIT, sent))
        self.home = self.home_button()
        self.unknown = self.button(Act.NUMBER_UNKNOWN, icon="question-bold")

    def parts(self) -> Parts:
        """Put discs in the sky and keys in the sea; cards stand there too where there is room."""
        gap = self.dress.gap
        rows = self.nav_rows()
        keypad = Leaf(self.keys, stretch=1.0)
        if not self.dress.is_roomy:
            sea: Block = Stack([keypad, *rows], gap)
            if not self.dress.is_portrait and not self.dress.is_large:
                ways = Cell(Stack(rows, gap, align=1.0), share=0.34)
                sea = Row([ways, Cell(keypad, share=0.66)], gap)
            return Parts(self._sky(with_people=True), sea)
        if self.dress.is_portrait:
            return Parts(self._sky(), Stack([self.candidates.cards(), keypad, *rows], gap))
        left = Stack([self.candidates.cards(), Gap(stretch=1.0), *rows], gap)
        return Parts(self._sky(), Row([Cell(left, share=0.46), Cell(keypad, share=0.54)], gap * 2))

    def nav(self) -> Sequence[Cell | Block]:
        """Return the ways out."""
        return [Leaf(self.home), Cell(Leaf(self.unknown), share=2.2)]

    def _sky(self, *, with_people: bool = False) -> Block:
        gap = self.dress.gap
        words: list[Block] = [Leaf(self.title)]
        if self._left < TRIES:
            side = self.dress.px(92)
            mark = Cell(Leaf(self.wrong_mark, least=side), width=side)
            words = [Row([mark, Leaf(self.wrong)], self.dress.px(28), middle=True), Leaf(self.left)]
        people = list(self.candidates.lines(rank=1)) if with_people else []
        discs = Leaf(self.discs, wish=self.dress.px(196) if not with_people else None)
        if self.dress.is_portrait or self.is_beside:
            return Stack([*words, discs, *people], gap)
        return Row([Stack([*words, *people], gap), discs], gap * 2)

    def show_finder(self, finder: Finder, *, was_wrong: bool = False) -> None:
        """Show the candidates and the digits; after a wrong number, how many tries are left."""
        self._digits, self._people = finder.digits, finder.cards
        self._left = finder.tries_left if was_wrong else TRIES
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(
            self.either(
                translate("SelfCheckIn", "Enter the last 4 digits\nof your mobile number"),
                translate("SelfCheckIn", "Last 4 digits"),
            )
        )
        self.wrong.setText(translate("SelfCheckIn", "No match"))
        self.left.setText(self._tries())
        self.home.say(translate("SelfCheckIn", "Home"))
        self.unknown.say(translate("SelfCheckIn", "I do not know it"))
        self.keys.buttons[BACK].say("", translate("SelfCheckIn", "Delete"))
        self.keys.buttons[CLEAR].say(
            translate("SelfCheckIn", "Clear", "all digits")
            if self._digits
            else translate("SelfCheckIn", "Initials")
        )
        # The digits are counted aloud and never said.
        count = translate("SelfCheckIn", "{n} digits entered").format(n=len(self._digits))
        self.discs.show_typed(self._digits, PLACES, count)
        self.candidates.show_people(self._people)

    def _tries(self) -> str:
        if self._left == 1:
            return translate("SelfCheckIn", "You can try once more")
        return translate("SelfCheckIn", "You can try twice more")

    def clear(self) -> None:
        """Forget the digits and the candidates."""
        self._digits, self._left, self._people = "", TRIES, ()
        self.discs.show_typed("", 0, "")
        self.candidates.clear()
        self.retranslate()
