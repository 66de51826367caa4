"""What to tell somebody whose code is seen and cannot be read: a clock's work, without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

GONE_S = 1.0
"""Seconds without any sign of a code after which nobody is holding one out.

A camera tries five treatments in turn and not each finds the code, so a frame or four are no end.
"""


class Hint(Enum):
    """What the screen says to whoever holds out a code; each replaces the one before."""

    NONE = auto()
    FURTHER = auto()  # hold it a little further away: too near, blurred or cut off
    BRIGHTER = auto()  # make the telephone's screen brighter
    NAME = auto()  # offer to find the name instead


AFTER_S = ((8.0, Hint.NAME), (3.0, Hint.BRIGHTER), (1.5, Hint.FURTHER))
"""Seconds of seeing without reading, longest first, and what is said from then on."""


@dataclass(slots=True)
class HintWatch:
    """Follow one code from where it is first seen unread until it is read or gone."""

    hint: Hint = Hint.NONE
    _since: float | None = None
    _seen_at: float = 0.0

    def looked(self, at: float, *, is_read: bool, is_unread: bool) -> None:
        """Note what one frame showed, at seconds that never run backwards."""
        if is_read or (self._since is not None and at - self._seen_at >= GONE_S):
            self.forget()
        if is_unread and not is_read:
            self._since = at if self._since is None else self._since
            self._seen_at = at
            # Time counts up to the last sight of it only: a code that has gone learns nothing new.
            self.hint = _hint_after(at - self._since)

    def forget(self) -> None:
        """Begin anew, as for the next person."""
        self.hint, self._since = Hint.NONE, None


def _hint_after(seconds: float) -> Hint:
    return next((hint for limit, hint in AFTER_S if seconds >= limit), Hint.NONE)
