"""PIN: six digits open the administration."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.desk_words import Cause, reason_words
from kiosk.ui.self_check_in.lock import PLACES
from kiosk.ui.self_check_in.screen import Parts, Scene, Screen, translate
from kiosk.ui.widgets.blocks import Leaf, Stack
from kiosk.ui.widgets.discs import Discs
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.keypad import BACK, CLEAR, DIGITS, Keypad
from kiosk.ui.widgets.rows import Row

_DOT = "•"


class PinScreen(Screen):
    """Ten keys and six suns; the digits themselves are never shown."""

    def __init__(self, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(dress, Scene((600, 372), has_deck=False, large_panel=0.42), parent)
        self._typed, self._wait_s = 0, 0
        self._tries: int | None = None
        self._has_failed = False
        self.title = self.text(px=72, weight=theme.EXTRABOLD)
        self.state = self.text(px=60, weight=theme.BOLD, ink="ink2")
        self.discs = Discs(dress, self, dots=True)
        self.keys = Keypad(dress, DIGITS, (3, 6, 4), tall=140, parent=self)
        self.keys.pressed.connect(lambda sent: self.acted.emit(Act.PIN_KEY, sent))
        self.home = self.home_button()

    def parts(self) -> Parts:
        """Put the suns in the sky and the keys in the sea."""
        gap = self.dress.gap
        words = [Leaf(self.title), Leaf(self.state)]
        keys = Stack([Leaf(self.keys, stretch=1), Leaf(self.home)], gap)
        if self.dress.is_portrait or self.is_beside:
            return Parts(Stack([*words, Leaf(self.discs, wish=self.dress.px(150))], gap), keys)
        discs = Leaf(self.discs, wish=self.dress.px(150))
        return Parts(Row([Stack(words, gap), discs], gap * 2), keys)

    def show_lock(
        self, typed: int, tries_left: int | None, wait_s: int, *, has_failed: bool = False
    ) -> None:
        """Show how many digits are typed, what is left, or why or how long nothing is taken."""
        self._typed, self._tries, self._wait_s = typed, tries_left, wait_s
        self._has_failed = has_failed
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.title.setText(translate("SelfCheckIn", "Administration PIN"))
        if self._wait_s:
            said = translate("SelfCheckIn", "Locked for {n} s").format(n=self._wait_s)
        elif self._has_failed:
            said = reason_words(Cause.NO_ANSWER)
        elif self._tries is not None and not self._typed:
            said = translate("SelfCheckIn", "Wrong PIN · {n} tries left").format(n=self._tries)
        else:
            said = translate("SelfCheckIn", "For staff only")
        self.state.setText(said)
        self.home.say(translate("SelfCheckIn", "Home"))
        self.keys.buttons[BACK].say("", translate("SelfCheckIn", "Delete"))
        self.keys.buttons[CLEAR].say(translate("SelfCheckIn", "Clear", "all digits"))
        count = translate("SelfCheckIn", "{n} digits entered").format(n=self._typed)
        self.discs.show_typed(_DOT * self._typed, PLACES, count)

    def clear(self) -> None:
        """Forget what was typed."""
        self.show_lock(0, None, 0)
