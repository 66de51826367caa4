"""Telling a hand scanner from a person by the rhythm of the keys: no Qt and no clock of its own.

A scanner types a code in one burst; a person does not type six keys with at most 50 ms between
each two. What could still be either is held back until it is known.
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

TEXT_MAX = 4296
"""Characters kept of a burst: what the largest QR code (version 40-L, ISO/IEC 18004) can hold."""

Held = TypeVar("Held")


class Kind(Enum):
    """What a key can be in a burst."""

    CHARACTER = auto()  # types something
    END = auto()  # Enter or Tab: what scanners put after a code
    EDIT = auto()  # arrows, Backspace: harmless when a fast typist reached for it
    COMMAND = auto()  # chord, Esc, F-key: what a hostile code wants to press


class Fate(Enum):
    """What becomes of a key just pressed."""

    PASS = auto()  # it goes on to the screen
    HOLD = auto()  # it waits until it is known whose it is
    TAKE = auto()  # it was the scanner's


@dataclass(frozen=True, slots=True)
class Ruling(Generic[Held]):
    """What to do now: first send ``typed`` on in order, then announce ``scan``.

    ``is_settled`` says that nothing held before this key is held any more.
    """

    fate: Fate
    typed: tuple[Held, ...] = ()
    scan: str | None = None
    is_settled: bool = True


@dataclass(slots=True)
class Burst(Generic[Held]):
    """Sort keys into typing and scans. ``Held`` is whatever the caller needs to replay a key.

    Times are milliseconds of one clock; a clock that jumps back only ends a burst.
    """

    _held: list[tuple[Held, bool]] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _keys: int = 0
    _last_ms: float = float("-inf")
    _is_after_scan: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether so many keys came so fast that no person typed them."""
        return self._keys >= KEYS_MIN

    @property
    def patience_ms(self) -> int | None:
        """Silence after which ``silence`` is to be called; None while nothing is held."""
        if not self._keys:
            return None
        return SILENCE_MS if self.is_sure else GAP_MS

    def claims(self, kind: Kind, at_ms: float) -> bool:
        """Tell whether a key pressed now would not be passed on, before any shortcut sees it."""
        if kind is Kind.CHARACTER:
            return True
        if kind is Kind.END:
            return self._continues(at_ms) and (self.is_sure or self._is_after_scan)
        return self._continues(at_ms)

    def press(self, kind: Kind, text: str, held: Held, at_ms: float) -> Ruling[Held]:
        """Take a key and return what becomes of it and of those held before it."""
        continues = self._continues(at_ms)
        before: Ruling[Held] = Ruling(Fate.PASS)
        if not continues:
            before = self.silence()
            self._is_after_scan = False
        self._last_ms = at_ms
        if kind is Kind.END:
            return self._end(before, continues=continues)
        if kind is not Kind.CHARACTER and not continues:
            return Ruling(Fate.PASS, before.typed, before.scan)
        self._keep(kind, text, held)
        return Ruling(Fate.HOLD, before.typed, before.scan, is_settled=not continues)

    def let(self, at_ms: float) -> None:
        """Note a key that passed by itself, with nothing held: what follows it fast is a burst."""
        self._last_ms = at_ms
        self._is_after_scan = False

    def ride(self, held: Held) -> None:
        """Hold something that is no key but must stay in order with those held."""
        self._held.append((held, True))

    def silence(self) -> Ruling[Held]:
        """Decide on what is held, because nothing follows it."""
        if self.is_sure:
            text = "".join(self._text)[:TEXT_MAX]
            self._clear()
            self._is_after_scan = True
            return Ruling(Fate.TAKE, scan=text)
        typed = tuple(held for held, is_harmless in self._held if is_harmless)
        self._clear()
        return Ruling(Fate.PASS, typed)

    def _continues(self, at_ms: float) -> bool:
        return 0 <= at_ms - self._last_ms <= (SILENCE_MS if self.is_sure else GAP_MS)

    def _end(self, before: Ruling[Held], *, continues: bool) -> Ruling[Held]:
        if not continues:
            return Ruling(Fate.PASS, before.typed, before.scan)
        if self.is_sure:
            return Ruling(Fate.TAKE, scan=self.silence().scan)
        if self._is_after_scan and not self._keys:
            return Ruling(Fate.TAKE)  # the line feed after a carriage return
        return Ruling(Fate.PASS, self.silence().typed)

    def _keep(self, kind: Kind, text: str, held: Held) -> None:
        self._keys += 1
        if len(self._text) < TEXT_MAX:
            self._held.append((held, kind is not Kind.COMMAND))
            self._text.append(text)

    def _clear(self) -> None:
        self._held.clear()
        self._text.clear()
        self._keys = 0
