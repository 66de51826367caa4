"""How long a badge may be under way at a printer that does not say why."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.printer import PrinterState

SLOW_S = 15.0
"""A label takes 1 to 4 s: from here on the desk is told that it takes long."""
OVER_S = 90.0
"""Slower than any printer that works: a job that has not ended by now is a fault."""


class Patience:
    """Count the seconds of one job; the clock stands while the printer says what it waits for."""

    def __init__(self, clock_s: Callable[[], float]) -> None:
        self._clock_s = clock_s
        self._seen_s, self._spent_s = clock_s(), 0.0

    def note(self, state: PrinterState) -> None:
        """Take in how the printer was until now."""
        now = self._clock_s()
        if not state.waits_for_staff:
            self._spent_s += now - self._seen_s
        self._seen_s = now

    @property
    def is_slow(self) -> bool:
        """Tell whether it takes long."""
        return self._spent_s > SLOW_S

    @property
    def is_over(self) -> bool:
        """Tell whether nobody should wait any longer."""
        return self._spent_s > OVER_S
