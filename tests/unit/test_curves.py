"""Curves through strokes: they meet every point, run on smoothly and make no loops."""

from __future__ import annotations

import pytest
from strokes import on_curve, signed, wave

from kiosk.domain.curves import between, outline, smooth
from kiosk.domain.signature import Point, Signature


def test_a_dot_is_one_curve_of_its_point() -> None:
    assert smooth([Point(0.3, 0.2)]) == [((0.3, 0.2),) * 4]
    assert smooth([Point(0.3, 0.2, 0), Point(0.3, 0.2, 900)]) == [((0.3, 0.2),) * 4]


def test_no_stroke_has_no_curves() -> None:
    assert smooth([]) == []
    assert outline(Signature()) == []


def test_two_points_are_a_straight_line() -> None:
    ((start, one, two, end),) = smooth([Point(0, 0), Point(0.3, 0.6)])
    assert (start, end) == ((0, 0), (0.3, 0.6))
    assert one == pytest.approx((0.1, 0.2))
    assert two == pytest.approx((0.2, 0.4))


def test_points_in_a_line_stay_in_it_however_uneven() -> None:
    for curve in smooth([Point(x, 0.2) for x in (0, 0.001, 0.5, 0.51, 0.9)]):
        assert all(y == pytest.approx(0.2) for _, y in curve)
        xs = [on_curve(curve, at / 50)[0] for at in range(51)]
        assert xs == sorted(xs)


def test_a_point_that_stands_still_changes_nothing() -> None:
    points = list(wave(9))
    assert smooth([*points[:4], points[3], *points[4:]]) == smooth(points)


def test_each_curve_depends_on_four_points_only() -> None:
    points = [(x, y) for x, y, _ in wave(30)]
    whole = smooth(wave(30))
    assert len(whole) == 29
    assert whole[0] == between(None, points[0], points[1], points[2])
    assert whole[10] == between(*points[9:13])
    assert whole[28] == between(points[27], points[28], points[29], None)


def test_an_outline_has_the_curves_of_each_stroke() -> None:
    two = Signature((wave(5), wave(1)), 1.0)
    assert [len(one) for one in outline(two)] == [4, 1]
    assert outline(signed(40))[0] == smooth(signed(40).strokes[0])
