"""Telling a hand scanner from a person by the rhythm of the keys: no Qt and no clock of its own.

A scanner types a code in one burst; a person does not type six keys with at most 50 ms between
each two. Every key is held until it is known whose it is, for whatever a code begins with would
otherwise be obeyed: Enter would check in whoever is shown, Ctrl+Z undo whoever was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Generic, TypeVar

GAP_MS = 50
"""Longest gap between two keys of one burst; scanners leave 1 to 20 ms."""

SILENCE_MS = 100
"""Silence that ends a burst without Enter or Tab; also the longest hiccup inside a sure one."""

KEYS_MIN = 6
"""Keys that make a burst sure. Tickets are longer, and fast typists do not keep it up so long."""

KEYS_MIN_SLOW = 12
"""The same at a desk that allows longer gaps, which people's fingers reach more often."""

TEXT_MAX = 4296
"""Characters kept of a burst: what the largest QR code (version 40-L, ISO/IEC 18004) can hold."""

_ENDS = "\r\n\t"

Held = TypeVar("Held")


class Kind(Enum):
    """What a key can be in a burst."""

    CHARACTER = auto()  # types something
    END = auto()  # Enter or Tab: what scanners put after a code
    EDIT = auto()  # arrows, Backspace: harmless when a fast typist reached for it
    COMMAND = auto()  # chord, Esc, F-key: what a hostile code wants to press


@dataclass(frozen=True, slots=True)
class Ruling(Generic[Held]):
    """What to do now: first send ``typed`` on in order, then announce ``scan``.

    ``is_taken`` says that the key just pressed is the scanner's, else it is held; ``is_settled``
    that nothing held before this key is held any more.
    """

    typed: tuple[Held, ...] = ()
    scan: str | None = None
    is_taken: bool = False
    is_settled: bool = True


@dataclass(slots=True)
class Burst(Generic[Held]):
    """Sort keys into typing and scans. ``Held`` is whatever the caller needs to replay a key.

    Times are milliseconds of one clock. A key told a little late, as by an input method, counts as
    struck with the one before; a clock that jumps back only ends a burst.
    """

    gap_ms: int = GAP_MS
    _held: list[tuple[Held, Kind | None]] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _keys: int = 0
    _waiting_end: int = 0
    _last_ms: float = float("-inf")
    _is_after_scan: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether so many keys came so fast that no person typed them.

        Enter counts only once something follows it: five letters and Enter are still typing.
        """
        return self._keys >= (KEYS_MIN if self.gap_ms <= GAP_MS else KEYS_MIN_SLOW)

    @property
    def is_holding(self) -> bool:
        """Whether anything waits to be decided on."""
        return bool(self._held)

    @property
    def patience_ms(self) -> int | None:
        """Silence after which ``silence`` is to be called; None while nothing is held."""
        return self._patience_ms() if self._held else None

    def press(self, kind: Kind, text: str, held: Held, at_ms: float) -> Ruling[Held]:
        """Take a key and return what becomes of it and of those held before it."""
        continues = self._continues(at_ms)
        before: Ruling[Held] = Ruling() if continues else self.silence()
        if not continues:
            self._is_after_scan = False
        self._last_ms = max(at_ms, self._last_ms) if continues else at_ms
        if kind is Kind.END and self.is_sure:
            return Ruling(scan=self.silence().scan, is_taken=True)
        if self._is_after_scan and not self._held and kind is not Kind.CHARACTER:
            return Ruling(is_taken=True)  # the line feed after a carriage return, or worse
        self._keep(kind, text, held)
        return Ruling(before.typed, before.scan, is_settled=not continues)

    def ride(self, held: Held) -> None:
        """Hold something that is no key but must stay in order with those held."""
        if len(self._held) < 2 * TEXT_MAX:
            self._held.append((held, None))

    def silence(self) -> Ruling[Held]:
        """Decide on what is held, because nothing follows it."""
        if self.is_sure:
            text = "".join(self._text)[:TEXT_MAX].rstrip(_ENDS)
            self._clear()
            self._is_after_scan = True
            return Ruling(scan=text, is_taken=True)
        typed = self._typed()
        self._clear()
        return Ruling(typed)

    def _typed(self) -> tuple[Held, ...]:
        """Return what a person pressed of what is held.

        A command alone is a person's. One among other keys is a short code's, and then nothing but
        its characters is sent on.
        """
        kinds = [kind for _, kind in self._held if kind is not None]
        if Kind.COMMAND not in kinds or len(kinds) == 1:
            return tuple(held for held, _ in self._held)
        return tuple(held for held, kind in self._held if kind in (Kind.CHARACTER, None))

    def _patience_ms(self) -> int:
        return max(SILENCE_MS, 2 * self.gap_ms) if self.is_sure else self.gap_ms

    def _continues(self, at_ms: float) -> bool:
        elapsed = at_ms - self._last_ms
        return -SILENCE_MS <= elapsed <= self._patience_ms()

    def _keep(self, kind: Kind, text: str, held: Held) -> None:
        self._keys += self._waiting_end
        self._waiting_end = int(kind is Kind.END)
        self._keys += 1 - self._waiting_end
        if len(self._text) < TEXT_MAX:
            self._held.append((held, kind))
            self._text.append(text)

    def _clear(self) -> None:
        self._held.clear()
        self._text.clear()
        self._keys = self._waiting_end = 0
