"""The administration PIN: which ones are strong, and how long wrong ones lock it."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

LENGTH = 6
TRIES = 5
"""Wrong ones before the first lock."""
LOCK_MS = 15_000
"""The first lock; each further wrong PIN doubles it. Source: flows, section 1 (15 s, doubling)."""
LONGEST_LOCK_MS = 24 * 3_600_000
"""A day: nobody guesses at that pace, and the organiser may set a new PIN at the machine."""

_SHAPE = re.compile(r"[0-9]{6}")
_PERIODS = (1, 2, 3)


class PinCheck(NamedTuple):
    """What one try came to; ``locked_until`` is aware, None where the next may follow at once."""

    ok: bool
    tries_left: int
    locked_until: datetime | None = None


class Lock(NamedTuple):
    """How many were wrong, and what is left of the lock as it was last seen.

    What is left is told against the moment it was seen at, so that a clock set back neither
    shortens the lock nor makes it longer than it was. Milliseconds.
    """

    wrong: int = 0
    seen_ms: int = 0
    left_ms: int = 0

    def at(self, now_ms: int) -> Lock:
        """Return the lock as it stands at a later look, whatever the clock did in between."""
        passed = max(0, now_ms - self.seen_ms)
        left = max(0, min(self.left_ms, lock_ms(self.wrong)) - passed)
        return Lock(self.wrong, now_ms, left)

    def after_a_try(self) -> Lock:
        """Return the lock with one more try counted as wrong, before anybody knows whether it is.

        Nothing may be left of the lock when somebody tries.
        """
        wrong = self.wrong + 1
        return Lock(wrong, self.seen_ms, lock_ms(wrong))

    @property
    def tries_left(self) -> int:
        """Return how many tries are left before the next lock: after the first lock only one."""
        return 0 if self.left_ms else max(1, TRIES - self.wrong)


def lock_ms(wrong: int) -> int:
    """Return how long the PIN is locked after so many wrong ones in a row."""
    if wrong < TRIES:
        return 0
    # The doubling is cut off before it becomes a number of a thousand digits.
    return min(LOCK_MS << min(wrong - TRIES, 32), LONGEST_LOCK_MS)


def is_shaped(pin: str) -> bool:
    """Tell whether a text is six digits."""
    return bool(_SHAPE.fullmatch(pin))


def is_weak(pin: str) -> bool:
    """Tell whether a PIN is among the first that anybody tries.

    One digit throughout, a run up or down (123456, 987654, 890123), or a pattern of two or three
    digits again and again (121212, 123123).
    """
    steps = {(int(second) - int(first)) % 10 for first, second in pairwise(pin)}
    repeats = any(pin == pin[:period] * (LENGTH // period) for period in _PERIODS)
    return repeats or steps in ({1}, {9})
