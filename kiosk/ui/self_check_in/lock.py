"""Lock: the six digits that open the administration."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import State, Trigger
from kiosk.ui.self_check_in.steps import Steps
from kiosk.ui.widgets.keypad import BACK, CLEAR

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.domain.pin import PinCheck

PLACES = 6


class Lock:
    """Take the digits and ask the desk, which counts the tries and keeps the count."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self.digits = ""
        self.tries_left: int | None = None
        self._open_at = steps.clock()
        self.has_failed = False
        self._shown_s = 0

    def begin(self) -> None:
        """Begin with nothing typed."""
        self.digits, self.has_failed = "", False

    def forget(self) -> None:
        """Forget what was typed."""
        self.digits = ""
        self.tries_left, self.has_failed = None, False

    def fail(self) -> None:
        """Say that no PIN can be tried now: a try that cannot be counted is not looked at."""
        self.digits, self.has_failed = "", True
        self._steps.changed.emit()

    @property
    def wait_s(self) -> int:
        """Return how many seconds nothing is taken, 0 where a PIN may be typed."""
        return max(0, math.ceil(self._open_at - self._steps.clock()))

    def tick(self) -> None:
        """Let the seconds of a lock be seen."""
        if self._steps.state is State.PIN and self.wait_s != self._shown_s:
            self._shown_s = self.wait_s
            self._steps.changed.emit()

    def type(self, sent: str) -> None:
        """Take a key of the digits; the sixth digit asks."""
        if self._steps.state is not State.PIN or self.wait_s:
            return
        if sent == BACK:
            self.digits = self.digits[:-1]
        elif sent == CLEAR:
            self.digits = ""
        elif len(self.digits) < PLACES:
            self.digits += sent
        self.has_failed = False
        self._steps.changed.emit()
        if len(self.digits) == PLACES:
            self._ask()

    def _hold(self, until: datetime | None) -> None:
        """Take nothing for as long as the lock lasts now, whatever the wall clock does."""
        lasts = until - self._steps.desk.now() if until is not None else timedelta()
        self._open_at = self._steps.clock() + lasts.total_seconds()

    def _ask(self) -> None:
        errand = self._steps.next_errand()
        self._steps.wait(Cause.NO_ANSWER)
        pin, self.digits = self.digits, ""

        def checked(answer: PinCheck) -> None:
            if not self._steps.is_current(errand, State.PIN):
                return
            self._steps.answered()
            self.tries_left = answer.tries_left
            self._hold(answer.locked_until)
            if answer.ok:
                self.tries_left = None
                self._steps.fire(Trigger.UNLOCKED)
            else:
                self._steps.changed.emit()

        self._steps.desk.check_pin(pin, checked)
