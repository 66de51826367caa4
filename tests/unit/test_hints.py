"""What somebody is told whose code is seen and not read, and when it is over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.hints import AFTER_S, GONE_S, Hint, HintWatch

FRAME_S = 1 / 15


def shown(watch: HintWatch, at: float, what: str) -> Hint:
    watch.looked(at, is_read=what == "read", is_unread=what == "unread")
    return watch.hint


def held(watch: HintWatch, start: float, seconds: float) -> list[tuple[float, Hint]]:
    """Hold out an unreadable code; return when each hint came."""
    told: list[tuple[float, Hint]] = []
    for frame in range(round(seconds / FRAME_S) + 1):
        at = start + frame * FRAME_S
        hint = shown(watch, at, "unread")
        if not told or told[-1][1] is not hint:
            told.append((round(at - start, 2), hint))
    return told


def test_each_hint_has_its_time() -> None:
    told = held(HintWatch(), 100.0, 20.0)
    assert [hint for _, hint in told] == [Hint.NONE, Hint.FURTHER, Hint.BRIGHTER, Hint.NAME]
    for (at, _), due in zip(told[1:], (1.5, 3.0, 8.0), strict=True):
        assert due <= at < due + FRAME_S + 0.01


def test_a_code_that_is_read_ends_it_at_once_and_the_next_begins_anew() -> None:
    watch = HintWatch()
    held(watch, 0.0, 9.0)
    assert shown(watch, 9.1, "read") is Hint.NONE
    assert shown(watch, 9.2, "unread") is Hint.NONE
    assert shown(watch, 10.0, "unread") is Hint.NONE
    assert shown(watch, 10.8, "unread") is Hint.FURTHER


def test_a_code_that_flickers_is_one_code() -> None:
    watch = HintWatch()
    for tenth in range(16):
        shown(watch, tenth / 10, "unread" if tenth % 5 == 0 else "nothing")
    assert watch.hint is Hint.FURTHER


def test_after_a_second_of_nothing_it_is_over() -> None:
    watch = HintWatch()
    held(watch, 0.0, 3.0)
    assert shown(watch, 3.0 + GONE_S - 0.01, "nothing") is Hint.BRIGHTER
    assert shown(watch, 3.0 + GONE_S, "nothing") is Hint.NONE


def test_a_code_that_comes_back_after_a_gap_without_frames_begins_anew() -> None:
    watch = HintWatch()
    held(watch, 0.0, 3.0)
    assert shown(watch, 3.0 + GONE_S, "unread") is Hint.NONE


def test_a_readable_code_beside_an_unread_one_is_enough() -> None:
    watch = HintWatch()
    for second in range(10):
        watch.looked(float(second), is_read=True, is_unread=True)
        assert watch.hint is Hint.NONE


def test_nobody_with_a_code_is_told_nothing() -> None:
    watch = HintWatch()
    assert {shown(watch, float(second), "nothing") for second in range(60)} == {Hint.NONE}


@pytest.mark.parametrize("seconds", [1.4, 2.9, 7.9])
def test_a_glance_is_not_a_wait(seconds: float) -> None:
    """A code seen once and gone is not told more as time passes."""
    watch = HintWatch()
    shown(watch, 0.0, "unread")
    assert shown(watch, min(seconds, GONE_S - 0.1), "nothing") is Hint.NONE


@given(st.lists(st.tuples(st.floats(0.01, 2), st.sampled_from(["read", "unread", "nothing"]))))
def test_hints_only_grow_while_a_code_is_unread(story: list[tuple[float, str]]) -> None:
    order = [Hint.NONE, *(hint for _, hint in reversed(AFTER_S))]
    watch, at, before = HintWatch(), 0.0, Hint.NONE
    for seconds, what in story:
        at += seconds
        hint = shown(watch, at, what)
        if what == "read":
            assert hint is Hint.NONE
        if what == "nothing":
            assert hint in (before, Hint.NONE)
        if what == "unread" and seconds < GONE_S:
            assert order.index(hint) >= order.index(before) or hint is Hint.NONE
        before = hint
