"""QR codes as modules and as pictures."""

from __future__ import annotations

from itertools import chain

import qrcode
from PIL import Image
from qrcode.exceptions import DataOverflowError
from qrcode.util import QRData

from kiosk.domain.errors import KioskError

QUIET_MODULES = 4
"""The white border that ISO/IEC 18004 asks for, in modules."""

# Any of the eight masks makes a valid code; weighing them all against each other costs six times
# the code itself, so one is fixed.
_MASK = 3
_SMALLEST_VERSION = 2
_DARK = bytes((0, 255)) + bytes(254)


def qr_matrix(text: str) -> list[list[bool]]:
    """Return the dark modules of a text's QR code, row by row, without a border.

    Level M. Our tokens take version 2 (25 x 25); longer texts take the version they need. Raises
    KioskError QR_TOO_LONG where even version 40 cannot hold the text.
    """
    code = qrcode.QRCode(
        version=_SMALLEST_VERSION,
        error_correction=qrcode.ERROR_CORRECT_M,
        mask_pattern=_MASK,
        border=0,
    )
    code.add_data(QRData(text))
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise KioskError("QR_TOO_LONG", length=len(text)) from error
    modules: list[list[bool]] = code.modules
    return modules


def qr_image(text: str, module_px: int, border: int = QUIET_MODULES) -> Image.Image:
    """Return a QR code as a mode "1" image, each module ``module_px`` square.

    ``border`` is in modules. Raises KioskError QR_TOO_LONG.
    """
    return matrix_image(qr_matrix(text), module_px, border)


def matrix_mask(matrix: list[list[bool]], module_px: int) -> Image.Image:
    """Return modules as a "1" mask of the dark ones, each ``module_px`` square, no border."""
    count = len(matrix)
    dark = bytes(chain.from_iterable(matrix)).translate(_DARK)
    modules = Image.frombytes("L", (count, count), dark).convert("1", dither=Image.Dither.NONE)
    return modules.resize((count * module_px,) * 2, Image.Resampling.NEAREST)


def matrix_image(matrix: list[list[bool]], module_px: int, border: int = 0) -> Image.Image:
    """Return modules as a mode "1" image, dark ones black, each ``module_px`` square."""
    count = len(matrix)
    grey = bytes(0 if dark else 255 for row in matrix for dark in row)
    modules = Image.frombytes("L", (count, count), grey).convert("1", dither=Image.Dither.NONE)
    if border:
        framed = Image.new("1", (count + 2 * border,) * 2, 1)
        framed.paste(modules, (border, border))
        modules = framed
    return modules.resize((modules.width * module_px,) * 2, Image.Resampling.NEAREST)
