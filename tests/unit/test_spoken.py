"""What a voice says for references, numbers and times."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.spoken import (
    NUMBER_MAX,
    spoken_digits,
    spoken_number,
    spoken_reference,
    spoken_time,
)

LANGUAGES = st.sampled_from(["ko", "en"])
NUMBERS = st.integers(0, NUMBER_MAX)
PLACES = {"십": 10, "백": 100, "천": 1000}
ENGLISH = {spoken_number(n, "en"): n for n in range(100)}


@pytest.mark.parametrize(
    ("reference", "korean", "english"),
    [
        ("A-17", "에이 십칠", "A seventeen"),
        ("B-05", "비 오", "B five"),
        ("b-99", "비 구십구", "B ninety-nine"),
        ("AB-01", "에이 비 일", "A B one"),
        ("W-120", "더블유 백이십", "W one hundred twenty"),
        ("가-3", "가 삼", "가 three"),
        ("Z-20261", "제트 이 공 이 육 일", "Z two zero two six one"),
        ("A-²", "에이 ²", "A ²"),
        ("", "", ""),
    ],
)
def test_references(reference: str, korean: str, english: str) -> None:
    assert spoken_reference(reference, "ko") == korean
    assert spoken_reference(reference, "en") == english


@given(st.text(), LANGUAGES)
def test_no_reference_raises_and_no_ascii_digit_is_left_to_the_engine(
    reference: str, language: str
) -> None:
    assert not set(spoken_reference(reference, language)) & set("0123456789")


@pytest.mark.parametrize(
    ("number", "korean", "english"),
    [
        (0, "영", "zero"),
        (10, "십", "ten"),
        (11, "십일", "eleven"),
        (40, "사십", "forty"),
        (214, "이백십사", "two hundred fourteen"),
        (1000, "천", "one thousand"),
        (1001, "천일", "one thousand one"),
        (9090, "구천구십", "nine thousand ninety"),
    ],
)
def test_numbers(number: int, korean: str, english: str) -> None:
    assert spoken_number(number, "ko") == korean
    assert spoken_number(number, "en") == english


@given(NUMBERS)
def test_korean_numbers_can_be_read_back(number: int) -> None:
    total, digit = 0, 0
    for word in spoken_number(number, "ko"):
        if word in PLACES:
            total, digit = total + (digit or 1) * PLACES[word], 0
        else:
            digit = "영일이삼사오육칠팔구".index(word)
    assert total + digit == number


@given(NUMBERS)
def test_english_numbers_can_be_read_back(number: int) -> None:
    total, words = 0, spoken_number(number, "en")
    for name, size in (("thousand", 1000), ("hundred", 100)):
        head, found, rest = words.partition(f" {name}")
        if found:
            total, words = total + ENGLISH[head] * size, rest.strip()
    assert total + (ENGLISH[words] if words else 0) == number


@pytest.mark.parametrize("number", [-1, NUMBER_MAX + 1])
def test_numbers_that_have_no_words_here(number: int) -> None:
    with pytest.raises(ValueError):
        spoken_number(number, "ko")


def test_digits_are_said_one_by_one() -> None:
    assert spoken_digits("010-2098", "ko") == "공 일 공 이 공 구 팔"
    assert spoken_digits("2098", "en") == "two zero nine eight"
    assert spoken_digits("없음", "ko") == ""


@pytest.mark.parametrize(
    ("at", "korean", "english"),
    [
        (time(14, 30), "오후 두 시 삼십 분", "two thirty p.m."),
        (time(9, 0), "오전 아홉 시", "nine a.m."),
        (time(9, 5), "오전 아홉 시 오 분", "nine oh five a.m."),
        (time(12, 0), "오후 열두 시", "twelve p.m."),
        (time(0, 15), "오전 열두 시 십오 분", "twelve fifteen a.m."),
        (time(23, 59, 59), "오후 열한 시 오십구 분", "eleven fifty-nine p.m."),
    ],
)
def test_times(at: time, korean: str, english: str) -> None:
    assert spoken_time(at, "ko") == korean
    assert spoken_time(at, "en") == english


def test_every_minute_of_a_day_is_said_differently() -> None:
    day = [time(hour, minute) for hour in range(24) for minute in range(60)]
    for language in ("ko", "en"):
        assert len({spoken_time(at, language) for at in day}) == len(day)
