"""One side of a badge as layers: the ground that a role shares, and one person's marks on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

from kiosk.domain.badge import Align
from kiosk.services import badge_text
from kiosk.services.badge_ground import PAPER

_THRESHOLD = 128
_BLACK_OR_WHITE = [255 * (level >= _THRESHOLD) for level in range(256)]

Rect = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture in its place on the card, in dots; of mode "L", "P" or "RGB"."""

    image: Image.Image
    left_px: int
    top_px: int


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text in its place: left, top, right and bottom in dots."""

    fitted: badge_text.Fitted
    align: Align
    place: Rect
    colour: str

    def paint(self, canvas: ImageDraw.ImageDraw) -> None:
        """Paint the text onto the card."""
        left, top, right, _ = self.place
        at_px = (left, top)
        badge_text.paint(canvas, self.fitted, at_px, right - left, self.colour, self.align)

    def mask(self) -> Image.Image:
        """Return the text's ink as an "L" mask of its place."""
        left, top, right, bottom = self.place
        mask = Image.new("L", (right - left, bottom - top))
        canvas = ImageDraw.Draw(mask)
        badge_text.paint(canvas, self.fitted, (0, 0), mask.width, 255, self.align)
        return mask


@dataclass(frozen=True, slots=True)
class Modules:
    """A QR code's dark modules as a "1" mask in its place."""

    dark: Image.Image
    left_px: int
    top_px: int
    colour: str

    @property
    def place(self) -> Rect:
        """Return the code's edges in dots."""
        left, top = self.left_px, self.top_px
        return left, top, left + self.dark.width, top + self.dark.height


@dataclass(frozen=True, slots=True)
class Card:
    """One side, in colour or not.

    Its ground is never drawn on: where ``shares_ground``, it is the very image of other badges too.
    """

    ground: Image.Image
    texts: tuple[Lettering, ...]
    code: Modules | None
    dpi: int
    size_mm: tuple[float, float]
    shares_ground: bool

    @property
    def has_colour(self) -> bool:
        """Tell whether the side is for a printer of colours."""
        return self.ground.mode == "RGB"

    def image(self) -> Image.Image:
        """Return the side as one picture, "RGB" or "1".

        Its ``info`` holds the dots an inch and the true size in millimetres.
        """
        image = self._painted()
        if not self.has_colour:
            image = image.convert("1", dither=Image.Dither.NONE)
        image.info |= {"dpi": (self.dpi, self.dpi), "size_mm": self.size_mm}
        return image

    def _painted(self) -> Image.Image:
        image = self.ground.copy()
        canvas = ImageDraw.Draw(image)
        for text in self.texts:
            text.paint(canvas)
        if code := self.code:
            image.paste(code.colour, code.place, code.dark)
        return image

    def pieces(self) -> Iterator[Piece]:
        """Yield the ground and each mark as pictures that make the same side on a page.

        A mark on plain paper is its own ink; one on anything else is cut out of the whole.
        """
        yield Piece(self.ground, 0, 0)
        marks = [(one.mask(), one.place, one.colour) for one in self.texts]
        if code := self.code:
            marks.append((code.dark.convert("L"), code.place, code.colour))
        places = [place for _, place, _ in marks]
        whole: Image.Image | None = None
        for mask, place, colour in marks:
            if (box := mask.getbbox()) is None:
                continue
            inked = _shifted(box, place[:2])
            if self._is_plain(inked) and sum(_meets(place, other) for other in places) == 1:
                yield Piece(self._in_ink(mask.crop(box), colour), *inked[:2])
            else:
                whole = whole or self._painted()
                piece = whole.crop(inked)
                plain = piece if self.has_colour else piece.point(_BLACK_OR_WHITE)
                yield Piece(plain, *inked[:2])

    def _is_plain(self, place: Rect) -> bool:
        under = self.ground.crop(place).getextrema()
        return set(under if self.has_colour else (under,)) == {(255, 255)}

    def _in_ink(self, mask: Image.Image, colour: str) -> Image.Image:
        """Return ink on paper: of 256 shades between the two, or of black and white."""
        if not self.has_colour:
            return mask.point([255 - level for level in _BLACK_OR_WHITE])
        mask.putpalette(_shades(colour))
        return mask


def _shifted(box: Rect, by: tuple[int, ...]) -> Rect:
    left, top = by
    return box[0] + left, box[1] + top, box[2] + left, box[3] + top


def _meets(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@lru_cache(maxsize=16)
def _shades(colour: str) -> bytes:
    """Return the palette from paper to a colour, each shade as Pillow blends it."""
    ends = [[int(one[at : at + 2], 16) for at in (1, 3, 5)] for one in (PAPER, colour)]
    return bytes(
        round((paper * (255 - level) + ink * level) / 255)
        for level in range(256)
        for paper, ink in zip(*ends, strict=True)
    )
