"""Reading a ticket: what is undone before it is looked up, and what never is."""

from __future__ import annotations

import pytest

from kiosk.domain import ticket
from kiosk.domain.ticket import MAX_LENGTH, fold, is_readable, new_tokens

HELD = "SEM26-A7KQ"


@pytest.mark.parametrize(
    "seen",
    [
        HELD,
        "sem26-a7kq",
        "Sem26-A7kQ",
        f"  {HELD}\t",
        f"{HELD}\r\n",
        f"\x02{HELD}\x03\x00",
        f"\u3000{HELD}\u00a0",
        f"]Q1{HELD}",
        f"]Q0{HELD}\r",
        f"\\000026{HELD}",
        f"]Q2\\000026{HELD}",
        "ㄴ뜨26-ㅁ7ㅏㅂ",
        "ㄴㄷㅡ26-ㅁ7ㅏㅃ",
        "ㄴ\u1104\u116426-ㅁ7ㅏㅂ".replace("\u1104\u1164", "\u1104\u1173"),
    ],
)
def test_one_code_scanned_differently_folds_to_one_text(seen: str) -> None:
    assert fold(seen) == fold(HELD) == HELD


@pytest.mark.parametrize(
    "other",
    [
        "SEM26-A7KQ1",
        "SEM26 A7KQ",
        "SEM26-\u0410 7KQ".replace(" ", ""),  # Cyrillic A
        "SEM26-A7\u212aQ",  # the Kelvin sign, which normalising would turn into K
        "ＳＥＭ２６-A7KQ",
        "SEM26\u200b-A7KQ",
        "\u202eSEM26-A7KQ",
        "]C1SEM26-A7KQ",
        "SEM26-A7KQ%00",
    ],
)
def test_what_only_looks_alike_stays_different(other: str) -> None:
    assert fold(other) != HELD


def test_a_mark_that_is_the_whole_text_is_no_mark() -> None:
    assert fold("\\000026") == "\\000026"
    assert fold("]Qx1") == "]QX1"


@pytest.mark.parametrize("nothing", ["", " ", "\r\n", "\x00\x1b", "]Q1", "\u3000"])
def test_nothing_folds_to_nothing(nothing: str) -> None:
    assert fold(nothing) == ""


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("", False),
        ("A", True),
        ("A" * MAX_LENGTH, True),
        ("A" * (MAX_LENGTH + 1), False),
        ("가" * MAX_LENGTH, True),
        ("가" * (MAX_LENGTH + 1), False),
        ("A\ud800", False),
        ("\udfff", False),
        ("😀", True),
    ],
)
def test_only_whole_texts_of_a_sensible_length_are_looked_up(text: str, readable: bool) -> None:
    assert is_readable(text) is readable


def test_tokens_are_26_letters_of_base_32_and_different() -> None:
    tokens = new_tokens(2_000)
    assert len(set(tokens)) == 2_000
    assert {len(token) for token in tokens} == {ticket.TOKEN_LENGTH}
    assert set("".join(tokens)) == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    assert all(fold(token) == token for token in tokens)
    assert new_tokens(0) == []


def test_every_letter_of_a_token_is_as_likely_as_another() -> None:
    held = ticket._LETTER_OF_BYTE
    assert {held.count(letter) for letter in held} == {256 // 32}
