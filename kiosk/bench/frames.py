"""Frames as a webcam sends them, with a ticket's code in them, for the benchmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

WIDTH, HEIGHT = 1280, 720


def picture(token: str) -> bytes:
    """Return a grey picture with a ticket's code on a textured ground, one byte a pixel."""
    from PIL import Image  # noqa: PLC0415 - only two benchmarks need it

    from kiosk.services.qr_image import qr_image  # noqa: PLC0415

    ground = Image.effect_noise((WIDTH, HEIGHT), 40)
    code = qr_image(token, 9).convert("L").rotate(4, expand=True, fillcolor=255)
    ground.paste(code, (470, 200))
    return ground.tobytes()


def nv12(dots: bytes) -> QVideoFrame:
    """Return a new NV12 frame of a grey picture; its colour plane is whatever memory held."""
    from PySide6.QtCore import QSize  # noqa: PLC0415 - Qt Multimedia may lack its libraries
    from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat  # noqa: PLC0415

    form = QVideoFrameFormat(QSize(WIDTH, HEIGHT), QVideoFrameFormat.PixelFormat.Format_NV12)
    frame = QVideoFrame(form)
    frame.map(QVideoFrame.MapMode.WriteOnly)
    line, bits = frame.bytesPerLine(0), memoryview(frame.bits(0))
    for y in range(HEIGHT):
        bits[y * line : y * line + WIDTH] = dots[y * WIDTH : (y + 1) * WIDTH]
    frame.unmap()
    return frame
