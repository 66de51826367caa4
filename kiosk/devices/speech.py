"""Voice guidance: one text at a time, louder, slower; silent where nothing speaks.

Speaking is a process of its own, started with the first text: see `speech_port`. What may be said
aloud is the caller's to know; no text is logged.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.devices.speech_port import SpeechPort

log = logging.getLogger(__name__)

VOLUME_STEP_PERCENT, VOLUME_MIN_PERCENT, VOLUME_MAX_PERCENT = 10, 20, 100
"""Softest is still heard: who cannot see the screen could not find the way back from silence."""

RATE_STEP, RATE_MAX = 0.2, 0.6
"""In Qt's measure, where -1 is slowest, 0 as the engine was made and 1 fastest."""

BEGIN_MS = 10_000
"""From an order to its first word: the first one starts a process and its speech server, 2 s."""

MS_A_CHARACTER = 400
"""More than any voice takes, at the slowest rate; an engine that takes longer hangs."""

DEATHS_MAX = 3
"""Times the speaking process is started anew before it is left alone."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How loud and how fast; ``rate`` is in Qt's measure, -1 to 1."""

    volume_percent: int = 70
    rate: float = 0.0

    def louder(self, steps: int) -> Manner:
        """Return a manner so many steps louder, or softer, within the bounds."""
        wanted = self.volume_percent + steps * VOLUME_STEP_PERCENT
        bounded = max(VOLUME_MIN_PERCENT, min(VOLUME_MAX_PERCENT, wanted))
        return replace(self, volume_percent=bounded)

    def faster(self, steps: int) -> Manner:
        """Return a manner so many steps faster, or slower, within the bounds."""
        wanted = round(self.rate + steps * RATE_STEP, 3)
        return replace(self, rate=max(-RATE_MAX, min(RATE_MAX, wanted)))


class Speech(QObject):
    """Say texts in Korean and English.

    ``saying`` carries each text as its caption, spoken or not; ``fell_silent`` comes when it is
    over, at once where nothing speaks. ``absent`` comes with the first text that cannot be spoken,
    and not again until ``reset``. Nothing here raises or waits.
    """

    saying = Signal(str)
    fell_silent = Signal()
    absent = Signal()

    def __init__(
        self,
        *,
        port: SpeechPort | None = None,
        defaults: Manner | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take the desk's defaults; tests bring their own ``port``."""
        super().__init__(parent)
        self._port = port or SpeechPort(parent=self)
        self._defaults = self._manner = defaults or Manner()
        self._languages: frozenset[str] | None = None
        self._letters = 0
        self._number = self._deaths = 0
        self._is_saying = self._is_told = False
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(self._give_up)
        self._port.told.connect(self._hear)
        self._port.ended.connect(self._mourn)

    @property
    def manner(self) -> Manner:
        """How loud and how fast it speaks now."""
        return self._manner

    def say(self, text: str, language: str) -> None:
        """Say a text in "ko" or "en", and stop what is being said."""
        if not text.strip():
            self.stop()
            return
        self._number += 1
        self._letters = len(text)
        self._is_saying = True
        self.saying.emit(text)
        if not self._may_speak(language):
            self._be_absent("no voice")
            return
        self._watch.start(BEGIN_MS)
        self._port.send(
            {
                "say": text,
                "number": self._number,
                "language": language,
                "volume": self._manner.volume_percent / 100,
                "rate": self._manner.rate,
            }
        )

    def stop(self) -> None:
        """Fall silent."""
        if self._is_saying:
            self._port.send({"stop": True})
            self._fall_silent()

    def louder(self) -> None:
        """Speak one step louder from the next text on."""
        self._manner = self._manner.louder(1)

    def softer(self) -> None:
        """Speak one step softer from the next text on; the softest is still heard."""
        self._manner = self._manner.louder(-1)

    def faster(self) -> None:
        """Speak one step faster from the next text on."""
        self._manner = self._manner.faster(1)

    def slower(self) -> None:
        """Speak one step slower from the next text on."""
        self._manner = self._manner.faster(-1)

    def reset(self) -> None:
        """Fall silent, and forget the person: what was said, how loud, and what they were told."""
        self.stop()
        self._letters = 0
        self._manner = self._defaults
        self._is_told = False

    def close(self) -> None:
        """End the speaking process."""
        self._watch.stop()
        self._is_saying = False
        self._port.close()

    def _may_speak(self, language: str) -> bool:
        is_known = self._languages is None or language in self._languages
        return is_known and self._deaths < DEATHS_MAX

    def _hear(self, told: dict[str, Any]) -> None:
        how = told.get("is")
        if how == "ready":
            self._languages = frozenset(told["languages"])
            if not self._languages:
                self._port.kill()
                self._be_absent("no engine")
        elif told.get("number") == self._number and self._is_saying:
            self._hear_of_text(str(how), told)

    def _hear_of_text(self, how: str, told: dict[str, Any]) -> None:
        if how == "speaking" and self._letters:
            self._watch.start(BEGIN_MS + MS_A_CHARACTER * self._letters)
        elif how == "silent":
            self._fall_silent()
        elif how == "lacking":
            self._be_absent("no voice of that language")
        elif how == "failed":
            self._be_absent(str(told.get("words")))

    def _give_up(self) -> None:
        self._port.kill()
        self._deaths += 1
        self._be_absent("the engine does not answer")

    def _mourn(self) -> None:
        self._deaths += 1
        self._be_absent("the engine ended")

    def _be_absent(self, why: str) -> None:
        if not self._is_saying:
            return
        if not self._is_told:
            self._is_told = True
            log.warning("no speech on this machine: %s", why)
            self.absent.emit()
        self._fall_silent()

    def _fall_silent(self) -> None:
        self._watch.stop()
        if self._is_saying:
            self._is_saying = False
            self.fell_silent.emit()
