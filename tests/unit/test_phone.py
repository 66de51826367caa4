"""Telephone numbers: one spelling, what a spreadsheet ate given back, nonsense refused."""

from __future__ import annotations

import pytest

from kiosk.domain.phone import last_four, mask, mask_email, normalise


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("010-0000-1234", "010-0000-1234"),
        ("01000001234", "010-0000-1234"),
        ("1000001234", "010-0000-1234"),
        ("1000001234.0", "010-0000-1234"),
        ("010.0000.1234", "010-0000-1234"),
        ("010 0000 1234", "010-0000-1234"),
        ("(010) 0000·1234", "010-0000-1234"),
        ("010–0000–1234", "010-0000-1234"),
        ("+82 10-0000-1234", "010-0000-1234"),
        ("+82 (0)10 0000 1234", "010-0000-1234"),
        ("0082 10 0000 1234", "010-0000-1234"),
        ("821000001234", "010-0000-1234"),
        ("011-000-1234", "011-000-1234"),
        ("02-000-1234", "02-000-1234"),
        ("0200001234", "02-0000-1234"),
        ("061-000-1234", "061-000-1234"),
        ("070-0000-1234", "070-0000-1234"),
        ("0505-000-1234", "0505-000-1234"),
        ("0505-0000-1234", "0505-0000-1234"),
        ("1588-0000", "1588-0000"),
        ("+44 20 0000 1234", "+442000001234"),
        ("0044 20 0000 1234", "+442000001234"),
        ("", ""),
        ("-", ""),
        ("  ", ""),
        ("없음", ""),
        ("N/A", ""),
        ("０１０－００００－１２３４", "010-0000-1234"),
        ("'010-0000-1234", "010-0000-1234"),
        ('="01000001234"', "010-0000-1234"),
    ],
)
def test_a_number_has_one_spelling(text: str, number: str) -> None:
    assert normalise(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "1.01E+09",
        "1E10",
        "010-1234",
        "010-0000-12345",
        "abc",
        "010-0000-12a4",
        "()",
        "+",
        "+82",
        "+abc4567890",
        "+٣٤٥٦٧٨٩٠",
        "010-0000-123",
        "100000123",
        "0" * 40,
        "00000000000",
        "없음 010",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert normalise(text) is None


@pytest.mark.parametrize("text", ["010-0000-1234", "02-000-1234", "1588-0000", "+442000001234"])
def test_one_spelling_stays_itself(text: str) -> None:
    assert normalise(text) == text


def test_the_last_four() -> None:
    assert last_four("010-0000-1234") == "1234"
    assert last_four("") == ""


def test_masks() -> None:
    assert mask("010-0000-1234") == "010-****-1234"
    assert mask("+442000001234") == "+44-****-1234"
    assert mask("") == ""
    assert mask_email("sample@example.org") == "s****e@example.org"
    assert mask_email("") == ""
