"""PDF files of pictures: pages of images without loss, written as they come.

Pillow's own PDF writer keeps all pages in memory and presses colours through JPEG, which blurs the
edges of a QR code. Source of the syntax: ISO 32000-1, 7.5 (file structure) and 8.9.5 (images).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from PIL.Image import Image

from kiosk.domain.badge import MM_PER_INCH

_POINTS_PER_MM = 72 / MM_PER_INCH
# Bits a component and colour space of each image mode that may stand on a page; "P" has a palette.
_MODES = {"1": (1, "/DeviceGray"), "L": (8, "/DeviceGray"), "RGB": (8, "/DeviceRGB")}
_CATALOGUE, _PAGES, _FIRST = 1, 2, 3
# Letters are half white: deflate finds that at once, and searching longer takes three times as
# long for a tenth of the bytes.
_EFFORT = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of mode "1", "L", "P" or "RGB" on a page, in millimetres from its top left corner.

    ``is_turned`` stands for upside down. One that ``is_shared`` is written once, however often it
    comes, and kept in memory until the file is written.
    """

    image: Image
    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float
    is_turned: bool = False
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its pictures, the later ones over the earlier."""

    width_mm: float
    height_mm: float
    pictures: Sequence[Picture]


def write(pages: Iterable[Page], file: BinaryIO) -> int:
    """Write pages as a PDF and return how many."""
    pdf = _Pdf(file)
    kids = [pdf.put_page(page) for page in pages]
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
        self._next = _FIRST
        self._images: dict[int, tuple[Image, int]] = {}
        self._palettes: dict[bytes, int] = {}
        self._file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def put(self, number: int, body: str) -> None:
        """Write an object without a stream."""
        self._places[number] = self._file.tell()
        self._file.write(f"{number} 0 obj\n{body}\nendobj\n".encode("ascii"))

    def _put_stream(self, keys: str, data: bytes) -> int:
        number = self._number()
        self._places[number] = self._file.tell()
        self._file.write(f"{number} 0 obj\n<<{keys}/Length {len(data)}>>\nstream\n".encode("ascii"))
        self._file.write(data + b"\nendstream\nendobj\n")
        return number

    def put_page(self, page: Page) -> int:
        """Write a page with its pictures and return its number."""
        numbers = [self._image_of(picture) for picture in page.pictures]
        drawn = "\n".join(
            f"q {_matrix(picture, page.height_mm)} cm /I{number} Do Q"
            for picture, number in zip(page.pictures, numbers, strict=True)
        )
        contents = self._put_stream("", drawn.encode("ascii"))
        images = "".join(f"/I{number} {number} 0 R" for number in sorted(set(numbers)))
        width, height = (side * _POINTS_PER_MM for side in (page.width_mm, page.height_mm))
        number = self._number()
        self.put(
            number,
            f"<</Type/Page/Parent {_PAGES} 0 R/MediaBox[0 0 {width:.4f} {height:.4f}]"
            f"/Resources<</XObject<<{images}>>>>/Contents {contents} 0 R>>",
        )
        return number

    def _image_of(self, picture: Picture) -> int:
        image = picture.image
        if not picture.is_shared:
            return self._put_image(image)
        if id(image) not in self._images:
            # Held, so that no other image can come to have its id.
            self._images[id(image)] = image, self._put_image(image)
        return self._images[id(image)][1]

    def _put_image(self, image: Image) -> int:
        """Write an image; a mode "1" row fills whole bytes, as Pillow packs it."""
        bits, space = _MODES[image.mode] if image.mode != "P" else (8, self._indexed(image))
        keys = (
            f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
            f"/BitsPerComponent {bits}/ColorSpace{space}/Filter/FlateDecode"
        )
        return self._put_stream(keys, zlib.compress(image.tobytes(), _EFFORT))

    def _indexed(self, image: Image) -> str:
        """Return the colour space of an image with a palette, which its like share."""
        colours = bytes(image.getpalette() or ())
        if colours not in self._palettes:
            self._palettes[colours] = self._put_stream("", colours)
        last = len(colours) // 3 - 1
        return f"[/Indexed/DeviceRGB {last} {self._palettes[colours]} 0 R]"

    def end(self) -> None:
        """Write the table of places and the trailer."""
        start, count = self._file.tell(), len(self._places) + 1
        places = b"".join(b"%010d 00000 n \n" % self._places[one] for one in range(1, count))
        self._file.write(
            b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, places)
            + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
            % (count, _CATALOGUE, start)
        )


def _matrix(picture: Picture, page_height_mm: float) -> str:
    """Return what brings the unit square of an image to its place; pages count from below."""
    width, height = (side * _POINTS_PER_MM for side in (picture.width_mm, picture.height_mm))
    left = picture.left_mm * _POINTS_PER_MM
    foot = (page_height_mm - picture.top_mm) * _POINTS_PER_MM - height
    if picture.is_turned:
        width, height, left, foot = -width, -height, left + width, foot + height
    return f"{width:.4f} 0 0 {height:.4f} {left:.4f} {foot:.4f}"
