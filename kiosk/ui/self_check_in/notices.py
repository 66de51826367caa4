"""Notices: a few words over the screen for as long as they are true."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from kiosk.ui.self_check_in.screen import translate
from kiosk.ui.widgets.notice import Notice

LASTS_S = 3.0


class Told(StrEnum):
    """What may be told; the values are those of the camera's hints where it is one."""

    NOTHING = ""
    SEVERAL = "several"
    FURTHER = "further"
    BRIGHTER = "brighter"
    NAME = "name"
    NO_VOICE = "no-voice"


class Notices:
    """Hold what is told and until when; the clock gives seconds."""

    def __init__(self, notice: Notice, clock: Callable[[], float]) -> None:
        self._notice, self._clock = notice, clock
        self._told, self._until = Told.NOTHING, 0.0

    def tell(self, told: Told) -> None:
        """Tell something for three seconds."""
        self._told, self._until = told, self._clock() + LASTS_S

    def hush(self) -> None:
        """Tell nothing."""
        self._told, self._until = Told.NOTHING, 0.0

    def show(self, *, is_slow: bool, is_welcome: bool) -> bool:
        """Show what is true now; tell whether other words stand there than before."""
        words = ""
        if is_slow:
            words = translate("SelfCheckIn", "Checking")
        elif self._clock() < self._until and (is_welcome or self._told is Told.NO_VOICE):
            words = _words(self._told)
        was = self._notice.text()
        self._notice.tell(words)
        return bool(words) and words != was


def _words(told: Told) -> str:
    words = {
        Told.SEVERAL: translate("SelfCheckIn", "One code at a time, please"),
        Told.FURTHER: translate("SelfCheckIn", "Hold it a little further away"),
        Told.BRIGHTER: translate("SelfCheckIn", "Please turn up the screen brightness"),
        Told.NAME: translate("SelfCheckIn", "You can also find your name"),
        Told.NO_VOICE: translate("SelfCheckIn", "Text guidance only for now"),
    }
    return words.get(told, "")
