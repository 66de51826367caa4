"""A badge as a page that a printer takes: PDF, JPEG or PWG raster, of exactly its size."""

from __future__ import annotations

import io
import itertools
import re
import struct
from typing import TYPE_CHECKING

from kiosk.domain.badge import MM_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

# Colours go through JPEG; at this quality and without thinning its edges stay as sharp as drawn.
_QUALITY = 95
_POINTS_PER_INCH = 72
_RUN_MOST = 128
_LINES_MOST = 256
_GREY, _COLOUR = 18, 19
"""PWG 5102.4, table 8: sGray and sRGB."""


def dots_per_inch(image: Image, width_mm: float, height_mm: float) -> tuple[float, float]:
    """Return the resolution at which a picture is a page of a size."""
    return image.width * MM_PER_INCH / width_mm, image.height * MM_PER_INCH / height_mm


def pdf(image: Image, width_mm: float, height_mm: float, back: Image | None = None) -> bytes:
    """Return a PDF of one page, or of two."""
    # Pillow's way of putting black and white into a PDF turns each dot in Python.
    sides = [one.convert("L") if one.mode == "1" else one for one in (image, back) if one]
    target = io.BytesIO()
    sides[0].save(
        target, "PDF", save_all=True, append_images=sides[1:], quality=_QUALITY, subsampling=0,
        dpi=dots_per_inch(image, width_mm, height_mm),
    )  # fmt: skip
    return target.getvalue()


def jpeg(image: Image, width_mm: float, height_mm: float, _back: Image | None = None) -> bytes:
    """Return a JPEG that tells its resolution, in whole dots an inch; it has no other side."""
    page = image.convert("L") if image.mode == "1" else image
    target = io.BytesIO()
    across, along = dots_per_inch(image, width_mm, height_mm)
    page.save(target, "JPEG", dpi=(round(across), round(along)), quality=_QUALITY, subsampling=0)
    return target.getvalue()


def pwg_raster(image: Image, width_mm: float, height_mm: float, back: Image | None = None) -> bytes:
    """Return a PWG raster of one page or two (PWG 5102.4), in colour where the pictures are."""
    sides = [one for one in (image, back) if one]
    pages = [_pwg_page(one, width_mm, height_mm, is_two_sided=len(sides) > 1) for one in sides]
    return b"".join([b"RaS2", *pages])


def _pwg_page(image: Image, width_mm: float, height_mm: float, *, is_two_sided: bool) -> bytes:
    page = image if image.mode == "RGB" else image.convert("L")
    header = _header(page, width_mm, height_mm, is_two_sided=is_two_sided)
    depth = len(page.getbands())
    wide = page.width * depth
    data = page.tobytes()
    lines = (data[at : at + wide] for at in range(0, len(data), wide))
    runs = re.compile(rb"(.{%d})\1*" % depth, re.DOTALL)
    packed = [
        _packed(line, len(list(same)), runs, depth) for line, same in itertools.groupby(lines)
    ]
    return b"".join([header, *packed])


def _packed(line: bytes, times: int, runs: re.Pattern[bytes], depth: int) -> bytes:
    """Return a line that comes a number of times: how often, then its runs of equal dots."""
    parts = []
    for run in runs.finditer(line):
        dot, left = run[1], len(run[0]) // depth
        while left:
            taken = min(left, _RUN_MOST)
            parts.append(bytes([taken - 1]) + dot)
            left -= taken
    body = b"".join(parts)
    full, rest = divmod(times, _LINES_MOST)
    counts = [_LINES_MOST] * full + ([rest] if rest else [])
    return b"".join(bytes([count - 1]) + body for count in counts)


def _header(page: Image, width_mm: float, height_mm: float, *, is_two_sided: bool) -> bytes:
    """Return the page header; what is not named here is 0, "whatever the printer does"."""
    across, along = (round(one) for one in dots_per_inch(page, width_mm, height_mm))
    depth = len(page.getbands())
    points = [round(one * _POINTS_PER_INCH / MM_PER_INCH) for one in (width_mm, height_mm)]
    numbers = {
        272: int(is_two_sided), 276: across, 280: along, 340: 1, 352: points[0], 356: points[1],
        372: page.width, 376: page.height, 384: 8, 388: 8 * depth, 392: page.width * depth,
        400: _COLOUR if depth == 3 else _GREY, 420: depth, 452: 1 + is_two_sided, 456: 1, 460: 1,
    }  # fmt: skip
    header = bytearray(1796)
    header[:9] = b"PwgRaster"
    for at, number in numbers.items():
        struct.pack_into(">I", header, at, number)
    return bytes(header)
