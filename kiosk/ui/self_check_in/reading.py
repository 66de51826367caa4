"""Reading: what voice guidance says of a screen, whole at first and then only what is new."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.screen import Screen
from kiosk.ui.widgets.candidate_card import CandidateCard

JUST_BEGUN_S = 3.0
"""As long as this after it began a reading begins anew with the news, which would cut it short."""


class Reading:
    """Remember what was read of the screen on show; it holds nothing that is personal."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began_at = clock()
        self._read: list[str] = []

    def whole(self, screen: Screen) -> str:
        """Return everything that is said of a screen."""
        self._read, self._began_at = screen.sentences(), self._clock()
        return " ".join(self._read)

    def news(self, screen: Screen) -> str:
        """Return what stands there and did not when it was last read: a mistake, a reference."""
        before, self._read = self._read, screen.sentences()
        fresh = [one for one in self._read if one not in before]
        is_begun = self._clock() - self._began_at < JUST_BEGUN_S
        return " ".join(self._read if fresh and is_begun else fresh)


def is_personal(button: QAbstractButton, state: State) -> bool:
    """Tell whether a button bears what no loudspeaker may say: a person, or a digit of theirs.

    The digits of a telephone number are a secret as those of a PIN are (flows, section 5).
    """
    if state in (State.TWINS, State.PIN) or isinstance(button, CandidateCard):
        return True
    return state in (State.DIGITS, State.PHONE) and button.accessibleName().isdecimal()
