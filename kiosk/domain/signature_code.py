"""Signatures as bytes: a version, then the differences from point to point, compressed.

Version 1 is zlib over numbers of seven bits a byte, low bits first, the high bit telling that more
follow: the box's height, the count of strokes, and for each stroke its count of points and, for
each point, how far it lies to the right and below the last (folded: 0, -1, 1, -2, …) in steps of
``GRID``, and how many milliseconds later. Compression adds a checksum.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator

from kiosk.domain.errors import KioskError
from kiosk.domain.signature import (
    GRID,
    LONGEST_MS,
    MOST_POINTS,
    TALLEST,
    Point,
    Signature,
    Stroke,
)

_VERSION = b"\x01"
# The largest signature takes 121 kB before compression: 12 bytes a point that is its own stroke.
_MOST_PAYLOAD = 1 << 17
_MOST_BYTES = _MOST_PAYLOAD + (1 << 10)
_MOST_SHIFT = 28
_WIDEST, _TALLEST = GRID, round(TALLEST * GRID)


def encode(signature: Signature) -> bytes:
    """Return a signature as bytes; three seconds of ink take about 1 kB.

    Raises ValueError for points outside 0..1 and 0..TALLEST, out of order, or beyond
    ``MOST_POINTS``: no pad makes them.
    """
    payload = bytes(_written(signature))
    _read(payload)
    return _VERSION + zlib.compress(payload, 9)


def decode(data: bytes) -> Signature:
    """Return the signature that bytes hold, on the grid.

    Raises KioskError SIGNATURE_DAMAGED for any other bytes, and takes no more memory for them.
    """
    try:
        return _read(_inflated(data))
    except (ValueError, zlib.error):
        raise KioskError("SIGNATURE_DAMAGED") from None


def _inflated(data: bytes) -> bytes:
    if data[:1] != _VERSION or len(data) > _MOST_BYTES:
        raise ValueError
    inflater = zlib.decompressobj()
    payload = inflater.decompress(data[1:], _MOST_PAYLOAD)
    if not inflater.eof or inflater.unused_data:
        raise ValueError
    return payload


def _written(signature: Signature) -> Iterator[int]:
    yield from _number(_on_grid(signature.height))
    yield from _number(len(signature.strokes))
    last = (0, 0, 0)
    for stroke in signature.strokes:
        yield from _number(len(stroke))
        for point in stroke:
            here = _on_grid(point.x), _on_grid(point.y), point.t_ms
            right, down, later = (now - then for now, then in zip(here, last, strict=True))
            for number in (_folded(right), _folded(down), later):
                yield from _number(number)
            last = here


def _number(number: int) -> Iterator[int]:
    if number < 0:
        raise ValueError("time runs backwards in a signature")
    while number > 0x7F:
        yield number & 0x7F | 0x80
        number >>= 7
    yield number


def _on_grid(share: float) -> int:
    if not math.isfinite(share):
        raise ValueError("a signature's points are numbers")
    return round(share * GRID)


def _folded(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _unfolded(number: int) -> int:
    return -(number + 1) // 2 if number % 2 else number // 2


def _numbers(payload: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in payload:
        number |= (byte & 0x7F) << shift
        shift = shift + 7 if byte & 0x80 else 0
        if shift > _MOST_SHIFT:
            raise ValueError("a number is too long")
        if not shift:
            yield number
            number = 0
    if shift:
        raise ValueError("a number is cut off")


def _read(payload: bytes) -> Signature:
    numbers = _numbers(payload)
    height = _taken(numbers, 1, _TALLEST)
    left, last, strokes = MOST_POINTS, (0, 0, 0), []
    for _ in range(_taken(numbers, 0, MOST_POINTS)):
        count = _taken(numbers, 1, left)
        stroke, last = _stroke(numbers, count, last)
        strokes.append(stroke)
        left -= count
    if next(numbers, None) is not None:
        raise ValueError("something follows the signature")
    return Signature(tuple(strokes), height / GRID)


Place = tuple[int, int, int]


def _stroke(numbers: Iterator[int], count: int, last: Place) -> tuple[Stroke, Place]:
    x, y, t_ms = last
    points = []
    for _ in range(count):
        x = _within(x + _unfolded(_taken(numbers, 0, 2 * _WIDEST)), _WIDEST)
        y = _within(y + _unfolded(_taken(numbers, 0, 2 * _TALLEST)), _TALLEST)
        t_ms = _within(t_ms + _taken(numbers, 0, LONGEST_MS), LONGEST_MS)
        points.append(Point(x / GRID, y / GRID, t_ms))
    return tuple(points), (x, y, t_ms)


def _taken(numbers: Iterator[int], least: int, most: int) -> int:
    number = next(numbers, -1)
    if not least <= number <= most:
        raise ValueError("a number is missing or beyond its bounds")
    return number


def _within(number: int, most: int) -> int:
    if not 0 <= number <= most:
        raise ValueError("a point lies outside its box")
    return number
