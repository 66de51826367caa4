"""NameSearch: from the letters of one's name to the four digits that tell who it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.domain.found import Cards
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.finder import Check, Finder, Finding, Script
from kiosk.ui.self_check_in.flow import State, Trigger
from kiosk.ui.self_check_in.steps import SWAP_LOCK_S, Steps
from kiosk.ui.widgets.keypad import BACK, CLEAR, SWITCH


class NameSearch:
    """Take the keys of the name finder; ``found`` is called with a registration's id."""

    def __init__(self, steps: Steps, found: Callable[[str], None]) -> None:
        self._steps, self._found = steps, found
        self.finder = Finder(steps.clock)
        self.finding, self.was_wrong = Finding.NOTHING_TYPED, False

    def begin(self) -> None:
        """Begin to look for a name."""
        self.finder.use(self.finder.script)
        self.finding = Finding.NOTHING_TYPED
        self._steps.fire(Trigger.FIND)

    def forget(self) -> None:
        """Forget what was typed and who was found."""
        self.finder.forget()
        self.was_wrong = False

    def type_letter(self, sent: str) -> None:
        """Take a key of the letter keypads; letters may be typed ahead of the answers."""
        steps = self._steps
        if steps.state is not State.LETTERS or steps.is_locked:
            return
        if sent == SWITCH:
            latin = self.finder.script is Script.LATIN
            self.finder.use(Script.HANGUL if latin else Script.LATIN)
            steps.lock(SWAP_LOCK_S)
        elif sent == BACK:
            self.finder.delete_letter()
        else:
            self.finder.type_letter(sent)
        self._search()

    def _search(self) -> None:
        steps = self._steps
        errand = steps.next_errand()
        if not self.finder.typed:
            steps.answered()
            self._take_cards(errand, Cards(0))
            return
        steps.changed.emit()
        steps.wait(Cause.NO_ANSWER)
        steps.desk.find_cards(self.finder.typed, lambda found: self._take_cards(errand, found))

    def _take_cards(self, errand: int, found: Cards) -> None:
        if not self._steps.is_current(errand, State.LETTERS):
            return
        self._steps.answered()
        self.finding = self.finder.take(found)
        if self.finding is Finding.CROWD:
            self._steps.refuse(Cause.CROWD)
        elif self.finding is Finding.ENOUGH:
            self._ask_digits()
        else:
            self._steps.changed.emit()

    def choose_card(self, registration_id: str) -> None:
        """Take the card that was touched: on to the digits, or, among twins, straight in."""
        if self._steps.state is State.TWINS:
            self._found(registration_id)
            return
        self.finder.choose(registration_id)
        if self._steps.state is State.LETTERS:
            self._ask_digits()
        elif self.finder.begin_digits() is Check.CLOSED:
            self._steps.refuse(Cause.CLOSED_NAME)
        else:
            self._steps.changed.emit()

    def _ask_digits(self) -> None:
        self.was_wrong = False
        if self.finder.begin_digits() is Check.ASK:
            self._steps.fire(Trigger.FEW)
        else:
            self._steps.refuse(Cause.CLOSED_NAME)

    def type_digit(self, sent: str) -> None:
        """Take a key of the digit keypad; nothing typed and taken back means: the letters again."""
        if self._steps.state is not State.DIGITS:
            return
        self.was_wrong = self.was_wrong and sent in (BACK, CLEAR)
        if sent in (BACK, CLEAR):
            self._take_back(sent)
        elif self.finder.type_digit(sent):
            self._steps.changed.emit()
            self._match()
        else:
            self._steps.changed.emit()

    def _take_back(self, sent: str) -> None:
        if not self.finder.delete_digit():
            self.finding = Finding.FEW
            self._steps.fire(Trigger.RETYPE)
            return
        if sent == CLEAR:
            self.finder.digits = ""
        self._steps.changed.emit()

    def _match(self) -> None:
        steps = self._steps
        errand = steps.next_errand()
        steps.wait(Cause.NO_ANSWER)
        steps.desk.match_digits(
            self.finder.askable, self.finder.digits, lambda found: self._take_matches(errand, found)
        )

    def _take_matches(self, errand: int, found: Sequence[str]) -> None:
        if not self._steps.is_current(errand, State.DIGITS):
            return
        self._steps.answered()
        check = self.finder.check(list(found))
        if check is Check.ONE:
            self._found(found[0])
        elif check is Check.SEVERAL:
            self._steps.fire(Trigger.SAME_DIGITS)
        elif check is Check.TOO_OFTEN:
            self._steps.refuse(Cause.TOO_OFTEN)
        else:
            self.was_wrong = True
            self._steps.changed.emit()
