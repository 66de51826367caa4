"""The luma of camera frames in every pixel format, read where it lies."""

from __future__ import annotations

import pytest
from camera_scenes import SIZE, grey_frame, scene
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.devices.decoder import Plane, decode
from kiosk.devices.frames import is_dark, luma

TICKET = "PQ3RN2QWERTYASDFGHZXCVB567"
Pixel = QVideoFrameFormat.PixelFormat

# Qt tells of video acceleration that this machine lacks; frames are converted all the same.
pytestmark = pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "No RHI backend", extend=True)


def filled_frame(pixel: Pixel, image: Image.Image, offset: int, step: int) -> QVideoFrame:
    """Return a frame of a format with the image as its luma and every other byte 128."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(*image.size), pixel))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    for plane in range(frame.planeCount()):
        bits = frame.bits(plane)
        bits[:] = b"\x80" * len(bits)
    bits, line, grey = frame.bits(0), frame.bytesPerLine(0), image.tobytes()
    width = image.width
    for y in range(image.height):
        start = y * line + offset
        row = bytearray(bits[start : start + (width - 1) * step + 1])
        row[::step] = grey[y * width : (y + 1) * width]
        bits[start : start + len(row)] = bytes(row)
    frame.unmap()
    return frame


@pytest.mark.parametrize(
    ("pixel", "offset", "step"),
    [
        (Pixel.Format_NV12, 0, 1),
        (Pixel.Format_NV21, 0, 1),
        (Pixel.Format_YUV420P, 0, 1),
        (Pixel.Format_YUV422P, 0, 1),
        (Pixel.Format_YV12, 0, 1),
        (Pixel.Format_Y8, 0, 1),
        (Pixel.Format_YUYV, 0, 2),
        (Pixel.Format_UYVY, 1, 2),
        (Pixel.Format_Y16, 1, 2),
        (Pixel.Format_P010, 1, 2),
    ],
    ids=lambda value: value.name if isinstance(value, Pixel) else None,
)
def test_luma_is_read_in_place_in_every_yuv_format(pixel: Pixel, offset: int, step: int) -> None:
    frame = filled_frame(pixel, scene(TICKET), offset, step)
    with luma(frame) as plane:
        assert plane is not None
        assert isinstance(plane.data, memoryview), "copied"
        assert decode(plane) == [TICKET]
        assert not is_dark(plane)
    assert not frame.isMapped()


@pytest.mark.parametrize("pixel", [Pixel.Format_YUYV, Pixel.Format_UYVY, Pixel.Format_NV12])
def test_darkness_is_told_from_luma_alone(pixel: Pixel) -> None:
    offset, step = {Pixel.Format_YUYV: (0, 2), Pixel.Format_UYVY: (1, 2)}.get(pixel, (0, 1))
    frame = filled_frame(pixel, Image.new("L", SIZE, 16), offset, step)
    with luma(frame) as plane:
        assert plane is not None
        assert is_dark(plane)


@pytest.mark.parametrize(
    "image_format",
    [
        QImage.Format.Format_RGB32,
        QImage.Format.Format_ARGB32,
        QImage.Format.Format_RGBA8888,
        QImage.Format.Format_RGB888,
    ],
    ids=lambda value: value.name,
)
def test_colour_becomes_grey(image_format: QImage.Format) -> None:
    grey = grey_frame(scene(TICKET)).toImage()
    with luma(QVideoFrame(grey.convertToFormat(image_format))) as plane:
        assert plane is not None
        assert decode(plane) == [TICKET]


def test_a_frame_without_pixels_lends_nothing() -> None:
    with luma(QVideoFrame()) as plane:
        assert plane is None


def test_a_few_hot_pixels_are_no_light() -> None:
    data = bytearray(bytes([12]) * 640 * 360)
    data[::50_000] = b"\xff" * len(data[::50_000])
    assert is_dark(Plane(data, 640, 360, 640))
    assert not is_dark(Plane(bytes([60]) * 640 * 360, 640, 360, 640))
