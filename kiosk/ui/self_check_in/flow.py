"""The self check-in's states, what moves between them and how long each may last, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What the touchscreen shows."""

    WELCOME = "welcome"
    LETTERS = "letters"
    DIGITS = "digits"
    TWINS = "twins"
    OK = "ok"
    ALREADY = "already"
    TO_DESK = "to-desk"
    GOODBYE = "goodbye"
    STILL_THERE = "still-there"


class Trigger(StrEnum):
    """What happens to the touchscreen."""

    FIND = "find"
    HOME = "home"
    FEW = "few"
    RETYPE = "retype"
    SAME_DIGITS = "same-digits"
    ADMITTED = "admitted"
    KNOWN = "known"
    REFUSED = "refused"
    KEEP_GOING = "keep-going"
    TIME_OUT = "time-out"


@dataclass(frozen=True, slots=True)
class Rest:
    """How long a state lasts, in seconds, and whether a touch starts it anew."""

    seconds: float
    touch_restarts: bool = False


# Seconds are the design's: tokens.json, time_s.
TIMES: Mapping[State, Rest] = {
    State.LETTERS: Rest(30, touch_restarts=True),
    State.DIGITS: Rest(30, touch_restarts=True),
    State.TWINS: Rest(30, touch_restarts=True),
    State.OK: Rest(6),
    State.ALREADY: Rest(8),
    State.TO_DESK: Rest(20),
    State.GOODBYE: Rest(10),
    State.STILL_THERE: Rest(10),
}

BACK = None
"""The target that means: where the guest was before they were asked."""

_VERDICTS: Mapping[Trigger, State] = {
    Trigger.ADMITTED: State.OK,
    Trigger.KNOWN: State.ALREADY,
    Trigger.REFUSED: State.TO_DESK,
}
_ASKING: Mapping[Trigger, State | None] = {
    **_VERDICTS,
    Trigger.HOME: State.WELCOME,
    Trigger.TIME_OUT: State.STILL_THERE,
}

# A verdict may come in every state, because a code may be scanned in every state.
MOVES: Mapping[State, Mapping[Trigger, State | None]] = {
    State.WELCOME: {**_VERDICTS, Trigger.FIND: State.LETTERS},
    State.LETTERS: {**_ASKING, Trigger.FEW: State.DIGITS},
    State.DIGITS: {
        **_ASKING,
        Trigger.RETYPE: State.LETTERS,
        Trigger.SAME_DIGITS: State.TWINS,
    },
    State.TWINS: {**_ASKING, Trigger.RETYPE: State.LETTERS},
    State.OK: {**_VERDICTS, Trigger.TIME_OUT: State.GOODBYE},
    State.ALREADY: {**_VERDICTS, Trigger.HOME: State.WELCOME, Trigger.TIME_OUT: State.WELCOME},
    State.TO_DESK: {
        **_VERDICTS,
        Trigger.FIND: State.LETTERS,
        Trigger.HOME: State.WELCOME,
        Trigger.TIME_OUT: State.WELCOME,
    },
    State.GOODBYE: {**_VERDICTS, Trigger.HOME: State.WELCOME, Trigger.TIME_OUT: State.WELCOME},
    State.STILL_THERE: {
        **_VERDICTS,
        Trigger.KEEP_GOING: BACK,
        Trigger.HOME: State.WELCOME,
        Trigger.TIME_OUT: State.WELCOME,
    },
}


class Flow:
    """Walk the table by a clock in seconds that the caller brings.

    ``patience`` lengthens every time: 2 while an access mode is on (tokens.json,
    accessible_factor).
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._came_from = State.WELCOME
        self._since = clock()
        self.state = State.WELCOME
        self.patience = 1.0

    def fire(self, trigger: Trigger) -> bool:
        """Move where the table says; tell whether it names a move for this trigger here."""
        moves = MOVES[self.state]
        if trigger not in moves:
            return False
        target = moves[trigger]
        before, self.state = self.state, self._came_from if target is BACK else target
        self._came_from = before
        self._since = self.clock()
        return True

    def touch(self) -> None:
        """Start the time of a state anew where a touch means that somebody is there."""
        rest = TIMES.get(self.state)
        if rest is not None and rest.touch_restarts:
            self._since = self.clock()

    def tick(self) -> bool:
        """Move on where the state's time is up, and tell whether it was."""
        left = self.left_s
        return left is not None and left <= 0 and self.fire(Trigger.TIME_OUT)

    @property
    def elapsed_s(self) -> float:
        """Return how long the state has lasted, in seconds."""
        return self.clock() - self._since

    @property
    def whole_s(self) -> float | None:
        """Return how long the state may last in all, in seconds, or None for ever."""
        rest = TIMES.get(self.state)
        return rest.seconds * self.patience if rest else None

    @property
    def left_s(self) -> float | None:
        """Return how long the state still lasts, in seconds, or None for ever."""
        whole = self.whole_s
        return None if whole is None else max(0.0, whole - self.elapsed_s)
