"""Hangul arithmetic, against an independent library over every syllable."""

from __future__ import annotations

import hangulpy
import pytest

from kiosk.domain import hangul

SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]


def test_there_are_all_syllables() -> None:
    assert len(SYLLABLES) == 11_172
    assert all(map(hangul.is_syllable, SYLLABLES))
    assert not any(map(hangul.is_syllable, ("\uabff", "\ud7a4", "ㄱ", "A", "金")))


def test_every_syllable_goes_back_to_its_keys_as_the_library_says() -> None:
    for syllable in SYLLABLES:
        assert hangul.to_keys(syllable) == hangulpy.convert_hangul_to_qwerty(syllable), syllable


def test_every_syllable_s_letters_make_it_again() -> None:
    made = {hangul.jamo(syllable): syllable for syllable in SYLLABLES}
    assert len(made) == len(SYLLABLES)
    assert {len(letters) for letters in made} == {3}
    for letters, syllable in made.items():
        initial, vowel, final = letters
        at = hangul.INITIALS.index(initial) * 588 + hangul.VOWELS.index(vowel) * 28
        assert chr(0xAC00 + at + hangul.FINALS.index(final)) == syllable


def test_every_initial_is_as_the_library_says() -> None:
    for syllable in SYLLABLES:
        assert hangul.initials(syllable) == hangulpy.get_chosung(syllable), syllable


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("ㄴ뜨26-ㅁ7", "sEm26-a7"),
        ("ㅁㅠㅊ", "abc"),
        ("ㅘㅄ", "hkqt"),
        ("ABC-1", "ABC-1"),
        ("값", "rkqt"),
        ("", ""),
    ],
)
def test_keys_of_what_a_korean_keyboard_made(typed: str, keys: str) -> None:
    assert hangul.to_keys(typed) == keys


@pytest.mark.parametrize(
    ("text", "initials", "plain"),
    [("김형진", "ㄱㅎㅈ", "ㄱㅎㅈ"), ("꽃님A1", "ㄲㄴA1", "ㄱㄴA1"), ("Hans", "Hans", "Hans")],
)
def test_initials(text: str, initials: str, plain: str) -> None:
    assert hangul.initials(text) == initials
    assert hangul.plain_initials(text) == plain


def test_latin_keys_become_the_letters_on_them() -> None:
    assert hangul.from_keys("rgw") == "ㄱㅎㅈ"
    assert hangul.from_keys("RGW1") == "ㄲㅎㅉ1"


def test_three_letters_a_character_keep_syllables_apart() -> None:
    assert hangul.jamo("김A") == "ㄱㅣㅁA  "
    assert hangul.jamo("기미") == "ㄱㅣ ㅁㅣ "
    assert not hangul.jamo("기미").startswith(hangul.jamo("김"))


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("김민수", "gimminsu"),
        ("이솔", "isol"),
        ("박하늘", "bakhaneul"),
        ("최예원", "choeyewon"),
        ("황보라", "hwangbora"),
        ("R&D팀", "R&Dtim"),
    ],
)
def test_names_in_latin_letters(name: str, latin: str) -> None:
    assert hangul.romanise(name) == latin


def test_every_syllable_has_a_plain_latin_form() -> None:
    for syllable in SYLLABLES:
        latin = hangul.romanise(syllable)
        assert latin.isascii()
        assert latin.isalpha()
        assert latin.islower()
        assert any(vowel in latin for vowel in "aeiou")


def test_a_syllable_of_its_letters() -> None:
    for one in SYLLABLES:
        assert hangul.syllable(*hangul.letters(one)) == one
    for wrong in (("ㅏ", "ㅏ"), ("ㄳ", "ㅏ"), ("ㄱ", "ㄱ"), ("ㄱ", "ㅏ", "ㄸ")):
        with pytest.raises(ValueError, match="not found"):
            hangul.syllable(*wrong)
