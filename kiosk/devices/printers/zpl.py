"""A label in Zebra's language, as dots alone: no letter of a person's name is ever a command.

Source: Zebra's ZPL II programming guide, ^GF and ~HS.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.printer import PrinterState

if TYPE_CHECKING:
    from PIL.Image import Image

ASK_STATUS = b"~HS\r\n"
STATUS_LINES = 3
_STX, _ETX = b"\x02", b"\x03"


def label(image: Image) -> bytes:
    """Return one label of a picture's dots, black where the picture is dark."""
    dots = image if image.mode == "1" else image.convert("L").point(_is_light, "1")
    row_bytes = (dots.width + 7) // 8
    # Pillow's bit is 1 for white and its rows are filled up with 0; ^GF's is 1 for black.
    padding = 8 * row_bytes - dots.width
    white = int.from_bytes(b"\xff" * row_bytes, "big") >> padding << padding
    data, rows = dots.tobytes(), []
    for at in range(0, len(data), row_bytes):
        row = int.from_bytes(data[at : at + row_bytes], "big") ^ white
        rows.append(row.to_bytes(row_bytes, "big").hex().upper())
    total = row_bytes * dots.height
    return (
        f"^XA^PW{dots.width}^LL{dots.height}^LH0,0^LS0^PON^FO0,0"
        f"^GFA,{total},{total},{row_bytes},{''.join(rows)}^FS^PQ1^XZ\r\n"
    ).encode("ascii")


def _is_light(value: int) -> int:
    return 255 if value >= 128 else 0


@dataclass(frozen=True, slots=True)
class Status:
    """What ``~HS`` tells: how the printer is, and what of our labels it still holds."""

    state: PrinterState
    labels_held: int
    is_full: bool


def is_whole(data: bytes) -> bool:
    """Tell whether an answer to ``~HS`` has come in full."""
    return data.count(_ETX) >= STATUS_LINES


def status(data: bytes) -> Status:
    """Return what an answer to ``~HS`` tells; raises ValueError where it is none.

    Of the first line: b paper out, c paused, e formats in the buffer, f buffer full, j RAM lost,
    k too cold, l too hot; of the second: o head up, p ribbon out, u labels left of the batch.
    """
    lines = [one.partition(_STX)[2].decode("ascii") for one in data.split(_ETX)[:STATUS_LINES]]
    if len(lines) < STATUS_LINES:
        raise ValueError("its status has fewer than three lines")
    first, second = (line.split(",") for line in lines[:2])
    if len(first) < 12 or len(second) < 11:
        raise ValueError("its status lacks fields")
    numbers = [int(one) for one in first], [int(one) for one in second]
    return Status(_state(*numbers), numbers[0][4] + numbers[1][8], is_full=bool(numbers[0][5]))


def _state(first: list[int], second: list[int]) -> PrinterState:
    if second[2]:
        return PrinterState.OPEN
    if first[1]:
        return PrinterState.NO_PAPER
    if second[3] or first[9] or first[10] or first[11]:
        return PrinterState.FAULT
    if first[2]:
        return PrinterState.PAUSED
    return PrinterState.BUSY if first[4] or second[8] else PrinterState.READY
