"""The luma plane of a camera frame, where it lies in the mapped frame.

Only the decode lane calls this, and it imports QtMultimedia: `camera` loads it late.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.devices.decoder import Plane

_Pixel = QVideoFrameFormat.PixelFormat

# Where luma lies in plane 0: (offset of the first luma byte, bytes from one to the next). Of 16-bit
# little-endian luma the upper byte is enough.
# Source: Qt's documentation of QVideoFrameFormat.PixelFormat.
_LUMA = {
    _Pixel.Format_NV12: (0, 1),
    _Pixel.Format_NV21: (0, 1),
    _Pixel.Format_YUV420P: (0, 1),
    _Pixel.Format_YUV422P: (0, 1),
    _Pixel.Format_YV12: (0, 1),
    _Pixel.Format_IMC1: (0, 1),
    _Pixel.Format_IMC2: (0, 1),
    _Pixel.Format_IMC3: (0, 1),
    _Pixel.Format_IMC4: (0, 1),
    _Pixel.Format_Y8: (0, 1),
    _Pixel.Format_YUYV: (0, 2),
    _Pixel.Format_UYVY: (1, 2),
    _Pixel.Format_AYUV: (1, 4),
    _Pixel.Format_AYUV_Premultiplied: (1, 4),
    _Pixel.Format_Y16: (1, 2),
    _Pixel.Format_P010: (1, 2),
    _Pixel.Format_P016: (1, 2),
}

_DARK_LUMA = 32
"""A covered lens reads 16 in video range with noise above it; a dim room has brighter spots."""

_DARK_SHARE = 0.95
"""Share of the samples that must be dark; the rest may be hot pixels."""

_DARK_STEP = 997
"""Every 997th pixel is a sample: a prime, so that samples walk through all columns."""


@contextmanager
def luma(frame: QVideoFrame) -> Iterator[Plane | None]:
    """Lend the luma plane of a frame while it stays mapped; None where it cannot be mapped or read.

    The plane must not be used after the block. Frames of colour that are not Y first are converted.
    """
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        yield None
        return
    try:
        yield _plane(frame)
    finally:
        frame.unmap()


def _plane(frame: QVideoFrame) -> Plane | None:
    pixel = frame.pixelFormat()
    width, height, line = frame.width(), frame.height(), frame.bytesPerLine(0)
    if pixel not in _LUMA:
        return _converted(frame)
    offset, step = _LUMA[pixel]
    data = memoryview(frame.bits(0))[offset:]
    # Behind an offset the last line is cut short, and so it is by drivers that leave out padding.
    return Plane(data, width, min(height, len(data) // line), line, step)


def _converted(frame: QVideoFrame) -> Plane | None:
    """Return the grey of a frame without usable luma, through QImage; None where Qt cannot."""
    image_format = QVideoFrameFormat.imageFormatFromPixelFormat(frame.pixelFormat())
    if image_format == QImage.Format.Format_Invalid:
        image = frame.toImage()
    else:
        size = frame.size()
        line = frame.bytesPerLine(0)
        image = QImage(frame.bits(0), size.width(), size.height(), line, image_format)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return None
    # bytes, not a view: the image ends with this function.
    data = bytes(grey.constBits())
    return Plane(data, grey.width(), grey.height(), grey.bytesPerLine())


def is_dark(plane: Plane) -> bool:
    """Tell whether a plane shows nothing at all: a closed shutter or a covered lens."""
    samples = sorted(memoryview(plane.data)[:: _DARK_STEP * plane.bytes_per_pixel])
    return samples[int(_DARK_SHARE * (len(samples) - 1))] < _DARK_LUMA
