"""Steps: how a guest moves through the flow, and what is under way meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.desk_words import Cause, Why
from kiosk.ui.self_check_in.flow import Flow, State, Trigger

DEBOUNCE_S = 0.3
SWAP_LOCK_S = 0.4
"""How long nothing is taken after the keys under a finger have changed (tokens.json, durations)."""

SLOW_S = 0.4
"""After how long an answer that is under way is worth a word."""

GIVE_UP_S = 10.0
"""After how long without any answer the desk takes over; an answer that still comes is shown."""

_NEW_KEYS = frozenset(
    {
        State.LETTERS,
        State.DIGITS,
        State.NAME,
        State.ORGANISATION,
        State.PHONE,
        State.QUESTION,
        State.PIN,
    }
)


class Steps(QObject):
    """Move, wait and refuse touches meanwhile; the clock gives seconds.

    ``moved`` carries the State entered, ``changed`` says that the same state shows something else.
    ``refused`` carries why a guest is asked to the desk.
    """

    moved = Signal(object)
    changed = Signal()
    refused = Signal(object)

    def __init__(
        self, desk: CheckInDesk, clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.clock = desk, clock
        self.flow = Flow(clock)
        self._errand = 0
        self._locked_until = 0.0
        self._waiting_since: float | None = None
        self.feared = Cause.NOT_SAVED

    @property
    def state(self) -> State:
        """Return what is to be shown."""
        return self.flow.state

    @property
    def is_waiting(self) -> bool:
        """Tell whether an answer is under way."""
        return self._waiting_since is not None

    @property
    def is_slow(self) -> bool:
        """Tell whether an answer has been under way for long enough to say so."""
        since = self._waiting_since
        return since is not None and self.clock() - since > SLOW_S

    @property
    def is_hopeless(self) -> bool:
        """Tell whether an answer has been under way for too long."""
        since = self._waiting_since
        return since is not None and self.clock() - since >= GIVE_UP_S

    @property
    def takes_touches(self) -> bool:
        """Tell whether a touch counts now: no answer under way, no screen that has just changed."""
        return self._waiting_since is None and not self.is_locked

    @property
    def is_locked(self) -> bool:
        """Tell whether the screen has changed only just now."""
        return self.clock() < self._locked_until

    def fire(self, trigger: Trigger) -> bool:
        """Move where the table says."""
        if not self.flow.fire(trigger):
            return False
        self.enter()
        return True

    def enter(self) -> None:
        """Begin a state: answers to what was asked before are not for it."""
        self.next_errand()
        lock = SWAP_LOCK_S if self.state in _NEW_KEYS else DEBOUNCE_S
        self._locked_until = self.clock() + lock
        self.moved.emit(self.state)

    def lock(self, seconds: float) -> None:
        """Take no touches for so long: the keys under the finger have changed."""
        self._locked_until = self.clock() + seconds

    def refuse(self, why: Why) -> None:
        """Ask to the desk."""
        self.refused.emit(why)

    def wait(self, feared: Cause) -> None:
        """Wait for an answer; ``feared`` is what a guest is told if none comes."""
        if self._waiting_since is None:
            self._waiting_since = self.clock()
        self.feared = feared

    def answered(self) -> None:
        """Wait no longer."""
        self._waiting_since = None

    def next_errand(self) -> int:
        """Return a number that makes every earlier one stale."""
        self._errand += 1
        return self._errand

    def is_current(self, errand: int, *states: State) -> bool:
        """Tell whether an answer is still for what is on show."""
        return errand == self._errand and (not states or self.state in states)
