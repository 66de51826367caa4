"""Echoes: one code read by two devices at once, which is one person."""

from __future__ import annotations

import time
from collections.abc import Callable

from kiosk.domain import ticket

ECHO_S = 3.0
"""Seconds in which another device's reading of a code is the same reading.

Source: flows, G1: the same code is ignored for 3 s. Each device sees to that for itself: a camera
looks all the time, while a hand scanner's second pull of the trigger is meant.
"""


class Echoes:
    """Tell readings apart from their echoes; ``clock`` returns seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._heard: dict[str, tuple[str, float]] = {}

    def is_echo(self, device: str, text: str) -> bool:
        """Tell whether another device has just read this code, in whatever letters."""
        now = self._clock()
        self._heard = {one: at for one, at in self._heard.items() if now - at[1] < ECHO_S}
        code = ticket.fold(text[: ticket.MAX_LENGTH + 1])
        first, _ = self._heard.get(code, (device, now))
        if first != device:
            return True
        self._heard[code] = (device, now)
        return False
