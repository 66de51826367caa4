"""Signatures: what is enough, what they weigh, what damaged bytes are."""

from __future__ import annotations

import math
import tracemalloc
import zlib
from dataclasses import replace

import pytest
from strokes import signed, wave

from kiosk.domain.errors import KioskError
from kiosk.domain.signature import (
    GRID,
    LEAST_EXTENT,
    LEAST_INK,
    LONGEST_MS,
    MOST_POINTS,
    TALLEST,
    Point,
    Signature,
    extent,
    ink_length,
    is_enough,
)
from kiosk.domain.signature_code import decode, encode

# A zigzag over 0.6 of the width, as version 1 wrote it.
KEPT = bytes.fromhex("0178dafba0c7c8bc407e813cc307bd0bfc8c1ff4e6cb3302004377067c")


def line(*places: tuple[float, float]) -> Signature:
    return Signature((tuple(Point(x, y, at) for at, (x, y) in enumerate(places)),), 0.6)


def damaged(data: bytes) -> bool:
    try:
        decode(data)
    except KioskError as error:
        return error.code == "SIGNATURE_DAMAGED"
    return False


def payload(*numbers: int) -> bytes:
    """Return the bytes of a signature of numbers below 128."""
    return b"\x01" + zlib.compress(bytes(numbers))


def test_length_and_extent_are_in_widths() -> None:
    assert ink_length(Signature()) == extent(Signature()) == 0
    assert ink_length(line((0.1, 0.1), (0.4, 0.5), (0.4, 0.3))) == pytest.approx(0.7)
    assert extent(line((0.1, 0.1), (0.4, 0.5))) == pytest.approx(0.4)


def test_the_way_between_strokes_is_no_ink() -> None:
    both = Signature((wave(2, wide=0.1, tall=0), (Point(0.9, 0.1), Point(0.9, 0.2))), 0.6)
    assert ink_length(both) == pytest.approx(0.2)
    assert extent(both) == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("signature", "enough"),
    [
        (Signature(), False),
        (line((0.5, 0.3)), False),
        (line((0.1, 0.1), (0.13, 0.14), (0.19, 0.06)), False),
        (line(*((0.5 + at % 2 / 200, 0.3) for at in range(500))), False),
        (line(*((0.5 + math.sin(at) / 30, 0.3 + math.cos(at) / 30) for at in range(99))), False),
        (line((0.1, 0.3), (0.3, 0.3)), False),
        (line((0.1, 0.3), (0.4, 0.3)), True),
        (line((0.4, 0.1), (0.52, 0.25), (0.4, 0.25), (0.52, 0.1)), True),
        (signed(), True),
        (line(*((at % 100 / 99, at % 7 / 12) for at in range(5_000))), True),
    ],
    ids=["nothing", "dot", "tick", "trembling", "small scribble", "short line", "line", "cross",
         "name", "all black"],
)  # fmt: skip
def test_what_is_enough(signature: Signature, *, enough: bool) -> None:
    assert is_enough(signature) is enough


def test_both_measures_are_asked_at_their_bound() -> None:
    wide = Signature(((Point(0, 0), Point(LEAST_INK, 0)),))
    assert is_enough(wide)
    assert not is_enough(Signature(((Point(0, 0), Point(LEAST_INK - 0.001, 0)),)))
    back = [Point(at % 2 * LEAST_EXTENT, 0) for at in range(9)]
    assert is_enough(Signature((tuple(back),)))
    assert not is_enough(Signature((tuple(Point(x * 0.99, y) for x, y, _ in back),)))


def test_three_seconds_of_ink_are_small() -> None:
    data = encode(signed(360))
    assert decode(data) == signed(360)
    assert len(data) < 2_000


def test_what_version_1_wrote_is_still_read() -> None:
    assert decode(KEPT) == line((0.2, 0.2), (0.5, 0.3), (0.8, 0.1))
    assert encode(decode(KEPT))[:1] == b"\x01"


def test_the_largest_signature_comes_back() -> None:
    corners = (Point(0, 0, 0), Point(1, TALLEST, 0))
    spread = [corners[at % 2]._replace(t_ms=at * 300) for at in range(MOST_POINTS)]
    largest = Signature(tuple((point,) for point in spread), TALLEST)
    assert decode(encode(largest)) == largest


@pytest.mark.parametrize(
    "wrong",
    [
        line((1.1, 0.2)),
        line((-0.1, 0.2)),
        line((0.5, TALLEST + 0.1)),
        line((math.nan, 0.2)),
        line((math.inf, 0.2)),
        Signature(((),)),
        Signature(((Point(0, 0, 5), Point(0.1, 0, 4)),)),
        Signature(((Point(0, 0, LONGEST_MS + 1),),)),
        Signature((wave(MOST_POINTS + 1),)),
        replace(signed(3), height=0.0),
        replace(signed(3), height=TALLEST + 1),
    ],
)
def test_what_no_pad_makes_is_not_written(wrong: Signature) -> None:
    with pytest.raises(ValueError):
        encode(wrong)


def test_a_payload_is_what_the_module_says() -> None:
    assert decode(payload(100, 1, 2, 20, 30, 0, 1, 4, 7)) == Signature(
        ((Point(10 / GRID, 15 / GRID, 0), Point(9 / GRID, 17 / GRID, 7)),), 100 / GRID
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01",
        b"\x02" + KEPT[1:],
        KEPT[:-1],
        KEPT + b"\x00",
        payload(),
        payload(0, 0),
        payload(100),
        payload(100, 1),
        payload(100, 1, 0),
        payload(100, 1, 1, 20, 30),
        payload(100, 1, 1, 1, 30, 0),
        payload(100, 0, 0),
        payload(100, 0x80),
        payload(100, 0x80, 0x80, 0x80, 0x80, 0x80, 0),
        payload(100, 1, 1, 0xA1, 0x9C, 0x7F, 0, 0),
    ],
)
def test_other_bytes_are_damaged(data: bytes) -> None:
    assert damaged(data)


def test_every_flipped_bit_is_found() -> None:
    whole = encode(signed(60))
    for place in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            # A few bits of the compressed form mean nothing; then the signature is the same.
            assert damaged(bytes(flipped)) or decode(bytes(flipped)) == signed(60)


def test_bytes_that_swell_take_no_memory() -> None:
    bomb = b"\x01" + zlib.compress(bytes(50_000_000), 9)
    crowd = b"\x01" + zlib.compress(bytes([100, 0x90, 0x4E]) + bytes([1, 0, 0, 0]) * 10_001)
    tracemalloc.start()
    assert damaged(bomb)
    assert damaged(crowd)
    assert damaged(b"\x01" + bytes(1 << 20))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000
