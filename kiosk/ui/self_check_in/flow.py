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
    CONSENT = "consent"
    CONSENT_TEXT = "consent-text"
    OPTIONS = "options"
    NAME = "name"
    ORGANISATION = "organisation"
    PHONE = "phone"
    QUESTION = "question"
    SIGNATURE = "signature"
    LEAVING = "leaving"
    OK = "ok"
    LEFT = "left"
    PRINT_FAULT = "print-fault"
    ALREADY = "already"
    TO_DESK = "to-desk"
    GOODBYE = "goodbye"
    STILL_THERE = "still-there"
    CALLED = "called"
    VOICE = "voice"
    PIN = "pin"
    ADMINISTRATION = "administration"
    OUT_OF_SERVICE = "out-of-service"


class Trigger(StrEnum):
    """What happens to the touchscreen."""

    FIND = "find"
    HOME = "home"
    BACK = "back"
    FEW = "few"
    RETYPE = "retype"
    SAME_DIGITS = "same-digits"
    NEEDS_CONSENT = "needs-consent"
    READ_ON = "read-on"
    NEEDS_OPTIONS = "needs-options"
    NEEDS_NAME = "needs-name"
    NEEDS_ORGANISATION = "needs-organisation"
    NEEDS_PHONE = "needs-phone"
    NEEDS_ANSWER = "needs-answer"
    NEEDS_SIGNATURE = "needs-signature"
    NEEDS_WORD = "needs-word"
    ADMITTED = "admitted"
    WENT_OUT = "went-out"
    KNOWN = "known"
    REFUSED = "refused"
    BADGE_MISSED = "badge-missed"
    BADGE_CAME = "badge-came"
    KEEP_GOING = "keep-going"
    CALL = "call"
    LISTEN = "listen"
    UNLOCK = "unlock"
    UNLOCKED = "unlocked"
    BROKE = "broke"
    MENDED = "mended"
    TIME_OUT = "time-out"


@dataclass(frozen=True, slots=True)
class Rest:
    """How long a state lasts, in seconds, and whether a touch starts it anew."""

    seconds: float
    touch_restarts: bool = False


WARNING_S = 20.0
"""How long before a time-out a guest is asked whether they need more (issue: 20 s)."""

MOST_EXTENSIONS = 10
"""How often one guest may ask for more time without touching anything else."""

_IDLE = Rest(30, touch_restarts=True)

# Seconds are the design's: tokens.json, time_s. The welcome lasts, and so does what is broken.
TIMES: Mapping[State, Rest] = {
    State.LETTERS: _IDLE,
    State.DIGITS: _IDLE,
    State.TWINS: _IDLE,
    State.CONSENT: Rest(90, touch_restarts=True),
    State.CONSENT_TEXT: Rest(90, touch_restarts=True),
    State.OPTIONS: Rest(90, touch_restarts=True),
    State.NAME: _IDLE,
    State.ORGANISATION: _IDLE,
    State.PHONE: _IDLE,
    State.QUESTION: _IDLE,
    State.SIGNATURE: _IDLE,
    State.LEAVING: _IDLE,
    State.VOICE: _IDLE,
    State.OK: Rest(6),
    State.LEFT: Rest(8),
    State.PRINT_FAULT: Rest(15),
    State.ALREADY: Rest(8),
    State.TO_DESK: Rest(20, touch_restarts=True),
    State.GOODBYE: Rest(10),
    State.STILL_THERE: Rest(WARNING_S),
    State.CALLED: Rest(120),
    State.PIN: _IDLE,
    # Staff who walk away leave no open administration behind.
    State.ADMINISTRATION: Rest(600, touch_restarts=True),
}

BACK = None
"""The target that means: where the guest was before."""

_Moves = Mapping[Trigger, State | None]

# A verdict, or a question on the way to it, may come wherever a code may be scanned.
_ANSWERS: _Moves = {
    Trigger.NEEDS_CONSENT: State.CONSENT,
    Trigger.NEEDS_ANSWER: State.QUESTION,
    Trigger.NEEDS_SIGNATURE: State.SIGNATURE,
    Trigger.NEEDS_WORD: State.LEAVING,
    Trigger.ADMITTED: State.OK,
    Trigger.WENT_OUT: State.LEFT,
    Trigger.KNOWN: State.ALREADY,
    Trigger.REFUSED: State.TO_DESK,
    Trigger.BROKE: State.OUT_OF_SERVICE,
    Trigger.UNLOCK: State.PIN,
}
# The help deck stands below whatever asks something.
_DECK: _Moves = {Trigger.CALL: State.CALLED, Trigger.LISTEN: State.VOICE}
_HOME: _Moves = {Trigger.HOME: State.WELCOME, Trigger.TIME_OUT: State.WELCOME}
_ASKING: _Moves = {
    **_ANSWERS,
    **_DECK,
    Trigger.HOME: State.WELCOME,
    Trigger.TIME_OUT: State.STILL_THERE,
}
_WAYS_IN: _Moves = {
    Trigger.FIND: State.LETTERS,
    Trigger.NEEDS_NAME: State.NAME,
}

MOVES: Mapping[State, _Moves] = {
    State.WELCOME: {**_ANSWERS, **_DECK, **_WAYS_IN},
    State.LETTERS: {**_ASKING, Trigger.FEW: State.DIGITS},
    State.DIGITS: {
        **_ASKING,
        Trigger.RETYPE: State.LETTERS,
        Trigger.SAME_DIGITS: State.TWINS,
    },
    State.TWINS: {**_ASKING, Trigger.RETYPE: State.LETTERS},
    State.CONSENT: {
        **_ASKING,
        Trigger.READ_ON: State.CONSENT_TEXT,
        Trigger.NEEDS_OPTIONS: State.OPTIONS,
        Trigger.NEEDS_NAME: State.NAME,
    },
    State.CONSENT_TEXT: {**_ASKING, Trigger.BACK: State.CONSENT},
    State.OPTIONS: {
        **_ASKING,
        Trigger.BACK: State.CONSENT,
        Trigger.NEEDS_NAME: State.NAME,
    },
    State.NAME: {
        **_ASKING,
        Trigger.NEEDS_ORGANISATION: State.ORGANISATION,
        Trigger.NEEDS_PHONE: State.PHONE,
    },
    State.ORGANISATION: {
        **_ASKING,
        Trigger.BACK: State.NAME,
        Trigger.NEEDS_PHONE: State.PHONE,
    },
    State.PHONE: {**_ASKING, Trigger.BACK: BACK},
    State.QUESTION: _ASKING,
    State.SIGNATURE: _ASKING,
    State.LEAVING: _ASKING,
    State.OK: {
        **_ANSWERS,
        Trigger.BADGE_MISSED: State.PRINT_FAULT,
        Trigger.TIME_OUT: State.GOODBYE,
    },
    State.LEFT: {**_ANSWERS, **_HOME},
    State.PRINT_FAULT: {**_ANSWERS, **_HOME, Trigger.BADGE_CAME: State.OK},
    State.ALREADY: {**_ANSWERS, **_DECK, **_HOME},
    State.TO_DESK: {**_ANSWERS, **_DECK, **_HOME, **_WAYS_IN},
    State.GOODBYE: {**_ANSWERS, **_DECK, **_HOME},
    State.STILL_THERE: {**_ANSWERS, **_HOME, Trigger.KEEP_GOING: BACK},
    State.CALLED: {**_ANSWERS, **_HOME, **_WAYS_IN, Trigger.BACK: BACK},
    State.VOICE: {**_ASKING, **_WAYS_IN, Trigger.BACK: BACK},
    State.PIN: {
        **_HOME,
        Trigger.UNLOCKED: State.ADMINISTRATION,
        Trigger.BROKE: State.OUT_OF_SERVICE,
    },
    State.ADMINISTRATION: {**_HOME, Trigger.BROKE: State.OUT_OF_SERVICE},
    State.OUT_OF_SERVICE: {Trigger.MENDED: State.WELCOME, Trigger.UNLOCK: State.PIN},
}

SOUNDS: Mapping[State, str] = {
    State.OK: "ok",
    State.LEFT: "ok",
    State.PRINT_FAULT: "again",
    State.ALREADY: "again",
    State.TO_DESK: "desk",
    State.OUT_OF_SERVICE: "desk",
    State.CALLED: "call",
    State.STILL_THERE: "tick",
}
"""What is heard on entering a state; each says no more than the screen does."""

VERDICTS = frozenset({State.OK, State.LEFT, State.PRINT_FAULT, State.ALREADY, State.TO_DESK})
"""What ends a guest's errand."""

ASKED_AT_THE_DOOR = frozenset({State.CONSENT, State.QUESTION, State.SIGNATURE, State.LEAVING})
"""What a code may lead to before its verdict; the next code takes its place."""

TYPED = frozenset({State.NAME, State.ORGANISATION, State.PHONE})
"""Where a guest types of themselves."""

LET_IN = frozenset({State.OK, State.LEFT, State.PRINT_FAULT, State.GOODBYE})
"""Whoever shows a code after these is somebody else."""

FINDING = frozenset(
    {State.LETTERS, State.DIGITS, State.TWINS, State.STILL_THERE, State.CALLED, State.VOICE}
)
"""Where what was typed of a name is still of use; the last three may lead back to it."""

KEPT_OUT_OF = VERDICTS - {State.PRINT_FAULT} | {State.WELCOME, State.PIN, State.OUT_OF_SERVICE}
"""Where nothing of what was asked at the door may be left."""


def takes_scans(state: State) -> bool:
    """Tell whether a code is answered in a state: where a verdict can follow."""
    return Trigger.ADMITTED in MOVES[state]


class Flow:
    """Walk the table by a clock in seconds that the caller brings.

    ``patience`` lengthens every time: 2 while an access mode is on (tokens.json,
    accessible_factor). While it is ``held``, a state does not time out.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._came_from: dict[State, State] = {}
        self._since = clock()
        self.state = State.WELCOME
        self.patience = 1.0
        self.is_held = False
        self.extensions = 0

    def fire(self, trigger: Trigger) -> bool:
        """Move where the table says; tell whether it names a move for this trigger here."""
        moves = MOVES[self.state]
        if trigger not in moves:
            return False
        target = moves[trigger]
        if trigger is Trigger.TIME_OUT and target is State.STILL_THERE:
            self.extensions += 1
            if self.extensions > MOST_EXTENSIONS:
                target = State.WELCOME
        if target is BACK:
            target = self._came_from.pop(self.state, State.WELCOME)
        elif target is not self.state:
            self._came_from[target] = self.state
        self.state, self.is_held = target, False
        if target is State.WELCOME:
            self.extensions = 0
            self._came_from.clear()
        self._since = self.clock()
        return True

    def touch(self) -> None:
        """Start the time of a state anew where a touch means that somebody is there."""
        rest = TIMES.get(self.state)
        if rest is not None and rest.touch_restarts:
            self._since = self.clock()
            self.extensions = 0

    def last_at_least(self, seconds: float) -> None:
        """Let the state last so long from now, where its time would be up before."""
        whole = self.whole_s
        if whole is not None and whole - self.elapsed_s < seconds:
            self._since = self.clock() - whole + seconds

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
        if whole is None or self.is_held:
            return None
        return max(0.0, whole - self.elapsed_s)
