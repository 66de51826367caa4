"""Pictures of QR codes on disk, read through the camera's own decoder. Pillow only, no Qt."""

from __future__ import annotations

import struct
import warnings
import zlib
from pathlib import Path

# Importing a plug-in makes its format known; Image.init() would load some forty more.
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from kiosk.devices.decoder import Plane
from kiosk.devices.hard_frames import decode_thoroughly
from kiosk.domain.errors import KioskError

PIXELS_MAX = 25_000_000
"""Pixels read at most; a 24-megapixel camera's photograph still goes in."""

# Named, because Pillow's full list would hand an EPS file to Ghostscript.
FORMATS = (
    PngImagePlugin.PngImageFile.format,
    JpegImagePlugin.JpegImageFile.format,
    WebPImagePlugin.WebPImageFile.format,
    BmpImagePlugin.BmpImageFile.format,
    GifImagePlugin.GifImageFile.format,
    TiffImagePlugin.TiffImageFile.format,
)

# What Pillow's readers raise for files that are broken, each in its own way.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error)


def read_picture(path: Path) -> list[str]:
    """Return the texts of the QR codes in a picture, none where there is no code.

    Raises KioskError IMAGE_MISSING, IMAGE_UNREADABLE (also for unknown formats), or
    IMAGE_TOO_LARGE, told from the header before any pixel is unpacked.
    """
    if not path.exists():
        raise KioskError("IMAGE_MISSING", file=path.name)
    grey = _grey(path)
    return decode_thoroughly(Plane(grey.tobytes(), grey.width, grey.height, grey.width))


def _grey(path: Path) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as image:
                _check_size(path, image)
                image.verify()  # a wrong PNG checksum shows only here; it spends the image
            with Image.open(path, formats=FORMATS) as image:
                return _on_white(image).convert("L")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise KioskError("IMAGE_TOO_LARGE", file=path.name, limit_mp=PIXELS_MAX // 10**6) from error
    except (UnidentifiedImageError, *_BROKEN) as error:
        raise KioskError("IMAGE_UNREADABLE", file=path.name) from error


def _check_size(path: Path, image: Image.Image) -> None:
    if image.width * image.height > PIXELS_MAX:
        raise KioskError("IMAGE_TOO_LARGE", file=path.name, limit_mp=PIXELS_MAX // 10**6)
    if not image.width or not image.height:
        raise KioskError("IMAGE_UNREADABLE", file=path.name)


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture with its see-through parts white: a code's light parts often are holes."""
    if not image.has_transparency_data:
        return image
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
