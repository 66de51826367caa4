"""Composition: the keys behind what a Korean input method makes of them, as it makes it."""

from __future__ import annotations

from collections import Counter

from kiosk.domain.hangul import to_keys


class Composition:
    """Follow an input method from state to state, and tell which keys led there.

    The finished text alone would not tell: an input method may put a consonant before the vowel
    that was typed first (ㅏ, then ㄱ, shows 가), but each state holds one key more than the last.
    """

    def __init__(self) -> None:
        self._composed = self._hidden = self._moved = ""

    def told(self, commit: str, preedit: str) -> str:
        """Return the keys that are new: what is committed goes, what is composed may yet change.

        What is composed may be hidden first and only then committed, as ibus does. A syllable's
        final may go on to the next (갂 and ㅏ: 가 is committed, and only then 까 composed). Neither
        is a new key.
        """
        if not commit and not preedit and not self._composed:
            return ""
        known = Counter(self._composed + self._moved + (self._hidden if commit else ""))
        added = []
        for key in to_keys(commit + preedit):
            if known[key]:
                known[key] -= 1
            else:
                added.append(key)
        left = "".join(known.elements())
        self._composed = to_keys(preedit)
        self._moved, self._hidden = (left, "") if commit else ("", left)
        return "".join(added)
