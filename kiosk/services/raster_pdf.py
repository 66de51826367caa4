"""PDF files of pictures: each page one image without loss, written as it comes.

Pillow's own PDF writer keeps all pages in memory and presses colours through JPEG, which blurs the
edges of a QR code. Source of the syntax: ISO 32000-1, 7.5 (file structure) and 8.9.5 (images).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import BinaryIO

from PIL.Image import Image

from kiosk.domain.badge import MM_PER_INCH

_POINTS_PER_INCH = 72
# Bits a component and colour space of each image mode that may stand on a page.
_MODES = {"1": (1, "DeviceGray"), "L": (8, "DeviceGray"), "RGB": (8, "DeviceRGB")}
_CATALOGUE, _PAGES, _FIRST_PAGE = 1, 2, 3
_OBJECTS_A_PAGE = 3


def write(pages: Iterable[Image], file: BinaryIO, width_mm: float, height_mm: float) -> int:
    """Write images of mode "1", "L" or "RGB", each filling a page, and return how many."""
    pdf = _Pdf(file)
    width, height = (side * _POINTS_PER_INCH / MM_PER_INCH for side in (width_mm, height_mm))
    kids: list[int] = []
    for image in pages:
        kids.append(page := _FIRST_PAGE + len(kids) * _OBJECTS_A_PAGE)
        pdf.put(
            page,
            f"<</Type/Page/Parent {_PAGES} 0 R/MediaBox[0 0 {width:.4f} {height:.4f}]"
            f"/Resources<</XObject<</I {page + 2} 0 R>>>>/Contents {page + 1} 0 R>>",
        )
        pdf.put_stream(page + 1, "", f"{width:.4f} 0 0 {height:.4f} 0 0 cm /I Do".encode())
        pdf.put_image(page + 2, image)
    references = " ".join(f"{page} 0 R" for page in kids)
    pdf.put(_PAGES, f"<</Type/Pages/Count {len(kids)}/Kids[{references}]>>")
    pdf.put(_CATALOGUE, f"<</Type/Catalog/Pages {_PAGES} 0 R>>")
    pdf.end()
    return len(kids)


class _Pdf:
    """A PDF file being written: its objects' places for the table at its end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._places: dict[int, int] = {}
        self._file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def put(self, number: int, body: str) -> None:
        """Write an object without a stream."""
        self._places[number] = self._file.tell()
        self._file.write(f"{number} 0 obj\n{body}\nendobj\n".encode("ascii"))

    def put_stream(self, number: int, keys: str, data: bytes) -> None:
        """Write an object with a stream."""
        self._places[number] = self._file.tell()
        self._file.write(f"{number} 0 obj\n<<{keys}/Length {len(data)}>>\nstream\n".encode("ascii"))
        self._file.write(data + b"\nendstream\nendobj\n")

    def put_image(self, number: int, image: Image) -> None:
        """Write an image; a mode "1" row fills whole bytes, as Pillow packs it."""
        bits, space = _MODES[image.mode]
        keys = (
            f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
            f"/BitsPerComponent {bits}/ColorSpace/{space}/Filter/FlateDecode"
        )
        self.put_stream(number, keys, zlib.compress(image.tobytes()))

    def end(self) -> None:
        """Write the table of places and the trailer."""
        start, count = self._file.tell(), len(self._places) + 1
        places = b"".join(b"%010d 00000 n \n" % self._places[one] for one in range(1, count))
        self._file.write(
            b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, places)
            + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
            % (count, _CATALOGUE, start)
        )
