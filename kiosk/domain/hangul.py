"""Hangul by arithmetic: letters, initials, two-set keyboard keys and romanised forms.

Source: the Unicode Standard, section 3.12 (conjoining jamo behaviour); the two-set keyboard of
KS X 5002; Revised Romanization of Korean (Ministry of Culture notice 2000-8), letter by letter.
"""

from __future__ import annotations

from collections.abc import Callable

_BASE, _LAST = 0xAC00, 0xD7A3
_VOWELS_PER_INITIAL, _FINALS = 21, 28

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

_ROMAN_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_ROMAN_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_ROMAN_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace("-", "").split(
    " "
)

# The two-set keys; compound letters are two keys, and a capital is the letter typed with Shift.
_KEYS = (
    dict(zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "rRseEfaqQtTdwWczxvg", strict=True))
    | dict(zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ", "koiOjpuPhynbml", strict=True))
    | {"ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml"}
    | {"ㄳ": "rt", "ㄵ": "sw", "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq", "ㄽ": "ft"}
    | {"ㄾ": "fx", "ㄿ": "fv", "ㅀ": "fg", "ㅄ": "qt"}
)
_LETTERS = {key: letter for letter, key in _KEYS.items() if len(key) == 1}
# A letter of two keys is made of the letters of both: ㅘ of ㅗ and ㅏ, ㅄ of ㅂ and ㅅ.
_PARTS = {
    letter: (_LETTERS[key[0]], _LETTERS[key[1]]) for letter, key in _KEYS.items() if len(key) == 2
}
_COMPOUNDS: dict[str, str] = {}
for _letter, (_first, _) in _PARTS.items():
    _COMPOUNDS[_first] = _COMPOUNDS.get(_first, "") + _letter
_TWINS = dict(zip("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ", strict=True))


def is_syllable(char: str) -> bool:
    """Tell whether one character is a precomposed Hangul syllable."""
    return _BASE <= ord(char) <= _LAST


def syllable(initial: str, vowel: str, final: str = " ") -> str:
    """Return the syllable of three letters; a blank for no final.

    Raises ValueError for a letter that cannot stand in its place.
    """
    place = INITIALS.index(initial) * _VOWELS_PER_INITIAL + VOWELS.index(vowel)
    return chr(_BASE + place * _FINALS + FINALS.index(final))


class _ByCharacter(dict[str, str]):
    """A form of each character, worked out the first time it is met."""

    def __init__(self, form: Callable[[str], str]) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, char: str) -> str:
        self[char] = made = self._form(char)
        return made


def _split(char: str) -> tuple[str, str, str]:
    """Return a syllable's initial, vowel and final; a blank for no final."""
    initial, rest = divmod(ord(char) - _BASE, _VOWELS_PER_INITIAL * _FINALS)
    vowel, final = divmod(rest, _FINALS)
    return INITIALS[initial], VOWELS[vowel], FINALS[final]


def _jamo(char: str) -> str:
    return "".join(_split(char)) if is_syllable(char) else f"{char}  "


def _initial(char: str) -> str:
    return _split(char)[0] if is_syllable(char) else char


def _plain_initial(char: str) -> str:
    return _TWINS.get(_initial(char), _initial(char))


def _roman(char: str) -> str:
    if not is_syllable(char):
        return char
    initial, vowel, final = _split(char)
    return (
        _ROMAN_INITIALS[INITIALS.index(initial)]
        + _ROMAN_VOWELS[VOWELS.index(vowel)]
        + _ROMAN_FINALS[FINALS.index(final)]
    )


_JAMO, _INITIAL = _ByCharacter(_jamo), _ByCharacter(_initial)
_PLAIN_INITIAL, _ROMAN = _ByCharacter(_plain_initial), _ByCharacter(_roman)


def letters(char: str) -> str:
    """Return a syllable's initial, vowel and final (a blank for none), always three characters."""
    return _JAMO[char]


def jamo(text: str) -> str:
    """Return text with each syllable as three letters, and anything else padded to three.

    Equal width makes every syllable boundary a multiple of three, so a prefix of letters is a
    prefix of syllables.
    """
    return "".join(map(_JAMO.__getitem__, text))


def spread(text: str) -> str:
    """Return text with lone double consonants apart: a keyboard makes ㄳ of initials ㄱㅅ."""
    return "".join("".join(_PARTS.get(char, char)) for char in text)


def growing(text: str) -> list[str]:
    """Return the beginnings, as ``jamo`` letters, of what a text still being typed may become.

    Its last syllable may get a final (포 → 폭), a compound vowel or final (고 → 과, 갑 → 값), or
    lose its final to the next one (포슼 → 포스ㅋ…).
    """
    whole, last = jamo(text[:-1]), text[-1:]
    if not last or not is_syllable(last):
        return [whole + last]
    initial, vowel, final = _split(last)
    if final == " ":
        return [whole + initial + one for one in (vowel, *_COMPOUNDS.get(vowel, ""))]
    kept, moved = _PARTS.get(final, (" ", final))
    grown = [whole + initial + vowel + one for one in (final, *_COMPOUNDS.get(final, ""))]
    if is_initial(moved):
        grown.append(whole + initial + vowel + kept + moved)
    return grown


def initials(text: str) -> str:
    """Return the initial consonants (choseong) of syllables; other characters stay themselves."""
    return "".join(map(_INITIAL.__getitem__, text))


def plain_initials(text: str) -> str:
    """Return initials with twin consonants folded (ㄲ as ㄱ), as the touch keys type them."""
    return "".join(map(_PLAIN_INITIAL.__getitem__, text))


def romanise(text: str) -> str:
    """Return text with each syllable in Latin letters, without the sound changes between them."""
    return "".join(map(_ROMAN.__getitem__, text))


def is_initial(char: str) -> bool:
    """Tell whether one character is a consonant that can begin a syllable."""
    return char in INITIALS


def to_keys(text: str) -> str:
    """Return the Latin keys that a two-set Korean keyboard turned into this text."""
    typed: list[str] = []
    for char in text:
        parts = letters(char).rstrip() if is_syllable(char) else char
        typed.extend(_KEYS.get(part, part) for part in parts)
    return "".join(typed)


def from_keys(text: str) -> str:
    """Return the Hangul letters of Latin keys, uncomposed (``rgw`` becomes ``ㄱㅎㅈ``)."""
    return "".join(_LETTERS.get(c, _LETTERS.get(c.lower(), c)) for c in text)
