"""Pages for printers: PWG raster read back dot for dot, and calls that end on their deadline."""

from __future__ import annotations

import io
import itertools
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.devices.printers import page
from kiosk.devices.printers.deadline import Conversation, Deadline


def raster_read(data: bytes) -> tuple[dict[str, int], Image.Image]:
    """Return a PWG raster's page as a reader of its own sees it (PWG 5102.4)."""
    assert data[:4] == b"RaS2"
    head, body = data[4:1800], data[1800:]

    def number(at: int) -> int:
        return int(struct.unpack_from(">I", head, at)[0])

    depth, width, height = number(388) // 8, number(372), number(376)
    rows: list[bytes] = []
    at = 0
    while at < len(body):
        times, at, row = body[at] + 1, at + 1, b""
        while len(row) < width * depth:
            count = body[at]
            assert count < 128, "only runs are written"
            row += body[at + 1 : at + 1 + depth] * (count + 1)
            at += 1 + depth
        rows += [row] * times
    told = {
        "duplex": number(272),
        "dpi": number(276),
        "points": number(352),
        "space": number(400),
        "pages": number(452),
    }
    mode = "RGB" if depth == 3 else "L"
    return told, Image.frombytes(mode, (width, height), b"".join(rows))


@settings(max_examples=60)
@given(st.sampled_from(["1", "L", "RGB"]), st.integers(1, 300), st.integers(1, 9), st.randoms())
def test_a_raster_reads_back_dot_for_dot(mode: str, width: int, height: int, draw: object) -> None:
    dots = bytes(draw.choice((0, 0, 0, 128, 255)) for _ in range(width * height * 3))  # type: ignore[attr-defined]
    image = Image.frombytes("RGB", (width, height), dots).convert(mode)
    _, read = raster_read(page.pwg_raster(image, 100, 70))
    assert read == image.convert(read.mode)


DESCRIBED = {"duplex": 0, "dpi": 300, "points": 283, "space": 19, "pages": 1}


def test_many_equal_lines_and_the_header_of_a_badge() -> None:
    image = Image.new("RGB", (1181, 827), "white")
    image.paste((200, 30, 30), (0, 0, 60, 827))
    data = page.pwg_raster(image, 100, 70)
    told, read = raster_read(data)
    assert (read == image, told) == (True, DESCRIBED)
    assert len(data) < 4_000


def test_a_raster_of_two_sides_is_two_pages_of_one_sheet() -> None:
    front, back = Image.new("L", (60, 40), 255), Image.new("L", (60, 40), 0)
    data = page.pwg_raster(front, 100, 70, back)
    second = data.index(b"PwgRaster", 5)
    for at, end, side in ((4, second, front), (second, len(data), back)):
        told, read = raster_read(b"RaS2" + data[at:end])
        assert (read == side, told["pages"], told["duplex"]) == (True, 2, 1)


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_pdf_of_two_sides_is_two_pages(mode: str) -> None:
    front = Image.new("RGB", (118, 83), "white").convert(mode)
    for back, count in ((None, 1), (front, 2)):
        data = page.pdf(front, 100, 70, back)
        assert b"/Count %d" % count in data
        assert data.count(b"/MediaBox") == count


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_jpeg_tells_its_resolution(mode: str) -> None:
    data = page.jpeg(Image.new("RGB", (1181, 827), "white").convert(mode), 100, 70)
    assert Image.open(io.BytesIO(data)).info["dpi"] == (300, 300)


class Drops:
    """A far end that sends, and takes, one byte at a time."""

    def __init__(self) -> None:
        self.timeouts: list[float] = []
        self.taken = 0

    def settimeout(self, value: float | None, /) -> None:
        self.timeouts.append(value or 0)

    def send(self, data: memoryview, /) -> int:
        self.taken += 1
        return 1

    def recv_into(self, buffer: memoryview, /) -> int:
        buffer[:1] = b"x"
        return 1

    def close(self) -> None:
        pass


def test_a_far_end_that_talks_drop_by_drop_is_given_up_at_the_deadline() -> None:
    """Each piece comes in time, all of them do not: the deadline is one for the whole call."""
    drops, ticks = Drops(), itertools.count()
    talk = Conversation(drops, Deadline(5, lambda: float(next(ticks))))
    with pytest.raises(TimeoutError):
        talk.makefile().read()
    assert drops.timeouts == [4, 3, 2, 1]


def test_a_far_end_that_takes_drop_by_drop_is_given_up_too() -> None:
    drops, ticks = Drops(), itertools.count()
    with pytest.raises(TimeoutError):
        Conversation(drops, Deadline(5, lambda: float(next(ticks)))).send(bytes(100))
    assert drops.taken == 4
