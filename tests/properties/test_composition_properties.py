"""Whatever capitals, digits and marks go through a Korean input method come back as they were."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st
from two_set import TwoSet

from kiosk.domain.composition import Composition

codes = st.text(string.ascii_letters + string.digits + "-]:", max_size=60)


class Ear(TwoSet):
    """An input method whose window only listens."""

    def __init__(self, *, mends_order: bool) -> None:
        super().__init__(self._hear, mends_order=mends_order)
        self.composition, self.heard = Composition(), ""

    def _hear(self, char: str) -> None:
        self.heard += char

    def _tell(self, commit: str, preedit: str) -> None:
        self.preedit = preedit
        self.heard += self.composition.told(commit, preedit)


@given(code=codes, mends_order=st.booleans())
def test_every_key_comes_back_once_and_in_its_place(code: str, mends_order: bool) -> None:
    ear = Ear(mends_order=mends_order)
    for char in code:
        ear.press(char)
    ear.finish()
    # Only r, e, q, t, w, o and p have a letter of their own with Shift: the others are folded.
    assert ear.heard.upper() == code.upper()


def test_a_syllable_that_is_deleted_letter_by_letter_adds_nothing() -> None:
    composition = Composition()
    assert [composition.told("", one) for one in ("ㄱ", "가", "각", "가", "ㄱ", "")] == [
        *"rkr",
        *[""] * 3,
    ]


def test_what_a_person_composes_before_is_none_of_the_scan_s() -> None:
    composition = Composition()
    composition.told("", "ㄱ")
    assert composition.told("", "가") == "k"


def test_a_letter_typed_again_after_it_was_deleted_is_a_new_key() -> None:
    composition = Composition()
    told = [composition.told("", one) for one in ("ㄱ", "", "ㄱ", "가")]
    assert told == ["r", "", "r", "k"]


def test_a_commit_that_hides_nothing_first_is_told_alike() -> None:
    composition = Composition()
    told = [composition.told(*one) for one in [("", "각"), ("가", ""), ("", "가"), ("가", "")]]
    assert told == ["rkr", "", "k", ""]
