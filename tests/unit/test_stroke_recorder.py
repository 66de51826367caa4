"""Strokes as they are drawn: one finger at a time, every point, on the grid and in the box."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strokes import signed, wave

from kiosk.domain.curves import Curve, outline
from kiosk.domain.signature import GRID, LONGEST_MS, MOST_POINTS, TALLEST, Signature
from kiosk.domain.signature_code import decode, encode
from kiosk.domain.stroke_recorder import StrokeRecorder

FINGER, PALM = 3, 4


def drawn(*spots: tuple[float, float]) -> StrokeRecorder:
    recorder = StrokeRecorder()
    recorder.begin(FINGER, spots[0], 1_000)
    for at, spot in enumerate(spots[1:], start=1):
        recorder.go_on(FINGER, spot, 1_000 + 8 * at)
    return recorder


def test_a_stroke_is_its_points_and_the_times_since_the_first() -> None:
    recorder = StrokeRecorder()
    for at, (x, y, t_ms) in enumerate(wave(360)):
        if at:
            assert recorder.go_on(FINGER, (x, y), 70_000 + t_ms)
        else:
            assert recorder.begin(FINGER, (x, y), 70_000)
    assert recorder.end(FINGER)
    assert recorder.signature(0.625) == signed(360)
    assert recorder.points == 360


def test_another_finger_draws_nothing_while_one_does() -> None:
    recorder = drawn((0.1, 0.1))
    assert not recorder.begin(PALM, (0.9, 0.5), 1_001)
    assert not recorder.go_on(PALM, (0.8, 0.5), 1_002)
    assert not recorder.end(PALM)
    assert recorder.go_on(FINGER, (0.2, 0.1), 1_003)
    assert recorder.end(FINGER)
    assert recorder.points == 2
    assert recorder.begin(PALM, (0.9, 0.5), 1_004), "it comes anew, with nobody else drawing"


def test_a_finger_that_left_draws_no_more() -> None:
    recorder = drawn((0.1, 0.1))
    recorder.end(FINGER)
    assert not recorder.go_on(FINGER, (0.5, 0.1), 1_100)
    assert not recorder.end(FINGER)
    assert recorder.points == 1


def test_points_stay_in_the_box_and_on_the_grid() -> None:
    recorder = drawn((-0.2, -1.0), (7.0, 9.0), (1 / 3, 1 / 7))
    recorder.end(FINGER)
    assert [one[:2] for one in recorder.signature(1.0).strokes[0]] == [
        (0, 0), (1, TALLEST), (3_333 / GRID, 1_429 / GRID),
    ]  # fmt: skip


def test_what_stands_still_adds_no_point() -> None:
    recorder = drawn((0.1, 0.1))
    assert not recorder.go_on(FINGER, (0.1 + 0.2 / GRID, 0.1), 1_900)
    assert recorder.points == 1


def test_a_clock_that_goes_back_or_far_does_no_harm() -> None:
    recorder = drawn((0.1, 0.1), (0.2, 0.1))
    for at_ms in (0, -5, 1_001, 10**15):
        recorder.go_on(FINGER, (0.1 + (at_ms % 7) / 10, 0.3), at_ms)
    recorder.end(FINGER)
    times = [one.t_ms for one in recorder.signature(1.0).strokes[0]]
    assert times == sorted(times)
    assert times[-1] == LONGEST_MS


def test_a_resting_finger_ends_at_the_limit() -> None:
    recorder = drawn((0.5, 0.5))
    for at in range(1, MOST_POINTS + 50):
        assert recorder.go_on(FINGER, (at % 2, 0.5), at) is (at < MOST_POINTS)
    recorder.end(FINGER)
    assert recorder.points == MOST_POINTS
    assert not recorder.begin(FINGER, (0.1, 0.1), 0)
    assert decode(encode(recorder.signature(1.0))) == recorder.signature(1.0)


def test_a_stroke_that_was_taken_away_leaves_the_others() -> None:
    recorder = drawn((0.1, 0.1), (0.2, 0.1))
    recorder.end(FINGER)
    whole = recorder.signature(1.0)
    assert not recorder.drop()
    recorder.begin(PALM, (0.4, 0.4), 2_000)
    recorder.go_on(PALM, (0.5, 0.4), 2_001)
    assert recorder.drop()
    assert recorder.signature(1.0) == whole
    assert recorder.points == 2


def test_nothing_is_left_after_clearing() -> None:
    recorder = drawn((0.1, 0.1), (0.2, 0.1))
    recorder.clear()
    assert recorder.is_empty
    assert recorder.signature(1.0) == Signature()
    assert recorder.wet() is recorder.dried() is None
    assert recorder.dry() == []
    assert not recorder.go_on(FINGER, (0.3, 0.1), 1_100)


def test_strokes_of_before_are_gone_on_from() -> None:
    recorder = StrokeRecorder()
    recorder.load(signed(20))
    assert recorder.points == 20
    recorder.begin(FINGER, (0.9, 0.1), 5)
    assert [len(one) for one in recorder.signature(0.625).strokes] == [20, 1]
    assert recorder.dry() == outline(signed(20))[0]


def settled(spots: list[tuple[float, float]]) -> list[Curve]:
    """Return the curves that a painter gets, each once, as the points come in."""
    recorder, curves = StrokeRecorder(), []
    recorder.begin(FINGER, spots[0], 0)
    for spot in spots[1:]:
        if recorder.go_on(FINGER, spot, 0):
            curves.append(recorder.dried())
            assert [one for one in curves if one] == recorder.dry()
    curves.append(recorder.wet())
    recorder.end(FINGER)
    assert recorder.wet() is None
    return [one for one in curves if one]


@pytest.mark.parametrize("count", range(1, 8))
def test_curves_dry_one_by_one_to_the_same_line(count: int) -> None:
    spots = [(0.1 * at, 0.3 + 0.2 * math.sin(at)) for at in range(count)]
    recorder = drawn(*spots)
    recorder.end(FINGER)
    assert settled(spots) == outline(recorder.signature(1.0))[0]


@given(st.lists(st.tuples(st.floats(-1, 2), st.floats(-1, 5)), min_size=1, max_size=20))
def test_any_points_dry_to_the_curves_of_the_whole(spots: list[tuple[float, float]]) -> None:
    recorder = drawn(*spots)
    recorder.end(FINGER)
    made = recorder.signature(1.0)
    assert settled(spots) == outline(made)[0]
    assert decode(encode(made)) == made
