"""A camera frame's way through the program beside the bare decoding of the same plane."""

from __future__ import annotations

import os
from collections.abc import Callable

from kiosk.bench.frames import HEIGHT, WIDTH, nv12, picture
from kiosk.bench.timing import Row, side_by_side
from kiosk.domain.ticket import new_tokens

_N = 120


def measure() -> list[Row]:
    """Time an NV12 frame of 1280 x 720 with a code in it: mapped, read without a copy, decoded."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    from kiosk.devices.decoder import decode  # noqa: PLC0415 - with Qt Multimedia, rarely needed
    from kiosk.devices.frames import luma  # noqa: PLC0415

    dots = picture(new_tokens(1)[0])
    frame = nv12(dots)

    def ours() -> None:
        with luma(frame) as plane:
            if plane is None or not decode(plane):
                raise RuntimeError("the benchmark's frame was not read")

    return [side_by_side("decode", ours, bare_decoding(dots), n=_N)]


def bare_decoding(dots: bytes) -> Callable[[], object]:
    """Return the decoder at work on a picture, and nothing else."""
    import zxingcpp  # noqa: PLC0415

    view = zxingcpp.ImageView(dots, WIDTH, HEIGHT, zxingcpp.ImageFormat.Lum, WIDTH)
    codes = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return lambda: zxingcpp.read_barcodes(view, formats=codes, try_rotate=False)
