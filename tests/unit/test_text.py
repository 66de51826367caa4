"""Names and other texts: cleaned, kept letter by letter, or refused."""

from __future__ import annotations

import unicodedata

import pytest

from kiosk.domain.text import (
    clean,
    holds_resident_number,
    is_visible,
    mask_name,
    squeeze,
    squeeze_organisation,
)

KEPT = [
    '<img src="file:///etc/hosts">',
    "<b>가상</b>",
    "R&D팀 가",
    "&파일 나",
    "=1+1",
    "+821000000000",
    "@SUM(1+9)",
    "＝1+1",
    "'=1+1",
    "가^FS^XZ~JR",
    "'; DROP TABLE event;--",
    "O'Example",
    "a\\",
    "NULL",
    "true",
    "0",
    "1e5",
    "1/2",
    "2026-01-01",
    "{name.__class__}",
    "${jndi:ldap://a.example/x}",
    "%(x)s %n",
    "`id`",
    "[[이름]]",
    "ㄱㅣㅁ",
    "ｋｉｍ",
    "\u0430\u0440\u0440le",
    "👨‍👩‍👧 가족",
    "ﷺ",
    "한\u115f글",
    "Müller-Lüdenscheidt",
    "가" * 80,
]
CHANGED = {
    "A\tB": "A B",
    "\t=1+1": "=1+1",
    "\n=1+1": "=1+1",
    "\ufeff=1+1": "=1+1",
    "\x10\x04\x01가": "가",
    "가\x1b[2J": "가 [2J",
    "a\u2028b": "a b",
    "a\x00b": "a b",
    "a\x85b": "a b",
    "가\x0b나\x0c다": "가 나 다",
    "가나다\u202e)nimda(": "가나다)nimda(",
    "가\u200b나\u200b다": "가나다",
    "\u200f가": "가",
    unicodedata.normalize("NFD", "가나닭"): "가나닭",
    "가\udc80나": "가나",
    "Z" + "\u0300" * 90 + "algo": "Z\u0300\u0300\u0300algo",
    "\uffff가": "가",
    "가\U000e0041": "가",
    "\u3000가\u00a0나\u3000": "가 나",
    "  가   나  ": "가 나",
    "": "",
    " ": "",
    "\u2066가\u2069": "가",
}


@pytest.mark.parametrize("text", KEPT)
def test_a_name_of_any_kind_stays_letter_by_letter(text: str) -> None:
    assert clean(text) == text
    assert is_visible(text)


@pytest.mark.parametrize(("text", "cleaned"), CHANGED.items())
def test_what_hides_or_breaks_lines_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize("code", range(0x20))
def test_no_control_character_is_left(code: int) -> None:
    assert clean(f"가{chr(code)}나") == "가 나"


@pytest.mark.parametrize("text", ["", ".", "_", "---", "\u0301", "!?"])
def test_something_to_call_by_is_asked_for(text: str) -> None:
    assert not is_visible(text)


@pytest.mark.parametrize("text", ["가", "a", "0", "😀", "ﷺ", "金"])
def test_a_letter_a_digit_or_a_picture_will_do(text: str) -> None:
    assert is_visible(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("900101-1000000", True),
        ("메모 900101 - 4000000 끝", True),
        ("900101–2000000", True),
        ("1900101-1000000", False),
        ("900101-10000001", False),
        ("900101-9000000", False),
        ("010-0000-0000", False),
        ("", False),
    ],
)
def test_resident_registration_numbers_are_seen(text: str, held: bool) -> None:
    assert holds_resident_number(text) is held


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("가 나 다", "가나다"),
        ("Anna-Lena O'Sample", "annalenaosample"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        ("Straße", "strasse"),
        ("R&D팀", "rd팀"),
        ("abc1", "abc1"),
        ("!?", ""),
    ],
)
def test_texts_are_matched_without_case_blanks_and_signs(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("(주)예시산업", "예시산업"),
        ("예시산업㈜", "예시산업"),
        ("주식회사 예시산업", "예시산업"),
        ("Example GmbH", "examplegmbh"),
        ("주식회사", "주식회사"),
    ],
)
def test_organisations_are_matched_without_their_legal_form(text: str, squeezed: str) -> None:
    assert squeeze_organisation(text) == squeezed


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("가나다", "가*다"),
        ("가나", "가*"),
        ("가", "가*"),
        ("남궁가나", "남**나"),
        ("Hans Muster", "Hans M*****"),
        ("Hans M", "Hans M*"),
        ("Hans", "H**s"),
    ],
)
def test_a_masked_name_is_known_to_its_owner_only(name: str, masked: str) -> None:
    assert mask_name(name) == masked
    assert masked != name


@pytest.mark.parametrize("text", ["\u3164\u3164", "\u115f", "\uffa0"])
def test_a_filler_is_the_letter_that_unicode_says_it_is(text: str) -> None:
    assert is_visible(text)
