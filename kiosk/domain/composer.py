"""Composer: text typed letter by letter on a touch keyboard, Hangul made into syllables.

The rules are the two-set keyboard's (KS X 5002): a vowel takes the final before it along, twin
consonants come with Shift only, and letters that do not combine stand alone.
"""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain import hangul
from kiosk.domain.text import NAME_LENGTH

# Two letters and the one that they make.
_VOWEL_SUMS = "ㅗㅏㅘ ㅗㅐㅙ ㅗㅣㅚ ㅜㅓㅝ ㅜㅔㅞ ㅜㅣㅟ ㅡㅣㅢ"
_FINAL_SUMS = "ㄱㅅㄳ ㄴㅈㄵ ㄴㅎㄶ ㄹㄱㄺ ㄹㅁㄻ ㄹㅂㄼ ㄹㅅㄽ ㄹㅌㄾ ㄹㅍㄿ ㄹㅎㅀ ㅂㅅㅄ"
_VOWEL_PAIRS = {one[:2]: one[2] for one in _VOWEL_SUMS.split()}
_FINAL_PAIRS = {one[:2]: one[2] for one in _FINAL_SUMS.split()}
_PARTS = {whole: pair for pair, whole in (_VOWEL_PAIRS | _FINAL_PAIRS).items()}
_INITIALS, _VOWELS = frozenset(hangul.INITIALS), frozenset(hangul.VOWELS)
_FINALS = frozenset(hangul.FINALS.strip())

# Letters that a font joins by itself (Unicode 3.12); what is typed is whole syllables only.
_CONJOINING = ((0x1100, 0x11FF), (0xA960, 0xA97F), (0xD7B0, 0xD7FF))


class _Step(NamedTuple):
    """The text after one key, and whether its last character may still grow."""

    text: str = ""
    is_open: bool = False


class Composer:
    """The text typed so far, at most ``limit`` characters of it.

    Every key is a step, and ``delete`` goes one step back: what was seen before the key is seen
    again (닭 and ㅏ make 달가, which goes back to 닭). No text outlives ``clear``.
    """

    def __init__(self, limit: int = NAME_LENGTH) -> None:
        self._limit = limit
        self._steps = [_Step()]

    @property
    def text(self) -> str:
        """Return what was typed."""
        return self._steps[-1].text

    @property
    def is_composing(self) -> bool:
        """Tell whether the next letter may join the last character."""
        return self._steps[-1].is_open

    def type(self, key: str) -> bool:
        """Take what one key sends, and tell whether it was taken.

        A key sends one letter, or a whole piece (``@gmail.com``), which goes with one ``delete``,
        too. Nothing is taken beyond the limit, nor anything unprintable.
        """
        if not key or not all(map(_is_typed, key)):
            return False
        if len(key) > 1:
            steps = [_Step(self.text + key)]
        elif hangul.is_syllable(key):
            steps = _grown(self.text, key)
        else:
            steps = [self._after(key)]
        if len(steps[-1].text) > self._limit:
            return False
        self._steps += steps
        return True

    def put(self, text: str) -> bool:
        """Set a text that was picked rather than typed, and tell whether it was taken.

        It goes back letter by letter as if it had been typed, but nothing joins its end.
        """
        if len(text) > self._limit or not all(map(_is_typed, text)):
            return False
        steps = [_Step()]
        for char in text:
            steps += _grown(steps[-1].text, char)
        self._steps = steps
        return True

    def delete(self) -> bool:
        """Go back one key, and tell whether there was one."""
        if len(self._steps) == 1:
            return False
        self._steps.pop()
        return True

    def clear(self) -> None:
        """Forget everything."""
        self._steps = [_Step()]

    def _after(self, letter: str) -> _Step:
        text, is_open = self._steps[-1]
        joined = _joined(text[-1], letter) if is_open else ""
        if joined:
            return _Step(text[:-1] + joined, is_open=True)
        return _Step(text + letter, letter in _INITIALS)


def keystrokes(char: str) -> str:
    """Return the two-set keyboard's letters that make a syllable; any other character itself."""
    if not hangul.is_syllable(char):
        return char
    return "".join(_PARTS.get(part, part) for part in hangul.letters(char).rstrip())


def _grown(text: str, char: str) -> list[_Step]:
    """Return the steps in which a finished character follows a text."""
    steps, shown = [], ""
    for letter in keystrokes(char):
        shown = (shown and _joined(shown, letter)) or letter
        steps.append(_Step(text + shown, is_open=True))
    return [*steps[:-1], _Step(text + char)]


def _is_typed(char: str) -> bool:
    code = ord(char)
    return char.isprintable() and not any(low <= code <= high for low, high in _CONJOINING)


def _joined(last: str, letter: str) -> str:
    """Return what a letter makes of the character before it, "" where it stands alone."""
    return _with_vowel(last, letter) if letter in _VOWELS else _with_consonant(last, letter)


def _with_vowel(last: str, vowel: str) -> str:
    if last in _INITIALS:
        return hangul.syllable(last, vowel)
    if not hangul.is_syllable(last):
        return ""
    initial, middle, final = tuple(hangul.letters(last))
    if final == " ":
        both = _VOWEL_PAIRS.get(middle + vowel)
        return hangul.syllable(initial, both) if both else ""
    stays, goes = tuple(_PARTS.get(final, f" {final}"))
    return hangul.syllable(initial, middle, stays) + hangul.syllable(goes, vowel)


def _with_consonant(last: str, consonant: str) -> str:
    if not hangul.is_syllable(last) or consonant not in _FINALS:
        return ""
    initial, middle, final = tuple(hangul.letters(last))
    both = consonant if final == " " else _FINAL_PAIRS.get(final + consonant)
    return hangul.syllable(initial, middle, both) if both else ""
