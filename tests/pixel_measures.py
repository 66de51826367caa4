"""What colours are on a picture of a screen, counted pixel by pixel."""

from __future__ import annotations

from collections.abc import Iterator

from ink_watch import Box, Ink
from PIL import Image, ImageChops
from PySide6.QtGui import QImage

Colour = tuple[int, int, int]

_GROUND_SHARE, _INK_SHARE = 0.08, 0.004
"""The shares of a box above which a colour is one of its grounds, or its ink."""


def picture(image: QImage) -> Image.Image:
    """Return a picture whose pixels can be counted."""
    wide, high = image.width(), image.height()
    return Image.frombytes(
        "RGB", (wide, high), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )


def luminance(colour: Colour) -> float:
    """Return the relative luminance of WCAG 2.2, 0 to 1."""
    linear = [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in (part / 255 for part in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of WCAG 2.2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def crop(shown: Image.Image, box: Box) -> Image.Image:
    """Return the pixels of a box, as far as the picture has them."""
    edges = (max(0, round(box.left)), max(0, round(box.top)), round(box.right), round(box.bottom))
    return shown.crop((*edges[:2], min(shown.width, edges[2]), min(shown.height, edges[3])))


def counted(part: Image.Image) -> list[tuple[int, Colour]]:
    """Return how often each colour is there, the most frequent first."""
    colours = part.getcolors(part.width * part.height) or []
    return sorted(colours, reverse=True)  # type: ignore[arg-type]


def ink_contrast(part: Image.Image) -> float:
    """Return the contrast of ink with the ground that tells it least.

    The ground is the most frequent colour, the ink the frequent one farthest from it; any other
    frequent colour is ground as well, as where words stand half on the sun and half on the sky.
    """
    colours = counted(part)
    whole = sum(count for count, _ in colours)
    ground = colours[0][1]
    frequent = [colour for count, colour in colours if count >= whole * _INK_SHARE]
    ink = max(frequent, key=lambda one: contrast(one, ground))
    grounds = [colour for count, colour in colours if count >= whole * _GROUND_SHARE]
    return min((contrast(ink, one) for one in grounds if one != ink), default=1.0)


def inked(part: Image.Image, colour: str) -> Box | None:
    """Return where in a part a colour is, its edges' half tones included; None for nowhere."""
    wanted = Image.new("RGB", part.size, colour)
    near = ImageChops.difference(part, wanted).convert("L").point(lambda one: 255 * (one < 96))
    found = near.getbbox()
    return Box(*found) if found else None


def edge_contrast(shown: Image.Image, box: Box, reach: int) -> float:
    """Return how well a box is told from what is beside it, at the middle of its best side.

    Across each side a line of ``reach`` pixels outwards and inwards is read: the greatest contrast
    of what is inside with what is outside counts, be it a fill or an edge.
    """
    return max(
        max(contrast(out, inside) for inside in within) for out, within in _sides(shown, box, reach)
    )


def _sides(shown: Image.Image, box: Box, reach: int) -> Iterator[tuple[Colour, list[Colour]]]:
    across, down = round((box.left + box.right) / 2), round((box.top + box.bottom) / 2)
    rays = (
        [(round(box.left) + step, down) for step in range(-4, reach)],
        [(round(box.right) - 1 - step, down) for step in range(-4, reach)],
        [(across, round(box.top) + step) for step in range(-4, reach)],
        [(across, round(box.bottom) - 1 - step) for step in range(-4, reach)],
    )
    for ray in rays:
        if all(0 <= x < shown.width and 0 <= y < shown.height for x, y in ray):
            read = [shown.getpixel(spot) for spot in ray]
            yield read[0], read[4:]  # type: ignore[misc]


def is_whole(shown: Image.Image, ink: Ink, slack: float = 2.5) -> bool:
    """Tell whether a line's ink is seen as far as its glyphs reach: neither cut nor covered."""
    room = ink.box.grown(3)
    seen = inked(crop(shown, room), ink.colour)
    if seen is None:
        return False
    left, top = max(0.0, round(room.left)), max(0.0, round(room.top))
    there = Box(seen.left + left, seen.top + top, seen.right + left, seen.bottom + top)
    return there.grown(slack).over(ink.box) <= 0
