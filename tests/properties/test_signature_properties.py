"""What holds of signatures and their curves whatever a finger draws."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strokes import on_curve

from kiosk.domain.curves import Curve, Pair, smooth
from kiosk.domain.errors import KioskError
from kiosk.domain.signature import GRID, MOST_POINTS, Point, Signature
from kiosk.domain.signature_code import decode, encode

places = st.tuples(st.integers(0, GRID), st.integers(0, 4 * GRID))
near = st.tuples(st.integers(4_990, 5_010), st.integers(4_990, 5_010))
drawn = st.lists(st.lists(places | near, min_size=1, max_size=20), max_size=6)
heights = st.integers(1, 4 * GRID)
STEPS = 24


def signature(strokes: list[list[tuple[int, int]]], height: int, gap_ms: int) -> Signature:
    t_ms, made = 0, []
    for stroke in strokes:
        points = []
        for x, y in stroke:
            points.append(Point(x / GRID, y / GRID, t_ms))
            t_ms += gap_ms
        made.append(tuple(points))
    return Signature(tuple(made), height / GRID)


def read_or_code(data: bytes) -> Signature | str:
    try:
        return decode(data)
    except KioskError as error:
        return error.code


@given(drawn, heights, st.integers(0, 5_000))
def test_a_signature_comes_back_as_it_was(
    strokes: list[list[tuple[int, int]]], height: int, gap_ms: int
) -> None:
    one = signature(strokes, height, gap_ms)
    assert decode(encode(one)) == one


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 4)), min_size=1, max_size=30))
def test_any_point_of_the_box_is_kept_within_half_a_step(points: list[tuple[float, float]]) -> None:
    one = Signature((tuple(Point(x, y) for x, y in points),))
    for was, now in zip(one.strokes[0], decode(encode(one)).strokes[0], strict=True):
        assert math.dist(was[:2], now[:2]) <= 0.7072 / GRID


@settings(max_examples=1_000)
@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda data: b"\x01x\xda" + data))
def test_any_bytes_are_a_signature_or_damaged(data: bytes) -> None:
    read = read_or_code(data)
    if isinstance(read, Signature):
        assert sum(map(len, read.strokes)) <= MOST_POINTS
        assert decode(encode(read)) == read
    else:
        assert read == "SIGNATURE_DAMAGED"


@given(drawn.filter(bool), st.data())
def test_a_signature_with_changed_bytes_is_a_signature_or_damaged(
    strokes: list[list[tuple[int, int]]], data: st.DataObject
) -> None:
    whole = bytearray(encode(signature(strokes, GRID, 8)))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    read = read_or_code(bytes(whole))
    assert isinstance(read, Signature) or read == "SIGNATURE_DAMAGED"


def side(a: Pair, b: Pair, c: Pair) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(a: Pair, b: Pair, c: Pair, d: Pair) -> bool:
    """Tell whether two pieces of line cross by more than rounding does."""
    both = side(a, b, c) * side(a, b, d), side(c, d, a) * side(c, d, b)
    return max(both) < -1e-30


def loops(curve: Curve) -> bool:
    points = [on_curve(curve, at / STEPS) for at in range(STEPS + 1)]
    chords = list(pairwise(points))
    return any(
        cross(*chords[one], *chords[two])
        for one in range(len(chords))
        for two in range(one + 2, len(chords))
    )


def points_of(stroke: list[tuple[int, int]]) -> list[Point]:
    return [Point(x / GRID, y / GRID) for x, y in stroke]


@settings(deadline=None)
@given(st.lists(places | near, min_size=2, max_size=12))
@example([(0, 0), (5_000, 1), (5_001, 0), (5_000, 40_000)])
@example([(0, 0), (10_000, 0), (9_999, 1), (0, 1)])
@example([(0, 0), (1, 0), (10_000, 0), (10_000, 1), (0, 0)])
def test_no_curve_makes_a_loop(stroke: list[tuple[int, int]]) -> None:
    assert not any(map(loops, smooth(points_of(stroke))))


def test_the_search_for_loops_finds_one() -> None:
    assert loops(((0.0, 0.0), (3.0, 1.0), (-2.0, 1.0), (1.0, 0.0)))


@given(st.lists(places | near, min_size=1, max_size=30))
def test_curves_meet_every_point_in_turn(stroke: list[tuple[int, int]]) -> None:
    points = points_of(stroke)
    curves = smooth(points)
    moved = [one[:2] for at, one in enumerate(points) if at == 0 or one[:2] != points[at - 1][:2]]
    if len(moved) > 1:
        assert [curves[0][0], *(curve[3] for curve in curves)] == moved
    assert all(before[3] == after[0] for before, after in pairwise(curves))


@given(st.lists(places, min_size=3, max_size=30))
def test_a_curve_leaves_a_point_the_way_it_came(stroke: list[tuple[int, int]]) -> None:
    for (_, _, inward, at), (_, outward, _, _) in pairwise(smooth(points_of(stroke))):
        came = (at[0] - inward[0], at[1] - inward[1])
        goes = (outward[0] - at[0], outward[1] - at[1])
        turn = came[0] * goes[1] - came[1] * goes[0]
        assert turn == pytest.approx(0, abs=1e-9 + 1e-6 * math.hypot(*came) * math.hypot(*goes))
        assert came[0] * goes[0] + came[1] * goes[1] >= -1e-9
