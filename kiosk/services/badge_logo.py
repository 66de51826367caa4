"""The organiser's picture on a badge: a PNG of the data folder's own, read once and checked."""

from __future__ import annotations

import io
import re
import struct
from pathlib import Path

from PIL import Image

MOST_BYTES = 2 * 1024 * 1024
MOST_PX = 4_000_000
"""2,000 x 2,000 dots: finer than any badge printer on the largest card's corner."""

_FILE = re.compile(r"\w[\w .+-]{0,79}\.png", re.IGNORECASE)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIZE_AT = 16


class LogoError(ValueError):
    """Say why a file is not taken for a badge."""


def read_logo(folder: Path | None, file: str) -> bytes:
    """Return a PNG picture of ``folder`` by its bare name.

    The name is never a path: no folder, no link out of it, no address. Raises LogoError.
    """
    if not _FILE.fullmatch(file):
        raise LogoError("must be the bare name of a .png file in the data folder's badges folder")
    if folder is None:
        raise LogoError("is only taken from the data folder's badges folder")
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise LogoError("leads out of the badges folder")
    try:
        if not path.is_file():
            raise LogoError(f"{file} is not in {folder}")
        if path.stat().st_size > MOST_BYTES:
            raise LogoError(f"is larger than {MOST_BYTES // 1024} KiB")
        data = path.read_bytes()
    except OSError as error:
        raise LogoError(f"cannot be read ({error.strerror})") from error
    check_png(data)
    return data


def check_png(data: bytes) -> None:
    """Refuse what is no PNG picture of a sensible size, before its dots take memory."""
    if len(data) < _SIZE_AT + 8 or not data.startswith(_SIGNATURE):
        raise LogoError("is no PNG picture")
    width, height = struct.unpack_from(">II", data, _SIZE_AT)
    if not 0 < width * height <= MOST_PX:
        raise LogoError(f"has more than {MOST_PX // 1_000_000} megapixels")
    try:
        picture(data)
    except (OSError, SyntaxError, ValueError, struct.error) as error:
        raise LogoError("is a damaged PNG picture") from error


def picture(data: bytes) -> Image.Image:
    """Return a checked picture as "RGBA"."""
    with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
        return image.convert("RGBA")
