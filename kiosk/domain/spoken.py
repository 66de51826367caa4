"""References, numbers and times as a voice says them; engines read "A-17" each in its own way.

Korean counts Sino-Korean except the hours of a clock, which are native: 오후 두 시 삼십 분.
"""

from __future__ import annotations

import re
from datetime import time


def _words(line: str) -> list[str]:
    return line.split(" ")


_KO_DIGITS = "영일이삼사오육칠팔구"
_KO_PLACES = ("", "십", "백", "천")
_KO_HOURS = ("열두", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한")
_KO_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        _words(
            "에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 아르 에스 티 유 "
            "브이 더블유 엑스 와이 제트"
        ),
        strict=True,
    )
)  # named as in the Standard Korean Language Dictionary
_EN_ONES = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = _words("- - twenty thirty forty fifty sixty seventy eighty ninety")

NUMBER_MAX = 9999
"""The largest number in words; kiosks count people, minutes and references."""


def spoken_number(number: int, language: str) -> str:
    """Return 0 to 9,999 in words of "ko" or "en"; raise ValueError outside."""
    if not 0 <= number <= NUMBER_MAX:
        raise ValueError(f"{number} is not among 0 to {NUMBER_MAX}")
    return _korean(number) if language == "ko" else _english(number)


def _korean(number: int) -> str:
    if number == 0:
        return _KO_DIGITS[0]
    words = ""
    for place, digit in enumerate(map(int, reversed(str(number)))):
        if digit:
            # 십, not 일십; but 일 alone.
            said = "" if digit == 1 and place else _KO_DIGITS[digit]
            words = said + _KO_PLACES[place] + words
    return words


def _english(number: int) -> str:
    if number < 20:
        return _EN_ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _EN_TENS[tens] + (f"-{_EN_ONES[ones]}" if ones else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    large, rest = divmod(number, size)
    head = f"{_EN_ONES[large]} {name}"
    return f"{head} {_english(rest)}" if rest else head


def spoken_digits(digits: str, language: str) -> str:
    """Return digits one by one, 0 as Korean telephones say it; other characters are left out."""
    korean = "공" + _KO_DIGITS[1:]
    said = (int(one) for one in digits if one in "0123456789")
    return " ".join(korean[one] if language == "ko" else _EN_ONES[one] for one in said)


def spoken_reference(reference: str, language: str) -> str:
    """Return a reference as people read it to each other: A-17 is 에이 십칠, or A seventeen.

    Latin letters are named and numbers said whole, without the zeros they are padded with; what is
    neither stays as it is.
    """
    parts = re.findall(r"[0-9]+|[A-Za-z]|[^0-9A-Za-z\s-]+", reference)
    return " ".join(_spoken_part(part, language) for part in parts)


def _spoken_part(part: str, language: str) -> str:
    if not part.isascii() or not part.isalnum():
        return part
    if part.isalpha():
        return _KO_LETTERS[part.upper()] if language == "ko" else part.upper()
    if int(part) > NUMBER_MAX:
        return spoken_digits(part, language)
    return spoken_number(int(part), language)


def spoken_time(at: time, language: str) -> str:
    """Return a time of the day: 오후 두 시 삼십 분, or two thirty p.m.; seconds are left out."""
    hour, minute = at.hour % 12, at.minute
    if language == "ko":
        said = f"{'오전' if at.hour < 12 else '오후'} {_KO_HOURS[hour]} 시"
        return f"{said} {_korean(minute)} 분" if minute else said
    past = (
        "" if not minute else f" oh {_english(minute)}" if minute < 10 else f" {_english(minute)}"
    )
    return f"{_english(hour or 12)}{past} {'a.m.' if at.hour < 12 else 'p.m.'}"
