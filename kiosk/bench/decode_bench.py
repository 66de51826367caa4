"""A camera frame's way through the program beside the bare decoding of the same plane."""

from __future__ import annotations

import os

from kiosk.bench.timing import Row, side_by_side

_N = 120
_WIDTH, _HEIGHT = 1280, 720


def measure() -> list[Row]:
    """Time an NV12 frame of 1280 x 720 with a code in it: mapped, read without a copy, decoded."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    import zxingcpp  # noqa: PLC0415 - with Qt Multimedia, only this benchmark needs it
    from PySide6.QtCore import QSize  # noqa: PLC0415
    from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat  # noqa: PLC0415

    from kiosk.devices.decoder import decode  # noqa: PLC0415
    from kiosk.devices.frames import luma  # noqa: PLC0415

    picture = _picture()
    form = QVideoFrameFormat(QSize(_WIDTH, _HEIGHT), QVideoFrameFormat.PixelFormat.Format_NV12)
    frame = QVideoFrame(form)
    frame.map(QVideoFrame.MapMode.WriteOnly)
    line, bits = frame.bytesPerLine(0), memoryview(frame.bits(0))
    for y in range(_HEIGHT):
        bits[y * line : y * line + _WIDTH] = picture[y * _WIDTH : (y + 1) * _WIDTH]
    frame.unmap()
    view = zxingcpp.ImageView(picture, _WIDTH, _HEIGHT, zxingcpp.ImageFormat.Lum, _WIDTH)

    def ours() -> None:
        with luma(frame) as plane:
            if plane is None or not decode(plane):
                raise RuntimeError("the benchmark's frame was not read")

    def floor() -> None:
        zxingcpp.read_barcodes(
            view, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode), try_rotate=False
        )

    return [side_by_side("decode", ours, floor, n=_N)]


def _picture() -> bytes:
    """Return a grey picture with a ticket's code on a textured ground, one byte a pixel."""
    from PIL import Image  # noqa: PLC0415

    from kiosk.domain.ticket import new_tokens  # noqa: PLC0415
    from kiosk.services.qr_image import qr_image  # noqa: PLC0415

    ground = Image.effect_noise((_WIDTH, _HEIGHT), 40)
    code = qr_image(new_tokens(1)[0], 9).convert("L").rotate(4, expand=True, fillcolor=255)
    ground.paste(code, (470, 200))
    return ground.tobytes()
