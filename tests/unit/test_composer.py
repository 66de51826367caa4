"""Hangul typed letter by letter, against an independent library over every syllable."""

from __future__ import annotations

import hangulpy
import pytest

from kiosk.domain import hangul
from kiosk.domain.composer import Composer, keystrokes

SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]


def typed(keys: str, limit: int = 80) -> Composer:
    composer = Composer(limit)
    for key in keys:
        assert composer.type(key)
    return composer


def seen_deleting(composer: Composer) -> list[str]:
    seen = []
    while composer.delete():
        seen.append(composer.text)
    return seen


def test_every_syllable_is_made_of_its_keystrokes_and_as_the_library_says() -> None:
    assert len(SYLLABLES) == 11_172
    for syllable in SYLLABLES:
        keys = keystrokes(syllable)
        assert len(keys) == len(hangulpy.convert_hangul_to_qwerty(syllable))
        assert typed(keys).text == syllable == hangulpy.assemble(list(keys))


def test_every_syllable_goes_back_jamo_by_jamo() -> None:
    for syllable in SYLLABLES:
        composer = typed(keystrokes(syllable))
        shown = seen_deleting(composer)
        assert len(shown) == len(keystrokes(syllable))
        assert shown[-1] == ""
        assert shown[-2] == hangul.letters(syllable)[0]
        assert all(len(one) == 1 for one in shown[:-1])


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ㄱㅣㅁㅎㅕㅇㅈㅣㄴ", "김형진"),
        ("ㄷㅏㄹㄱ", "닭"),
        ("ㄷㅏㄹㄱㅏ", "달가"),
        ("ㄱㅏㄱㅏ", "가가"),
        ("ㅇㅣㅆㅏ", "이싸"),
        ("ㄱㅏㅂㅅㅣ", "갑시"),
        ("ㄱㅏㄱㄱ", "각ㄱ"),
        ("ㄱㄱㅏ", "ㄱ가"),
        ("ㄲㅏ", "까"),
        ("ㄱㅏㄸㅏ", "가따"),
        ("ㄱㅏㅉ", "가ㅉ"),
        ("ㅇㅗㅏ", "와"),
        ("ㅇㅗㅏㅣ", "와ㅣ"),
        ("ㅇㅜㅔㄴ", "웬"),
        ("ㅇㅡㅣㅅㅏ", "의사"),
        ("ㅏㅏㅗㅏ", "ㅏㅏㅗㅏ"),
        ("ㅏㄱㅏ", "ㅏ가"),
        ("ㄱㅅㅏ", "ㄱ사"),
        ("ㄱㅏㄴㅅ", "간ㅅ"),
        ("ㅎㅏㄴ ㅅㅗㄹ", "한 솔"),
        ("(ㅈㅜ)ㅎㅐ1Aㄴ", "(주)해1Aㄴ"),
    ],
)
def test_letters_join_by_the_rules(keys: str, text: str) -> None:
    assert typed(keys).text == text == hangulpy.assemble(list(keys))


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("ㄱㅏㄱ", ["가", "ㄱ", ""]),
        ("ㄱㅏㅂㅅ", ["갑", "가", "ㄱ", ""]),
        ("ㅇㅡㅣ", ["으", "ㅇ", ""]),
        ("ㄲㅏ", ["ㄲ", ""]),
        ("ㄷㅏㄹㄱㅏ", ["닭", "달", "다", "ㄷ", ""]),
        ("ㄱㅏ A1", ["가 A", "가 ", "가", "ㄱ", ""]),
        ("ㅏㅏ", ["ㅏ", ""]),
    ],
)
def test_delete_takes_back_one_key(keys: str, shown: list[str]) -> None:
    assert seen_deleting(typed(keys)) == shown


def test_a_letter_joins_what_a_delete_left() -> None:
    composer = typed("ㄱㅏㄱ")
    composer.delete()
    assert composer.is_composing
    composer.type("ㄴ")
    assert composer.text == "간"


def test_a_blank_parts_what_would_join() -> None:
    assert typed("ㄱㅏ ㄱ").text == "가 ㄱ"
    composer = typed("ㄱㅏ ")
    composer.delete()
    composer.type("ㄱ")
    assert composer.text == "각"


@pytest.mark.parametrize(
    ("keys", "composing"),
    [("", False), ("ㄱ", True), ("ㄱㅏ", True), ("ㄱㅏㄱ", True), ("ㅏ", False), ("A", False),
     ("ㄱㅏ ", False), ("ㄳ", False)],
)  # fmt: skip
def test_composing_is_told(keys: str, composing: bool) -> None:
    assert typed(keys).is_composing is composing


def test_nothing_is_taken_beyond_the_limit() -> None:
    composer = typed("ㄷㅏㄹㄱ", limit=1)
    assert not composer.type("ㅏ"), "the final would become a second syllable"
    assert not composer.type("A")
    assert composer.text == "닭"
    assert not Composer(0).type("ㄱ")
    assert not Composer(5).type("@naver.com")


@pytest.mark.parametrize("key", ["", "\n", "\x00", "\u1100", "\u1161", "\ua960", "\ud7b0", "\u202e",
                                 "\ud800", "a\nb"])  # fmt: skip
def test_what_no_key_should_send_is_not_taken(key: str) -> None:
    composer = typed("ㄱ")
    assert not composer.type(key)
    assert composer.text == "ㄱ"
    assert composer.is_composing


def test_a_whole_piece_comes_and_goes_with_one_key() -> None:
    composer = typed("kim")
    assert composer.type("@naver.com")
    assert composer.text == "kim@naver.com"
    composer.delete()
    assert composer.text == "kim"


def test_a_picked_text_goes_back_by_jamo_and_is_not_joined() -> None:
    composer = typed("ㅍㅗ")
    assert composer.put("표본값 1")
    assert not composer.is_composing
    whole = ["표본값 ", "표본값", "표본갑", "표본가", "표본ㄱ", "표본", "표보", "표ㅂ"]
    assert seen_deleting(composer) == [*whole, "표", "ㅍ", ""]
    composer.put("표보")
    composer.type("ㄴ")
    assert composer.text == "표보ㄴ"


def test_a_text_that_does_not_fit_changes_nothing() -> None:
    composer = typed("ㄱㅏ", limit=2)
    assert not composer.put("표본값")
    assert not composer.put("\u1100\u1161")
    assert composer.text == "가"
    assert composer.put("")
    assert composer.text == ""


def test_a_syllable_from_another_keyboard_goes_back_by_jamo() -> None:
    composer = Composer()
    composer.type("값")
    composer.type("ㅏ")
    assert composer.text == "값ㅏ"
    assert seen_deleting(composer) == ["값", "갑", "가", "ㄱ", ""]


def test_nothing_is_left_after_clearing() -> None:
    composer = typed("ㅇㅣㅅㅗㄹ")
    composer.clear()
    assert composer.text == ""
    assert not composer.is_composing
    assert not composer.delete()
    assert "솔" not in repr(vars(composer))
