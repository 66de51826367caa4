"""A Korean input method as a window meets it: letters come composed, all else as keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from kiosk.domain import hangul
from kiosk.domain.composer import Composer, keystrokes


class TwoSet:
    """Compose what Latin keys type on the two-set keyboard (KS X 5002), syllable by syllable.

    ``press_key`` is called with what is no letter. With ``mends_order``, a consonant goes before a
    vowel that stands alone, as libhangul's ``auto reorder`` has it. What is committed is hidden
    first, as ibus does.
    """

    def __init__(self, press_key: Callable[[str], None], *, mends_order: bool = False) -> None:
        self._press_key, self._mends_order = press_key, mends_order
        self.preedit = ""

    def press(self, char: str) -> None:
        """Press the key of a Latin letter, or of something else."""
        letter = hangul.from_keys(char) if char.isascii() and char.isalpha() else ""
        if not letter:
            self.finish()
            self._press_key(char)
        elif self._mends_order and self.preedit in hangul.VOWELS and letter in hangul.INITIALS:
            self._tell("", hangul.syllable(letter, self.preedit) if self.preedit else letter)
        else:
            self._join(letter)

    def finish(self) -> None:
        """Commit what is being composed, as at a change of focus."""
        if self.preedit:
            self._commit(self.preedit)

    def _join(self, letter: str) -> None:
        composer = Composer()
        for part in (*(keystrokes(self.preedit) if self.preedit else ""), letter):
            composer.type(part)
        text = composer.text
        if len(text) > 1:
            self._commit(text[:-1])
        self._tell("", text[-1])

    def _commit(self, text: str) -> None:
        self._tell("", "")
        self._tell(text, "")
        self._tell("", "")

    def _tell(self, commit: str, preedit: str) -> None:
        self.preedit = preedit
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        focus = QGuiApplication.focusObject()
        assert focus is not None
        QCoreApplication.sendEvent(focus, event)
