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
        self._keys = ""

    def told(self, commit: str, preedit: str) -> str:
        """Return the keys that are new: what is committed goes, what is composed may yet change.

        A syllable's final may go on to the next (갂 and ㅏ: 가 is committed, and only then 까
        composed): until then it is remembered, and no new key.
        """
        known = Counter(self._keys)
        added = []
        for key in to_keys(commit + preedit):
            if known[key]:
                known[key] -= 1
            else:
                added.append(key)
        gone_on = "".join(known.elements()) if commit else ""
        self._keys = to_keys(preedit) + gone_on
        return "".join(added)
