"""Finding oneself: letters until three or fewer people match, then the last four digits."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import StrEnum

from kiosk.domain.found import CARDS, Card, Cards

DIGITS = 4
TRIES = 3
SEARCHES, SEARCHES_WITHIN_S = 10, 60.0
"""How many looks at people one touchscreen allows in a minute, whoever asks: E06 of the matrix."""

LEAST_LETTERS = 2
"""Letters before anybody is shown, however few there are."""

CLOSED_S = 600.0
"""How long a name stays closed here after three wrong numbers, and a miss is remembered."""


class Script(StrEnum):
    """Which letters the keys type."""

    HANGUL = "hangul"
    LATIN = "latin"


# How many letters the row of suns asks for at first, and how many are typed at the very most.
_ASKED = {Script.HANGUL: 3, Script.LATIN: 5}
_MOST = {Script.HANGUL: 4, Script.LATIN: 9}


class Finding(StrEnum):
    """What the letters typed so far lead to."""

    NOTHING_TYPED = "nothing-typed"
    NOBODY = "nobody"
    MANY = "many"  # one more letter is asked for
    TOO_FAST = "too-fast"  # more looks in a minute than anybody needs: wait, then type again
    CROWD = "crowd"  # every letter is typed and still more than three match: the desk
    FEW = "few"  # cards to choose from, and one may type on
    ENOUGH = "enough"  # cards, and every letter that was asked for: on to the digits


class Check(StrEnum):
    """What the four digits lead to, or why they are not asked for."""

    ASK = "ask"
    CLOSED = "closed"
    WRONG = "wrong"
    TOO_OFTEN = "too-often"
    ONE = "one"
    SEVERAL = "several"


class Finder:
    """Hold what a guest has typed, who it may be, and how often a number was wrong.

    The clock gives seconds. Only registration ids outlive ``forget``, as misses.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._misses: dict[str, tuple[int, float]] = {}
        self._was_answered = False
        self._looks: deque[float] = deque(maxlen=SEARCHES)
        self._seen = ""
        self.script = Script.HANGUL
        self.typed = ""
        self.digits = ""
        self.total = 0
        self.cards: tuple[Card, ...] = ()

    def forget(self) -> None:
        """Forget everything typed and everybody found."""
        self.typed = self.digits = self._seen = ""
        self.total = 0
        self.cards = ()

    def use(self, script: Script) -> None:
        """Type with other letters from now on; what was typed is gone."""
        self.forget()
        self.script = script

    @property
    def places(self) -> int:
        """Return how many letters the row has room for now."""
        return max(_ASKED[self.script], len(self.typed) + (1 if self._wants_more else 0))

    @property
    def _wants_more(self) -> bool:
        return self.total > CARDS and len(self.typed) < _MOST[self.script]

    def type_letter(self, letter: str) -> None:
        """Add a letter; after letters that nobody has, start anew with this one."""
        if self.typed and self.total == 0 and not self.cards and self._was_answered:
            self.typed = ""
        if len(self.typed) < _MOST[self.script]:
            self.typed += letter
        self._was_answered = False

    def delete_letter(self) -> None:
        """Take the last letter back."""
        self.typed = self.typed[:-1]
        self._was_answered = False

    def take(self, found: Cards) -> Finding:
        """Take what the roster says to the letters typed."""
        self._was_answered = True
        self.total, self.cards = found.total, found.cards
        if not self.typed:
            self.total, self.cards = 0, ()
            return Finding.NOTHING_TYPED
        if not found.total:
            return Finding.NOBODY
        if found.total > CARDS or len(self.typed) < LEAST_LETTERS:
            self.cards = ()
            return Finding.MANY if len(self.typed) < _MOST[self.script] else Finding.CROWD
        if not self._may_look():
            self.total, self.cards = 0, ()
            return Finding.TOO_FAST
        return Finding.ENOUGH if len(self.typed) >= _ASKED[self.script] else Finding.FEW

    def _may_look(self) -> bool:
        """Count a look at people; typing on after the same letters is the same look."""
        if self._seen and self.typed.startswith(self._seen):
            return True
        now = self._clock()
        if len(self._looks) == SEARCHES and now - self._looks[0] < SEARCHES_WITHIN_S:
            return False
        self._looks.append(now)
        self._seen = self.typed
        return True

    def choose(self, registration_id: str) -> None:
        """Keep only the card that was touched."""
        self.cards = tuple(one for one in self.cards if one.registration == registration_id)
        self.digits = ""

    def begin_digits(self) -> Check:
        """Ask for the digits, unless the names are closed here.

        They are asked for also where nobody has a number on file: who has one is nobody's business.
        """
        self.digits = ""
        return Check.ASK if self.askable else Check.CLOSED

    @property
    def askable(self) -> list[str]:
        """Return the registrations whose digits may be tried."""
        return [one.registration for one in self.cards if self._missed(one.registration) < TRIES]

    @property
    def tries_left(self) -> int:
        """Return how many wrong numbers are still allowed."""
        return TRIES - max(map(self._missed, self.askable), default=TRIES)

    def type_digit(self, digit: str) -> bool:
        """Add a digit and tell whether all four are there."""
        if len(self.digits) < DIGITS:
            self.digits += digit
        return len(self.digits) == DIGITS

    def delete_digit(self) -> bool:
        """Take the last digit back; False where there was none."""
        had = bool(self.digits)
        self.digits = self.digits[:-1]
        return had

    def check(self, matches: list[str]) -> Check:
        """Take which candidates have the digits typed; a wrong number counts for each of them."""
        self.digits = ""
        if not matches:
            return self._miss()
        self.cards = tuple(one for one in self.cards if one.registration in matches)
        for one in matches:
            self._misses.pop(one, None)
        return Check.ONE if len(matches) == 1 else Check.SEVERAL

    def _miss(self) -> Check:
        now = self._clock()
        for one in self.askable:
            self._misses[one] = (self._missed(one) + 1, now)
        return Check.WRONG if self.askable else Check.TOO_OFTEN

    def _missed(self, registration_id: str) -> int:
        count, at = self._misses.get(registration_id, (0, 0.0))
        return count if self._clock() - at < CLOSED_S else 0
