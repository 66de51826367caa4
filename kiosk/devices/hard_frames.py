"""Second attempts on planes that one attempt cannot read: darker, lighter, larger, smoother.

No single treatment helps much; their union does. A camera sees a ticket for many frames, so it
tries one treatment a frame; a picture is there only once and gets them all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from zxingcpp import Binarizer

from kiosk.devices.decoder import Plane, Sighting, look

if TYPE_CHECKING:
    from PIL.Image import Image

Attempt = Callable[[Plane], Sighting]

PIXELS_MAX = 1_500_000
"""Pixels a treated plane may have; beyond it the middle is kept, where people hold a ticket."""

_SHARPEN_RADIUS_PX = 2
_SHARPEN_PERCENT = 150
_BLUR_RADIUS_PX = 2


def _gamma_table(exponent: float) -> bytes:
    return bytes(round(255 * (level / 255) ** exponent) for level in range(256))


_LIGHTER, _DARKER = _gamma_table(0.5), _gamma_table(2.5)


def _curved(plane: Plane, table: bytes) -> Sighting:
    data = bytes(plane.data).translate(table)
    return look(Plane(data, plane.width, plane.height, plane.bytes_per_line, plane.bytes_per_pixel))


def lighter(plane: Plane) -> Sighting:
    """Look with gamma 0.5, which opens shadows."""
    return _curved(plane, _LIGHTER)


def darker(plane: Plane) -> Sighting:
    """Look with gamma 2.5, which brings back glare and pale print."""
    return _curved(plane, _DARKER)


def one_threshold(plane: Plane) -> Sighting:
    """Look with one threshold for the whole plane, for codes on busy backgrounds."""
    return look(plane, Binarizer.GlobalHistogram)


def doubled(plane: Plane) -> Sighting:
    """Look at twice the size and sharpened, for codes far away."""
    from PIL import Image, ImageFilter  # noqa: PLC0415 - only a hard frame pays for Pillow

    image = _middle(plane, PIXELS_MAX // 4)
    large = image.resize((2 * image.width, 2 * image.height), Image.Resampling.BICUBIC)
    return _decode_image(
        large.filter(ImageFilter.UnsharpMask(_SHARPEN_RADIUS_PX, _SHARPEN_PERCENT, 0))
    )


def smoothed(plane: Plane) -> Sighting:
    """Look blurred, for codes of dots and pictures of screens."""
    from PIL import ImageFilter  # noqa: PLC0415 - only a hard frame pays for Pillow

    return _decode_image(
        _middle(plane, PIXELS_MAX).filter(ImageFilter.GaussianBlur(_BLUR_RADIUS_PX))
    )


ATTEMPTS: tuple[Attempt, ...] = (darker, doubled, one_threshold, lighter, smoothed)


def _middle(plane: Plane, pixels_max: int) -> Image:
    """Return a plane as an image, cropped around its middle to at most ``pixels_max``."""
    from PIL import Image  # noqa: PLC0415 - only a hard frame pays for Pillow

    if plane.bytes_per_pixel == 1:
        size, line = (plane.width, plane.height), plane.bytes_per_line
        data = cast("bytes", plane.data)  # Pillow takes any buffer; its types know only bytes
        image = Image.frombuffer("L", size, data, "raw", "L", line, 1)
    else:
        image = _unpacked(plane)
    share = min(1.0, (pixels_max / (plane.width * plane.height)) ** 0.5)
    left, top = (round(side * (1 - share) / 2) for side in image.size)
    return image.crop((left, top, image.width - left, image.height - top))


def _unpacked(plane: Plane) -> Image:
    from PIL import Image  # noqa: PLC0415 - only a hard frame pays for Pillow

    row = plane.width * plane.bytes_per_pixel
    view = memoryview(plane.data).cast("B")
    starts = range(0, plane.height * plane.bytes_per_line, plane.bytes_per_line)
    luma = b"".join(bytes(view[at : at + row : plane.bytes_per_pixel]) for at in starts)
    return Image.frombytes("L", (plane.width, plane.height), luma)


def _decode_image(image: Image) -> Sighting:
    return look(Plane(image.tobytes(), image.width, image.height, image.width))


class HardFrames:
    """Give each undecoded frame of one camera the next treatment in turn."""

    def __init__(self, attempts: tuple[Attempt, ...] = ATTEMPTS) -> None:
        self._attempts = attempts
        self._next = 0

    def look(self, plane: Plane) -> Sighting:
        """Look at a frame plainly, and where that reads nothing with this frame's treatment.

        A treatment that reads something is kept for the next frame, which shows the same code.
        """
        plain = look(plane)
        if plain.texts:
            return plain
        treated = self._attempts[self._next](plane)
        if not treated.texts:
            self._next = (self._next + 1) % len(self._attempts)
        return Sighting(treated.texts, plain.has_unread or treated.has_unread)


def decode_thoroughly(plane: Plane) -> list[str]:
    """Return a picture's texts: by the plain attempt, else by the first treatment that reads."""
    for attempt in (look, *ATTEMPTS):
        if texts := attempt(plane).texts:
            return texts
    return []
